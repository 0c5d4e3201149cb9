"""Which things to do are overdue, due or later, whose they are, and how that is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from aiplanner.app.action_words import count_words, day_words, due_words, facts_words, what_words
from aiplanner.app.actions_due import (
    When,
    Which,
    chosen,
    in_order,
    is_mine,
    next_day,
    own_names,
    until,
    when,
)
from aiplanner.domain.findings import Progress, Sort
from tests.support.to_do import TODAY, tracked

FAR = date(2027, 3, 1)


def in_days(days: int) -> date:
    """A day so many days from today."""
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (in_days(-1), When.OVERDUE),
        (in_days(0), When.SOON),
        (in_days(14), When.SOON),
        (in_days(15), When.LATER),
        (None, When.UNDATED),
    ],
)
def test_a_day_is_overdue_once_it_is_past_and_due_for_a_fortnight(
    due: date | None, expected: When
) -> None:
    assert when(tracked(due=due), TODAY) is expected


def test_the_first_step_counts_until_something_has_begun() -> None:
    assert next_day(tracked(due=FAR, first_due=TODAY)) == TODAY
    begun = tracked(due=FAR, first_due=TODAY, progress=Progress.UNDER_WAY)
    assert next_day(begun) == FAR
    assert next_day(tracked(first_due=TODAY)) == TODAY
    assert next_day(tracked(due=TODAY, first_due=FAR)) == TODAY


def test_earliest_first_and_undated_last() -> None:
    found = [tracked("c"), tracked("b", due=FAR), tracked("A", due=FAR), tracked("d", due=TODAY)]
    assert [one.text for one in in_order(found)] == ["d", "A", "b", "c"]


@pytest.mark.parametrize(
    ("person", "names", "mine"),
    [
        ("Morag Reid", ["morag  REID"], True),
        ("Reid, Morag; Tom", ["Morag Reid"], True),
        ("Tom and Morag", ["Morag Reid", "Morag"], True),
        ("Morag", ["Morag Reid"], False),
        ("Moragh Reid", ["Morag Reid"], False),
        ("Łucja Żuk", ["łucja żuk"], True),
        ("", ["Morag"], False),
        ("Morag", [], False),
        ("Morag", ["..."], False),
    ],
)
def test_mine_is_what_names_every_part_of_a_name_of_mine(
    person: str, names: list[str], *, mine: bool
) -> None:
    assert is_mine(person, names) is mine


def test_several_names_of_ones_own_stand_between_commas() -> None:
    assert own_names(" Morag  Reid; Morag,MR,, Morag ") == ("Morag Reid", "Morag", "MR")
    assert own_names(" , ") == ()


def test_each_choice_shows_what_it_says() -> None:
    found = [
        tracked("late", "Morag", in_days(-3)),
        tracked("soon", "Tom", in_days(3)),
        tracked("later", "Morag", FAR),
        tracked("undated"),
        tracked("done", "Morag", in_days(-9), progress=Progress.DONE),
    ]
    shown = {w: [one.text for one in chosen(found, w, ["Morag"], TODAY)] for w in Which}
    assert shown == {
        Which.DUE: ["late", "soon"],
        Which.OVERDUE: ["late"],
        Which.MINE: ["late", "later"],
        Which.ALL: ["late", "soon", "later", "undated"],
    }


@pytest.mark.parametrize("which", list(Which))
def test_what_a_choice_asks_the_library_for_holds_all_that_it_shows(which: Which) -> None:
    last = until(which, TODAY)
    for days in range(-20, 30):
        one = tracked(person="Morag", due=in_days(days))
        if chosen([one], which, ["Morag"], TODAY):
            assert last is None or in_days(days) <= last


@pytest.mark.parametrize(
    ("due", "words", "more"),
    [
        (in_days(-40), "5 weeks overdue", "Tue 13 Oct"),
        (in_days(-3), "3 days overdue", "Thu 19 Nov"),
        (in_days(-1), "1 day overdue", "Sat 21 Nov"),
        (in_days(0), "Today", "Sun 22 Nov"),
        (in_days(1), "Tomorrow", "Mon 23 Nov"),
        (in_days(9), "Tue 1 Dec", ""),
        (FAR, "Mon 1 Mar 2027", ""),
        (None, "No date", ""),
    ],
)
def test_days_are_said_as_people_say_them(due: date | None, words: str, more: str) -> None:
    one = tracked(due=due)
    assert (due_words(one, TODAY), day_words(one, TODAY)) == (words, more)


def test_a_first_step_is_said_to_be_one() -> None:
    one = tracked(due=FAR, first_due=in_days(-2), first_step="Ask\nthe ward")
    assert due_words(one, TODAY) == "2 days overdue"
    assert day_words(one, TODAY) == "first step · Fri 20 Nov"
    said = facts_words(one, TODAY)
    assert said == "action · first step: Ask the ward · all of it by Mon 1 Mar 2027"


def test_how_far_it_is_is_said_once_it_has_begun() -> None:
    begun = tracked(due=FAR, first_step="Ask", progress=Progress.UNDER_WAY, sort=Sort.PROMISE)
    assert facts_words(begun, TODAY) == "promise · under way"
    assert what_words(tracked("", sort=Sort.REVIEW)) == "Look again: how far are we?"


def test_how_many_there_are_of_each() -> None:
    found = [tracked(due=in_days(-1)), tracked(due=in_days(-1)), tracked(due=FAR), tracked()]
    assert count_words(found, TODAY) == "2 overdue · 1 later · 1 without a date"
    assert count_words([], TODAY) == ""
