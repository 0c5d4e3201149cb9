"""How a session stands in the room: time left, what is next when, ahead or behind, on any day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.day_plan import begins_from, day_plan, zone_of
from aiplanner.app.room import RoomState, Stage, room_state, session_for, under_way
from aiplanner.domain.cycle import State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.on_the_day import add_minutes, begin_run, end_run, go_back, go_on
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.domain.schedule import session_clock
from tests.support.day_clock import DAY, ZONE, local, shown
from tests.support.plans import (
    StarterItem,
    breakout,
    item,
    named,
    pause,
    plan,
    section,
    session,
    strand,
    the_session,
)


def one(*items: StarterItem, start: str = "10:00", **fields: object) -> Programme:
    """A programme of one session in London."""
    settings = {"day": DAY, "time_zone": "Europe/London", **fields}
    return plan(session(start, *items, **settings))


def morning() -> Programme:
    return one(
        item("Welcome", "10"),
        section("Discover"),
        item("Pairs", "40"),
        item("Later", "30", state=State.PARKED),
        pause("15", at="11:00"),
        item("Dream", "30"),
        item("Close", "15"),
        planned=120,
    )


def begun(programme: Programme, clock: str = "10:00", *nexts: str) -> Programme:
    """Begun and gone on with when a clock in London shows these times."""
    key = the_session(programme).id
    programme = begin_run(programme, key, local(clock))
    for when in nexts:
        programme = go_on(programme, key, local(when))
    return programme


def seen(programme: Programme, clock: str, day: date = DAY) -> RoomState:
    return room_state(programme, the_session(programme).id, local(clock, day))


def stand(state: RoomState) -> tuple[str, int | None, str, str, int]:
    """Now, whole minutes left, next, when, minutes behind."""
    return (
        "" if state.now is None else state.now.item.title,
        None if state.now is None or state.now.left is None else state.now.left // 60,
        "" if state.next is None else state.next.item.title,
        "" if state.next is None else shown(state.next.at),
        state.behind // 60,
    )


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


class TestAnotherDayThanPlanned:
    def test_pins_and_start_are_those_of_the_day_it_is_held(self) -> None:
        other = date(2027, 7, 6)  # in summer, an hour from the winter's day that was planned
        programme = begin_run(morning(), the_session(morning()).id, local("10:03", other))
        state = seen(programme, "10:05", other)
        assert stand(state) == ("Welcome", 8, "Pairs", "10:13", 3)
        assert state.plan.starts == local("10:00", other)

    def test_far_from_its_start_the_clock_counts_from_when_it_began(self) -> None:
        programme = begin_run(morning(), the_session(morning()).id, local("17:00"))
        state = seen(programme, "17:05")
        assert state.plan.shifted
        assert stand(state) == ("Welcome", 5, "Pairs", "17:10", 0)
        assert shown(state.plan.ends) == "19:00"
        after = begun(morning(), "17:00", "17:20")
        assert stand(seen(after, "17:20")) == ("Pairs", 40, "Break", "18:00", 10)

    def test_a_session_without_a_clock_counts_from_when_it_began(self) -> None:
        programme = begun(one(item("A", "10"), item("B", "20"), start="", day=None), "14:30")
        state = seen(programme, "14:32")
        assert stand(state) == ("A", 8, "B", "14:40", 0)
        assert shown(state.ends) == "15:00"

    @pytest.mark.parametrize("began", ["23:55", "00:05"])
    def test_around_midnight_the_start_is_the_one_nearby(self, began: str) -> None:
        night = one(item("A", "30"), item("B", "30", at="00:30"), start="23:50", day=None)
        day = DAY if began == "23:55" else DAY + timedelta(days=1)
        programme = begin_run(night, the_session(night).id, local(began, day))
        state = seen(programme, "00:10", DAY + timedelta(days=1))
        assert state.plan.starts == local("23:50")
        assert state.next is not None
        assert state.next.at >= local("00:30", DAY + timedelta(days=1))


class TestTheClocksChange:
    """In London 2027-03-28 has no 01:30, and 2027-10-31 has it twice."""

    @pytest.mark.parametrize(
        ("day", "pinned"), [(date(2027, 3, 28), "03:30"), (date(2027, 10, 31), "03:30")]
    )
    def test_lengths_are_real_and_pins_are_on_the_wall(self, day: date, pinned: str) -> None:
        programme = one(
            item("Watch", "30"), item("Walk", "90"), item("Tea", "30", at=pinned), start="00:30"
        )
        programme = set_fields(programme, the_session(programme).id, day=day)
        programme = begin_run(programme, the_session(programme).id, local("00:30", day))
        state = seen(programme, "00:40", day)
        watch, walk, tea = state.plan.stops
        assert walk.planned - watch.planned == timedelta(minutes=30)
        assert walk.ends - walk.planned == timedelta(minutes=90)
        assert tea.planned == local(pinned, day)


class TestTheTimeZone:
    def test_a_zone_by_name_is_the_sessions(self) -> None:
        programme = one(item("A", "10"), time_zone="America/New_York")
        state = seen(programme, "14:50")
        assert state.plan.starts == local("15:00")

    @pytest.mark.parametrize(
        "words", ["", "US Eastern", "../etc/passwd", "Europe", "UK time", "x" * 400]
    )
    def test_words_leave_the_computers(self, words: str) -> None:
        assert zone_of(the_session(one(item("A"), time_zone=words))) is None


class TestWhichSession:
    def test_the_one_under_way_then_todays_then_the_next_then_any(self) -> None:
        noon = datetime(2027, 1, 12, 12, tzinfo=UTC)  # today on every computer's calendar
        first, second = session("10:00", item("A", "10")), session("10:00", item("B", "10"))
        programme = plan(first, second)
        a, b = (one.id for one in programme.sessions)
        assert session_for(programme, noon) == a
        dated = set_fields(programme, b, day=noon.astimezone().date())
        assert session_for(dated, noon) == b
        running = begin_run(dated, a, noon)
        assert session_for(running, noon) == a
        both = begin_run(running, b, noon + timedelta(minutes=5))
        later = under_way(both, noon + timedelta(minutes=6))
        assert later is not None
        assert later.id == b
        assert session_for(plan(), noon) is None


PLANS = st.lists(
    st.tuples(st.sampled_from(["", "5", "10", "25", "20-40"]), st.none() | st.integers(0, 180)),
    min_size=1,
    max_size=8,
)


def _random(shape: list[tuple[str, int | None]]) -> Programme:
    def pin(after: int | None) -> str:
        return "" if after is None else f"{10 + after // 60:02d}:{after % 60:02d}"

    return one(*(item(f"Item {n}", length, pin(at)) for n, (length, at) in enumerate(shape)))


@given(PLANS, st.integers(-119, 119), st.lists(st.integers(0, 60), max_size=9))
def test_laws_of_the_day(shape: list[tuple[str, int | None]], late: int, waits: list[int]) -> None:
    """Time never runs back, pins never move, and on time means by the plan's own clock."""
    programme = _random(shape)
    key = the_session(programme).id
    moment = local("10:00") + timedelta(minutes=late)
    programme = begin_run(programme, key, moment)
    for wait in waits:
        moment += timedelta(minutes=wait)
        state = room_state(programme, key, moment)
        if state.stage is not Stage.RUNNING:
            return
        assert state.ends is not None
        assert state.ends >= moment
        if state.next is not None:
            assert moment <= state.next.at <= state.ends
            stop = state.plan.stops[state.place]
            assert not stop.fixed or state.next.at >= stop.planned
        assert state.plan.stops == room_state(programme, key, local("10:00")).plan.stops
        programme = go_on(programme, key, moment)


@given(PLANS)
def test_by_the_plan_everything_begins_when_the_running_order_says(
    shape: list[tuple[str, int | None]],
) -> None:
    programme = _random(shape)
    clock = session_clock(programme, the_session(programme))
    stops = day_plan(programme, the_session(programme), local("09:00"), zone=ZONE).stops
    for stop, slot in zip(stops, clock.track.slots, strict=True):
        assert slot.start is not None
        assert stop.planned == local("00:00") + timedelta(minutes=slot.start)
    if not clock.totals.overlaps:
        begins, ends = begins_from(stops, local("00:00") + timedelta(minutes=clock.start))
        assert begins == tuple(stop.planned for stop in stops)
        assert ends == local("00:00") + timedelta(minutes=clock.end)


@given(PLANS, st.integers(0, 300), st.integers(0, 300))
def test_later_never_makes_anything_earlier(
    shape: list[tuple[str, int | None]], one_late: int, other_late: int
) -> None:
    programme = _random(shape)
    stops = day_plan(programme, the_session(programme), local("09:00"), zone=ZONE).stops
    sooner, later = sorted((one_late, other_late))
    ways = [begins_from(stops, local("10:00") + timedelta(minutes=n)) for n in (sooner, later)]
    assert all(a <= b for a, b in zip(ways[0][0], ways[1][0], strict=True))
    assert ways[0][1] <= ways[1][1]
