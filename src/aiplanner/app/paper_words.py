"""Dates, times and names as they are printed, in full words."""

from __future__ import annotations

from datetime import date, datetime

from aiplanner.app.wording import KIND_NAMES, minutes_text
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import SessionClock, clock_text
from aiplanner.i18n import gettext as _

_WEEKDAYS = (
    *(_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday")),
    *(_("Saturday"), _("Sunday")),
)
_MONTHS = (
    *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
    *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
)


def date_words(day: date) -> str:
    """A date as "12 January 2027", its day and month kept on one line."""
    return f"{day.day}\u00a0{_MONTHS[day.month - 1]} {day.year}"


def day_words(day: date) -> str:
    """A day as "Tuesday 12 January 2027"."""
    return f"{_WEEKDAYS[day.weekday()]} {date_words(day)}"


def minutes_words(minutes: int) -> str:
    """Minutes as "45 min", kept on one line."""
    return minutes_text(minutes).replace(" ", "\u00a0")


def programme_title(programme: Programme) -> str:
    """The programme's title, or words that say there is none."""
    return programme.head.title.strip() or _("Programme without a title")


def session_number(programme: Programme, session: Session) -> int:
    """Its place in the programme, from 1."""
    return [row.id for row in programme.sessions].index(session.id) + 1


def session_name(programme: Programme, session: Session) -> str:
    """A session as "Session 1: Best of what is"."""
    number = session_number(programme, session)
    if not session.title.strip():
        return _("Session {number}").format(number=number)
    return _("Session {number}: {title}").format(number=number, title=session.title.strip())


def item_title(item: Item) -> str:
    """The item's title, or the kind of thing it is."""
    kind = KIND_NAMES[item.kind]
    return item.title.strip() or kind[:1].upper() + kind[1:]


def times_words(session: Session, clock: SessionClock) -> str:
    """When a session begins and ends, as "10:00 to 12:00"; empty when no clock time is known."""
    if not clock.clocked:
        return ""
    end = clock.end if clock.planned_end is None else clock.planned_end
    words = _("{start} to {end}").format(start=clock_text(clock.start), end=clock_text(end))
    return f"{words} ({session.time_zone})" if session.time_zone else words


def when_words(session: Session, clock: SessionClock) -> str:
    """Day and times, as "Tuesday 12 January 2027, 10:00 to 12:00"."""
    day = day_words(session.day) if session.day else ""
    return ", ".join(filter(None, (day, times_words(session, clock))))


def issue_words(revision: int, made: datetime) -> str:
    """Version and date as they stand on every page; the date alone where nothing was stored yet."""
    printed = date_words(made.date())
    if not revision:
        return printed
    return _("Version {number} · {date}").format(number=revision, date=printed)
