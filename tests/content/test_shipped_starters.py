"""Every starter can be printed and run as it is, and keeps what its promise says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from itertools import pairwise
from typing import TypeVar

import pytest

from aiplanner.app.content import EXAMPLE, handouts, sources, starter, starters
from aiplanner.app.starters import programme_from
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import RESTS, Kind, Part, Phase, Scheme
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session, Sheet
from aiplanner.domain.schedule import clock_text, counts, schedule
from aiplanner.packs.catalogue import documents
from tests.support.plans import counted_ids
from tests.support.typeface import unprintable

R = TypeVar("R")

PLANS = {s.key: programme_from(s, "", counted_ids()) for s in starters()}
BLANK = "blank"
STARTERS = [key for key in PLANS if key != EXAMPLE]
FULL = [key for key in PLANS if key != BLANK]
"""All that hold a whole plan, the example among them."""
LONGEST_WORK = 90
"""Minutes on end without a break."""
NEEDS_A_MEAL = 5 * 60
"""Minutes of a session that nobody sits through without something to eat."""

PROMISED = {
    "three-sessions": ["10:00-12:00"] * 3,
    "five-phases": ["13:30-15:30"] * 5,
    "five-weekly": ["09:30-12:30"] * 5,
    "two-hour-taster": ["10:00-12:00"],
    "what-went-well": ["14:00-15:00"] * 3,
    "half-day-soar": ["09:30-12:30"],
    "one-day": ["09:30-16:30"],
    "two-days": ["09:30-16:15", "09:30-16:45"],
    "three-day-summit": ["09:00-16:10", "09:00-16:00", "09:00-16:00"],
    "care-home-year": [*["10:30-11:45"] * 5, "14:30-15:45"],
}
"""The sessions of each starter, from their start to the end of their last item."""

every_plan = pytest.mark.parametrize("plan", PLANS.values(), ids=list(PLANS))
every_full_plan = pytest.mark.parametrize("plan", [PLANS[key] for key in FULL], ids=FULL)
every_starter = pytest.mark.parametrize("plan", [PLANS[key] for key in STARTERS], ids=STARTERS)


def _planned(plan: Programme, session: Session) -> list[Item]:
    return [item for item in plan.items_of(session.id) if counts(item)]


def _tasks(plan: Programme, session: Session) -> list[Item]:
    return [item for item in plan.items_of(session.id) if item.kind is Kind.TASK]


def _items(plan: Programme) -> list[Item]:
    return [item for session in plan.sessions for item in plan.walk(session.id)]


def _rows(plan: Programme, kind: type[R]) -> list[R]:
    return [row for row in plan.rows.values() if isinstance(row, kind)]


@every_plan
def test_it_holds_together_and_can_be_printed(plan: Programme) -> None:
    assert faults(plan) == []
    assert unprintable(tuple(plan.rows.values())) == set()


@pytest.mark.parametrize("key", PROMISED)
def test_its_sessions_begin_and_end_as_promised(key: str) -> None:
    clocks = schedule(PLANS[key])
    spans = [f"{clock_text(clock.start)}-{clock_text(clock.end)}" for clock in clocks]
    assert spans == PROMISED[key]
    assert [clock.over for clock in clocks] == [0] * len(clocks)


def test_every_starter_makes_a_promise_about_its_times() -> None:
    assert {*PROMISED, BLANK} == {*STARTERS}


@every_starter
def test_it_runs_on_without_holes_and_leaves_the_days_open(plan: Programme) -> None:
    for session, clock in zip(plan.sessions, schedule(plan), strict=True):
        assert (clock.totals.gaps, clock.totals.overlaps) == (0, 0)
        assert session.day is None
    assert [item.title for item in _items(plan) if item.due is not None] == []


@every_plan
def test_every_session_opens_and_closes(plan: Programme) -> None:
    for session in plan.sessions:
        work = [item for item in _planned(plan, session) if item.kind not in RESTS]
        assert work[0].part is Part.OPENING
        assert _planned(plan, session)[-1].part is Part.CLOSING


@every_plan
def test_nobody_works_long_without_a_break(plan: Programme) -> None:
    assert max(_stretches(plan)) <= LONGEST_WORK


def _stretches(plan: Programme) -> Iterator[int]:
    for session, clock in zip(plan.sessions, schedule(plan), strict=True):
        edges = [clock.start, clock.end]
        for item in _planned(plan, session):
            if item.kind in RESTS:
                slot = clock.slots[item.id]
                edges += [slot.start or 0, slot.end or 0]
        begins_and_ends = sorted(edges)
        yield from (b - a for a, b in list(pairwise(begins_and_ends))[::2])


@every_plan
def test_a_long_session_stops_for_a_meal_about_noon(plan: Programme) -> None:
    for session, clock in zip(plan.sessions, schedule(plan), strict=True):
        if clock.end - clock.start > NEEDS_A_MEAL:
            [meal] = [item for item in _planned(plan, session) if item.kind is Kind.MEAL]
            slot = clock.slots[meal.id]
            assert time(11, 30) <= time(*divmod(slot.start or 0, 60)) <= time(13)
            assert slot.minutes >= 45


@every_plan
def test_steps_with_minutes_sum_to_their_item(plan: Programme) -> None:
    slots = {key: slot for clock in schedule(plan) for key, slot in clock.slots.items()}
    for item in _items(plan):
        minutes = [step.minutes for step in plan.steps_of(item.id)]
        if any(minutes):
            assert None not in minutes, item.title
            planned = slots[item.id].minutes or item.length.typical
            assert sum(m or 0 for m in minutes) == planned, item.title


@every_plan
def test_an_item_says_why_and_in_what_group(plan: Programme) -> None:
    work = [item for item in _items(plan) if item.kind in (Kind.ACTIVITY, Kind.TASK, Kind.BREAKOUT)]
    assert [item.title for item in work if not (item.why and item.group)] == []


@every_plan
def test_a_shorter_version_is_shorter(plan: Programme) -> None:
    for item in _items(plan):
        assert bool(item.short) == (item.short_minutes is not None), item.title
        if item.short_minutes is not None:
            assert 0 < item.short_minutes < item.length.typical, item.title
            assert not item.short.endswith("."), item.title


@every_full_plan
def test_every_capability_is_led_on_somewhere(plan: Programme) -> None:
    assert coverage(plan).never_led == ()


@every_full_plan
def test_an_item_of_some_length_can_be_cut_short(plan: Programme) -> None:
    """Discovery takes longer than planned, time and again (ORG38)."""
    long = [i for i in _items(plan) if i.kind is Kind.ACTIVITY and i.length.typical >= 20]
    assert [item.title for item in long if not item.short] == []


@every_plan
def test_its_sheets_are_documents_that_we_print(plan: Programme) -> None:
    keys = {info.id for info in documents()}
    sheets = _rows(plan, Sheet)
    assert [sheet.title for sheet in sheets if sheet.handout not in keys] == []


@every_plan
def test_a_sheet_is_called_as_it_is_printed(plan: Programme) -> None:
    titles = {one.key: one.title for one in handouts()}
    sheets = [sheet for sheet in _rows(plan, Sheet) if sheet.handout in titles]
    wrong = [s.title for s in sheets if not s.title.startswith(titles[s.handout])]
    assert wrong == []


@every_plan
def test_every_session_ends_with_a_check_out_sheet(plan: Programme) -> None:
    for session in plan.sessions:
        last = _planned(plan, session)[-1]
        assert "check-out" in [sheet.handout for sheet in plan.sheets_of(last.id)]


@every_plan
def test_between_sessions_there_is_something_to_do(plan: Programme) -> None:
    for session in plan.sessions[:-1]:
        assert _tasks(plan, session), session.title


@every_full_plan
def test_a_cycle_that_makes_plans_looks_at_them_again(plan: Programme) -> None:
    planned = [sheet for sheet in _rows(plan, Sheet) if sheet.handout == "action-plan"]
    later = [
        sheet.handout
        for task in _tasks(plan, plan.sessions[-1])
        for sheet in plan.sheets_of(task.id)
    ]
    assert not planned or "review-sheet" in [*later, *_handouts(plan, plan.sessions[-1])]


def _handouts(plan: Programme, session: Session) -> list[str]:
    return [s.handout for item in plan.walk(session.id) for s in plan.sheets_of(item.id)]


@pytest.mark.parametrize("key", FULL)
def test_a_cycle_of_several_sessions_goes_through_all_phases(key: str) -> None:
    found = coverage(PLANS[key]).phases
    if len(PLANS[key].sessions) > 1:
        assert list(found) == list(Phase)
    else:
        assert {Phase.DISCOVER, Phase.DREAM, Phase.DELIVER} <= found.keys()


@pytest.mark.parametrize("key", ["five-phases", "five-weekly"])
def test_five_sessions_have_a_phase_each(key: str) -> None:
    for phase, session in zip(Phase, PLANS[key].sessions, strict=True):
        found = coverage(PLANS[key], session.id).phases
        assert max(found, key=lambda p: found[p]) is phase


def test_the_taster_discovers_and_dreams_in_two_hours() -> None:
    phases = coverage(PLANS["two-hour-taster"]).phases
    assert phases[Phase.DISCOVER] + phases[Phase.DREAM] > 60


def test_the_first_of_three_sessions_sends_people_off_to_share_the_discovery() -> None:
    plan = PLANS["three-sessions"]
    assert [task.title for task in _tasks(plan, plan.sessions[0])] == ["Share the discovery"]


def test_the_half_day_fills_the_four_boxes_in_their_order() -> None:
    titles = [item.title for item in _items(PLANS["half-day-soar"])]
    boxes = [title.partition(":")[0] for title in titles if ":" in title]
    assert [b for b in boxes if b in ("Strengths", "Opportunities", "Aspirations", "Results")] == [
        "Strengths",
        "Opportunities",
        "Aspirations",
        "Results",
    ]


def test_those_who_rate_their_leadership_rate_it_again_at_the_end() -> None:
    plan = PLANS["five-weekly"]
    rated = ["capability-rating" in _handouts(plan, session) for session in plan.sessions]
    assert rated == [True, False, False, False, True]


def test_the_care_home_uses_the_words_of_my_home_life() -> None:
    assert PLANS["care-home-year"].head.scheme is Scheme.CARE_HOME
    assert {plan.head.scheme for key, plan in PLANS.items() if key != "care-home-year"} == {
        Scheme.FIVE_D
    }


def test_the_blank_plan_only_opens_and_closes() -> None:
    plan = PLANS[BLANK]
    [session] = plan.sessions
    assert [item.part for item in plan.items_of(session.id)] == [Part.OPENING, Part.CLOSING]
    assert [item.phase for item in plan.items_of(session.id)] == [None, None]
    assert plan.head.purpose == ""


@pytest.mark.parametrize("key", PLANS)
def test_sources_are_named(key: str) -> None:
    named = starter(key).sources
    assert {*named} <= set(sources())
    assert key == BLANK or [source for source in named if source != "own"]
