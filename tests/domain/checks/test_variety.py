"""Not too long in one company, and on their feet after lunch."""

from __future__ import annotations

import pytest

from aiplanner.domain.bank import GroupForm
from aiplanner.domain.cycle import Kind, Part
from tests.support.advice import GOOD, SILENT, SPEAKS, heard, hints, rows
from tests.support.plans import breakout, item, pause, plan, session, step, strand

TALK = item("Talk", "60", group="everyone")
LUNCH = item("Lunch", "45", kind=Kind.MEAL)


def test_two_hours_in_one_form_are_fine_and_more_is_not() -> None:
    assert heard(plan(session("10:00", TALK, pause("10"), TALK)), "one-form") == GOOD
    programme = plan(session("10:00", TALK, pause("10"), TALK, item("More", "5", group="circle")))
    assert rows(programme, "one-form") == ["More"]
    [hint] = hints(programme, "one-form")
    assert (hint.facts["form"], hint.facts["minutes"]) == (GroupForm.WHOLE, 125)


@pytest.mark.parametrize(
    "other",
    [
        item("Pairs", "10", group="pairs"),
        item("We cannot tell", "10", group="as you like"),
        item("Mixed", "10", group="on your own, then pairs"),
        item("Song", "5", group="everyone", part=Part.ENERGISER),
        item("Round the wall", "10", group="everyone, walking"),
        LUNCH,
        item("Lunch together", "45", kind=Kind.MEAL, group="everyone"),
    ],
)
def test_another_form_or_a_meal_interrupts(other: object) -> None:
    programme = plan(session("10:00", TALK, TALK, other, TALK))
    assert heard(programme, "one-form") == GOOD


def test_one_long_item_is_enough() -> None:
    assert rows(plan(session("09:00", item("Day of pairs", "150", group="pairs"))), "one-form") == [
        "Day of pairs"
    ]


def test_strands_have_runs_of_their_own() -> None:
    apart = breakout("Rooms", strand("A", TALK, TALK), strand("B", item("Pairs", "120")))
    assert heard(plan(session("10:00", TALK, apart, TALK)), "one-form") == GOOD
    longer = breakout("Rooms", strand("A", TALK, TALK, item("More", "1", group="plenary")))
    assert rows(plan(session("10:00", longer)), "one-form") == ["More"]


def test_breaks_inside_an_item_are_not_counted() -> None:
    rest = [step(60), step(10, "Tea", is_break=True), step(60)]
    with_rest = item("Talk", "130", group="everyone", steps=rest)
    assert heard(plan(session("10:00", with_rest)), "one-form") == GOOD
    without = item("Talk", "130", group="everyone")
    assert heard(plan(session("10:00", without)), "one-form") == SPEAKS


@pytest.mark.parametrize("items", [(item("A", "200"),), (item("A", group="pairs"),), ()])
def test_silent_where_no_form_or_no_length_is_told(items: tuple[object, ...]) -> None:
    assert heard(plan(session("10:00", *items)), "one-form") == SILENT


def test_a_talk_after_lunch_is_spoken_of_and_pairs_are_not() -> None:
    talk = plan(session("10:00", TALK, LUNCH, item("Input", "30", group="everyone"), TALK))
    assert rows(talk, "after-lunch") == ["Input"]
    assert [talk.rows[hint.facts["meal"]].title for hint in hints(talk, "after-lunch")] == ["Lunch"]
    assert (
        heard(plan(session("10:00", TALK, LUNCH, item("B", "30", group="pairs"))), "after-lunch")
        == GOOD
    )


@pytest.mark.parametrize(
    "after",
    [
        (item("Song", "5", part=Part.ENERGISER), TALK),
        (item("What is next", "5", group="everyone"), item("Wishes", "20", group="pairs")),
        (item("Gallery walk", "20", group="everyone"),),
        (item("Map", "20", group="everyone, at the wall"),),
        (item("Write", "20", group="on your own"),),
        (item("We cannot tell", "20"), TALK),
    ],
)
def test_what_is_active_or_may_be(after: tuple[object, ...]) -> None:
    assert heard(plan(session("10:00", TALK, LUNCH, *after)), "after-lunch") == GOOD


def test_twenty_minutes_of_talk_first_are_too_many() -> None:
    after = (item("Input", "20", part=Part.INPUT), item("Wishes", "20", group="pairs"))
    assert heard(plan(session("10:00", TALK, LUNCH, *after)), "after-lunch") == SPEAKS


def test_what_comes_first_after_free_time_is_looked_at() -> None:
    later = item("Wishes", "20", group="pairs", at="13:30")
    assert heard(plan(session("11:00", TALK, LUNCH, later)), "after-lunch") == GOOD


@pytest.mark.parametrize(
    ("start", "meal", "expected"),
    [
        (
            "10:00",
            item(
                "Soup",
                "45",
                kind=Kind.MEAL,
            ),
            SPEAKS,
        ),
        ("17:00", item("Dinner", "45", kind=Kind.MEAL), SILENT),
        ("07:00", item("Breakfast", "45", kind=Kind.MEAL), SILENT),
        ("", item("Meal", "45", kind=Kind.MEAL), SILENT),
        ("", item("Working lunch", "45", kind=Kind.MEAL), SPEAKS),
        ("10:00", pause("45", "A long break"), SILENT),
    ],
)
def test_lunch_is_a_meal_around_noon_or_by_name(start: str, meal: object, expected: str) -> None:
    assert heard(plan(session(start, TALK, meal, TALK)), "after-lunch") == expected


def test_silent_where_nothing_follows_lunch() -> None:
    assert heard(plan(session("10:00", TALK, LUNCH)), "after-lunch") == SILENT
