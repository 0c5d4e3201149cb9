"""Where a session that is being held has got to: what was, what is under way, what comes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from aiplanner.domain.cycle import State
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import Length
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import counts, ruled_by_strands

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Place:
    """The outermost items of a session that take part, in order, cut where a run stands.

    `present` is None before the first and after the last item, and when the one under way was
    deleted, moved away, skipped or parked meanwhile: then the plan goes on with `after`.
    """

    before: tuple[Item, ...] = ()
    present: Item | None = None
    after: tuple[Item, ...] = ()


def stops_of(programme: Programme, session_id: RowId) -> tuple[Item, ...]:
    """The outermost items through which a session goes when it is held, in order."""
    return tuple(item for item in programme.items_of(session_id) if counts(item))


def place_in(programme: Programme, run: Run) -> Place:
    """Where a run stands in the plan as it is now."""
    items = programme.items_of(run.session_id)
    if run.ended is not None:
        return Place(before=tuple(filter(counts, items)))
    cut = _cut(programme, run, items)
    here = items[cut] if cut < len(items) and items[cut].id == run.item_id else None
    present = here if here is not None and counts(here) else None
    before, after = items[:cut], items[cut:] if here is None else items[cut + 1 :]
    return Place(tuple(filter(counts, before)), present, tuple(filter(counts, after)))


def last_held(programme: Programme, session_id: RowId) -> Item | None:
    """The outermost item of a session that ended last."""
    held = [
        (timing.ended, n, item)
        for n, item in enumerate(stops_of(programme, session_id))
        if (timing := programme.timing_of(item.id)) is not None
    ]
    return max(held, key=lambda one: one[:2])[2] if held else None


def real_minutes(timing: Timing) -> int:
    """How long an item really took, to the nearest minute."""
    return (timing.ended - timing.began + MINUTE / 2) // MINUTE


def real_length(programme: Programme, item: Item) -> Length | None:
    """The length that an item gets when it is planned as long as it really took.

    None where that is not known, is what is planned already, or is not the item's to say: a
    breakout is as long as its strands. Turns ("6 x 3") stay turns of whole minutes, at least as
    long as it took; bounds give way as far as they must.
    """
    timing = programme.timing_of(item.id)
    if timing is None or ruled_by_strands(programme, item):
        return None
    old, real = item.planned_length, max(1, real_minutes(timing))
    new = replace(old, minutes=real if old.times is None else -(-real // old.times))
    if old.low is not None:
        new = replace(new, low=min(old.low, new.typical))
    if old.high is not None:
        new = replace(new, high=max(old.high, new.typical))
    return None if new.typical == old.typical else new


def planned_as_held(item: Item, length: Length) -> Item:
    """The item with a length in the place where the one that counts now stands."""
    if item.state is State.SHORT and item.short_minutes is not None:
        return replace(item, short_minutes=length.typical)
    return replace(item, length=length)


def _cut(programme: Programme, run: Run, items: tuple[Item, ...]) -> int:
    """Where the item under way stands; of one that is gone, right after what was held before."""
    for n, item in enumerate(items):
        if item.id == run.item_id:
            return n
    held = [n for n, item in enumerate(items) if programme.timing_of(item.id) is not None]
    return held[-1] + 1 if held else 0
