"""What dragging a block asks of the plan: another place, a clock time, another length."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import time

from aiplanner.domain.cycle import State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import set_pin
from aiplanner.domain.edits.minutes import set_minutes
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import DAY
from aiplanner.domain.timeline import Block, Shape
from aiplanner.ui.models.running_order_places import Place, moved_to

STEP = 5
"""Minutes by which lengths and pins go where nothing finer is asked for."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Items go to another place; with `pin` the first of them begins at that clock time.

    What was parked or skipped and is put among what takes part is planned again.
    """

    items: tuple[RowId, ...]
    place: Place
    pin: time | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """An item takes so many minutes in all."""

    item: RowId
    minutes: int


Wish = Shift | Stretch


def wished(programme: Programme, wish: Wish) -> Programme:
    """The programme as it would be; PlanError where it refuses."""
    if isinstance(wish, Stretch):
        return set_minutes(programme, wish.item, wish.minutes)
    programme = moved_to(programme, wish.items, wish.place)
    for item_id in wish.items:
        if not programme.get(item_id, Item).live:
            programme = set_fields(programme, item_id, state=State.PLANNED)
    return programme if wish.pin is None else set_pin(programme, wish.items[0], wish.pin)


def place_among(
    programme: Programme,
    blocks: Sequence[Block],
    track: RowId,
    moving: Collection[RowId],
    ahead: Callable[[Block], bool],
) -> Place:
    """The place in a track behind every item that is `ahead` of the pointer."""
    siblings = [item.id for item in programme.items_of(track)]
    shown = [
        block
        for block in blocks
        if block.shape is Shape.ITEM and block.track == track and block.row not in moving
    ]
    following = next((block.row for block in shown if not ahead(block)), None)
    if following is not None:
        return Place(track, siblings.index(following))
    last = shown[-1].row if shown else None
    return Place(track, siblings.index(last) + 1 if last is not None else len(siblings))


def clock_at(minute: int, step: int = STEP) -> time:
    """A minute of the session's day as a clock time, to the nearest step."""
    near = round(minute / step) * step % DAY
    return time(near // 60, near % 60)


def next_length(minutes: int, by: int, step: int = STEP) -> int:
    """The next length up (1) or down (-1) that is a whole number of steps; never below one step."""
    if by > 0:
        return (minutes // step + 1) * step
    return max(step, -(-minutes // step) * step - step)
