"""Calendars as another program reads them: days, times on both sides of a change of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from aiplanner.app.calendar_entries import calendar_entries
from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.starters import programme_from
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.formats.calendar import calendar_bytes
from aiplanner.formats.time_zones import observances
from tests.support.plans import counted_ids, item, plan, session

MADE = datetime(2026, 11, 22, 12, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)
"""When British clocks are changed in 2027, as gov.uk/when-do-the-clocks-change says."""


def written(programme: Programme) -> str:
    entries = calendar_entries(programme)
    return calendar_bytes(entries, programme.head.title, 7, MADE).decode()


def read(programme: Programme) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(written(programme))


def night(day: date, start: str, minutes: int, zone: str = "") -> Programme:
    made = plan(session(start, item("Vigil", str(minutes))), title="Nights")
    return set_fields(made, made.sessions[0].id, day=day, time_zone=zone)


def only(programme: Programme) -> Event:
    (event,) = read(programme).events
    return event


def test_the_example_is_read_with_every_session_task_and_review() -> None:
    programme = programme_from(starter(EXAMPLE), "", counted_ids())
    calendar = read(programme)
    sessions = [event for event in calendar.events if isinstance(event.dtstart, datetime)]
    assert len(sessions) == len(programme.sessions)
    assert [event.dtstart.date() for event in sessions] == [s.day for s in programme.sessions]
    assert [event.location for event in sessions] == [s.venue for s in programme.sessions]
    others = {event.summary for event in calendar.events} - {event.summary for event in sessions}
    assert "To do by today: Share the discovery" in others
    assert sum(text.startswith("Look again: ") for text in others) == 3
    assert "Paired appreciative interviews" in (sessions[0].description or "")


def test_an_entry_keeps_its_name_and_takes_the_programmes_revision() -> None:
    programme = night(date(2027, 1, 12), "10:00", 90)
    event = only(programme)
    assert event.uid == f"{programme.sessions[0].id}@aiplanner"
    assert event.sequence == 7
    moved = set_fields(programme, programme.sessions[0].id, day=date(2027, 1, 13))
    assert only(moved).uid == event.uid


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 2), (AUTUMN, 4)])
def test_a_night_in_which_the_clocks_change_lasts_as_long_as_it_does(day: date, hours: int) -> None:
    made = night(day, "00:30", 180)
    programme = set_fields(made, made.sessions[0].id, planned=180)
    event = only(programme)
    assert event.dtstart == datetime(day.year, day.month, day.day, 0, 30, tzinfo=LONDON)
    # A planned end is a time on the wall: half past three, be the night short or long.
    assert event.dtend == datetime(day.year, day.month, day.day, 3, 30, tzinfo=LONDON)
    length = event.dtend.astimezone(UTC) - event.dtstart.astimezone(UTC)
    assert length == timedelta(hours=hours)


def test_past_midnight_is_the_next_day() -> None:
    event = only(night(date(2027, 1, 12), "22:00", 180))
    assert event.dtend == datetime(2027, 1, 13, 1, 0, tzinfo=LONDON)


def test_a_session_elsewhere_is_told_in_its_own_time() -> None:
    event = only(night(date(2027, 7, 1), "10:00", 60, "America/New_York"))
    assert event.dtstart == datetime(2027, 7, 1, 10, tzinfo=ZoneInfo("America/New_York"))
    assert event.dtstart.astimezone(UTC).hour == 14


def test_a_zone_in_words_is_our_own() -> None:
    event = only(night(date(2027, 7, 1), "10:00", 60, "UK time"))
    assert event.dtstart == datetime(2027, 7, 1, 10, tzinfo=LONDON)


def test_a_session_without_a_start_is_a_whole_day_and_one_without_a_day_is_none() -> None:
    made = plan(session(None, item("Some day", "30")), title="Open")
    with pytest.raises(PlanError, match="calendar-empty"):
        written(made)
    dated = set_fields(made, made.sessions[0].id, day=date(2027, 5, 4))
    event = only(dated)
    assert (event.dtstart, event.dtend) == (date(2027, 5, 4), date(2027, 5, 5))


def test_words_of_every_sort_come_back_as_they_were() -> None:
    strange = "Łódź; café, “100 %” \\ back\nsecond line · Привіт · أمل 🌱"
    made = plan(session("10:00", item("One", "5")), title="Signs: a, b; c")
    programme = set_fields(made, made.sessions[0].id, day=date(2027, 1, 5), venue="Hall; 2, left")
    programme = set_fields(programme, programme.sessions[0].id, purpose=strange)
    event = only(programme)
    assert event.location == "Hall; 2, left"
    assert strange in (event.description or "")
    assert (event.summary or "").startswith("Signs: a, b; c: ")


def test_lines_are_no_longer_than_calendars_take() -> None:
    made = plan(session("10:00", item("é" * 300, "5")), title="Long")
    text = written(set_fields(made, made.sessions[0].id, day=date(2027, 1, 5)))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_private_words_stay_out() -> None:
    programme = plan(session("10:00", item("One", "5")), title="Quiet")
    day = {"day": date(2027, 1, 5), "notes": "SECRETNOTE"}
    programme = set_fields(programme, programme.sessions[0].id, **day)
    first = programme.items_of(programme.sessions[0].id)[0]
    programme = set_fields(programme, first.id, notes="SECRETITEM", lead="SECRETLEAD")
    assert "SECRET" not in written(programme)


@given(
    st.sampled_from(
        ["Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]
    ),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)
def test_the_changes_tell_every_hour_of_the_days_they_are_for(key: str, first: date) -> None:
    zone, last = ZoneInfo(key), first + timedelta(days=300)
    changes = observances(zone, first, last)
    moment = datetime(first.year, first.month, first.day, tzinfo=UTC)
    for step in range(0, 300 * 24, 31):
        then = moment + timedelta(hours=step)
        in_force = [one for one in changes if one.onset - one.before <= then.replace(tzinfo=None)]
        offset = in_force[-1].after if in_force else changes[0].after
        assert offset == then.astimezone(zone).utcoffset()


@pytest.mark.parametrize("day", [date.min, date(3, 1, 1), date(9997, 12, 31), date.max])
def test_a_mistyped_year_does_not_stop_the_file(day: date) -> None:
    assert "BEGIN:VEVENT" in written(night(day, "09:00", 60))
