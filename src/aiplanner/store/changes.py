"""Store the rows that a delta changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Delete, Update, bindparam, delete, insert, select, update

from aiplanner.app.digest import Digest, digest_text
from aiplanner.app.ports import Save, Shelf, Stale, WorldError
from aiplanner.domain.delta import Delta
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Row
from aiplanner.i18n import gettext as _

from .columns import moment
from .mapping import BY_NAME, CHILD_MAPS, MAPS, RowMap
from .schema import programme as heads
from .transactions import place_of

FIRST = 1
"""The revision of a programme that was just added."""

_HERE = heads.c.id == bindparam("_programme")
_NUMBER = select(heads.c.number).where(_HERE)
_ADVANCE = (
    update(heads).where(_HERE, heads.c.revision == bindparam("_base")).returning(heads.c.number)
)


def add_programme(
    connection: Connection, programme: Programme, digest: Digest, now: datetime
) -> int:
    """Store a new programme at revision 1; its number. PlanError `programme-twice`."""
    if connection.scalar(_NUMBER, {"_programme": programme.id}) is not None:
        raise PlanError("programme-twice", id=programme.id)
    values = {
        "revision": FIRST,
        "shelf": Shelf.ACTIVE.value,
        "changed": moment(now),
        "digest": digest_text(digest),
        **MAPS[Head].values(programme.head),
    }
    number: int | None = connection.scalar(insert(heads).values(values).returning(heads.c.number))
    assert number is not None, "the database numbers programmes"
    for rows in CHILD_MAPS:
        own = [row for row in programme.rows.values() if type(row) is rows.kind]
        _insert(connection, programme.id, rows, own)
    return number


def advance(connection: Connection, save: Save, facts: Digest, now: datetime) -> int:
    """Take a programme from the revision a save is based on to the next; its number.

    Comes first in a save: it is also the lock. Stale when the programme has moved on or is gone.
    """
    values: dict[str, object] = {
        "_programme": save.programme_id,
        "_base": save.base,
        "revision": save.base + 1,
        "changed": moment(now),
        "digest": digest_text(facts),
    }
    if (change := save.delta.rows.get(save.programme_id)) is not None:
        assert isinstance(change.after, Head), "a programme keeps its head"
        values |= MAPS[Head].values(change.after)
    number: int | None = connection.scalar(_ADVANCE, values)
    if number is None:
        raise Stale(save.programme_id)
    return number


def store_rows(connection: Connection, programme_id: RowId, delta: Delta) -> None:
    """Store a delta's rows but the head.

    Deletions come last: they cascade, and would take along a row that this delta moves elsewhere.
    """
    changes = delta.rows.values()
    for rows in CHILD_MAPS:
        after = [c for c in changes if type(c.after) is rows.kind]
        fresh = [c.after for c in after if type(c.before) is not rows.kind]
        other = [c.after for c in after if type(c.before) is rows.kind]
        _insert(connection, programme_id, rows, fresh)
        _update(connection, programme_id, rows, other)
    for rows in reversed(CHILD_MAPS):
        before = [c for c in changes if type(c.before) is rows.kind]
        gone = [c.before for c in before if type(c.after) is not rows.kind]
        _delete(connection, programme_id, rows, gone)


def _insert(
    connection: Connection, programme_id: RowId, rows: RowMap, fresh: Sequence[Row | None]
) -> None:
    if fresh:
        values = [{"programme_id": programme_id, **rows.values(row)} for row in fresh if row]
        connection.execute(insert(rows.table), values)


def _update(
    connection: Connection, programme_id: RowId, rows: RowMap, other: Sequence[Row | None]
) -> None:
    if not other:
        return
    values = [{"_programme": programme_id, "_row": r.id, **rows.values(r)} for r in other if r]
    done = connection.execute(_statements(rows.table.name).update, values)
    if connection.dialect.supports_sane_multi_rowcount and done.rowcount != len(values):
        # The revision fits and yet a row is not there: the file is not what we stored.
        place = place_of(connection.engine)
        raise WorldError("library-damaged", place=place, what=_("a row of it is missing"))


def _delete(
    connection: Connection, programme_id: RowId, rows: RowMap, gone: Sequence[Row | None]
) -> None:
    if gone:
        keys = [{"_programme": programme_id, "_row": row.id} for row in gone if row]
        connection.execute(_statements(rows.table.name).delete, keys)


@dataclass(frozen=True, slots=True)
class _Statements:
    """Statements for one kind of row; to put one together takes longer than to run it."""

    update: Update
    delete: Delete


@cache
def _statements(name: str) -> _Statements:
    table = BY_NAME[name].table
    here = table.c.programme_id == bindparam("_programme"), table.c.id == bindparam("_row")
    return _Statements(update(table).where(*here), delete(table).where(*here))
