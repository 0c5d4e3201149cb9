"""The hint on breaks: nobody works longer than ninety minutes on end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from aiplanner.domain.checks.verdict import Fault, Laid, Verdict, judged
from aiplanner.domain.cycle import RESTS
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import Slot, Track, counts, step_starts

LONGEST = 90
"""Minutes of work without a break."""
FREE = 5
"""A gap, or a wait for a longer strand, of so many minutes is as good as a break."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Work without a break, in minutes of the clock; `item_id` is where it grew too long."""

    start: int | None = None
    end: int = 0
    item_id: RowId | None = None

    @property
    def minutes(self) -> int:
        """How long it is so far."""
        return 0 if self.start is None else self.end - self.start


Walked = Iterator[Stretch]
_RESTED = Stretch()


def breaks(laid: Laid) -> Verdict:
    """No more than 90 minutes without a break (domain facts 4.4: one every 75 to 90, GK).

    Meals, arrivals, journeys, social time, breaks inside an item and gaps of five minutes or more
    are breaks too, and so is a break whose length nobody has said. Strands are followed one by one.
    Silent for a session without any timed work.
    """
    timed = [(session, clock) for session, clock in laid.sessions if clock.totals.work]
    faults = (
        fault
        for session, clock in timed
        for fault in _faults(session.id, stretches(laid.programme, clock.track))
    )
    return judged("breaks", timed, faults)


def stretches(programme: Programme, track: Track) -> tuple[Stretch, ...]:
    """All stretches of work of a session, and of every way through its strands."""
    walk = _Walk(programme, [])
    walk.close(walk.track(track, _RESTED))
    return tuple(walk.found)


def _faults(session: RowId, found: tuple[Stretch, ...]) -> Iterator[Fault]:
    # Strands that run side by side may grow too long at the same place: said once, at its worst.
    worst: dict[RowId | None, int] = {}
    for stretch in found:
        if stretch.minutes > LONGEST:
            worst[stretch.item_id] = max(worst.get(stretch.item_id, 0), stretch.minutes)
    for item, minutes in worst.items():
        yield item, {"session": session, "item": item, "minutes": minutes}


@dataclass(frozen=True, slots=True)
class _Walk:
    programme: Programme
    found: list[Stretch]

    def track(self, track: Track, so_far: Stretch) -> Stretch:
        for slot in track.slots:
            item = self.programme.get(slot.item_id, Item)
            if counts(item) and slot.start is not None:
                so_far = self._slot(item, slot, so_far)
        return so_far

    def close(self, stretch: Stretch) -> Stretch:
        """End a stretch, because a break begins."""
        if stretch.minutes:
            self.found.append(stretch)
        return _RESTED

    def _slot(self, item: Item, slot: Slot, so_far: Stretch) -> Stretch:
        if slot.gap >= FREE or item.kind in RESTS:
            so_far = self.close(so_far)
        if item.kind in RESTS:
            return so_far
        if slot.minutes and any(track.end > (slot.start or 0) for track in slot.tracks):
            return self._side_by_side(slot, so_far)
        return self._alone(item, slot, so_far)

    def _side_by_side(self, slot: Slot, so_far: Stretch) -> Stretch:
        """Who comes out of the strands with the longest stretch behind them counts from then on."""
        ends = [self._strand(track, slot.end or 0, so_far) for track in slot.tracks]
        return max(ends, key=lambda stretch: stretch.minutes)

    def _strand(self, track: Track, until: int, so_far: Stretch) -> Stretch:
        so_far = self.track(track, so_far)
        return self.close(so_far) if until - track.end >= FREE else so_far

    def _alone(self, item: Item, slot: Slot, so_far: Stretch) -> Stretch:
        begin, until = slot.start or 0, slot.end or 0
        steps = self.programme.steps_of(item.id)
        for step, start in zip(steps, step_starts(steps, begin), strict=True):
            if step.is_break:
                self.close(_longer(so_far, begin, min(start, until), item.id))
                so_far, begin = _RESTED, min(start + (step.minutes or 0), until)
        return _longer(so_far, begin, until, item.id)


def _longer(stretch: Stretch, start: int, end: int, item: RowId) -> Stretch:
    """The stretch with work from `start` to `end` added."""
    if end <= start:
        return stretch
    begun = replace(stretch, start=start) if stretch.start is None else stretch
    longer = replace(begun, end=max(begun.end, end))
    # The place to put a break is where the ninety minutes were full.
    crossed = begun.minutes <= LONGEST < longer.minutes
    return replace(longer, item_id=item) if crossed or begun.item_id is None else longer
