"""The day in the room: another one than planned, midnight, time zones, and what always holds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aiplanner.app.day_plan import begins_from, day_plan, zone_of
from aiplanner.app.room import Stage, room_state, session_for, under_way
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.on_the_day import begin_run, go_on
from aiplanner.domain.programme import Programme
from aiplanner.domain.schedule import session_clock
from tests.support.day_clock import DAY, ZONE, local, shown
from tests.support.held_sessions import begun, morning, one, seen, stand
from tests.support.plans import item, plan, session, the_session


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


@pytest.mark.parametrize("day", [date.min, date(1907, 1, 12), date.max])
def test_a_session_in_a_year_that_cannot_be_meant_is_shown_as_one_without_a_day(day: date) -> None:
    programme = morning()
    odd = set_fields(programme, the_session(programme).id, day=day)
    state = seen(odd, "09:50")
    assert (state.plan.starts, state.plan.dated) == (local("10:00"), False)


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


@example([("", None), ("", None), ("", None), ("5", 10)])
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


@given(PLANS, st.integers(0, 300 * 60), st.integers(0, 300 * 60))
def test_later_never_makes_anything_earlier(
    shape: list[tuple[str, int | None]], one_late: int, other_late: int
) -> None:
    programme = _random(shape)
    stops = day_plan(programme, the_session(programme), local("09:00"), zone=ZONE).stops
    sooner, later = sorted((one_late, other_late))
    ways = [begins_from(stops, local("10:00") + timedelta(seconds=n)) for n in (sooner, later)]
    assert all(a <= b for a, b in zip(ways[0][0], ways[1][0], strict=True))
    assert ways[0][1] <= ways[1][1]
