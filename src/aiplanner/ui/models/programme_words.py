"""What the library's list says of a programme, in words."""

from __future__ import annotations

from datetime import date, datetime

from aiplanner.app.digest import Digest
from aiplanner.app.ports import Summary
from aiplanner.app.wording import day_text, near_day_text
from aiplanner.domain.cycle import Phase, Scheme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

_WEEKS_SAID = 8
"""Longer ago than this many weeks a date says more than a number."""


def title_words(summary: Summary) -> str:
    """The title, or a word where there is none."""
    return summary.title or _("Without a title")


def facts_words(summary: Summary) -> str:
    """Whose it is and how many sessions, for example "Ward 4 · 3 sessions"."""
    count = len(summary.digest.meetings)
    sessions = ngettext("{count} session", "{count} sessions", count).format(count=count)
    return " · ".join(part for part in (summary.service, sessions) if part)


def phase_words(phase: Phase | None) -> str:
    """The name of a phase, empty without one; the first answer reads a file."""
    from aiplanner.app.content import phase_guide  # noqa: PLC0415 - not before there is a list

    return "" if phase is None else phase_guide(phase).labels[Scheme.FIVE_D]


def next_words(digest: Digest, today: date) -> str:
    """What comes next, for example "Session 2 on Tue 19 Jan"."""
    coming = digest.next(today)
    if coming is not None:
        number, day = coming
        if number == 1 and day > today:
            return _("Starts {day}").format(day=near_day_text(day, today))
        return _("Session {number} {when}").format(number=number, when=_when(day, today))
    if digest.finished(today):
        last = max(meeting.day for meeting in digest.meetings if meeting.day is not None)
        return _("Finished {day}").format(day=near_day_text(last, today))
    return _("No date yet")


def changed_words(changed: datetime, now: datetime) -> str:
    """How long ago, in the user's own days: "today", "3 days ago", then a date."""
    day = changed.astimezone().date()
    days = (now.astimezone().date() - day).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days < 14:
        return ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    weeks = days // 7
    if weeks <= _WEEKS_SAID:
        return ngettext("{count} week ago", "{count} weeks ago", weeks).format(count=weeks)
    return day_text(day)


def _when(day: date, today: date) -> str:
    days = (day - today).days
    near = {0: _("today"), 1: _("tomorrow")}
    return near.get(days) or _("on {day}").format(day=near_day_text(day, today))
