"""Holding a session: begun, gone on with, gone back, given time, ended, learned from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.cycle import State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import delete_items, move_item
from aiplanner.domain.edits.on_the_day import (
    add_minutes,
    begin_run,
    end_run,
    forget_run,
    go_back,
    go_on,
    use_real_minutes,
)
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.lengths import Length, length_text
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.programme import Programme
from aiplanner.domain.running import place_in, real_length
from tests.support.plans import breakout, item, named, plan, section, session, strand, the_session

TEN = datetime(2027, 1, 12, 10, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """So many minutes after the start."""
    return TEN + timedelta(minutes=minutes)


@pytest.fixture
def base() -> Programme:
    rooms = breakout("Rooms", strand("A", item("In A", "20")), strand("B", item("In B", "30")))
    return plan(
        session(
            "10:00",
            section("Morning"),
            item("Welcome", "10"),
            item("Parked", "10", state=State.PARKED),
            item("Pairs", "6x3"),
            rooms,
            item("Close"),
        )
    )


def key(programme: Programme) -> RowId:
    return the_session(programme).id


def run_of(programme: Programme) -> Run:
    run = programme.run_of(key(programme))
    assert run is not None
    return run


def here(programme: Programme) -> str:
    """The title of the item under way."""
    found = place_in(programme, run_of(programme)).present
    return "" if found is None else found.title


def minutes(programme: Programme) -> dict[str, float]:
    """How many minutes each item took, by title."""
    return {
        programme.rows[row.item_id].title: (row.ended - row.began) / timedelta(minutes=1)  # type: ignore[union-attr]  # items have titles
        for row in programme.rows.values()
        if isinstance(row, Timing)
    }


def held(programme: Programme, *moments: float) -> Programme:
    """Begun at once, and gone on with at each of these minutes."""
    programme = begin_run(programme, key(programme), TEN)
    for minute in moments:
        programme = go_on(programme, key(programme), at(minute))
    return programme


def test_a_session_begins_with_its_first_item_that_takes_part(base: Programme) -> None:
    after = held(base)
    assert here(after) == "Welcome"
    assert (run_of(after).began, run_of(after).since) == (TEN, TEN)


def test_moments_are_kept_to_the_second(base: Programme) -> None:
    after = begin_run(base, key(base), TEN.replace(microsecond=123))
    after = go_on(after, key(base), at(5).replace(microsecond=999_999))
    assert run_of(after).began == TEN
    assert run_of(after).since == at(5)


def test_going_on_notes_the_time_and_passes_over_what_takes_no_part(base: Programme) -> None:
    after = held(base, 12)
    assert here(after) == "Pairs"
    assert minutes(after) == {"Welcome": 12}
    assert run_of(after).since == at(12)


def test_going_on_from_the_last_item_ends_the_session(base: Programme) -> None:
    after = held(base, 12, 30, 60, 70)
    run = run_of(after)
    assert (run.item_id, run.since, run.ended) == (None, None, at(70))
    assert minutes(after) == {"Welcome": 12, "Pairs": 18, "Rooms": 30, "Close": 10}


def test_going_back_takes_up_the_item_as_if_it_had_run_on(base: Programme) -> None:
    after = go_back(held(base, 12, 30), key(base), at(31))
    assert here(after) == "Pairs"
    assert run_of(after).since == at(12)
    assert minutes(after) == {"Welcome": 12}


def test_going_back_at_the_first_item_does_nothing(base: Programme) -> None:
    after = held(base)
    assert go_back(after, key(base), at(3)) == after


def test_going_back_from_the_end_reopens_the_item_that_ended_last(base: Programme) -> None:
    after = end_run(held(base, 12), key(base), at(20))
    assert run_of(after).ended == at(20)
    again = go_back(after, key(base), at(21))
    assert here(again) == "Pairs"
    assert (run_of(again).since, run_of(again).ended) == (at(12), None)
    assert minutes(again) == {"Welcome": 12}


def test_minutes_are_given_and_taken_but_never_below_none(base: Programme) -> None:
    after = held(base)
    after = add_minutes(after, key(base), 5, at(3))
    assert run_of(after).extra == 5
    for _ in range(4):
        after = add_minutes(after, key(base), -5, at(3))
    assert run_of(after).extra == -10
    assert run_of(go_on(after, key(base), at(4))).extra == 0


def test_an_item_without_a_length_is_given_minutes_from_now_on(base: Programme) -> None:
    after = held(base, 10, 28, 58)
    assert here(after) == "Close"
    assert run_of(add_minutes(after, key(base), 5, at(65.5))).extra == 13
    assert run_of(add_minutes(after, key(base), -5, at(65.5))).extra == 0


def test_a_clock_set_back_makes_no_time_run_backwards(base: Programme) -> None:
    after = go_on(held(base, 12), key(base), at(-30))
    assert minutes(after) == {"Welcome": 12, "Pairs": 0}
    assert run_of(end_run(after, key(base), at(-90))).ended == at(12)
    assert faults(after) == []


def test_beginning_again_forgets_what_was_noted(base: Programme) -> None:
    after = begin_run(held(base, 12, 30, 60, 70), key(base), at(100))
    assert minutes(after) == {}
    assert (run_of(after).began, run_of(after).ended) == (at(100), None)


def test_forgetting_leaves_the_plan_as_it_was(base: Programme) -> None:
    assert forget_run(held(base, 12, 30), key(base)) == base


@pytest.mark.parametrize("verb", [go_on, end_run])
def test_what_is_not_being_held_is_refused(base: Programme, verb: object) -> None:
    ended = end_run(held(base), key(base), at(5))
    for programme in (base, ended):
        with pytest.raises(PlanError, match="not-under-way"):
            verb(programme, key(base), at(6))  # type: ignore[operator]  # both take the same
        with pytest.raises(PlanError, match="not-under-way"):
            add_minutes(programme, key(base), 5, at(6))
    with pytest.raises(PlanError, match="not-under-way"):
        go_back(base, key(base), at(6))


def test_a_session_in_which_nothing_takes_place_cannot_begin() -> None:
    nothing = plan(session("10:00", section("Morning"), item("Later", state=State.PARKED)))
    with pytest.raises(PlanError, match="nothing-to-hold"):
        begin_run(nothing, key(nothing), TEN)


class TestThePlanChangesMeanwhile:
    def test_an_item_deleted_while_it_runs_leaves_the_way_to_the_next(
        self, base: Programme
    ) -> None:
        after = held(base, 12)
        after = delete_items(after, [named(after, "Pairs").id])
        assert here(after) == ""
        after = go_on(after, key(base), at(20))
        assert here(after) == "Rooms"
        assert minutes(after) == {"Welcome": 12}

    def test_an_item_skipped_while_it_runs_keeps_the_time_it_took(self, base: Programme) -> None:
        after = held(base, 12)
        after = set_fields(after, named(after, "Pairs").id, state=State.SKIPPED)
        assert here(after) == ""
        after = go_on(after, key(base), at(20))
        assert here(after) == "Rooms"
        assert minutes(after) == {"Welcome": 12, "Pairs": 8}

    def test_the_last_item_deleted_leaves_the_end(self, base: Programme) -> None:
        after = held(base, 12, 30, 60)
        after = delete_items(after, [named(after, "Close").id])
        after = go_on(after, key(base), at(70))
        assert run_of(after).ended == at(70)

    def test_items_put_in_and_skipped_ahead_are_followed(self, base: Programme) -> None:
        after = held(base)
        after = set_fields(after, named(after, "Pairs").id, state=State.SKIPPED)
        after = set_fields(after, named(after, "Parked").id, state=State.PLANNED)
        assert here(go_on(after, key(base), at(10))) == "Parked"

    def test_an_item_moved_elsewhere_counts_as_gone(self, base: Programme) -> None:
        after = held(base, 12)
        inner = next(iter(after.strands_of(named(after, "Rooms").id)))
        after = move_item(after, named(after, "Pairs").id, inner.id, 0)
        assert here(after) == ""
        assert here(go_on(after, key(base), at(20))) == "Rooms"


class TestWhatIsLearned:
    @pytest.mark.parametrize(
        ("typed", "real", "offered"),
        [
            ("10", 10.4, None),
            ("10", 12.5, "13"),
            ("10", 0.1, "1"),
            ("6x3", 24, "6 × 4"),
            ("6x3", 22, "6 × 4"),
            ("20-30", 27, "27 (20–30)"),
            ("20-30", 41, "41 (20–41)"),
            ("20-30", 12, "12 (12–30)"),
            ("20+", 12, "12+"),
            ("", 7, "7"),
        ],
    )
    def test_real_minutes_are_offered_as_the_length(
        self, typed: str, real: float, offered: str | None
    ) -> None:
        programme = plan(session("10:00", item("One", typed), item("Two", "5")))
        after = go_on(begin_run(programme, key(programme), TEN), key(programme), at(real))
        length = real_length(after, named(after, "One"))
        assert (None if length is None else length_text(length)) == offered
        used = use_real_minutes(after, [named(after, "One").id, named(after, "Two").id])
        assert length_text(named(used, "One").length) == offered or offered is None
        assert named(used, "Two") == named(after, "Two")
        assert real_length(used, named(used, "One")) is None

    def test_the_short_version_learns_for_itself(self) -> None:
        short = item("One", "40", state=State.SHORT, short_minutes=20)
        programme = plan(session("10:00", short))
        after = go_on(begin_run(programme, key(programme), TEN), key(programme), at(25))
        used = named(use_real_minutes(after, [named(after, "One").id]), "One")
        assert (used.short_minutes, used.length) == (25, Length(40))

    def test_a_breakout_is_as_long_as_its_strands(self, base: Programme) -> None:
        after = held(base, 12, 30, 80)
        assert real_length(after, named(after, "Rooms")) is None


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["on", "back", "more", "less", "end", "skip", "drop", "plan"]),
        st.integers(-5, 90),
        st.integers(0, 4),
    ),
    max_size=25,
)


@given(STEPS)
def test_whatever_is_pressed_the_day_stays_sound(steps: list[tuple[str, int, int]]) -> None:
    programme = plan(session("10:00", *(item(f"Item {n}", "10") for n in range(5))))
    session_id, clock = key(programme), TEN
    programme = begin_run(programme, session_id, clock)
    for verb, passed, number in steps:
        clock += timedelta(minutes=passed)
        programme = _pressed(programme, session_id, clock, verb, number)
        run = run_of(programme)
        place = place_in(programme, run)
        together = (*place.before, *([place.present] if place.present else []), *place.after)
        assert together == tuple(one for one in programme.items_of(session_id) if one.live)
        assert faults(programme) == []
        assert run.since is None or run.since >= run.began
    for _ in range(6):
        if run_of(programme).ended is None:
            programme = go_on(programme, session_id, clock)
    assert run_of(programme).ended is not None, "going on always comes to an end"


def _pressed(
    programme: Programme, session_id: RowId, now: datetime, verb: str, number: int
) -> Programme:
    items = programme.items_of(session_id)
    chosen = items[number % len(items)].id if items else RowId("")
    try:
        return {
            "on": lambda: go_on(programme, session_id, now),
            "back": lambda: go_back(programme, session_id, now),
            "more": lambda: add_minutes(programme, session_id, 5, now),
            "less": lambda: add_minutes(programme, session_id, -5, now),
            "end": lambda: end_run(programme, session_id, now),
            "drop": lambda: delete_items(programme, [chosen]),
            "skip": lambda: set_fields(programme, chosen, state=State.SKIPPED),
            "plan": lambda: set_fields(programme, chosen, state=State.PLANNED),
        }[verb]()
    except PlanError as refused:
        assert refused.code in ("not-under-way", "row-gone")  # noqa: PT017 - no other refusal here
        return programme
