"""Every starter can be printed and run as it is, and the example shows what a plan can hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from itertools import pairwise
from typing import TypeVar

import pytest

from aiplanner.app.content import EXAMPLE, starter, starters
from aiplanner.app.starters import programme_from
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import RESTS, Kind, Part, Per, Phase, State
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Material, Session, Sheet, Step
from aiplanner.domain.schedule import clock_text, counts, schedule
from aiplanner.packs.catalogue import documents
from tests.support.plans import counted_ids
from tests.support.typeface import unprintable

R = TypeVar("R")

PLANS = {s.key: programme_from(s, "", counted_ids()) for s in starters()}
LONGEST_WORK = 90
"""Minutes on end without a break."""

every_plan = pytest.mark.parametrize("plan", PLANS.values(), ids=list(PLANS))


def _planned(plan: Programme, session: Session) -> list[Item]:
    return [item for item in plan.items_of(session.id) if counts(item)]


def _items(plan: Programme) -> list[Item]:
    return [item for session in plan.sessions for item in plan.walk(session.id)]


def _rows(plan: Programme, kind: type[R]) -> list[R]:
    return [row for row in plan.rows.values() if isinstance(row, kind)]


@every_plan
def test_it_holds_together_and_can_be_printed(plan: Programme) -> None:
    assert faults(plan) == []
    assert unprintable(tuple(plan.rows.values())) == set()


@every_plan
def test_its_sessions_begin_and_end_as_promised(plan: Programme) -> None:
    for session, clock in zip(plan.sessions, schedule(plan), strict=True):
        assert session.start in (time(10), time(13, 30))
        assert session.planned is not None
        assert (clock.over, clock.totals.overlaps) == (0, 0)


@pytest.mark.parametrize("key", [key for key in PLANS if key != EXAMPLE])
def test_a_starter_runs_on_without_holes_and_leaves_the_days_open(key: str) -> None:
    for session, clock in zip(PLANS[key].sessions, schedule(PLANS[key]), strict=True):
        assert clock.totals.gaps == 0
        assert session.planned == 120
        assert session.day is None


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


@every_plan
def test_every_capability_is_led_on_somewhere(plan: Programme) -> None:
    assert coverage(plan).never_led == ()


@every_plan
def test_its_handouts_are_documents_that_we_print(plan: Programme) -> None:
    keys = {info.id for info in documents()}
    sheets = _rows(plan, Sheet)
    assert {sheet.handout for sheet in sheets if sheet.handout} <= keys
    assert [s.title for s in sheets if s.title == "Check-out sheet" and not s.handout] == []


@every_plan
def test_every_session_ends_with_a_check_out_sheet(plan: Programme) -> None:
    for session in plan.sessions:
        last = _planned(plan, session)[-1]
        assert [sheet.handout for sheet in plan.sheets_of(last.id)] == ["check-out"]


def test_the_longer_starters_go_through_the_whole_cycle() -> None:
    for key, sessions in (("three-sessions", 3), ("five-phases", 5), (EXAMPLE, 3)):
        assert len(PLANS[key].sessions) == sessions
        assert list(coverage(PLANS[key]).phases) == list(Phase)


def test_five_sessions_have_a_phase_each() -> None:
    for phase, session in zip(Phase, PLANS["five-phases"].sessions, strict=True):
        found = coverage(PLANS["five-phases"], session.id).phases
        assert max(found, key=lambda p: found[p]) is phase


def test_the_taster_discovers_and_dreams_in_two_hours() -> None:
    [clock] = schedule(PLANS["two-hour-taster"])
    assert (clock_text(clock.start), clock_text(clock.end)) == ("10:00", "12:00")
    phases = coverage(PLANS["two-hour-taster"]).phases
    assert phases[Phase.DISCOVER] + phases[Phase.DREAM] > 60


def test_the_first_of_three_sessions_sends_people_off_to_share_the_discovery() -> None:
    plan = PLANS["three-sessions"]
    tasks = [item for item in plan.items_of(plan.sessions[0].id) if item.kind is Kind.TASK]
    assert [task.title for task in tasks] == ["Share the discovery"]


def test_the_example_begins_as_its_picture_shows() -> None:
    plan = PLANS[EXAMPLE]
    first, clock = plan.sessions[0], schedule(plan)[0]
    assert (plan.head.title, plan.head.service, first.title) == (
        "Home as it should be",
        "Ward 4",
        "Best of what is",
    )
    assert (first.venue, first.people, f"{first.day}") == (
        "Seminar room, Level 2",
        16,
        "2027-01-12",
    )
    assert [
        f"{clock_text(clock.slots[item.id].start or 0)} {item.title}"
        for item in _planned(plan, first)
    ] == [
        "10:00 Welcome and why we are here",
        "10:05 Paired appreciative interviews",
        "10:45 Retell and find themes",
        "11:00 Break",
        "11:15 Two groups",
        "11:50 Check-out",
    ]
    assert clock.totals.gaps == 5


def test_the_example_shows_what_a_plan_can_hold() -> None:
    plan = PLANS[EXAMPLE]
    items = _items(plan)
    strands = [strand for item in items for strand in plan.strands_of(item.id)]
    assert [(strand.room, strand.lead) for strand in strands] == [
        ("Seminar room, Level 2", "Isla"),
        ("Day room", "Morag"),
    ]
    assert [(i.length.low, i.length.high) for i in items if i.length.low] == [(25, 35)]
    assert [(i.length.times, i.length.minutes) for i in items if i.length.times] == [(6, 3)]
    assert [item.title for item in items if item.state is State.PARKED]
    assert {Kind.MEAL, Kind.BREAK, Kind.ARRIVAL, Kind.SECTION} <= {item.kind for item in items}
    assert [step.text for step in _rows(plan, Step) if step.is_break]
    assert {material.per for material in _rows(plan, Material)} == set(Per)
    assert {item.part for item in items} >= set(Part) - {Part.INPUT}
    assert [i.title for i in items if counts(i) and not i.length.timed and i.kind is Kind.ACTIVITY]
    assert plan.head.notes


def test_the_examples_tasks_are_due_between_the_sessions() -> None:
    plan = PLANS[EXAMPLE]
    days = [session.day for session in plan.sessions if session.day]
    assert days == sorted(days)
    ends = [*days[1:], days[-1] + timedelta(weeks=4)]
    for session, end in zip(plan.sessions, ends, strict=True):
        dues = [item.due for item in plan.items_of(session.id) if item.kind is Kind.TASK]
        assert len(dues) == 1
        assert session.day is not None
        assert dues[0] is not None
        assert session.day < dues[0] < end


def test_sources_are_named_and_one_can_be_looked_up() -> None:
    for key in PLANS:
        sources = starter(key).sources
        assert any("https://" in source for source in sources)
        assert [source for source in sources if source.startswith("[")] == []
