"""How a session stands in the room: time left, what is next and when, ahead or behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from aiplanner.app.day_plan import begins_from
from aiplanner.app.room import RoomState, Stage, room_state, under_way
from aiplanner.domain.cycle import State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.on_the_day import add_minutes, end_run, go_back
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from tests.support.day_clock import DAY, local, shown
from tests.support.held_sessions import begun, morning, one, seen, stand
from tests.support.plans import breakout, item, named, section, strand, the_session


class TestOnItsWay:
    def test_on_time(self) -> None:
        state = seen(begun(morning()), "10:04")
        assert state.stage is Stage.RUNNING
        assert stand(state) == ("Welcome", 6, "Pairs", "10:10", 0)
        assert (state.place, state.count) == (1, 5)
        assert (shown(state.ends), state.over) == ("12:00", 0)

    def test_sections_and_parked_items_are_passed_over(self) -> None:
        state = seen(begun(morning(), "10:00", "10:10"), "10:10")
        assert stand(state) == ("Pairs", 40, "Break", "11:00", 0)

    def test_a_pin_takes_up_the_delay_that_it_can(self) -> None:
        state = seen(begun(morning(), "10:06", "10:16"), "10:30")
        assert stand(state) == ("Pairs", 26, "Break", "11:00", 6)
        assert state.over == 0

    def test_a_pin_that_has_gone_by_begins_late(self) -> None:
        state = seen(begun(morning(), "10:15", "10:25"), "10:30")
        assert stand(state) == ("Pairs", 35, "Break", "11:05", 15)
        assert state.next is not None
        assert state.next.fixed
        assert (shown(state.ends), state.over) == ("12:05", 5 * 60)

    def test_over_time_is_counted_on_and_moves_what_follows(self) -> None:
        state = seen(begun(morning()), "10:14")
        assert stand(state) == ("Welcome", -4, "Pairs", "10:14", 4)

    def test_ahead_is_told_but_a_pin_does_not_move(self) -> None:
        state = seen(begun(morning(), "10:00", "10:05"), "10:06")
        assert stand(state) == ("Pairs", 39, "Break", "11:00", -5)
        assert state.over == 0

    def test_minutes_given_count_for_the_item_and_all_after_it(self) -> None:
        programme = begun(morning())
        key = the_session(programme).id
        state = seen(add_minutes(programme, key, 5, local("10:03")), "10:04")
        assert stand(state) == ("Welcome", 11, "Pairs", "10:15", 5)
        state = seen(add_minutes(programme, key, -5, local("10:03")), "10:04")
        assert stand(state) == ("Welcome", 1, "Pairs", "10:05", -5)

    def test_the_last_item_says_so(self) -> None:
        state = seen(begun(morning(), "10:00", "10:10", "11:00", "11:15", "11:45"), "11:50")
        assert state.last
        assert stand(state) == ("Close", 10, "", "", 0)

    def test_the_end_is_when_it_was(self) -> None:
        programme = begun(morning())
        programme = end_run(programme, the_session(programme).id, local("11:30"))
        state = seen(programme, "15:00")
        assert state.stage is Stage.ENDED
        assert (shown(state.ends), state.over) == ("11:30", -30 * 60)

    def test_going_back_shows_the_item_as_it_would_have_been(self) -> None:
        programme = begun(morning(), "10:00", "10:10")
        programme = go_back(programme, the_session(programme).id, local("10:12"))
        assert stand(seen(programme, "10:12")) == ("Welcome", -2, "Pairs", "10:12", 2)

    def test_a_run_that_nobody_ended_is_over_after_a_day(self) -> None:
        programme = begun(morning())
        tomorrow = DAY + timedelta(days=1)
        assert seen(programme, "09:59", tomorrow).stage is Stage.RUNNING
        assert seen(programme, "10:00", tomorrow).stage is Stage.ENDED
        assert under_way(programme, local("10:00", tomorrow)) is None


class TestUntimedItems:
    def test_what_nobody_gave_a_length_has_no_time_left(self) -> None:
        state = seen(begun(one(item("Talk"), item("Close", "10"))), "10:08")
        assert stand(state) == ("Talk", None, "Close", "10:08", 8)
        assert state.now is not None
        assert state.now.gone == 8 * 60

    def test_minutes_given_to_it_are_its_time(self) -> None:
        programme = begun(one(item("Talk"), item("Close", "10")))
        programme = add_minutes(programme, the_session(programme).id, 5, local("10:08"))
        assert stand(seen(programme, "10:09")) == ("Talk", 4, "Close", "10:13", 13)

    def test_between_two_pins_it_gives_way_to_a_delay(self) -> None:
        programme = one(
            item("Welcome", "10"), item("Talk"), item("Questions"), item("Lunch", "30", at="11:00")
        )
        on_time = seen(begun(programme), "10:02")
        assert [shown(at) for at in _begins(on_time, 1)] == ["10:10", "10:35", "11:00"]
        late = seen(begun(programme, "10:20"), "10:21")
        assert [shown(at) for at in _begins(late, 1)] == ["10:30", "10:45", "11:00"]
        assert late.over == 0


def _begins(state: RoomState, first: int) -> Sequence[datetime]:
    assert state.now is not None
    assert state.now.ends is not None
    return begins_from(state.plan.stops[first:], state.now.ends)[0]


class TestBreakouts:
    @pytest.fixture
    def rooms(self) -> Programme:
        return one(
            item("Welcome", "10"),
            breakout(
                "Two rooms",
                strand("A", item("Stories", "10"), item("Themes", "10")),
                strand("B", item("Wishes", "25"), item("Skipped", "5", state=State.SKIPPED)),
            ),
            item("Close", "5"),
        )

    def words(self, state: RoomState) -> list[tuple[str, int | None, str, str]]:
        return [
            (
                "" if one.now is None else one.now.item.title,
                None if one.now is None or one.now.left is None else one.now.left // 60,
                "" if one.next is None else one.next.item.title,
                "" if one.next is None else shown(one.next.at),
            )
            for one in state.strands
        ]

    def test_every_strand_has_its_now_and_next(self, rooms: Programme) -> None:
        state = seen(begun(rooms, "10:05", "10:15"), "10:18")
        assert stand(state) == ("Two rooms", 22, "Close", "10:40", 5)
        assert self.words(state) == [("Stories", 7, "Themes", "10:25"), ("Wishes", 22, "", "")]

    def test_a_strand_that_is_done_waits_for_the_longest(self, rooms: Programme) -> None:
        state = seen(begun(rooms, "10:00", "10:10"), "10:31")
        assert self.words(state) == [("", None, "", ""), ("Wishes", 4, "", "")]

    def test_a_strand_that_begins_later_tells_when(self) -> None:
        programme = one(
            breakout(
                "Rooms",
                strand("A", item("Stories", "30")),
                strand("B", item("Wishes", "10", at="10:20")),
            )
        )
        state = seen(begun(programme), "10:05")
        assert self.words(state) == [("Stories", 25, "", ""), ("", None, "Wishes", "10:20")]

    def test_outside_of_breakouts_there_are_none(self, rooms: Programme) -> None:
        assert seen(begun(rooms), "10:05").strands == ()


class TestThePlanChangesMeanwhile:
    def test_the_item_under_way_is_deleted(self) -> None:
        programme = begun(morning(), "10:00", "10:10")
        programme = delete_items(programme, [named(programme, "Pairs").id])
        state = seen(programme, "10:20")
        assert state.stage is Stage.RUNNING
        assert stand(state) == ("", None, "Break", "11:00", -40)
        assert not state.last

    def test_it_was_the_last_one(self) -> None:
        programme = begun(one(item("Only", "10"), item("Last", "10")), "10:00", "10:10")
        programme = delete_items(programme, [named(programme, "Last").id])
        state = seen(programme, "10:15")
        assert state.last
        assert state.now is None

    def test_skipping_ahead_brings_the_rest_forward(self) -> None:
        programme = begun(one(item("A", "10"), item("B", "20"), item("C", "10")))
        programme = set_fields(programme, named(programme, "B").id, state=State.SKIPPED)
        assert stand(seen(programme, "10:05")) == ("A", 5, "C", "10:10", 0)

    def test_a_session_that_is_gone_is_refused(self) -> None:
        programme = morning()
        key = the_session(programme).id
        with pytest.raises(PlanError, match="row-gone"):
            room_state(programme.drop([key]), key, local("10:00"))


class TestBeforeTheStart:
    def test_it_waits_for_its_start(self) -> None:
        state = seen(morning(), "09:48")
        assert state.stage is Stage.BEFORE
        assert (shown(state.plan.starts), state.behind) == ("10:00", 0)
        assert stand(state)[2:4] == ("Welcome", "10:00")

    def test_late_it_tells_how_late(self) -> None:
        state = seen(morning(), "10:07")
        assert state.behind == 7 * 60
        assert (shown(state.ends), state.over) == ("12:00", 0)

    def test_another_day_is_not_late(self) -> None:
        assert seen(morning(), "10:07", DAY + timedelta(days=3)).behind == 0

    def test_nothing_takes_place(self) -> None:
        assert seen(one(section("Morning")), "10:00").stage is Stage.EMPTY
