"""What the room reads: short, true, and the same for eye and ear."""

from __future__ import annotations

from datetime import timedelta

import pytest

from aiplanner.app import room_words as words
from aiplanner.app.room_words import Figure, Tone
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.on_the_day import begin_run
from aiplanner.domain.programme import Programme
from tests.support.day_clock import DAY
from tests.support.held_sessions import begun, morning, one, seen
from tests.support.plans import item, named, the_session


@pytest.mark.parametrize(
    ("clock", "figure"),
    [
        ("10:10", Figure("40", "min left")),
        ("10:10:01", Figure("40", "min left")),
        ("10:44:59", Figure("6", "min left")),
        ("10:45", Figure("5:00", "left", Tone.SOON)),
        ("10:49:51", Figure("0:09", "left", Tone.SOON)),
        ("10:50", Figure("0", "time is up", Tone.OVER)),
        ("10:50:59", Figure("0", "time is up", Tone.OVER)),
        ("10:51", Figure("+1", "min over", Tone.OVER)),
        ("11:54:59", Figure("+64", "min over", Tone.OVER)),
    ],
)
def test_the_time_left(clock: str, figure: Figure) -> None:
    assert words.figure(seen(begun(morning(), "10:00", "10:10"), clock)) == figure


def test_a_short_item_is_soon_over_only_in_its_last_quarter() -> None:
    programme = begun(one(item("Quick", "4")))
    assert words.figure(seen(programme, "10:01")) == Figure("3:00", "left")
    assert words.figure(seen(programme, "10:03")) == Figure("1:00", "left", Tone.SOON)


def test_an_item_without_a_length_counts_up() -> None:
    state = seen(begun(one(item("Talk"), item("Close", "10"))), "10:08:59")
    assert words.figure(state) == Figure("8", "min so far")


@pytest.mark.parametrize(
    ("clock", "figure", "standing"),
    [
        ("07:30", Figure("10:00", "start, in 2 h 30 min"), ""),
        ("08:21", Figure("99", "min until 10:00"), ""),
        ("09:59:01", Figure("1", "min until 10:00"), ""),
        ("10:00:20", Figure("10:00", "time to start"), ""),
        (
            "10:12",
            Figure("12", "min past 10:00", Tone.SOON),
            "If we start now: ends about 12:02, 2 min over 12:00",
        ),
    ],
)
def test_before_the_start(clock: str, figure: Figure, standing: str) -> None:
    state = seen(morning(), clock)
    assert (words.figure(state), words.standing(state)) == (figure, standing)
    assert words.facts(state) == "Tue 12 Jan 2027, 10:00 to 12:00"


def test_on_another_day_nothing_is_counted() -> None:
    state = seen(morning(), "10:12", DAY - timedelta(days=1))
    assert (words.figure(state), words.standing(state)) == (Figure(), "")


def test_a_session_without_a_start_can_begin_at_any_time() -> None:
    state = seen(one(item("A", "10"), start="", day=None, venue="Hall"), "10:00")
    assert (words.figure(state), words.facts(state)) == (Figure(), "Hall")


@pytest.mark.parametrize(
    ("began", "first", "clock", "standing"),
    [
        ("10:00", "10:10", "10:20", "On time · ends about 12:00, as planned"),
        ("10:00", "10:10:29", "10:20", "On time · ends about 12:00, as planned"),
        ("10:00", "10:10:31", "10:20", "1 min behind · ends about 12:00, as planned"),
        ("10:00", "10:05", "10:20", "5 min ahead · ends about 12:00, as planned"),
        ("10:10", "10:25", "10:30", "15 min behind · ends about 12:05, 5 min over 12:00"),
    ],
)
def test_ahead_and_behind(began: str, first: str, clock: str, standing: str) -> None:
    assert words.standing(seen(begun(morning(), began, first), clock)) == standing


def test_ending_early_is_told_too() -> None:
    programme = begun(morning(), "10:00", "10:10", "10:50", "11:00", "11:20")
    state = seen(programme, "11:20")
    assert words.standing(state) == "25 min ahead · ends about 11:35, 25 min before 12:00"


def test_far_from_its_start_it_says_from_when_the_clock_counts() -> None:
    programme = begin_run(morning(), the_session(morning()).id, seen(morning(), "17:00").moment)
    standing = words.standing(seen(programme, "17:02"))
    assert standing.startswith("Held at another time than planned, so the clock counts from 17:00")


def test_an_item_taken_out_says_so_and_what_is_next() -> None:
    programme = begun(morning(), "10:00", "10:10")
    programme = delete_items(programme, [named(programme, "Pairs").id])
    state = seen(programme, "10:20")
    assert words.heading(state) == "No longer in the plan"
    assert (words.figure(state), words.coming(state)) == (Figure(), "Next at 11:00")
    assert words.coming_title(state) == "Break · 15 min · fixed time"
    assert _under_way(programme) == "“Session 1” is under way."


def test_what_is_under_way_is_told_with_its_place() -> None:
    assert _under_way(begun(morning(), "10:00", "10:10")) == (
        "“Session 1” is under way: item 2 of 5, Pairs."
    )


def _under_way(programme: Programme) -> str:
    run = programme.run_of(the_session(programme).id)
    assert run is not None
    return words.under_way_text(programme, the_session(programme), run)


def test_facts_are_form_lead_and_room_and_nothing_private() -> None:
    first = item("Pairs", "10", group="pairs", lead="Anna", room="Hall", notes="Seat them apart")
    state = seen(begun(one(first)), "10:02")
    assert words.facts(state) == "pairs · Anna leads · Hall"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("10:44:59", "10:45", "5 minutes left"),
        ("10:45", "10:45:01", ""),
        ("10:40", "10:49:30", "1 minute left"),
        ("10:48:59", "10:49", "1 minute left"),
        ("10:49:59", "10:50", "Time is up"),
        ("10:50", "10:55", ""),
        ("10:20", "10:21", ""),
    ],
)
def test_minutes_are_announced_once(before: str, after: str, said: str) -> None:
    programme = begun(morning(), "10:00", "10:10")
    assert words.announcement(seen(programme, before), seen(programme, after)) == said


def test_another_item_is_announced_with_its_time_and_what_follows() -> None:
    before = begun(morning())
    after = begun(morning(), "10:00", "10:10")
    said = words.announcement(seen(before, "10:10"), seen(after, "10:10"))
    assert said == "Now: Pairs. 40 min left. Next at 11:00: Break."


def test_nothing_is_said_of_a_session_that_waits() -> None:
    assert words.announcement(None, seen(morning(), "09:50")) == ""
    assert words.announcement(seen(morning(), "09:50"), seen(morning(), "09:51")) == ""


def test_every_stage_has_words_for_a_plan_without_titles() -> None:
    programme: Programme = one(item("", "10"), item("", "5"))
    key = the_session(programme).id
    assert words.heading(seen(programme, "09:00")) == "Session 1"
    running = seen(begun(programme), "10:01")
    assert (words.heading(running), words.coming_title(running)) == (
        "Without a title",
        "Without a title · 5 min",
    )
    assert words.place(running) == "Session 1 · item 1 of 2"
    titled = set_fields(programme, key, title="Taster")
    assert words.place(seen(titled, "09:00")) == "Session 1"
