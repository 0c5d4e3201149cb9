"""What stands behind a figure of the capability map: the items, with their minutes and roles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from aiplanner.domain.coverage import counted
from aiplanner.domain.cycle import Capability, Phase, Role
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session

PHASES: tuple[Phase | None, ...] = (*Phase, None)
"""All that an item can belong to: a phase, or none."""


@dataclass(frozen=True, slots=True)
class Led:
    """An item that leads on a capability or supports it, with what it adds to the map."""

    session: Session
    item: Item
    minutes: int
    capability: Capability
    role: Role


def led_items(
    programme: Programme,
    capabilities: Collection[Capability] = tuple(Capability),
    phases: Collection[Phase | None] = PHASES,
    role: Role | None = None,
    session: RowId | None = None,
) -> tuple[Led, ...]:
    """The items behind a cell, row or column of the map, in the order in which they are done.

    Counted as `coverage` counts, so that their minutes and number are those of the cell.
    """
    return tuple(
        Led(programme.session_of(item), item, minutes, focus.capability, focus.role)
        for item, minutes, focuses in counted(programme, session)
        for focus in focuses
        if focus.capability in capabilities and item.phase in phases and role in (None, focus.role)
    )
