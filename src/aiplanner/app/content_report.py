"""What there is to plan with, counted; and all activities as a table for the documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypedDict

from aiplanner.app import content
from aiplanner.app.own_content import Bank, is_own
from aiplanner.domain.bank import Activity
from aiplanner.domain.cycle import Capability, Phase, Role
from aiplanner.i18n import gettext as _

Cells = Mapping[tuple[Capability, Phase], tuple[int, int]]
"""How many activities lead on, and how many support, a capability in a phase."""


class Counts(TypedDict):
    """The counts as scripts read them."""

    activities: int
    handouts: int
    starters: int
    own: int
    online: int
    coverage: dict[str, dict[str, dict[str, int]]]
    """By capability and phase: how many lead on it, how many support it."""


def cells(activities: tuple[Activity, ...]) -> Cells:
    """For every capability in every phase, how many activities lead on it and support it."""
    return {
        (capability, phase): (
            sum(capability in one.leads for one in activities if phase in one.phases),
            sum(capability in one.supports for one in activities if phase in one.phases),
        )
        for capability in Capability
        for phase in Phase
    }


def counts_plain(bank: Bank) -> Counts:
    """The counts of a bank."""
    counted = cells(bank.activities)
    keys: list[str] = [one.key for one in bank.activities]
    keys += [one.key for one in bank.handouts]
    keys += [one.key for one in bank.starters]
    return {
        "activities": len(bank.activities),
        "handouts": len(bank.handouts),
        "starters": len(bank.starters),
        "own": sum(is_own(key) for key in keys),
        "online": sum(bool(one.online) for one in bank.activities),
        "coverage": {
            capability.value: {
                phase.value: {
                    Role.LEADS.value: counted[capability, phase][0],
                    Role.SUPPORTS.value: counted[capability, phase][1],
                }
                for phase in Phase
            }
            for capability in Capability
        },
    }


def counts_lines(bank: Bank) -> Iterator[str]:
    """The counts for people: totals, then activities by capability and phase."""
    counts = counts_plain(bank)
    yield _("{activities} activities ({online} also online), {handouts} handouts").format(**counts)
    yield _("{starters} starters, {own} pieces of your own").format(**counts)
    yield ""
    yield "\t".join(
        [_("leads on + supports"), *(guide.labels["5-D"] for guide in content.phases())]
    )
    counted = cells(bank.activities)
    for guide in content.capabilities():
        numbers = (counted[guide.key, phase] for phase in Phase)
        yield "\t".join([guide.name, *(f"{leads} + {supports}" for leads, supports in numbers)])


def activity_table() -> str:
    """All shipped activities in Markdown, with minutes, phases, capabilities and sources."""
    lines = [
        "| Activity | Phase | Minutes | Leads on | Supports | Online | Sources |",
        "|---|---|---|---|---|---|---|",
        *(_table_line(one) for one in content.activities()),
    ]
    return "\n".join(lines)


def _table_line(one: Activity) -> str:
    phases = ", ".join(_phase(phase) for phase in one.phases) or "any"
    minutes = f"{one.least}-**{one.typical}**-{one.most}"
    short = "" if one.short_minutes is None else f" (short {one.short_minutes})"
    told = (
        one.title,
        phases,
        minutes + short,
        _marks(one.leads),
        _marks(one.supports),
        "yes" if one.online else "",
        ", ".join(_source(key) for key in one.sources),
    )
    return f"| {' | '.join(told)} |"


def _phase(phase: Phase) -> str:
    return content.phase_guide(phase).labels["5-D"]


def _marks(capabilities: tuple[Capability, ...]) -> str:
    return " ".join(content.capability_guide(capability).mark for capability in capabilities)


def _source(key: str) -> str:
    source = content.sources()[key]
    return f"[{key}]({source.address})" if source.address.startswith("http") else key
