"""Store the rows that a delta changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, select, update

from aiplanner.app.digest import Digest, digest_text
from aiplanner.app.ports import Save, Shelf, Stale, WorldError
from aiplanner.domain.delta import Delta
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Row

from .mapping import CHILD_MAPS, MAPS, RowMap
from .schema import programme as heads

FIRST = 1
"""The revision of a programme that was just added."""


def add_programme(
    connection: Connection, programme: Programme, digest: Digest, now: datetime
) -> int:
    """Store a new programme at revision 1; its number. PlanError `programme-twice`."""
    if connection.scalar(select(heads.c.number).where(heads.c.id == programme.id)) is not None:
        raise PlanError("programme-twice", id=programme.id)
    values = {
        "revision": FIRST,
        "shelf": Shelf.ACTIVE.value,
        "changed": now,
        "digest": digest_text(digest),
        **MAPS[Head].values(programme.head),
    }
    number: int | None = connection.scalar(insert(heads).values(values).returning(heads.c.number))
    assert number is not None, "the database numbers programmes"
    for rows in CHILD_MAPS:
        own = [row for row in programme.rows.values() if type(row) is rows.kind]
        _insert(connection, programme.id, rows, own)
    return number


def advance(connection: Connection, save: Save, now: datetime) -> int:
    """Take a programme from the revision a save is based on to the next; its number.

    Comes first in a save: it is also the lock. Stale when the programme has moved on, PlanError
    `programme-gone` when there is none.
    """
    values: dict[str, object] = {
        "revision": save.base + 1,
        "changed": now,
        "digest": digest_text(save.digest),
    }
    if (change := save.delta.rows.get(save.programme_id)) is not None:
        assert isinstance(change.after, Head), "a programme keeps its head"
        values |= MAPS[Head].values(change.after)
    here = heads.c.id == save.programme_id
    number: int | None = connection.scalar(
        update(heads)
        .where(here, heads.c.revision == save.base)
        .values(values)
        .returning(heads.c.number)
    )
    if number is not None:
        return number
    if connection.scalar(select(heads.c.number).where(here)) is None:
        raise PlanError("programme-gone", id=save.programme_id)
    raise Stale(save.programme_id)


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
    values = [_keyed(programme_id, rows.values(row)) for row in other if row]
    done = connection.execute(update(rows.table).where(*_here(rows)), values)
    if connection.dialect.supports_sane_multi_rowcount and done.rowcount != len(values):
        # The revision fits and yet a row is not there: the file is not what we stored.
        raise WorldError("library-damaged", what=f"a {rows.table.name} is missing")


def _delete(
    connection: Connection, programme_id: RowId, rows: RowMap, gone: Sequence[Row | None]
) -> None:
    if gone:
        keys = [{"_programme": programme_id, "_row": row.id} for row in gone if row]
        connection.execute(delete(rows.table).where(*_here(rows)), keys)


def _here(rows: RowMap) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    key = rows.table.c
    return key.programme_id == bindparam("_programme"), key.id == bindparam("_row")


def _keyed(programme_id: RowId, values: Mapping[str, object]) -> dict[str, object]:
    rest = {name: value for name, value in values.items() if name != "id"}
    return {"_programme": programme_id, "_row": values["id"], **rest}
