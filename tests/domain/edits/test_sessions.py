"""Sessions: added, moved, copied, deleted, and given their times."""

from __future__ import annotations

from datetime import date, time

import pytest

from aiplanner.domain.delta import diff
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.sessions import (
    add_session,
    delete_session,
    duplicate_session,
    move_session,
    set_planned,
    set_session_times,
)
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from tests.support.plans import (
    breakout,
    clock,
    counted_ids,
    item,
    plan,
    session,
    strand,
    the_session,
)

GONE = RowId("f" * 32)
fresh = counted_ids(5000)


@pytest.fixture
def base() -> Programme:
    rooms = breakout("Rooms", strand("A", item("In A")))
    return plan(
        session("10:00", item("Welcome"), rooms, title="A", day=date(2027, 1, 12), planned=120),
        session("", title="B"),
        session("", title="C"),
    )


def titles(programme: Programme) -> str:
    return "".join(found.title for found in programme.sessions)


@pytest.mark.parametrize(
    ("index", "order"), [(None, "ABCN"), (0, "NABC"), (2, "ABNC"), (-1, "NABC"), (99, "ABCN")]
)
def test_a_session_is_added_where_it_is_wanted(
    base: Programme, index: int | None, order: str
) -> None:
    assert titles(add_session(base, Session(fresh(), 0, "N"), index)) == order


@pytest.mark.parametrize(
    ("number", "index", "order"), [(1, 2, "BCA"), (3, 0, "CAB"), (2, 9, "ACB"), (2, 1, "ABC")]
)
def test_a_session_is_moved(base: Programme, number: int, index: int, order: str) -> None:
    after = move_session(base, the_session(base, number).id, index)
    assert titles(after) == order
    assert len(diff(base, after).rows) == (0 if order == "ABC" else 1)


def test_a_copy_stands_right_after_with_all_it_holds_but_the_day(base: Programme) -> None:
    after = duplicate_session(base, the_session(base).id, fresh)
    assert titles(after) == "AABC"
    copy = the_session(after, 2)
    assert (copy.start, copy.planned, copy.day) == (time(10), 120, None)
    assert [row.title for row in after.walk(copy.id)] == ["Welcome", "Rooms", "In A"]
    assert faults(after) == []


def test_deleting_takes_all_that_a_session_holds(base: Programme) -> None:
    after = delete_session(base, the_session(base).id)
    assert titles(after) == "BC"
    assert len(after.rows) == 3


@pytest.mark.parametrize(
    ("start", "end", "planned"),
    [
        ("10:00", "12:00", 120),
        ("10:00", "", None),
        ("", "", None),
        ("20:00", "01:00", 300),
        ("20:00", "08:00", 720),
        ("00:00", "23:59", 1439),
    ],
)
def test_times(base: Programme, start: str, end: str, planned: int | None) -> None:
    after = set_session_times(base, the_session(base).id, clock(start), clock(end))
    assert (the_session(after).start, the_session(after).planned) == (clock(start), planned)


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("10:00", "09:00", "session-backwards"),
        ("10:00", "10:00", "session-backwards"),
        ("20:00", "08:01", "session-backwards"),
        ("", "12:00", "end-without-start"),
    ],
)
def test_times_that_cannot_be(base: Programme, start: str, end: str, code: str) -> None:
    with pytest.raises(PlanError, match=code):
        set_session_times(base, the_session(base).id, clock(start), clock(end))


def test_a_start_is_on_the_minute(base: Programme) -> None:
    with pytest.raises(PlanError, match="time-unclear"):
        set_session_times(base, the_session(base).id, time(10, 0, 1), None)


@pytest.mark.parametrize(
    ("planned", "fits"), [(0, False), (1, True), (10_080, True), (10_081, False)]
)
def test_a_planned_length_is_from_a_minute_to_a_week(
    base: Programme, planned: int, fits: bool
) -> None:
    if fits:
        after = set_fields(base, the_session(base).id, planned=planned)
        assert the_session(after).planned == planned
    else:
        with pytest.raises(PlanError, match="number-out-of-bounds"):
            set_fields(base, the_session(base).id, planned=planned)


@pytest.mark.parametrize("verb", ["move", "duplicate", "delete", "times"])
def test_what_is_gone_is_refused(base: Programme, verb: str) -> None:
    with pytest.raises(PlanError, match="row-gone"):
        {
            "move": lambda: move_session(base, GONE, 0),
            "duplicate": lambda: duplicate_session(base, GONE, fresh),
            "delete": lambda: delete_session(base, base.id),
            "times": lambda: set_session_times(base, GONE, None, None),
        }[verb]()


def test_how_long_a_session_may_take_is_known_before_it_has_a_start(base: Programme) -> None:
    key = the_session(base).id
    open_start = set_session_times(base, key, None, None)
    planned = set_planned(open_start, key, "2 h")
    assert (the_session(planned).start, the_session(planned).planned) == (None, 120)
    assert the_session(set_planned(base, key, "90 min")).start == the_session(base).start


@pytest.mark.parametrize("typed", ["", "6x20", "30-45", "soon"])
def test_a_planned_length_is_one_number_of_minutes(base: Programme, typed: str) -> None:
    with pytest.raises(PlanError, match="length-unclear"):
        set_planned(base, the_session(base).id, typed)
