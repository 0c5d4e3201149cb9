"""Read a whole programme."""

from __future__ import annotations

from sqlalchemy import Connection, String, bindparam, select

from aiplanner.app.ports import WorldError
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Row

from .mapping import CHILD_MAPS, MAPS
from .schema import programme

_ID = bindparam("programme", type_=String)
_HEAD = select(programme.c.revision, *MAPS[Head].columns).where(programme.c.id == _ID)
_ROWS = tuple(
    (rows, select(*rows.columns).where(rows.table.c.programme_id == _ID)) for rows in CHILD_MAPS
)


def load(connection: Connection, programme_id: RowId) -> tuple[Programme, int]:
    """A programme and its revision.

    PlanError `programme-gone`; WorldError `programme-damaged` when what is stored makes no sense.
    """
    key = {"programme": programme_id}
    try:
        found = connection.execute(_HEAD, key).one_or_none()
        if found is None:
            raise PlanError("programme-gone", id=programme_id)
        revision, *head = found
        rows: dict[RowId, Row] = {programme_id: MAPS[Head].row(head)}
        for kind, wanted in _ROWS:
            for record in connection.execute(wanted, key).all():
                row = kind.row(record)
                rows[row.id] = row
    except (KeyError, ValueError) as error:  # a word, a date or a time that is none
        raise WorldError("programme-damaged", id=programme_id, what=str(error)) from error
    return Programme(programme_id, rows), revision
