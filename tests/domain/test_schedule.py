"""The clock of a session, rule by rule, as section 3 of the product's description tells them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aiplanner.domain.cycle import Kind, State
from aiplanner.domain.schedule import Totals, clock_text, session_clock, step_starts
from tests.support.plans import (
    breakout,
    clock_of,
    item,
    named,
    pause,
    plan,
    section,
    session,
    step,
    strand,
    the_session,
    times,
)


def test_items_run_on_from_the_start_of_the_session() -> None:
    assert times(item("Welcome", "15"), item("Interviews", "1h30"), item("Close", "5")) == {
        "Welcome": "10:00–10:15",
        "Interviews": "10:15–11:45",
        "Close": "11:45–11:50",
    }


def test_a_pin_later_than_the_cursor_leaves_a_gap_that_is_reported() -> None:
    clock = clock_of(item("Welcome", "15"), item("Lunch", "45", at="12:00", kind=Kind.MEAL))
    assert [slot.gap for slot in clock.track.slots] == [0, 105]
    assert clock.totals == Totals(work=15, breaks=45, gaps=105)
    assert clock_text(clock.end) == "12:45"


def test_a_pin_earlier_than_the_cursor_overlaps_and_nothing_is_moved() -> None:
    clock = clock_of(item("Stories", "50"), item("Guest speaker", "20", at="10:30"))
    assert [slot.start for slot in clock.track.slots] == [600, 630]
    assert [slot.overlap for slot in clock.track.slots] == [0, 20]
    assert clock.totals == Totals(work=70, overlaps=20)
    assert clock_text(clock.end) == "10:50"


def test_what_follows_a_pinned_item_runs_on_from_its_end() -> None:
    found = times(item("Stories", "50"), item("Speaker", "20", at="10:30"), item("Talk", "10"))
    assert found["Talk"] == "10:50–11:00"


@pytest.mark.parametrize(
    ("start", "pin", "begins"),
    [
        ("20:00", "01:00", 25 * 60),
        ("20:00", "00:00", 24 * 60),
        ("20:00", "08:00", 32 * 60),
        ("20:00", "08:01", 8 * 60 + 1),
        ("09:00", "08:30", 8 * 60 + 30),
        ("20:00", "19:59", 19 * 60 + 59),
    ],
)
def test_a_pin_before_the_start_is_the_next_day_within_twelve_hours(
    start: str, pin: str, begins: int
) -> None:
    [slot] = clock_of(item("Late", "10", at=pin), start=start).track.slots
    assert slot.start == begins


def test_a_session_may_run_past_midnight() -> None:
    found = times(item("Vigil", "3h"), item("Supper", "30", at="00:30"), start="20:00")
    assert found == {"Vigil": "20:00–23:00", "Supper": "00:30–01:00"}


def test_a_breakout_ends_with_its_longest_strand_and_counts_once() -> None:
    clock = clock_of(
        breakout(
            "Two rooms",
            strand("A", item("Short talk", "20")),
            strand("B", item("Long talk", "30"), pause("10"), item("Reflection", "5")),
        ),
        item("Back together", "15"),
    )
    assert clock.totals == Totals(work=30 + 5 + 15, breaks=10)
    assert clock_text(clock.end) == "11:00"


def test_strands_all_begin_with_their_breakout() -> None:
    found = times(
        item("Welcome", "10"),
        breakout("Rooms", strand("A", item("One", "20")), strand("B", item("Two", "30"))),
    )
    assert found["One"] == "10:10–10:30"
    assert found["Two"] == "10:10–10:40"
    assert found["Rooms"] == "10:10–10:40"


def test_breakouts_nest() -> None:
    inner = breakout("Inner", strand("i", item("Deep", "25")), strand("ii", item("Deeper", "35")))
    outer = breakout("Outer", strand("A", item("Before", "5"), inner), strand("B", item("B", "30")))
    found = times(outer, item("After", "10"))
    assert found["Deeper"] == "10:05–10:40"
    assert found["Outer"] == "10:00–10:40"
    assert found["After"] == "10:40–10:50"


def test_a_breakout_without_times_in_its_strands_takes_its_own_length() -> None:
    rooms = breakout("Rooms", strand("A", item("One")), strand("B"), length="45")
    assert times(rooms)["Rooms"] == "10:00–10:45"


def test_times_in_strands_come_before_the_own_length_of_a_breakout() -> None:
    rooms = breakout("Rooms", strand("A", item("One", "20")), length="45")
    assert times(rooms)["Rooms"] == "10:00–10:20"


def test_shortest_and_longest_case_of_a_breakout_follow_the_same_rule() -> None:
    """A strand that may take no time at all must not give way to the breakout's own length."""
    clock = clock_of(breakout("Rooms", strand("A", item("If wanted", "10 (0-15)")), length="45"))
    ends = [clock.earliest_end, clock.end, clock.latest_end]
    assert [clock_text(end) for end in ends] == ["10:00", "10:10", "10:15"]


@pytest.mark.parametrize("state", [State.PARKED, State.SKIPPED])
def test_parked_and_skipped_items_stay_visible_and_count_for_nothing(state: State) -> None:
    clock = clock_of(item("One", "10"), item("Not today", "30", "11:00", state=state))
    [_, parked] = clock.track.slots
    assert (parked.start, parked.end, parked.minutes) == (None, None, 0)
    assert clock.totals == Totals(work=10)


def test_a_parked_breakout_takes_what_it_holds_with_it() -> None:
    rooms = breakout("Rooms", strand("A", item("One", "20")))
    programme = plan(session("10:00", rooms))
    parked = programme.put(replace(named(programme, "Rooms"), state=State.PARKED))
    clock = session_clock(parked, the_session(parked))
    assert clock.totals == Totals()
    held = clock.slots[named(programme, "One").id]
    assert (held.start, held.minutes) == (None, 0)


def test_headings_take_no_time_and_stand_where_they_are() -> None:
    found = times(item("Welcome", "10"), section("Morning"), item("Stories", "20"))
    assert found["Morning"] == "10:10–10:10"
    assert found["Stories"] == "10:10–10:30"


def test_a_task_between_sessions_has_no_clock() -> None:
    assert times(item("Read", "2h", kind=Kind.TASK), item("Welcome", "5")) == {
        "Read": "",
        "Welcome": "10:00–10:05",
    }


def test_turns_take_their_minutes_times_their_number() -> None:
    assert times(item("Reports", "6x3"))["Reports"] == "10:00–10:18"


def test_a_range_counts_its_typical_minutes_and_says_when_it_may_end() -> None:
    clock = clock_of(item("Dream", "40 (30-60)"), item("Close", "5"))
    assert clock_text(clock.end) == "10:45"
    assert clock_text(clock.earliest_end) == "10:35"
    assert clock_text(clock.latest_end) == "11:05"
    [dream, close] = clock.track.slots
    assert (dream.earliest_end, dream.latest_end) == (630, 660)
    assert (close.earliest_end, close.latest_end) == (635, 665)


def test_a_pin_takes_up_the_slack_of_what_runs_before_it() -> None:
    clock = clock_of(item("Dream", "40 (30-60)"), item("Lunch", "30", at="11:00", kind=Kind.MEAL))
    assert (clock.earliest_end, clock.end, clock.latest_end) == (690, 690, 690)


def test_untimed_items_share_what_lies_between_two_pins() -> None:
    clock = clock_of(
        item("Welcome", "10"),
        item("Posters"),
        item("Talk", "15"),
        item("Vote"),
        item("Lunch", "30", at="11:00", kind=Kind.MEAL),
    )
    [_, posters, _, vote, lunch] = clock.track.slots
    assert (posters.minutes, vote.minutes) == (18, 17)  # 60 - 10 - 15 = 35 minutes for two
    assert (posters.shared, posters.sharers) == (35, 2)
    assert (lunch.gap, lunch.overlap) == (0, 0)
    assert clock.totals == Totals(work=60, breaks=30)


def test_untimed_items_take_nothing_where_nothing_is_left() -> None:
    found = times(item("Talk", "50"), item("Questions"), item("Lunch", "30", at="10:45"))
    assert found["Questions"] == "10:50–10:50"
    assert found["Lunch"] == "10:45–11:15"


def test_untimed_items_after_the_last_pin_take_nothing() -> None:
    assert times(item("Talk", "20", at="10:00"), item("Open end"))["Open end"] == "10:20–10:20"


def test_breaks_inside_an_item_count_as_breaks() -> None:
    long = item("Stories", "90", steps=(step(40), step(10, is_break=True), step(40)))
    assert clock_of(long).totals == Totals(work=80, breaks=10)


def test_breaks_inside_an_item_are_never_longer_than_the_item() -> None:
    odd = item("Stories", "30", steps=(step(45, is_break=True),))
    assert clock_of(odd).totals == Totals(breaks=30)


@pytest.mark.parametrize("kind", [Kind.BREAK, Kind.MEAL, Kind.ARRIVAL, Kind.TRAVEL, Kind.SOCIAL])
def test_rest_is_not_work(kind: Kind) -> None:
    assert clock_of(item("Rest", "20", kind=kind)).totals == Totals(breaks=20)


def test_steps_run_on_inside_their_item() -> None:
    programme = plan(session("10:00", item("Stories", "30", steps=(step(10), step(None), step(5)))))
    steps = programme.steps_of(named(programme, "Stories").id)
    assert step_starts(steps, 600) == (600, 610, 610)


def test_the_end_stands_to_the_planned_end() -> None:
    assert clock_of(item("All", "2h20"), planned=120).over == 20
    assert clock_of(item("All", "1h45"), planned=120).over == -15
    assert clock_of(item("All", "2h"), planned=None).over == 0


def test_without_a_start_the_minutes_are_no_clock_times() -> None:
    clock = clock_of(item("One", "20"), item("Two", "25"), start="")
    assert not clock.clocked
    assert (clock.start, clock.end) == (0, 45)


def test_without_a_start_the_first_pin_says_when_the_session_begins() -> None:
    clock = clock_of(item("Coffee", "30"), item("Welcome", "10", at="09:00"), start="")
    assert clock.clocked
    assert clock_text(clock.start) == "08:30"
    assert clock.totals.gaps == clock.totals.overlaps == 0


def test_without_a_start_a_pin_inside_a_breakout_says_it_too() -> None:
    rooms = breakout("Rooms", strand("A", item("Set up", "20"), item("Guests", "30", at="14:00")))
    clock = clock_of(item("Walk over", "10"), rooms, item("Close", "5", at="14:40"), start="")
    assert clock_text(clock.start) == "13:30"
    assert clock.totals == Totals(work=10 + 20 + 30 + 5, gaps=10)


def test_an_empty_session_ends_when_it_starts() -> None:
    clock = clock_of(start="09:15")
    assert (clock.start, clock.end, clock.totals) == (555, 555, Totals())


def test_a_strand_that_ends_before_its_breakout_begins_takes_no_time() -> None:
    rooms = breakout("Rooms", strand("A", item("Set up", "10", at="09:00")))
    clock = clock_of(rooms, item("Close", "5"))
    [slot, close] = clock.track.slots
    assert (slot.start, slot.minutes) == (600, 0)
    assert close.start == 600
    assert clock.totals == Totals(work=10 + 5, overlaps=10)


def test_a_breakout_that_waits_for_a_pinned_item_leaves_the_free_time_to_others() -> None:
    rooms = breakout("Rooms", strand("A", item("Guests arrive", at="10:20")))
    clock = clock_of(rooms, item("Posters"), item("Lunch", "30", at="11:00", kind=Kind.MEAL))
    [waiting, posters, _] = clock.track.slots
    assert (waiting.minutes, waiting.sharers) == (20, 0)
    assert (posters.minutes, posters.sharers) == (40, 1)


def test_a_strand_that_says_it_takes_no_time_gets_no_share_of_free_time() -> None:
    rooms = breakout("Rooms", strand("A", item("Hand over", "0")))
    clock = clock_of(rooms, item("Posters"), item("Lunch", "30", at="11:00", kind=Kind.MEAL))
    assert [slot.minutes for slot in clock.track.slots] == [0, 60, 30]
