"""Edits of the running order: add, move, duplicate, delete items, and their length and pin."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import time

from aiplanner.domain.cycle import Kind
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import parse_length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Row, Session, Strand

from .fields import checked, set_fields
from .order import placed
from .programme import NewId, to_copy_below, with_ids


def add_item(
    programme: Programme, item: Item, parent: RowId, index: int | None = None
) -> Programme:
    """Add an item to a session or strand at `index` (None: last)."""
    siblings = programme.items_of(parent)
    at = len(siblings) if index is None else index
    return checked(programme, *placed(_under(programme, item, parent), siblings, at))


def move_item(programme: Programme, item_id: RowId, parent: RowId, index: int) -> Programme:
    """Put an item, with all it holds, at `index` among the other items of a session or strand.

    PlanError `parent-circle` when a breakout would end up inside itself.
    """
    item = programme.get(item_id, Item)
    moved = _under(programme, item, parent)
    return checked(programme, *placed(moved, programme.items_of(parent), index))


def move_items(
    programme: Programme, item_ids: Sequence[RowId], parent: RowId, index: int
) -> Programme:
    """Put several items one after the other, the first at `index` among the items that stay."""
    staying = [item.id for item in programme.items_of(parent) if item.id not in item_ids]
    following = next(iter(staying[max(0, index) :]), None)
    for item_id in item_ids:
        others = [item.id for item in programme.items_of(parent) if item.id != item_id]
        at = len(others) if following is None else others.index(following)
        programme = move_item(programme, item_id, parent, at)
    return programme


def duplicate_item(programme: Programme, item_id: RowId, new_id: NewId) -> Programme:
    """Add a copy of an item, with all it holds but its pin, right after it.

    What was noted of the first one (how it went, hints done without) is not of its copy.
    """
    item = programme.get(item_id, Item)
    below = to_copy_below(programme, item_id)
    ids = {key: new_id() for key in (item_id, *below)}
    copy = replace(item, id=ids[item_id], pin=None)
    siblings = programme.items_of(item.parent_id)
    after = [sibling.id for sibling in siblings].index(item_id) + 1
    with_copy = programme.put(*placed(copy, siblings, after))
    return checked(with_copy, *with_ids(below, ids).values())


def delete_items(programme: Programme, item_ids: Collection[RowId]) -> Programme:
    """Delete items and all they hold."""
    return programme.drop([programme.get(item_id, Item).id for item_id in item_ids])


def set_length(programme: Programme, item_id: RowId, typed: str) -> Programme:
    """Set an item's length as typed; PlanError as `parse_length`."""
    item = programme.get(item_id, Item)
    length = parse_length(typed)
    if length.times is not None:
        length = replace(length, each=item.length.each)
    return set_fields(programme, item_id, length=length)


def set_pin(programme: Programme, item_id: RowId, pin: time | None) -> Programme:
    """Pin an item to a clock time, or (None) let it run on; what has no clock cannot be pinned."""
    item = programme.get(item_id, Item)
    if pin is not None and item.kind in (Kind.SECTION, Kind.TASK):
        raise PlanError("pin-without-clock", kind=item.kind)
    return set_fields(programme, item_id, pin=pin)


def set_kind(programme: Programme, item_id: RowId, kind: Kind) -> Programme:
    """Make an item another kind of row; a breakout with strands stays one (PlanError)."""
    return set_fields(programme, item_id, kind=kind)


def _under(programme: Programme, item: Item, parent: RowId) -> Item:
    holder: Row | None = programme.rows.get(parent)
    match holder:
        case Session():
            return replace(item, session_id=parent, strand_id=None)
        case Strand():
            return replace(item, session_id=None, strand_id=parent)
        case _:
            raise PlanError("row-gone", id=parent)
