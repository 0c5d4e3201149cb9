"""The two maps of the Leadership page: capability by phase, and capability by session."""

from __future__ import annotations

from collections.abc import Iterable

from aiplanner.app.content import capability_guide
from aiplanner.app.hint_facts import session_name
from aiplanner.app.leadership_words import NOBODY, phase_words
from aiplanner.domain.cycle import Capability, Phase, Role
from aiplanner.domain.led import PHASES, Led, led_items
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.heat import Heat, HeatCell, HeatHead, HeatRow

NO_PHASE = len(PHASES)
"""The column of what belongs to no phase."""
TOTAL = "all"
"""The key of the row for all capabilities together."""


def capability_map(programme: Programme, role: Role | None, *, counts: bool) -> Heat:
    """Capability by phase, with a last row for all six; in one role or both."""
    both = led_items(programme)
    led = [one for one in both if role in (None, one.role)]
    leads = {one.capability for one in both if one.role is Role.LEADS}
    rows = [
        HeatRow(
            capability.value,
            capability_guide(capability).name,
            _cells(one for one in led if one.capability is capability),
            # Where nothing leads on anything it is said once, below the map.
            NOBODY if leads and capability not in leads else "",
        )
        for capability in Capability
    ]
    every = HeatRow(TOTAL, _("All capabilities"), _cells(led), quiet=True)
    return Heat(_phase_heads(programme.head), (*rows, every), counts, {NO_PHASE})


def session_map(programme: Programme, role: Role | None, *, counts: bool) -> Heat:
    """Session by capability: what each session leads on."""
    led = led_items(programme, role=role)
    rows = tuple(
        HeatRow(
            session.id,
            f"{number}  {session_name(programme, session.id).strip('“”')}",
            _by_capability([one for one in led if one.session.id == session.id]),
        )
        for number, session in enumerate(programme.sessions, 1)
    )
    guides = [capability_guide(capability) for capability in Capability]
    heads = [HeatHead(guide.mark, guide.name) for guide in guides]
    return Heat((HeatHead(_("Session")), *heads, HeatHead(_("All"))), rows, counts)


def _phase_heads(head: Head) -> tuple[HeatHead, ...]:
    phases = [HeatHead(phase_words(head, phase), phase=phase) for phase in Phase]
    none = HeatHead(_("None"), phase_words(head, None))
    return (HeatHead(_("Capability")), *phases, none, HeatHead(_("All")))


def _cells(led: Iterable[Led]) -> tuple[HeatCell, ...]:
    """A cell for every phase, for no phase, and for all."""
    there = list(led)
    by_phase = (_cell(one for one in there if one.item.phase is phase) for phase in PHASES)
    return (*by_phase, _cell(there))


def _by_capability(led: list[Led]) -> tuple[HeatCell, ...]:
    each = (_cell(one for one in led if one.capability is c) for c in Capability)
    return (*each, _cell(led))


def _cell(led: Iterable[Led]) -> HeatCell:
    there = list(led)
    return HeatCell(sum(one.minutes for one in there), len(there))
