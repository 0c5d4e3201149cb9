"""Which of the things to do are overdue, due soon or later, and which are one's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from aiplanner.app.tracked import OVER, Tracked
from aiplanner.domain.findings import Progress

SOON = timedelta(days=14)
"""What has its day within so many days is due: the fortnight in which a first step is taken."""

_WORD = re.compile(r"\w+")
_BETWEEN_NAMES = re.compile(r"[,;\n]")


class When(StrEnum):
    """How the day of a thing to do stands to today, in the order in which lists show them."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"


class Which(StrEnum):
    """Which things to do a list shows."""

    DUE = "due"
    """What is overdue or due within a fortnight."""
    OVERDUE = "overdue"
    MINE = "mine"
    ALL = "all"


def next_day(one: Tracked) -> date | None:
    """The day that comes next: that of the first step while nothing has begun, else the due day.

    The earlier one counts where both are still to come.
    """
    first, due = one.first_due, one.due
    if first is None or one.progress is not Progress.PLANNED:
        return due
    return first if due is None or first < due else due


def waits_for_first_step(one: Tracked) -> bool:
    """Whether the day that comes next is that of the first step, not of the whole."""
    day = next_day(one)
    return day is not None and day != one.due


def when(one: Tracked, today: date) -> When:
    """How it stands today; what is due today is not overdue yet."""
    day = next_day(one)
    if day is None:
        return When.UNDATED
    if day < today:
        return When.OVERDUE
    return When.SOON if day <= today + SOON else When.LATER


def in_order(found: Iterable[Tracked]) -> tuple[Tracked, ...]:
    """The earliest first, those without a day last; then by programme and words."""
    return tuple(sorted(found, key=_place))


def until(which: Which, today: date) -> date | None:
    """The last day that a list asks for; None where it asks for all of them."""
    last = {Which.DUE: today + SOON, Which.OVERDUE: today - timedelta(days=1)}
    return last.get(which)


def own_names(typed: str) -> tuple[str, ...]:
    """The names in what somebody typed as their own, with commas or semicolons between them."""
    names = (" ".join(name.split()) for name in _BETWEEN_NAMES.split(typed))
    return tuple(dict.fromkeys(name for name in names if name))


def is_mine(person: str, names: Sequence[str]) -> bool:
    """Whether every word of one of the names stands among those of `person`.

    Their order and their capitals do not matter, and others may be named as well: "Reid, Morag and
    Tom" is for "morag reid". "Morag" alone is not: who is called so by others adds it as a name.
    """
    there = _words(person)
    return any(bool(words) and words <= there for words in map(_words, names))


def chosen(
    found: Iterable[Tracked], which: Which, names: Sequence[str], today: date
) -> tuple[Tracked, ...]:
    """What of the open ones a list shows, in the order in which they come."""
    still = (one for one in found if one.progress not in OVER)
    match which:
        case Which.DUE | Which.OVERDUE:
            last = until(which, today)
            assert last is not None, "both end on a day"
            wanted = (one for one in still if (day := next_day(one)) and day <= last)
        case Which.MINE:
            wanted = (one for one in still if is_mine(one.person, names))
        case Which.ALL:
            wanted = still
    return tuple(wanted)


def _place(one: Tracked) -> tuple[bool, date, str, str, str]:
    day = next_day(one)
    return day is None, day or date.max, one.title.casefold(), one.text.casefold(), one.id


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))
