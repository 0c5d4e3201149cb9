"""List what is still to be done in all programmes, without opening one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    listed = select(programme.c.id, programme.c.title, programme.c.shelf)
    # A join would look up the actions programme by programme, all over the file; to read each
    # table once through takes a third of the time where there are thousands.
    titles = {
        key: (title, shelf == Shelf.ARCHIVED.value)
        for key, title, shelf in connection.execute(listed.where(programme.c.shelf.in_(shelves)))
    }
    return in_order(
        one for sort in _SORTS for one in _found(connection, sort, _query(sort, last), titles)
    )


def _query(sort: Sort, last: date | None) -> Select[Any]:
    """One shape for every sort, so that one loop reads them all."""
    table = BY_NAME[sort.value].table
    of = table.c
    wanted = select(
        *(of.programme_id, of.id, of.text),
        *(_or(table, "person", ""), of.due, _or(table, "first_step", "")),
        of.first_due if "first_due" in of else null(),
        *(_or(table, "progress", Progress.PLANNED.value), _or(table, "learned", "")),
    )
    wanted = wanted.where(of.progress.in_(_OPEN) if "progress" in of else of.due.is_not(None))
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


def _found(
    connection: Connection,
    sort: Sort,
    wanted: Select[Any],
    titles: Mapping[str, tuple[str, bool]],
) -> Iterator[Tracked]:
    for record in connection.execute(wanted).all():
        key, row, text, person, due, first_step, first_due, progress, learned = record
        whose = titles.get(key)
        says = text.strip() or sort is Sort.REVIEW
        if whose is None or learned.strip() or not says:
            continue
        title, archived = whose
        yield Tracked(
            programme_id=key,
            title=title,
            id=row,
            sort=sort,
            text=text,
            person=person,
            due=due,
            first_step=first_step,
            first_due=first_due,
            progress=_PROGRESS[progress],
            archived=archived,
        )
