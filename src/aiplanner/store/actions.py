"""List what is still to be done in all programmes, without opening one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    literal,
    null,
    or_,
    select,
)

from aiplanner.app.actions_due import in_order
from aiplanner.app.ports import Shelf
from aiplanner.app.tracked import OVER, Tracked
from aiplanner.domain.findings import Progress, Sort
from aiplanner.domain.ids import RowId

from .mapping import BY_NAME
from .schema import programme

_SORTS = (Sort.ACTION, Sort.PROMISE, Sort.REVIEW)
_PROGRESS = {progress.value: progress for progress in Progress}
_OPEN = [progress.value for progress in Progress if progress not in OVER]


def list_tracked(
    connection: Connection, last: date | None, *, archived: bool
) -> tuple[Tracked, ...]:
    """As `Library.tracked`."""
    shelves = [Shelf.ACTIVE.value, *([Shelf.ARCHIVED.value] if archived else [])]
    there = programme.c.shelf.in_(shelves)
    return in_order(
        one for sort in _SORTS for one in _found(connection, sort, _query(sort, last).where(there))
    )


def _query(sort: Sort, last: date | None) -> Select[Any]:
    """One shape for every sort, so that one loop reads them all."""
    table = BY_NAME[sort.value].table
    of = table.c
    wanted = select(
        *(programme.c.id, programme.c.title, programme.c.shelf, of.id, of.text),
        *(_or(table, "person", ""), of.due, _or(table, "first_step", "")),
        of.first_due if "first_due" in of else null(),
        *(_or(table, "progress", Progress.PLANNED.value), _or(table, "learned", "")),
    ).where(of.programme_id == programme.c.id)
    if "progress" in of:
        wanted = wanted.where(of.progress.in_(_OPEN))
    else:
        wanted = wanted.where(of.due.is_not(None))
    return wanted if last is None else wanted.where(_until(table, last))


def _until(table: Table, last: date) -> ColumnElement[bool]:
    """What `actions_due.next_day` says, for the database: a first step counts while nothing began.

    Without this a library of many programmes would hand over everything that is due one day.
    """
    of = table.c
    if "first_due" not in of:
        return of.due <= last
    begins = and_(of.progress == Progress.PLANNED.value, of.first_due <= last)
    return or_(of.due <= last, begins)


def _or(table: Table, name: str, otherwise: str) -> ColumnElement[str]:
    return table.c[name] if name in table.c else literal(otherwise)


def _found(connection: Connection, sort: Sort, wanted: Select[Any]) -> Iterator[Tracked]:
    for record in connection.execute(wanted):
        key, title, shelf, row, text, person, due, first_step, first_due, progress, learned = record
        if learned.strip() or not (text.strip() or sort is Sort.REVIEW):
            continue
        yield Tracked(
            programme_id=RowId(key),
            title=title,
            id=RowId(row),
            sort=sort,
            text=text,
            person=person,
            due=due,
            first_step=first_step,
            first_due=first_due,
            progress=_PROGRESS[progress],
            archived=shelf == Shelf.ARCHIVED.value,
        )
