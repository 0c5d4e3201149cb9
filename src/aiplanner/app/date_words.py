"""The days of a programme in words: sessions, tasks, reviews, and what is amiss with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from aiplanner.app.days import month_names
from aiplanner.app.wording import day_text
from aiplanner.domain.dates import Entry, Sort, clashes, out_of_order
from aiplanner.domain.ids import RowId
from aiplanner.domain.schedule import clock_text
from aiplanner.i18n import gettext as _


def month_text(day: date) -> str:
    """The month of a day: "January 2027"."""
    return _("{month} {year}").format(month=month_names()[day.month - 1], year=day.year)


def entry_title(entry: Entry) -> str:
    """What an entry is called, with its number or its sort."""
    match entry.sort:
        case Sort.SESSION:
            title = entry.title or _("Session {number}").format(number=entry.number)
            return f"{entry.number}  {title}"
        case Sort.TASK:
            return _("Task: {title}").format(title=entry.title or _("untitled"))
        case _:
            return _("Review: {title}").format(title=entry.title or _("how far are we?"))


def entry_name(entry: Entry) -> str:
    """What an entry is called in the middle of a sentence."""
    return entry.title or entry_title(entry)


def entry_time(entry: Entry) -> str:
    """From when to when a session goes: "10:00 to 12:00"; empty without a clock."""
    if entry.start is None or entry.end is None:
        return ""
    return _("{start} to {end}").format(start=clock_text(entry.start), end=clock_text(entry.end))


def entry_sentence(entry: Entry) -> str:
    """An entry as it is read aloud, its day said elsewhere."""
    return ", ".join(filter(None, (entry_title(entry), entry_time(entry))))


def day_notes(found: Sequence[Entry]) -> Mapping[RowId, str]:
    """What is amiss with the days of a programme, by row."""
    numbers = {entry.row: entry.number for entry in found}
    notes: dict[RowId, list[str]] = {}
    for row, others in clashes(found).items():
        with_whom = ", ".join(str(numbers[other]) for other in others)
        notes.setdefault(row, []).append(_("clashes with {numbers}").format(numbers=with_whom))
    for row in out_of_order(found):
        notes.setdefault(row, []).append(_("before the one ahead of it"))
    for entry in found:
        if entry.day is None and entry.sort is not Sort.REVIEW:
            notes.setdefault(entry.row, []).append(_("no date yet"))
    return {row: " · ".join(said) for row, said in notes.items()}


def days_text(found: Sequence[Entry]) -> str:
    """All that has a day, in the order of the days, then what has none: a line each."""
    dated = sorted((entry for entry in found if entry.day), key=lambda e: (e.day, e.start or 0))
    lines = [f"{day_text(e.day)}: {entry_sentence(e)}" for e in dated if e.day]
    undated = (entry for entry in found if not entry.day)
    lines += [_("No date yet: {entry}").format(entry=entry_sentence(e)) for e in undated]
    return "\n".join(lines)
