"""Every phase has an item, and each capability is led on, where one may ask for that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aiplanner.domain.content import StarterItem
from aiplanner.domain.cycle import Capability, Kind, Phase, Scheme, State
from tests.support.advice import GOOD, SILENT, SPEAKS, finding, heard, hints, rows
from tests.support.plans import breakout, item, plan, session, strand


def of(phase: Phase, **fields: object) -> StarterItem:
    """An item of a phase."""
    return item(phase.value, "20", phase=phase, **fields)


DEFINE, DISCOVER, DREAM, DESIGN, DELIVER = (of(phase) for phase in Phase)


def test_a_phase_without_an_item_is_missed_where_it_would_find_its_place() -> None:
    programme = plan(
        session("10:00", DEFINE, DISCOVER, title="First"),
        session("10:00", DESIGN, title="Second"),
    )
    [hint] = hints(programme, "every-phase")
    assert hint.facts == {"phases": (Phase.DREAM, Phase.DELIVER)}
    assert rows(programme, "every-phase") == ["First"]
    whole = plan(session("10:00", DEFINE, DISCOVER, DREAM), session("10:00", DESIGN, DELIVER))
    assert heard(whole, "every-phase") == GOOD


def test_a_task_between_sessions_will_do_and_so_will_an_item_in_a_strand() -> None:
    task = of(Phase.DELIVER, kind=Kind.TASK)
    apart = breakout("Rooms", strand("A", DREAM), strand("B", DESIGN))
    programme = plan(session("10:00", DEFINE, DISCOVER), session("10:00", apart, task))
    assert heard(programme, "every-phase") == GOOD


@pytest.mark.parametrize("state", [State.PARKED, State.SKIPPED])
def test_what_is_parked_or_skipped_does_not_count(state: State) -> None:
    apart = replace(breakout("Rooms", strand("A", DREAM)), state=state)
    first = session("10:00", DEFINE, DISCOVER, apart)
    programme = plan(first, session("10:00", DESIGN, DELIVER))
    assert [hint.facts["phases"] for hint in hints(programme, "every-phase")] == [(Phase.DREAM,)]


@pytest.mark.parametrize("scheme", [Scheme.FOUR_D, Scheme.FOUR_I, Scheme.CARE_HOME, Scheme.OWN])
def test_define_is_asked_only_of_the_five_phases(scheme: Scheme) -> None:
    sessions = session("10:00", DISCOVER, DREAM), session("10:00", DESIGN, DELIVER)
    assert heard(plan(*sessions, scheme=scheme), "every-phase") == GOOD
    assert heard(plan(*sessions), "every-phase") == SPEAKS
    chosen = plan(*sessions, found=(finding("topic", "Going home well"),))
    assert heard(chosen, "every-phase") == GOOD


@pytest.mark.parametrize(
    "sessions",
    [
        (session("10:00", DISCOVER, DREAM),),
        (session("10:00", DISCOVER), session("10:00")),
        (session("10:00", item("A", "20")), session("10:00", item("B", "20"))),
    ],
    ids=["one session", "one still empty", "no item names its phase"],
)
def test_silent_where_a_plan_may_be_short_or_is_half_written(sessions: tuple[object, ...]) -> None:
    assert heard(plan(*sessions), "every-phase") == SILENT


def test_capabilities_that_no_item_leads_on_are_told_in_one_hint() -> None:
    four = tuple(Capability)[:4]
    programme = plan(
        session("10:00", item("A", "60", leads=four, supports=(Capability.EMPOWERING,))),
        session("10:00", item("B", "60", leads=(Capability.VISION,))),
    )
    [hint] = hints(programme, "every-capability")
    assert hint.facts == {"capabilities": (Capability.MOTIVATING, Capability.EMPOWERING)}
    all_six = plan(session("10:00", item("A", "120", leads=tuple(Capability))))
    assert heard(all_six, "every-capability") == GOOD


@pytest.mark.parametrize(
    ("length", "expected"), [("119", SILENT), ("120", SPEAKS)], ids=["short", "long"]
)
def test_a_short_meeting_need_not_lead_on_all_six(length: str, expected: str) -> None:
    programme = plan(session("10:00", item("A", length, leads=(Capability.VISION,))))
    assert heard(programme, "every-capability") == expected


def test_silent_while_nobody_leads_on_anything() -> None:
    programme = plan(session("10:00", item("A", "180", supports=(Capability.VISION,))))
    assert heard(programme, "every-capability") == SILENT
