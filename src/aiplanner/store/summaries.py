"""List, find and shelve programmes without opening them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, or_, select, update

from aiplanner.app.digest import read_digest
from aiplanner.app.ports import Shelf, Summary
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId

from .columns import moment
from .folding import folded
from .schema import programme
from .search import numbers_with
from .word_index import forget_words

_LISTED = select(
    programme.c.id,
    programme.c.title,
    programme.c.service,
    programme.c.shelf,
    programme.c.revision,
    programme.c.changed,
    programme.c.digest,
    programme.c.shelved,
).order_by(programme.c.changed.desc(), programme.c.number.desc())

_time = datetime.fromisoformat
_SHELVES = {shelf.value: shelf for shelf in Shelf}


def list_programmes(connection: Connection, shelf: Shelf | None, sought: str) -> list[Summary]:
    """Programmes of a shelf (None: all) in which every sought word begins a word."""
    parts = folded(sought)
    if sought.strip() and not parts:
        return []
    wanted = _LISTED
    if shelf is not None:
        wanted = wanted.where(programme.c.shelf == shelf.value)
    for part in parts:
        wanted = wanted.where(programme.c.number.in_(numbers_with(connection, part)))
    found = connection.execute(wanted).all()
    return [
        Summary(
            id=RowId(key),
            title=title,
            service=service,
            shelf=_SHELVES[place],
            revision=revision,
            changed=_time(changed),
            digest=read_digest(facts),
            shelved=shelved and _time(shelved),
        )
        for key, title, service, place, revision, changed, facts, shelved in found
    ]


def find_programme(connection: Connection, reference: str) -> RowId:
    """As `Library.find`."""
    if "\0" in reference:  # which PostgreSQL would not even look for
        raise PlanError("programme-unknown", reference=reference)
    key = programme.c.id
    beginning = key.startswith(reference.lower() or " ", autoescape=True)
    either = or_(key == reference, beginning, programme.c.title == reference)
    there = programme.c.shelf != Shelf.BIN.value
    found = list(connection.scalars(select(key).where(either, there)))
    if reference in found:
        return RowId(reference)
    if not found:
        raise PlanError("programme-unknown", reference=reference)
    if len(found) > 1:
        raise PlanError("programme-ambiguous", reference=reference, count=len(found))
    return RowId(found[0])


def put_on_shelf(connection: Connection, programme_id: RowId, shelf: Shelf, now: datetime) -> None:
    """As `Library.shelve`; PlanError `programme-gone`."""
    here = programme.c.id == programme_id
    done = connection.execute(
        update(programme).where(here).values(shelf=shelf.value, shelved=moment(now))
    )
    if not done.rowcount:
        raise PlanError("programme-gone", id=programme_id)


def delete_programmes(connection: Connection, ids: Sequence[RowId]) -> None:
    """Delete programmes with all that hangs on them."""
    for programme_id in ids:
        here = programme.c.id == programme_id
        number = connection.scalar(select(programme.c.number).where(here))
        if number is not None:
            forget_words(connection, number)
            connection.execute(delete(programme).where(here))


def old_in_bin(connection: Connection, before: datetime) -> list[RowId]:
    """The programmes that came to the bin before then."""
    there = (programme.c.shelf == Shelf.BIN.value, programme.c.shelved < moment(before))
    return [RowId(key) for key in connection.scalars(select(programme.c.id).where(*there))]
