"""Edits of what an item holds: strands, steps, capabilities, materials, sheets."""

from __future__ import annotations

from typing import TypeVar

from aiplanner.domain.cycle import Capability, Role
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item, Material, Sheet, Step, Strand

from .fields import checked
from .order import placed

Ordered = TypeVar("Ordered", Strand, Step, Material, Sheet)


def add_part(programme: Programme, part: Ordered, index: int | None = None) -> Programme:
    """Add a strand, step, material or sheet to its item at `index` (None: last)."""
    siblings = _siblings(programme, part)
    at = len(siblings) if index is None else index
    return checked(programme, *placed(part, siblings, at))


def move_part(programme: Programme, part: Ordered, index: int) -> Programme:
    """Put a part at `index` among the others of its kind in its item."""
    return checked(programme, *placed(part, _siblings(programme, part), index))


def delete_part(programme: Programme, part_id: RowId) -> Programme:
    """Delete a part of an item and what it holds."""
    return programme.drop([part_id])


def set_focus(
    programme: Programme, item_id: RowId, capability: Capability, role: Role | None
) -> Programme:
    """Say that an item leads on or supports a capability, or (None) that it does neither."""
    item = programme.get(item_id, Item)
    focus_id = derived_id(item.id, capability)
    if role is None:
        return programme.drop([focus_id])
    return checked(programme, Focus(focus_id, item.id, capability, role))


def _siblings(programme: Programme, part: Ordered) -> list[Ordered]:
    kind = type(part)
    return [row for row in programme.children_of(part.item_id) if isinstance(row, kind)]
