"""Days of a programme: what has one, what clashes, and the months they stand in."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.cycle import Kind
from aiplanner.domain.dates import (
    Sort,
    clashes,
    entries,
    first_day_for,
    out_of_order,
)
from aiplanner.domain.edits.days import set_day
from aiplanner.domain.edits.findings import add_finding
from aiplanner.domain.findings import Review
from aiplanner.domain.ids import RowId
from aiplanner.domain.months import months
from aiplanner.domain.programme import Programme
from tests.support.plans import item, named, plan, session
from tests.support.strategies import programmes

JAN = date(2027, 1, 12)


def three(*days: date | None, starts: tuple[str, ...] = ("10:00", "11:00", "14:00")) -> Programme:
    programme = plan(
        *(
            session(
                start, item(f"Work {n}", "90"), item(f"Read {n}", kind=Kind.TASK), title=f"S{n}"
            )
            for n, start in enumerate(starts, 1)
        )
    )
    for row, day in zip(programme.sessions, days, strict=True):
        programme = set_day(programme, row.id, day)
    return programme


def test_sessions_come_with_their_tasks_and_reviews_last() -> None:
    programme = three(JAN, None, JAN)
    programme = add_finding(programme, Review(RowId("f" * 32), 0, "How far are we?", JAN))
    programme = set_day(programme, named(programme, "Read 1").id, JAN + timedelta(days=3))
    found = entries(programme)
    assert [(e.sort, e.title, e.number) for e in found] == [
        (Sort.SESSION, "S1", 1),
        (Sort.TASK, "Read 1", 1),
        (Sort.SESSION, "S2", 2),
        (Sort.TASK, "Read 2", 2),
        (Sort.SESSION, "S3", 3),
        (Sort.TASK, "Read 3", 3),
        (Sort.REVIEW, "How far are we?", 0),
    ]
    assert [e.day for e in found[:3]] == [JAN, JAN + timedelta(days=3), None]


def test_two_sessions_at_one_time_clash_and_say_with_whom() -> None:
    programme = three(JAN, JAN, JAN)
    one, two, _three = (row.id for row in programme.sessions)
    assert clashes(entries(programme)) == {one: (two,), two: (one,)}


def test_sessions_that_touch_or_have_no_clock_do_not_clash() -> None:
    assert not clashes(entries(three(JAN, JAN, JAN, starts=("10:00", "11:30", "13:00"))))
    assert not clashes(entries(three(JAN, JAN, JAN, starts=("", "", ""))))


def test_a_session_past_midnight_clashes_with_the_next_morning() -> None:
    programme = three(JAN, JAN + timedelta(days=1), None, starts=("23:00", "00:15", "10:00"))
    assert len(clashes(entries(programme))) == 2


def test_a_session_dated_before_one_ahead_of_it_is_out_of_order() -> None:
    programme = three(JAN, JAN - timedelta(days=1), None)
    assert out_of_order(entries(programme)) == {programme.sessions[1].id}


def test_what_has_no_day_is_offered_a_week_after_what_is_ahead() -> None:
    programme = three(None, JAN, None)
    found, today = entries(programme), date(2026, 11, 22)
    first, _second, third = programme.sessions
    assert first_day_for(found, first.id, today) == today
    assert first_day_for(found, third.id, today) == JAN + timedelta(days=7)


@given(programmes())
def test_clashes_are_mutual_and_only_among_sessions_with_days(programme: Programme) -> None:
    found = entries(programme)
    days = {e.row: e.day for e in found if e.sort is Sort.SESSION}
    for row, others in clashes(found).items():
        assert days[row] is not None
        assert row not in others
        assert all(row in clashes(found)[other] for other in others)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 330))
def test_months_hold_every_day_once_under_its_weekday(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    found = months([last, first])
    days = [
        (day, column)
        for month in found
        for week in month.weeks
        for column, day in enumerate(week)
        if day is not None
    ]
    assert all(day.weekday() == column for day, column in days)
    begin = first.replace(day=1)
    assert [day for day, _column in days] == [begin + timedelta(days=n) for n in range(len(days))]
    assert days[-1][0] >= last
    assert days[-1][0].month == last.month


def test_a_mistyped_year_makes_no_thousands_of_empty_months() -> None:
    days = [date(2027, 3, 1), date(2027, 5, 9), date(9027, 5, 9), date(2028, 5, 1)]
    shown = [(month.first.year, month.first.month) for month in months(days)]
    assert shown[:3] == [(2027, 3), (2027, 4), (2027, 5)]
    assert shown[-2:] == [(2028, 5), (9027, 5)]
    assert len(shown) == 16
