"""The capability map of the example and of the five real agendas, beside a count made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

import pytest

from aiplanner.app.content import starter
from aiplanner.app.starters import programme_from
from aiplanner.domain.coverage import Coverage, coverage
from aiplanner.domain.cycle import Capability, Level, Phase, Role
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item
from aiplanner.ui.models.leadership_map import capability_map
from tests.support.agendas import agendas, entered
from tests.support.plans import counted_ids

SL, CI, CO, VI, MI, EM = Capability
DEFINE, DISCOVER, DREAM, DESIGN, DELIVER = Phase
LEADS, SUPPORTS = Role.LEADS, Role.SUPPORTS
Cells = Mapping[tuple[Capability, Phase | None, Role], tuple[int, int]]
"""Minutes and number of items by capability, phase (None: of none) and role."""

EXAMPLE: Cells = {
    # Session 1: interviews 40. Session 3: my own promise 10.
    (SL, DISCOVER, LEADS): (40, 1),
    (SL, DELIVER, LEADS): (10, 1),
    # Session 3: walk the story 15; action plan 35. Session 2: line 5 + check-out 10, of no phase.
    (SL, DESIGN, SUPPORTS): (15, 1),
    (SL, DELIVER, SUPPORTS): (35, 1),
    (SL, None, SUPPORTS): (5 + 10, 2),
    # Session 1: three wishes 25. Session 2: show us the dream 25; say it as if it were here 25.
    (CI, DREAM, LEADS): (25 + 25, 2),
    (CI, DESIGN, LEADS): (25, 1),
    # Session 1: headline 30. Session 2: game plan, 25 to 35, in the middle 30.
    (CI, DREAM, SUPPORTS): (30, 1),
    (CI, DESIGN, SUPPORTS): (30, 1),
    # Session 1: retell 15. Session 3: action plan 35, plans shared 4 x 4, requests 9.
    (CO, DISCOVER, LEADS): (15, 1),
    (CO, DELIVER, LEADS): (35 + 4 * 4 + 9, 3),
    # Session 1: interviews 40. Session 2: welcome back 10, map 15; game plan 30. Session 3: view 5.
    (CO, DISCOVER, SUPPORTS): (40 + 10 + 15, 3),
    (CO, DESIGN, SUPPORTS): (30, 1),
    (CO, None, SUPPORTS): (5, 1),
    # Session 1: headline 30. Session 2: show us 25. Session 3: walk the story 15; keep it going 8.
    (VI, DREAM, LEADS): (30 + 25, 2),
    (VI, DESIGN, LEADS): (15, 1),
    (VI, DELIVER, LEADS): (8, 1),
    # Session 2: say it as if it were here 25. Session 3: agree on statements 20.
    (VI, DESIGN, SUPPORTS): (25 + 20, 2),
    # Session 2: welcome back 10, map 15 (the one parked in session 1 counts nothing). Session 3:
    # welcome back 5, of no phase.
    (MI, DISCOVER, LEADS): (10 + 15, 2),
    (MI, None, LEADS): (5, 1),
    # Session 1: welcome 5; retell 15. Session 2: show us 25. Session 3: energy 5, plans shared
    # 4 x 4, keep it going 8; check-out 7, of no phase.
    (MI, DEFINE, SUPPORTS): (5, 1),
    (MI, DISCOVER, SUPPORTS): (15, 1),
    (MI, DREAM, SUPPORTS): (25, 1),
    (MI, DELIVER, SUPPORTS): (5 + 4 * 4 + 8, 3),
    (MI, None, SUPPORTS): (7, 1),
    # Session 2: game plan 30. Session 3: agree 20; energy 5, action plan 35.
    (EM, DESIGN, LEADS): (30 + 20, 2),
    (EM, DELIVER, LEADS): (5 + 35, 2),
    # Session 1: three wishes 25; check-out 10, of no phase. Session 3: requests 9.
    (EM, DREAM, SUPPORTS): (25, 1),
    (EM, None, SUPPORTS): (10, 1),
    (EM, DELIVER, SUPPORTS): (9, 1),
}

MARKS: Mapping[str, Mapping[str, tuple[tuple[Capability, ...], tuple[Capability, ...]]]] = {
    "A01-dpmi-30min": {
        "Introduction / energiser": ((), (MI,)),
        "Split into groups": ((SL, CO), (MI,)),
        "Guided discussion": ((), (CI,)),
    },
    "A05-meeting-design-2015": {
        "Introduce goals": ((), (VI,)),
        "Appreciative interview activity": ((SL,), (CO,)),
        "1-4: patterns": ((CO,), ()),
        "Map meetings": ((CI,), ()),
        "Discuss next steps": ((EM,), ()),
    },
    "A06-msr-aom-2021": {
        "Energy alignment": ((), (SL,)),
        "Thoughts and questions": ((SL,), ()),
        "Boat sponsors": ((MI,), ()),
        "Breakout 1": ((VI,), (CO,)),
        "Plenary: one hoped-for": ((VI,), ()),
        "Breakout 2": ((EM, CO), ()),
        "Plenary: boats": ((CO,), ()),
        "Closing thoughts": ((), (SL,)),
    },
    "A11-great-boards-3day": {
        "Discovery: great boards": ((SL, CO), ()),
        "Debrief interviews": ((CO,), ()),
        "The positive core (input)": ((), (MI,)),
        "Discovery: identify": ((MI,), (CO,)),
        "Positive image": ((), (VI,)),
        "Dream: our images": ((VI, CI), ()),
    },
    "A14-sssc-nes-pack-3sessions": {
        "Appreciative interviews": ((SL, CO), ()),
        "Discovery exercise": ((MI,), ()),
        "Plan how to share": ((EM,), ()),
        "Dream / 'what could be'": ((VI,), ()),
        "Game plan": ((CI, EM), ()),
        "Action planning": ((EM,), (MI,)),
    },
}
"""What items lead on and support, as a reader of the agenda would mark them: none publishes it."""

REAL: Mapping[str, Cells] = {
    "A01-dpmi-30min": {
        # Groups and questions 10; the energiser before any phase 5; the talk on AI 10.
        (SL, DISCOVER, LEADS): (10, 1),
        (CO, DISCOVER, LEADS): (10, 1),
        (MI, DISCOVER, SUPPORTS): (10, 1),
        (MI, None, SUPPORTS): (5, 1),
        (CI, None, SUPPORTS): (10, 1),
    },
    "A05-meeting-design-2015": {
        # Interviews 37, patterns 20, goals 5; the last two have no minutes and count as items.
        (VI, None, SUPPORTS): (5, 1),
        (SL, DISCOVER, LEADS): (37, 1),
        (CO, DISCOVER, SUPPORTS): (37, 1),
        (CO, DISCOVER, LEADS): (20, 1),
        (CI, DESIGN, LEADS): (0, 1),
        (EM, DELIVER, LEADS): (0, 1),
    },
    "A06-msr-aom-2021": {
        # Energy 5 and closing 5, of no phase; questions 12; six boats of 3 minutes each; dreams
        # 15 and 5; milestones 30 and plans 20.
        (SL, None, SUPPORTS): (5 + 5, 2),
        (SL, DEFINE, LEADS): (12, 1),
        (MI, DISCOVER, LEADS): (6 * 3, 1),
        (VI, DREAM, LEADS): (15 + 5, 2),
        (CO, DREAM, SUPPORTS): (15, 1),
        (EM, DELIVER, LEADS): (30, 1),
        (CO, DELIVER, LEADS): (30 + 20, 2),
    },
    "A11-great-boards-3day": {
        # 18:15 to 19:15 and 19:15 to 19:30; next day 9:00 to 9:15, 9:15 to 10:15; 10:30 to 11:00
        # and 11:00 to 12:00.
        (SL, DISCOVER, LEADS): (60, 1),
        (CO, DISCOVER, LEADS): (60 + 15, 2),
        (CO, DISCOVER, SUPPORTS): (60, 1),
        (MI, DISCOVER, LEADS): (60, 1),
        (MI, DISCOVER, SUPPORTS): (15, 1),
        (VI, DREAM, LEADS): (60, 1),
        (CI, DREAM, LEADS): (60, 1),
        (VI, DREAM, SUPPORTS): (30, 1),
    },
    "A14-sssc-nes-pack-3sessions": {
        # Its contents page gives no minutes. The task between sessions counts nothing, so
        # empowering has two items: game plan, action planning.
        (SL, DISCOVER, LEADS): (0, 1),
        (CO, DISCOVER, LEADS): (0, 1),
        (MI, DISCOVER, LEADS): (0, 1),
        (VI, DREAM, LEADS): (0, 1),
        (CI, DESIGN, LEADS): (0, 1),
        (EM, DESIGN, LEADS): (0, 1),
        (EM, DELIVER, LEADS): (0, 1),
        (MI, DELIVER, SUPPORTS): (0, 1),
    },
}
PHASES: Mapping[str, tuple[int, ...]] = {
    "A01-dpmi-30min": (0, 10, 0, 0, 0),
    "A05-meeting-design-2015": (0, 37 + 20, 0, 0, 0),
    "A06-msr-aom-2021": (5 + 12, 6 * 3, 15 + 5, 0, 30 + 20),
    "A11-great-boards-3day": (0, 60 + 15 + 15 + 60, 30 + 60, 0, 0),
    "A14-sssc-nes-pack-3sessions": (0, 0, 0, 0, 0),
}


def example() -> Programme:
    """The shipped example."""
    return programme_from(starter("example"), "", counted_ids())


def marked(key: str) -> Programme:
    """A real agenda with the marks of a reader."""
    agenda = next(one for one in agendas() if one["id"] == key)
    programme, numbers = entered(agenda), count(1)
    items = [row for row in programme.rows.values() if isinstance(row, Item)]
    focuses: list[Focus] = []
    for title, roles in MARKS[key].items():
        [item] = [one for one in items if one.title.startswith(title)]
        for role, capabilities in zip((LEADS, SUPPORTS), roles, strict=True):
            focuses += [
                Focus(RowId(f"{next(numbers):032x}"), item.id, capability, role)
                for capability in capabilities
            ]
    return programme.put(*focuses)


def cells(found: Coverage) -> Cells:
    """Every cell of a map in which there is an item."""
    return {key: (found.minutes[key], number) for key, number in found.items.items()}


def test_the_example_is_what_a_hand_counts() -> None:
    assert cells(coverage(example())) == EXAMPLE


@pytest.mark.parametrize("key", REAL)
def test_a_real_agenda_is_what_a_hand_counts(key: str) -> None:
    assert cells(coverage(marked(key))) == REAL[key]


@pytest.mark.parametrize("key", PHASES)
def test_the_phases_of_a_real_agenda(key: str) -> None:
    found = coverage(marked(key))
    assert tuple(found.phases.get(phase, 0) for phase in Phase) == PHASES[key]


def test_phases_and_levels_of_the_example() -> None:
    found = coverage(example())
    assert found.phases == {
        DEFINE: 5,
        DISCOVER: (40 + 15) + (10 + 15),
        # What is left until the tea trolley comes at 11:05 is 5: 10 + 10 + 15 + 25 end at 11:00.
        DREAM: (30 + 25) + (25 + 5),
        DESIGN: (30 + 25) + (15 + 20),
        DELIVER: 5 + 35 + 4 * 4 + 9 + 10 + 8,
    }
    assert found.levels == {
        Level.PERSONAL: (40 + 25 + 10) + (5 + 10) + (15 + 5 + 10 + 7),
        Level.ORGANISATIONAL: (5 + 15 + 30) + (15 + 25 + 5 + 30 + 25) + (5 + 20 + 35 + 16 + 8 + 5),
        Level.SYSTEM: 10 + 9,
    }


def test_who_is_never_led_in_real_agendas() -> None:
    never = {key: set(coverage(marked(key)).never_led) for key in REAL}
    assert never == {
        "A01-dpmi-30min": {CI, VI, MI, EM},
        "A05-meeting-design-2015": {VI, MI},  # led on without minutes is led on
        "A06-msr-aom-2021": {CI},
        "A11-great-boards-3day": {EM},
        "A14-sssc-nes-pack-3sessions": set(),
    }


@pytest.mark.parametrize("role", [None, *Role])
def test_the_map_on_the_page_shows_these_figures(role: Role | None) -> None:
    heat = capability_map(example(), role, counts=False)
    for capability, row in zip(Capability, heat.rows, strict=False):
        wanted = [
            sum(
                m
                for (c, p, r), (m, _n) in EXAMPLE.items()
                if (c, p) == (capability, phase) and role in (None, r)
            )
            for phase in (*Phase, None)
        ]
        assert [cell.minutes for cell in row.cells] == [*wanted, sum(wanted)]
    everything = sum(m for (_c, _p, r), (m, _n) in EXAMPLE.items() if role in (None, r))
    assert heat.rows[-1].cells[-1].minutes == everything
