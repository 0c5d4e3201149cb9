"""The session fits its time, and steps sum to their item."""

from __future__ import annotations

import pytest

from aiplanner.domain.content import StarterStep
from aiplanner.domain.cycle import Kind, State
from tests.support.advice import GOOD, SILENT, SPEAKS, heard, hints, rows
from tests.support.plans import breakout, item, plan, session, step, strand


@pytest.mark.parametrize(("minutes", "expected"), [("119", GOOD), ("120", GOOD), ("121", SPEAKS)])
def test_a_session_that_runs_over_is_told_so(minutes: str, expected: str) -> None:
    programme = plan(session("10:00", item("All", minutes), planned=120, title="First"))
    assert heard(programme, "fits-time") == expected
    assert rows(programme, "fits-time") == (["First"] if expected is SPEAKS else [])


def test_only_the_session_that_runs_over() -> None:
    fits, over = item("A", "60"), item("B", "90")
    programme = plan(
        session("10:00", fits, planned=60, title="First"),
        session("", over, planned=60, title="Second"),
    )
    assert rows(programme, "fits-time") == ["Second"]


@pytest.mark.parametrize(
    "found",
    [session("10:00", item("A", "300")), session("10:00", planned=60)],
    ids=["open", "bare"],
)
def test_silent_without_a_planned_length_or_a_running_order(found: object) -> None:
    assert heard(plan(found), "fits-time") == SILENT


STEPS = [step(5), step(20), step(5, "Tea", is_break=True)]


def steps_of(length: str, *steps: StarterStep, **fields: object) -> str:
    """What the rule says of one item of that length with these steps."""
    made = item("Interviews", length, steps=steps, **fields)
    return heard(plan(session("10:00", made)), "steps-sum")


@pytest.mark.parametrize(("length", "expected"), [("30", GOOD), ("29", SPEAKS), ("40", SPEAKS)])
def test_steps_sum_to_their_item(length: str, expected: str) -> None:
    assert steps_of(length, *STEPS) == expected


def test_the_hint_tells_both_sums() -> None:
    programme = plan(session("10:00", item("Interviews", "40", steps=STEPS)))
    [hint] = hints(programme, "steps-sum")
    assert (hint.facts["minutes"], hint.facts["steps"]) == (40, 30)
    assert rows(programme, "steps-sum") == ["Interviews"]


def test_a_range_may_be_met_anywhere() -> None:
    assert [steps_of("25-35", step(n)) for n in (24, 25, 30, 35, 36)] == [
        SPEAKS,
        GOOD,
        GOOD,
        GOOD,
        SPEAKS,
    ]


def test_steps_may_describe_all_the_turns_or_one() -> None:
    assert [steps_of("6x5", step(n)) for n in (30, 5, 10)] == [GOOD, GOOD, SPEAKS]


def test_while_a_step_has_no_minutes_the_others_only_must_not_be_too_long() -> None:
    assert steps_of("30", step(10), step(None)) == GOOD
    assert steps_of("30", step(31), step(None)) == SPEAKS


def test_an_untimed_item_is_measured_by_the_clock() -> None:
    fills = item("Walk", steps=[step(20)])
    close = item("Close", "10", at="10:20")
    assert heard(plan(session("10:00", fills, close)), "steps-sum") == GOOD
    late = item("Close", "10", at="10:25")
    assert heard(plan(session("10:00", fills, late)), "steps-sum") == SPEAKS


def test_items_in_strands_are_looked_at() -> None:
    wrong = item("Draw", "10", steps=[step(20)])
    programme = plan(session("10:00", breakout("Rooms", strand("A", wrong))))
    assert rows(programme, "steps-sum") == ["Draw"]


def test_silent_without_minutes() -> None:
    assert steps_of("30", step(None), step(None)) == SILENT
    assert steps_of("", step(10)) == SILENT
    assert steps_of("30") == SILENT
    assert steps_of("30", step(99), state=State.PARKED) == SILENT
    assert steps_of("", step(99), kind=Kind.TASK) == SILENT
