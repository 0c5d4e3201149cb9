"""Where items can go in a running order: between two lines, or by one step of the keyboard."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from aiplanner.domain.cycle import Kind
from aiplanner.domain.edits.items import move_items
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Strand
from aiplanner.ui.models.running_order_lines import Line, Sort


@dataclass(frozen=True, slots=True)
class Place:
    """Among the items of a session or strand; `index` counts all of them as they stand now."""

    parent: RowId
    index: int


def place_before(programme: Programme, lines: Sequence[Line], row: int) -> Place | None:
    """The place that lies just above a line; None below the running order and its tasks."""
    if row >= len(lines):
        return end_of(programme, lines[-1].row) if lines else None
    line = lines[row]
    match line.sort:
        case Sort.ITEM | Sort.TASK | Sort.NOTICE:
            return _at(programme, line.row)
        case Sort.ADD | Sort.ADD_TASK:
            return end_of(programme, line.row)
        case Sort.STRAND if row and lines[row - 1].sort is Sort.ADD:
            return end_of(programme, lines[row - 1].row)
        case Sort.STRAND:
            return Place(line.row, 0)
        case _:
            return None


def end_of(programme: Programme, parent: RowId) -> Place:
    """The place behind all items of a session or strand."""
    return Place(parent, len(programme.items_of(parent)))


def place_after(programme: Programme, line: Line) -> Place | None:
    """The place where something new goes when a line is in focus; None: at the end of it all."""
    match line.sort:
        case Sort.ITEM:
            place = _at(programme, line.row)
            return Place(place.parent, place.index + 1)
        case Sort.NOTICE:
            return _at(programme, line.row)
        case Sort.STRAND | Sort.ADD:
            return end_of(programme, line.row)
        case _:
            return None


def moved_to(programme: Programme, items: Collection[RowId], place: Place) -> Programme:
    """The programme with the items, in the order they had, at a place; PlanError as `move_item`."""
    siblings = [item.id for item in programme.items_of(place.parent)]
    ahead = sum(1 for item in siblings[: place.index] if item not in items)
    return move_items(programme, list(items), place.parent, ahead)


def outermost(programme: Programme, items: Iterable[RowId]) -> list[RowId]:
    """The items that do not stand in a breakout which is itself among them."""
    chosen = list(items)
    return [item for item in chosen if not _stands_in(programme, item, set(chosen))]


def _stands_in(programme: Programme, item_id: RowId, chosen: set[RowId]) -> bool:
    item = programme.get(item_id, Item)
    while item.strand_id is not None:
        item = programme.get(programme.get(item.strand_id, Strand).item_id, Item)
        if item.id in chosen:
            return True
    return False


def stepped(programme: Programme, item_id: RowId, by: int) -> Place | None:
    """The place one step up (-1) or down (1): past its neighbour, or into the strand next door.

    Tasks step past tasks, and items past items; None where there is nowhere to go.
    """
    item = programme.get(item_id, Item)
    siblings = programme.items_of(item.parent_id)
    here = [sibling.id for sibling in siblings].index(item_id)
    task = item.kind is Kind.TASK and item.strand_id is None
    index = here + by
    while 0 <= index < len(siblings):
        if item.strand_id is not None or (siblings[index].kind is Kind.TASK) is task:
            return Place(item.parent_id, index + 1 if by > 0 else index)
        index += by
    return None if item.strand_id is None else _next_door(programme, item.strand_id, by)


def inward(programme: Programme, item_id: RowId) -> Place | None:
    """The end of the first strand of the breakout just above an item."""
    item = programme.get(item_id, Item)
    siblings = programme.items_of(item.parent_id)
    here = [sibling.id for sibling in siblings].index(item_id)
    strands = programme.strands_of(siblings[here - 1].id) if here else ()
    return end_of(programme, strands[0].id) if strands else None


def outward(programme: Programme, item_id: RowId) -> Place | None:
    """The place just after the breakout in which an item stands."""
    item = programme.get(item_id, Item)
    if item.strand_id is None:
        return None
    breakout = programme.get(programme.get(item.strand_id, Strand).item_id, Item)
    place = _at(programme, breakout.id)
    return Place(place.parent, place.index + 1)


def _next_door(programme: Programme, strand_id: RowId, by: int) -> Place | None:
    strand = programme.get(strand_id, Strand)
    strands = [s.id for s in programme.strands_of(strand.item_id)]
    index = strands.index(strand_id) + by
    if not 0 <= index < len(strands):
        return None
    return Place(strands[index], 0) if by > 0 else end_of(programme, strands[index])


def _at(programme: Programme, item_id: RowId) -> Place:
    parent = programme.get(item_id, Item).parent_id
    return Place(parent, [item.id for item in programme.items_of(parent)].index(item_id))
