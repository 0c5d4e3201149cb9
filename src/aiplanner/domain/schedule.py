"""The clock of a session: one pure function from its items to their times, shared by everyone.

The rules, in `docs/decisions` and the tests in full: items run on from a cursor; a pinned item
begins at its clock time, and what lies between is a gap or an overlap, reported and never repaired;
a breakout ends with its longest strand; sections, tasks, parked and skipped items add nothing.
For every track: work + breaks + gaps - overlaps = end - start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from aiplanner.domain.cycle import RESTS, WITHOUT_CLOCK, Kind
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import Length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session, Step

DAY = 24 * 60
NIGHT = 12 * 60
"""A clock time earlier than the start is on the next day when that is at most so much later."""

Measure = Callable[[Length], int]
_least, _typical, _most = attrgetter("least"), attrgetter("typical"), attrgetter("most")


@dataclass(frozen=True, slots=True)
class Totals:
    """Minutes by what they are spent on."""

    work: int = 0
    breaks: int = 0
    gaps: int = 0
    overlaps: int = 0

    def __add__(self, other: Totals) -> Totals:
        return Totals(
            self.work + other.work,
            self.breaks + other.breaks,
            self.gaps + other.gaps,
            self.overlaps + other.overlaps,
        )

    @property
    def span(self) -> int:
        """Minutes from start to end."""
        return self.work + self.breaks + self.gaps - self.overlaps


class Slot(NamedTuple):
    """When an item is. `start` counts minutes from midnight of the session's day.

    `start` is None for what has no clock: tasks, and parked and skipped items with all they hold.
    A section's slot takes no time. `gap` and `overlap` lie just before a pinned item. `shared` is
    the time that an untimed item shares with `sharers` untimed items in all (itself among them) up
    to the next pin; its own part of it is in `minutes`.
    """

    item_id: RowId
    start: int | None
    minutes: int = 0
    gap: int = 0
    overlap: int = 0
    shared: int = 0
    sharers: int = 0
    earliest_end: int = 0
    latest_end: int = 0
    totals: Totals = Totals()
    tracks: tuple[Track, ...] = ()

    @property
    def end(self) -> int | None:
        """Minutes from midnight of the session's day."""
        return None if self.start is None else self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Track:
    """A run of items one after the other: a session, or one strand (then `owner` is its id)."""

    owner: RowId
    start: int
    end: int
    slots: tuple[Slot, ...] = ()
    totals: Totals = Totals()

    def walk(self) -> Iterator[Slot]:
        """All slots, those in strands right after their breakout."""
        for slot in self.slots:
            yield slot
            for track in slot.tracks:
                yield from track.walk()


@dataclass(frozen=True, slots=True)
class SessionClock:
    """A session's computed times. Without `clocked`, times count from 0 and are no clock times."""

    session_id: RowId
    clocked: bool
    track: Track
    slots: Mapping[RowId, Slot]
    earliest_end: int
    latest_end: int
    planned: int | None

    @property
    def start(self) -> int:
        """Minutes from midnight."""
        return self.track.start

    @property
    def end(self) -> int:
        """Minutes from midnight of the session's day; beyond 1,440 it is the next day."""
        return self.track.end

    @property
    def totals(self) -> Totals:
        """Work, breaks, gaps and overlaps; they add up to `end - start`."""
        return self.track.totals

    @property
    def planned_end(self) -> int | None:
        """Minutes from midnight of the session's day, where a length is planned."""
        return None if self.planned is None else self.start + self.planned

    @property
    def over(self) -> int:
        """Minutes beyond the planned end; negative when time is left; 0 when nothing is planned."""
        return 0 if self.planned is None else self.end - self.start - self.planned


def schedule(programme: Programme) -> tuple[SessionClock, ...]:
    """The clocks of all sessions, in order."""
    return tuple(session_clock(programme, session) for session in programme.sessions)


def session_clock(programme: Programme, session: Session) -> SessionClock:
    """The computed times of one session."""
    items = programme.items_of(session.id)
    start = _start(programme, session)
    lay = _Layer(programme, start or 0)
    typical = lay.track(session.id, items, start or 0, _typical)
    earliest = latest = typical
    if any(_open_ended(item) for item in programme.walk(session.id)):
        earliest = lay.track(session.id, items, start or 0, _least)
        latest = lay.track(session.id, items, start or 0, _most)
    track = typical if earliest is latest else _with_bounds(typical, earliest, latest)
    return SessionClock(
        session_id=session.id,
        clocked=start is not None,
        track=track,
        slots={slot.item_id: slot for slot in track.walk()},
        earliest_end=earliest.end,
        latest_end=latest.end,
        planned=session.planned,
    )


def minute_of(clock: time, start: int) -> int:
    """Minutes from midnight of the session's day at which `clock` falls, seen from its start.

    A time before the start is on the next day when that makes it at most 12 hours after the start
    (01:00 after a 20:00 start); otherwise it is on the same day, before the start.
    """
    minute = _minute(clock)
    return minute + DAY if minute < start and minute + DAY - start <= NIGHT else minute


def clock_text(minute: int) -> str:
    """A minute from midnight as "HH:MM"; the next day begins again at 00:00."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def counts(item: Item) -> bool:
    """Whether an item takes part in the clock."""
    return item.live and item.kind not in WITHOUT_CLOCK


def ruled_by_strands(programme: Programme, item: Item) -> bool:
    """Whether the strands of a breakout say how long it takes, and not its own length.

    Looked at in the plan, not on the clock: the shortest and the longest case follow one rule.
    """
    return any(
        counts(inner) and (inner.planned_length.timed or ruled_by_strands(programme, inner))
        for strand in programme.strands_of(item.id)
        for inner in programme.items_of(strand.id)
    )


def step_starts(steps: Sequence[Step], start: int) -> tuple[int, ...]:
    """When each step of an item begins, the item beginning at `start`; untimed steps take none."""
    cursor, found = start, []
    for step in steps:
        found.append(cursor)
        cursor += step.minutes or 0
    return tuple(found)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _open_ended(item: Item) -> bool:
    return item.length.low is not None or item.length.high is not None


def _start(programme: Programme, session: Session) -> int | None:
    if session.start is not None:
        return _minute(session.start)
    # The first pin is the only clock time there is, so the session begins as long before it as
    # what comes ahead of it takes.
    items = programme.items_of(session.id)
    for slot in _Layer(programme, 0, pins=False).track(session.id, items, 0, _typical).walk():
        item = programme.get(slot.item_id, Item)
        if item.pin is not None and slot.start is not None and counts(item):
            return (_minute(item.pin) - slot.start) % DAY
    return None


@dataclass(frozen=True, slots=True)
class _Layer:
    """Lays items one after the other; holds what stays the same all over one session."""

    programme: Programme
    session_start: int
    pins: bool = True
    """Whether pinned items begin at their clock time, or run on like all others."""

    def track(self, owner: RowId, items: Sequence[Item], start: int, measure: Measure) -> Track:
        """Lay the items of a session or strand from `start` on."""
        cursor, slots = start, list[Slot]()
        for segment, next_pin in _segments(items):
            until = self._pinned(next_pin)
            laid = self._segment(segment, cursor, until, measure)
            slots += laid
            cursor = _end(laid, cursor)
        return Track(owner, start, cursor, tuple(slots), _summed(slots))

    def _segment(
        self, items: Sequence[Item], cursor: int, until: int | None, measure: Measure
    ) -> list[Slot]:
        laid = self._run(items, cursor, measure, {})
        space = 0 if until is None else until - _end(laid, cursor)
        both = zip(items, laid, strict=True)
        untimed = [item.id for item, slot in both if not slot.minutes and self._open(item)]
        if space <= 0 or not untimed:
            return laid
        laid = self._run(items, cursor, measure, _shares(untimed, space))
        return [
            slot._replace(shared=space, sharers=len(untimed)) if slot.item_id in untimed else slot
            for slot in laid
        ]

    def _run(
        self, items: Sequence[Item], cursor: int, measure: Measure, shares: Mapping[RowId, int]
    ) -> list[Slot]:
        laid = []
        for item in items:
            slot = self._slot(item, cursor, measure, shares.get(item.id, 0))
            cursor = cursor if slot.end is None else slot.end
            laid.append(slot)
        return laid

    def _slot(self, item: Item, cursor: int, measure: Measure, share: int) -> Slot:
        if not counts(item):
            heading = item.kind is Kind.SECTION and item.live
            if not heading:
                return Slot(item.id, None, tracks=self._idle(item))
            return Slot(item.id, cursor, earliest_end=cursor, latest_end=cursor)
        if item.pin is None and item.kind is not Kind.BREAKOUT:  # most items by far
            spent = self._spent(item, share or measure(item.planned_length))
            end = cursor + (minutes := spent.span)
            return Slot(item.id, cursor, minutes, 0, 0, 0, 0, end, end, spent)
        pinned = self._pinned(item.pin)
        start = cursor if pinned is None else pinned
        gap, overlap = max(0, start - cursor), max(0, cursor - start)
        tracks = self._tracks(item, start, measure)
        longest = max(tracks, key=attrgetter("end")) if tracks else None
        if longest is not None and (longest.end > start or self._strands_rule(item, share)):
            spent = _from(longest, start)
        else:
            spent = self._spent(item, share or measure(item.planned_length))
        minutes, totals = spent.span, spent
        if gap or overlap:
            totals = spent + Totals(gaps=gap, overlaps=overlap)
        end = start + minutes
        return Slot(item.id, start, minutes, gap, overlap, 0, 0, end, end, totals, tracks)

    def _pinned(self, pin: time | None) -> int | None:
        return minute_of(pin, self.session_start) if self.pins and pin is not None else None

    def _idle(self, item: Item) -> tuple[Track, ...]:
        """The strands of a breakout that does not count: their items have slots but no clock."""
        return tuple(
            Track(
                strand.id,
                0,
                0,
                tuple(
                    Slot(held.id, None, tracks=self._idle(held))
                    for held in self.programme.items_of(strand.id)
                ),
            )
            for strand in self.programme.strands_of(item.id)
        )

    def _tracks(self, item: Item, start: int, measure: Measure) -> tuple[Track, ...]:
        if item.kind is not Kind.BREAKOUT:
            return ()
        return tuple(
            self.track(strand.id, self.programme.items_of(strand.id), start, measure)
            for strand in self.programme.strands_of(item.id)
        )

    def _open(self, item: Item) -> bool:
        untimed = counts(item) and not item.planned_length.timed
        return untimed and not ruled_by_strands(self.programme, item)

    def _strands_rule(self, item: Item, share: int) -> bool:
        """Whether strands that take no time still say how long their breakout is."""
        own = item.planned_length.timed or share
        return not own or ruled_by_strands(self.programme, item)

    def _spent(self, item: Item, minutes: int) -> Totals:
        if item.kind in RESTS:
            return _totals(0, minutes)
        parts = self.programme.children_of(item.id)
        breaks = [part.minutes or 0 for part in parts if isinstance(part, Step) and part.is_break]
        rest = min(sum(breaks), minutes) if breaks else 0
        return _totals(minutes - rest, rest)


@lru_cache(maxsize=4096)
def _totals(work: int, breaks: int) -> Totals:
    """The same few figures come again and again, for every item at every keystroke."""
    return Totals(work, breaks)


def _segments(items: Sequence[Item]) -> Iterator[tuple[Sequence[Item], time | None]]:
    """Cut a run of items before each pinned one; with each piece goes the pin that ends it."""
    cuts = [n for n, item in enumerate(items) if item.pin is not None and counts(item)]
    edges = [0, *cuts, len(items)]
    for first, last in pairwise(edges):
        if first < last:
            yield items[first:last], items[last].pin if last < len(items) else None


def _summed(slots: Sequence[Slot]) -> Totals:
    work = breaks = gaps = overlaps = 0
    for slot in slots:
        totals = slot.totals
        work += totals.work
        breaks += totals.breaks
        gaps += totals.gaps
        overlaps += totals.overlaps
    return Totals(work, breaks, gaps, overlaps)


def _end(slots: Sequence[Slot], cursor: int) -> int:
    return next((slot.end for slot in reversed(slots) if slot.end is not None), cursor)


def _shares(untimed: Sequence[RowId], space: int) -> dict[RowId, int]:
    part, rest = divmod(space, len(untimed))
    return {key: part + (1 if n < rest else 0) for n, key in enumerate(untimed)}


def _from(track: Track, start: int) -> Totals:
    """A strand's totals; one that would end before its breakout begins ends with its beginning."""
    back = max(0, start - track.end)
    return replace(track.totals, overlaps=track.totals.overlaps - back)


def _with_bounds(typical: Track, earliest: Track, latest: Track) -> Track:
    slots = tuple(
        slot._replace(
            earliest_end=low.end or 0,
            latest_end=high.end or 0,
            tracks=tuple(
                _with_bounds(*ways)
                for ways in zip(slot.tracks, low.tracks, high.tracks, strict=True)
            ),
        )
        for slot, low, high in zip(typical.slots, earliest.slots, latest.slots, strict=True)
    )
    return replace(typical, slots=slots)
