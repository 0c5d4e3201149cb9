"""What of a programme has, or should have, a day: sessions, tasks between them, reviews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import combinations

from aiplanner.domain.cycle import Kind
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.domain.schedule import DAY, SessionClock, schedule


class Sort(Enum):
    """What an entry stands for."""

    SESSION = "session"
    TASK = "task"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with a day. `start` and `end` count minutes from midnight of that day.

    Only a session with a clock has them; its end is that of its running order or, where that is
    later, the planned one. `number` counts sessions from 1; a task has that of its session.
    """

    sort: Sort
    row: RowId
    title: str
    day: date | None = None
    start: int | None = None
    end: int | None = None
    number: int = 0


def entries(programme: Programme) -> tuple[Entry, ...]:
    """Every session, each followed by the tasks after it, and then the reviews, in order."""
    return tuple(_entries(programme))


def clashes(found: Sequence[Entry]) -> Mapping[RowId, tuple[RowId, ...]]:
    """For each session that takes place while another does: the others, in their order."""
    timed = [entry for entry in found if entry.day and entry.start is not None]
    pairs = [(a.row, b.row) for a, b in combinations(timed, 2) if _together(a, b)]
    clashing: dict[RowId, list[RowId]] = {}
    for one, other in pairs:
        clashing.setdefault(one, []).append(other)
        clashing.setdefault(other, []).append(one)
    return {row: tuple(others) for row, others in clashing.items()}


def out_of_order(found: Sequence[Entry]) -> frozenset[RowId]:
    """The sessions that are dated before one that comes ahead of them."""
    latest: date | None = None
    early = set()
    for entry in found:
        if entry.sort is not Sort.SESSION or entry.day is None:
            continue
        if latest is not None and entry.day < latest:
            early.add(entry.row)
        latest = entry.day if latest is None else max(latest, entry.day)
    return frozenset(early)


def first_day_for(found: Sequence[Entry], row: RowId, today: date) -> date:
    """The day to begin with where something has none: a week after what is ahead, or today."""
    ahead = [entry.day for entry in found[: [e.row for e in found].index(row)] if entry.day]
    return max(ahead) + timedelta(days=7) if ahead else today


def _entries(programme: Programme) -> Iterator[Entry]:
    for number, (session, clock) in enumerate(
        zip(programme.sessions, schedule(programme), strict=True), 1
    ):
        yield _session(session, clock, number)
        for item in programme.items_of(session.id):
            if item.kind is Kind.TASK:
                yield Entry(Sort.TASK, item.id, item.title, item.due, number=number)
    for review in programme.reviews:
        yield Entry(Sort.REVIEW, review.id, review.text, review.due)


def _session(session: Session, clock: SessionClock, number: int) -> Entry:
    start = clock.start if clock.clocked else None
    end = max(clock.end, clock.planned_end or clock.end) if clock.clocked else None
    return Entry(Sort.SESSION, session.id, session.title, session.day, start, end, number)


def _together(one: Entry, other: Entry) -> bool:
    return _begins(one) < _ends(other) and _begins(other) < _ends(one)


def _begins(entry: Entry) -> int:
    assert entry.day is not None, "only what has a day can clash"
    return entry.day.toordinal() * DAY + (entry.start or 0)


def _ends(entry: Entry) -> int:
    assert entry.day is not None, "only what has a day can clash"
    return entry.day.toordinal() * DAY + (entry.end or 0)
