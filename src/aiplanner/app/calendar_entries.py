"""What of a programme belongs in a calendar: sessions, tasks between them, days to look again.

Calendars are shared widely, so there is nothing in them that participants' papers do not say:
no private notes, no names of who does what, no stories.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from aiplanner.app.agenda_text import agenda_text
from aiplanner.app.day_plan import day_plan, zone_of
from aiplanner.app.paper_words import item_title, programme_title, session_name
from aiplanner.domain.cycle import Kind
from aiplanner.domain.findings import Sort
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.domain.schedule import session_clock
from aiplanner.i18n import gettext as _

HOME = "Europe/London"
"""Where a session is that names no time zone."""
_NOON = 12
_TIMED = date(3, 1, 1), date(9997, 12, 31)
"""The days that have times: near the ends of the calendar no zone can be looked up around them."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry. `starts` and `ends` are moments with their time zone, or a whole day's dates.

    A whole day ends with the day after it, as calendars count.
    """

    id: RowId
    title: str
    starts: datetime | date
    ends: datetime | date
    place: str = ""
    text: str = ""
    busy: bool = False
    """Whether it takes people's time; tasks and reviews are only noted."""


def calendar_entries(programme: Programme) -> tuple[CalendarEntry, ...]:
    """Every session, task and review that has a day, in the order of the programme."""
    return (*_sessions(programme), *_tasks(programme), *_reviews(programme))


def _sessions(programme: Programme) -> Iterator[CalendarEntry]:
    for session in programme.sessions:
        if session.day is not None:
            yield _session(programme, session, session.day)


def _session(programme: Programme, session: Session, day: date) -> CalendarEntry:
    starts, ends = _whole(day)
    if session_clock(programme, session).clocked and _TIMED[0] <= day <= _TIMED[1]:
        starts, ends = _moments(programme, session, day)
    title = f"{programme_title(programme)}: {session_name(programme, session)}"
    text = agenda_text(programme, session)
    return CalendarEntry(session.id, title, starts, ends, session.venue.strip(), text, busy=True)


def _moments(programme: Programme, session: Session, day: date) -> tuple[datetime, datetime]:
    """When it begins and ends on clocks of its place; at least a minute long."""
    zone = zone_of(session) or ZoneInfo(HOME)
    # The plan looks at this moment only where a session has no day.
    moment = datetime(day.year, day.month, day.day, _NOON, tzinfo=UTC)
    plan = day_plan(programme, session, moment, zone=zone)
    ends = max(plan.ends, plan.starts + timedelta(minutes=1))
    return plan.starts.astimezone(zone), ends.astimezone(zone)


def _tasks(programme: Programme) -> Iterator[CalendarEntry]:
    for session in programme.sessions:
        for item in programme.items_of(session.id):
            if item.kind is Kind.TASK and item.live and item.due is not None:
                title = _("To do by today: {title}").format(title=item_title(item))
                yield CalendarEntry(item.id, title, *_whole(item.due), text=_from(programme))


def _reviews(programme: Programme) -> Iterator[CalendarEntry]:
    for review in programme.findings(Sort.REVIEW):
        due = getattr(review, "due", None)
        if due is not None:
            about = review.text.strip() or programme_title(programme)
            title = _("Look again: {what}").format(what=about)
            yield CalendarEntry(review.id, title, *_whole(due), text=_from(programme))


def _whole(day: date) -> tuple[date, date]:
    return day, day + timedelta(days=1) if day < date.max else day


def _from(programme: Programme) -> str:
    return programme_title(programme)
