"""Give an item so many minutes in all, whatever sort of length it has."""

from __future__ import annotations

from dataclasses import replace

from aiplanner.domain.cycle import WITHOUT_CLOCK, State
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import Length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import ruled_by_strands

from .fields import set_fields


def set_minutes(programme: Programme, item_id: RowId, minutes: int) -> Programme:
    """Make an item take `minutes` (at least 0), keeping what else its length says.

    A range keeps its bounds, or is widened to hold the minutes; of "6 × 3" the minutes a turn
    change, to the nearest whole number; an item planned short gets another short version. PlanError
    `length-of-strands` for a breakout whose strands say how long it is, `length-without-clock` for
    what takes no time, and those of `set_fields`.
    """
    item = programme.get(item_id, Item)
    if item.kind in WITHOUT_CLOCK:
        raise PlanError("length-without-clock", kind=item.kind)
    if ruled_by_strands(programme, item):
        raise PlanError("length-of-strands", title=item.title)
    minutes = max(0, minutes)
    if item.state is State.SHORT and item.short_minutes is not None:
        return set_fields(programme, item_id, short_minutes=minutes)
    return set_fields(programme, item_id, length=with_minutes(item.length, minutes))


def with_minutes(length: Length, minutes: int) -> Length:
    """The length with other typical minutes in all; its bounds go on holding them."""
    if length.times is None:
        made = replace(length, minutes=minutes)
    else:
        made = replace(length, minutes=max(1, round(minutes / length.times)))
    low = None if made.low is None else min(made.low, made.typical)
    high = None if made.high is None else max(made.high, made.typical)
    return replace(made, low=low, high=high)
