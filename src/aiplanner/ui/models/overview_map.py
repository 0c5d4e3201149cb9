"""The capability map as the overview shows it: led on and supported together, and all items."""

from __future__ import annotations

from dataclasses import replace

from aiplanner.domain.coverage import Coverage, coverage
from aiplanner.domain.cycle import Phase
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.heat import Heat, HeatCell, HeatRow
from aiplanner.ui.models.leadership_map import TOTAL, capability_map


def overview_map(programme: Programme) -> Heat:
    """Minutes by capability and phase; the last row counts every item of a phase once."""
    heat = capability_map(programme, None, counts=False)
    rows = tuple(replace(row, note="") for row in heat.rows[:-1])
    return replace(heat, rows=(*rows, _every_item(coverage(programme))))


def _every_item(found: Coverage) -> HeatRow:
    phases = [HeatCell(found.phases.get(p, 0), found.phase_items.get(p, 0)) for p in Phase]
    every = HeatCell(sum(cell.minutes for cell in phases), sum(cell.items for cell in phases))
    name = _("All items of a phase")
    return HeatRow(TOTAL, name, (*phases, HeatCell(), every), quiet=True)
