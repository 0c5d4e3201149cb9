"""Edits of what an item holds: strands, steps, capabilities, materials, sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from aiplanner.domain.cycle import Capability, Role
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item, ItemPart, Material, Sheet, Step, Strand

from .fields import checked
from .order import placed

Ordered = TypeVar("Ordered", Strand, Step, Material, Sheet)


def add_part(programme: Programme, part: Ordered, index: int | None = None) -> Programme:
    """Add a strand, step, material or sheet to its item at `index` (None: last)."""
    siblings = _siblings(programme, programme.get(part.item_id, Item), type(part))
    at = len(siblings) if index is None else index
    return checked(programme, *placed(part, siblings, at))


def move_part(programme: Programme, part: Ordered, index: int) -> Programme:
    """Put a part, as it is by now, at `index` among the others of its kind in its item."""
    part = programme.get(part.id, type(part))
    siblings = _siblings(programme, programme.get(part.item_id, Item), type(part))
    return checked(programme, *placed(part, siblings, index))


def delete_part(programme: Programme, part_id: RowId) -> Programme:
    """Delete a part of an item and what it holds."""
    if not isinstance(programme.rows.get(part_id), ItemPart):
        raise PlanError("row-gone", id=part_id)
    return programme.drop([part_id])


def set_parts(
    programme: Programme,
    gone: Iterable[Ordered],
    wanted: Sequence[Ordered],
    listed: Callable[[Programme], Sequence[Ordered]],
) -> Programme:
    """Take parts of an item away and have the `wanted` ones stand in that order.

    `listed` tells, in order, which of the item's parts are meant; others stay where they are.
    """
    for part in gone:
        programme = delete_part(programme, part.id)
    for n, part in enumerate(wanted):
        there = listed(programme)
        if part not in there:
            programme = add_part(programme, part, n)
        elif there.index(part) != n:
            programme = move_part(programme, part, n)
    return programme


def set_focus(
    programme: Programme, item_id: RowId, capability: Capability, role: Role | None
) -> Programme:
    """Say that an item leads on or supports a capability, or (None) that it does neither."""
    item = programme.get(item_id, Item)
    focus_id = derived_id(item.id, capability)
    if role is None:
        return programme.drop([focus_id])
    return checked(programme, Focus(focus_id, item.id, capability, role))


def _siblings(programme: Programme, item: Item, kind: type[Ordered]) -> list[Ordered]:
    return [row for row in programme.children_of(item.id) if isinstance(row, kind)]
