"""The capability map: where a cycle asks people to lead, in minutes and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from aiplanner.domain.cycle import Capability, Level, Phase, Role
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item
from aiplanner.domain.schedule import counts, session_clock

Cell = tuple[Capability, Phase | None, Role]
"""None as the phase stands for items that belong to no phase (openings, closings)."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Minutes and numbers of items by capability, phase and role; minutes by phase and by level.

    Items of parallel strands each count with their own minutes, and a breakout that holds items
    counts its own only for its capabilities; parked and skipped items, breaks without a capability
    and tasks count nothing. An item that works on two capabilities counts its minutes for both.
    """

    minutes: Mapping[Cell, int]
    items: Mapping[Cell, int]
    phases: Mapping[Phase, int]
    phase_items: Mapping[Phase, int]
    levels: Mapping[Level, int]

    def minutes_of(
        self, capability: Capability, phase: Phase | None = None, role: Role | None = None
    ) -> int:
        """Minutes on a capability: in one phase or (None) all over, in one role or both."""
        return _sum(self.minutes, capability, phase, role)

    def items_of(
        self, capability: Capability, phase: Phase | None = None, role: Role | None = None
    ) -> int:
        """Number of items on a capability, counted like `minutes_of`."""
        return _sum(self.items, capability, phase, role)

    @property
    def never_led(self) -> tuple[Capability, ...]:
        """Capabilities that no item leads on."""
        return tuple(c for c in Capability if not self.items_of(c, role=Role.LEADS))


def coverage(programme: Programme, session: RowId | None = None) -> Coverage:
    """The capability map of a programme, or of one of its sessions."""
    minutes: Counter[Cell] = Counter()
    items: Counter[Cell] = Counter()
    phases: Counter[Phase] = Counter()
    phase_items: Counter[Phase] = Counter()
    levels: Counter[Level] = Counter()
    for item, spent, focuses in counted(programme, session):
        # A breakout's minutes belong to the phases and levels of what its strands hold.
        held = any(programme.items_of(strand.id) for strand in programme.strands_of(item.id))
        if item.phase is not None and not held:
            phases[item.phase] += spent
            phase_items[item.phase] += 1
        if item.level is not None and not held:
            levels[item.level] += spent
        for focus in focuses:
            cell = (focus.capability, item.phase, focus.role)
            minutes[cell] += spent
            items[cell] += 1
    return Coverage(minutes, items, phases, phase_items, levels)


def counted(
    programme: Programme, only: RowId | None = None
) -> list[tuple[Item, int, tuple[Focus, ...]]]:
    """What counts, in order: each item, its minutes and its capabilities; of one session or all."""
    found = []
    for session in programme.sessions:
        if only in (None, session.id):
            slots = session_clock(programme, session).slots
            found += [
                (item, slots[item.id].minutes, programme.focus_of(item.id))
                for item in programme.walk(session.id)
                if counts(item) and slots[item.id].start is not None
            ]
    return found


def _sum(
    table: Mapping[Cell, int], capability: Capability, phase: Phase | None, role: Role | None
) -> int:
    return sum(
        number
        for (cell_capability, cell_phase, cell_role), number in table.items()
        if cell_capability is capability
        and phase in (None, cell_phase)
        and role in (None, cell_role)
    )
