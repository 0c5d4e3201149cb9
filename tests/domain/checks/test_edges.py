"""A session opens and closes, by the part or by the name of what it begins and ends with."""

from __future__ import annotations

import pytest

from aiplanner.domain.checks.edges import is_closing, is_opening
from aiplanner.domain.cycle import Kind, Part, State
from tests.support.advice import CLOSING, GOOD, OPENING, SILENT, SPEAKS, heard, rows
from tests.support.plans import breakout, item, pause, plan, section, session, strand

WORK = item("Interviews", "40", group="pairs")
MORE = item("Themes", "30")


def test_a_session_without_an_opening_is_told_so_at_its_first_item() -> None:
    programme = plan(session("10:00", WORK, MORE, CLOSING))
    assert heard(programme, "opens") == SPEAKS
    assert rows(programme, "opens") == ["Interviews"]
    assert heard(plan(session("10:00", OPENING, WORK, MORE, CLOSING)), "opens") == GOOD


def test_a_session_without_a_closing_is_told_so_at_its_last_item() -> None:
    programme = plan(session("10:00", OPENING, WORK, MORE))
    assert heard(programme, "closes") == SPEAKS
    assert rows(programme, "closes") == ["Themes"]
    assert heard(plan(session("10:00", OPENING, WORK, MORE, CLOSING)), "closes") == GOOD


def test_each_session_is_looked_at() -> None:
    good = session("10:00", OPENING, WORK, CLOSING)
    programme = plan(good, session("10:00", WORK, MORE), good, session("10:00", MORE, WORK))
    assert rows(programme, "opens") == ["Interviews", "Themes"]
    assert rows(programme, "closes") == ["Themes", "Interviews"]


@pytest.mark.parametrize("items", [(), (WORK,), (section("Day 1"), pause("10"), WORK)])
def test_a_running_order_that_is_only_begun_is_left_alone(items: tuple[object, ...]) -> None:
    programme = plan(session("10:00", *items))
    assert (heard(programme, "opens"), heard(programme, "closes")) == (SILENT, SILENT)


def test_arrivals_meals_tasks_and_parked_items_are_no_edges() -> None:
    arrival = item("Coffee", "15", kind=Kind.ARRIVAL)
    parked = item("Song", "5", state=State.PARKED)
    home = item("Collect a story", kind=Kind.TASK)
    lunch = item("Soup", "45", kind=Kind.MEAL)
    programme = plan(session("10:00", arrival, parked, OPENING, WORK, CLOSING, lunch, home))
    assert (heard(programme, "opens"), heard(programme, "closes")) == (GOOD, GOOD)


def test_a_parked_opening_does_not_open() -> None:
    parked = item("Welcome", "5", part=Part.OPENING, state=State.PARKED)
    assert heard(plan(session("10:00", parked, WORK, MORE)), "opens") == SPEAKS


def test_one_item_may_come_before_the_welcome_and_one_after_the_close() -> None:
    programme = plan(session("10:00", MORE, OPENING, WORK, CLOSING, item("Photograph", "5")))
    assert (heard(programme, "opens"), heard(programme, "closes")) == (GOOD, GOOD)


def test_a_session_may_close_in_its_strands() -> None:
    apart = breakout("Rooms", strand("A", WORK, CLOSING), strand("B", MORE, CLOSING))
    assert heard(plan(session("10:00", OPENING, apart)), "closes") == GOOD


@pytest.mark.parametrize(
    "title",
    [
        "Welcome and why now",
        "Introduction / energiser / icebreaker",
        "Introduce goals, objectives and roadmap",
        "Check-in: name and something going well",
        "Reconnect with AI (slides)",
        "Review agenda and introductions",
        "Who is here?",
    ],
)
def test_names_that_open(title: str) -> None:
    assert is_opening(None, title)


@pytest.mark.parametrize(
    "title",
    [
        "Check-out",
        "Check out",
        "Closing thoughts",
        "Conclusion",
        "Feedback on the session",
        "Discuss next steps",
        "Thank you and goodbye",
        "Evaluation form",
    ],
)
def test_names_that_close(title: str) -> None:
    assert is_closing(None, title)


@pytest.mark.parametrize(
    "title",
    ["Interviews", "Dream / 'what could be' exercise", "Sort, name and vote", "Enclosed garden"],
)
def test_names_that_do_neither(title: str) -> None:
    assert not is_opening(None, title)
    assert not is_closing(None, title)
