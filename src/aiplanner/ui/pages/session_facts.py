"""Title, purpose, day, times, place and people of a session, as they are read and typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from aiplanner.app.days import parse_day
from aiplanner.app.wording import day_text, minutes_text, time_text
from aiplanner.domain.clocks import parse_span
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.sessions import set_planned, set_session_times
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.domain.schedule import clock_text
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

_LASTS = re.compile(r"\d\s*(h|min)", re.IGNORECASE)
_COUNT = re.compile(r"(\d{1,7})(?:\s+\D+)?")

Read = Callable[[Programme, Session], str]
Write = Callable[[Programme, RowId, str], Programme]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its name and hint, its widest usual text, and the way to and from the plan."""

    key: str
    name: str
    hint: str
    label: str
    """What undo calls its change."""
    read: Read
    write: Write
    sample: str = ""
    at_end: bool = False
    """Whether it is taken when typing has ended; otherwise at every letter."""


def text_fact(key: str, name: str, hint: str, label: str) -> Fact:
    """A fact that is nothing but a text."""

    def read(_programme: Programme, session: Session) -> str:
        return str(getattr(session, key))

    def write(programme: Programme, row: RowId, text: str) -> Programme:
        return set_fields(programme, row, **{key: text})

    return Fact(key, name, hint, label, read, write)


def day_fact(today: Callable[[], date]) -> Fact:
    """The day; typed in figures or words."""

    def read(_programme: Programme, session: Session) -> str:
        return day_text(session.day) if session.day else ""

    def write(programme: Programme, row: RowId, text: str) -> Programme:
        return set_fields(programme, row, day=parse_day(text, today()))

    return Fact(
        key="day",
        name=_("Day"),
        hint=_("Day"),
        label=_("Change the day"),
        read=read,
        write=write,
        sample="Wed 30 Mar 2027",
        at_end=True,
    )


def _read_span(_programme: Programme, session: Session) -> str:
    if session.start is None:
        return minutes_text(session.planned) if session.planned else ""
    start = time_text(session.start)
    if session.planned is None:
        return start
    end = session.start.hour * 60 + session.start.minute + session.planned
    return _("{start} to {end}").format(start=start, end=clock_text(end))


def _write_span(programme: Programme, row: RowId, text: str) -> Programme:
    try:
        span = parse_span(text)
    except PlanError:
        # "2 h" says how long it may take, also where nobody knows yet when it begins.
        if not _LASTS.search(text):
            raise
        return set_planned(programme, row, text)
    return set_session_times(programme, row, *span)


SPAN = Fact(
    key="span",
    name=_("Start and end"),
    hint=_("10:00 to 12:00, or 2 h"),
    label=_("Change start and end"),
    read=_read_span,
    write=_write_span,
    sample="10:00 to 12:00",
    at_end=True,
)


def _read_people(_programme: Programme, session: Session) -> str:
    if session.people is None:
        return ""
    return ngettext("{count} person", "{count} people", session.people).format(count=session.people)


def _write_people(programme: Programme, row: RowId, text: str) -> Programme:
    typed = text.strip()
    found = _COUNT.fullmatch(typed)
    if typed and found is None:
        raise PlanError("number-unclear", typed=typed)
    return set_fields(programme, row, people=int(found[1]) if found else None)


PEOPLE = Fact(
    key="people",
    name=_("People"),
    hint=_("People"),
    label=_("Change the number of people"),
    read=_read_people,
    write=_write_people,
    sample="100 people",
    at_end=True,
)

TITLE = text_fact("title", _("Title of the session"), _("Title"), _("Change the session's title"))
PURPOSE = text_fact(
    "purpose", _("Purpose of the session"), _("What is this session for?"), _("Change the purpose")
)
VENUE = text_fact("venue", _("Place"), _("Place"), _("Change the place"))
