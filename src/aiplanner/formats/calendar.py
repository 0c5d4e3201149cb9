"""Calendar files (.ics, RFC 5545) that the calendars of Outlook, Google and Apple take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from aiplanner.app.calendar_entries import CalendarEntry
from aiplanner.domain.errors import PlanError
from aiplanner.formats.time_zones import Observance, observances

_MAKER = "-//aiplanner//EN"


def calendar_bytes(
    entries: Sequence[CalendarEntry], title: str, revision: int, made: datetime
) -> bytes:
    """The entries as one file; `made` is now, in UTC, `revision` the programme's.

    An entry keeps its name in later files and has their revision, so calendars bring the one they
    hold up to date and add no second one. PlanError `calendar-empty` without entries.
    """
    if not entries:
        raise PlanError("calendar-empty")
    calendar = Calendar()
    for name, value in (("prodid", _MAKER), ("version", "2.0"), ("method", "PUBLISH")):
        calendar.add(name, value)
    calendar.add("x-wr-calname", title)
    for zone, days in _zones(entries).items():
        calendar.add_component(_time_zone(zone, min(days), max(days)))
    for entry in entries:
        calendar.add_component(_event(entry, revision, made))
    return bytes(calendar.to_ical())


def _zones(entries: Iterable[CalendarEntry]) -> dict[str, list[date]]:
    """The days of the entries in each time zone."""
    found: dict[str, list[date]] = {}
    for entry in entries:
        for moment in (entry.starts, entry.ends):
            if isinstance(moment, datetime):
                found.setdefault(_key(moment), []).append(moment.date())
    return found


def _key(moment: datetime) -> str:
    assert isinstance(moment.tzinfo, ZoneInfo), "entries name their time zone"
    return moment.tzinfo.key


def _time_zone(key: str, first: date, last: date) -> Timezone:
    # Not the library's own: it lets Britain's summer begin at two by the old time, an hour late.
    made = Timezone()
    made.add("tzid", key)
    for observance in observances(ZoneInfo(key), first, last):
        made.add_component(_part(observance))
    return made


def _part(observance: Observance) -> TimezoneDaylight | TimezoneStandard:
    part = TimezoneDaylight() if observance.summer else TimezoneStandard()
    part.add("dtstart", observance.onset)
    part.add("tzoffsetfrom", observance.before)
    part.add("tzoffsetto", observance.after)
    part.add("tzname", observance.name)
    return part


def _event(entry: CalendarEntry, revision: int, made: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@aiplanner")
    event.add("dtstamp", made)
    event.add("sequence", revision)
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts)
    event.add("dtend", entry.ends)
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.text:
        event.add("description", entry.text.strip())
    return event
