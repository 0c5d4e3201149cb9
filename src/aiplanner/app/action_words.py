"""Say in words when a thing to do is due, what it is, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from aiplanner.app.actions_due import SOON, When, next_day, waits_for_first_step, when
from aiplanner.app.finding_words import PROGRESS_NAMES, SORT_NAMES
from aiplanner.app.tracked import Tracked
from aiplanner.app.wording import near_day_text
from aiplanner.domain.findings import Progress, Sort
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

_DAYS_SAID = 28
"""Longer ago than this many days, weeks say more than days."""

WHEN_NAMES = {
    When.OVERDUE: _("Overdue"),
    When.SOON: _("Due in the next 14 days"),
    When.LATER: _("Later"),
    When.UNDATED: _("Without a date"),
}


def what_words(one: Tracked) -> str:
    """What is to be done, in one line; a review without words says what it is."""
    return " ".join(one.text.split()) or _("Look again: how far are we?")


def due_words(one: Tracked, today: date) -> str:
    """When, as people say it: "3 days overdue", "Today", "Tomorrow", "Tue 12 Jan", "No date"."""
    day = next_day(one)
    if day is None:
        return _("No date")
    days = (day - today).days
    if days < 0:
        return _late_words(-days)
    return {0: _("Today"), 1: _("Tomorrow")}.get(days) or near_day_text(day, today)


def day_words(one: Tracked, today: date) -> str:
    """What `due_words` leaves open: the day where it only counts, and whether of a first step."""
    day = next_day(one)
    if day is None:
        return ""
    said = near_day_text(day, today) if (day - today).days < 2 else ""
    first = _("first step") if waits_for_first_step(one) else ""
    return " · ".join(filter(None, (first, said)))


def facts_words(one: Tracked, today: date) -> str:
    """What else to know: what it is, how far it is, its first step."""
    parts = [SORT_NAMES[one.sort]]
    if one.sort is not Sort.REVIEW and one.progress is not Progress.PLANNED:
        parts.append(PROGRESS_NAMES[one.progress])
    if one.first_step.strip() and one.progress is Progress.PLANNED:
        parts.append(_("first step: {step}").format(step=" ".join(one.first_step.split())))
    if waits_for_first_step(one) and one.due is not None:
        parts.append(_("all of it by {day}").format(day=near_day_text(one.due, today)))
    return " · ".join(parts)


def count_words(found: Iterable[Tracked], today: date) -> str:
    """How many of each there are: "2 overdue · 1 due in the next 14 days · 5 later"."""
    counts = Counter(when(one, today) for one in found)
    said = (
        _("{count} overdue").format(count=counts[When.OVERDUE]),
        _("{count} due in the next {days} days").format(count=counts[When.SOON], days=SOON.days),
        _("{count} later").format(count=counts[When.LATER]),
        _("{count} without a date").format(count=counts[When.UNDATED]),
    )
    return " · ".join(text for text, kind in zip(said, When, strict=True) if counts[kind])


def _late_words(days: int) -> str:
    if days <= _DAYS_SAID:
        return ngettext("{count} day overdue", "{count} days overdue", days).format(count=days)
    weeks = days // 7
    return ngettext("{count} week overdue", "{count} weeks overdue", weeks).format(count=weeks)
