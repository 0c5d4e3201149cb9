"""Days as people type them: read with the month in figures or in words."""

from __future__ import annotations

import re
from datetime import date

from aiplanner.domain.errors import PlanError
from aiplanner.i18n import gettext as _

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
_FIGURES = re.compile(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})")
_WORDS = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<name>[^\W\d]{3,})\.?,?"
    r"(?:\s+(?P<y>\d{4}))?"
)


def parse_day(text: str, today: date) -> date | None:
    """Read a typed day; empty is None.

    `12 Jan 2027`, `Tue 12 January`, `12/1/2027` (day first) and `2027-01-12` are read; a weekday
    is not checked, since it is what people forget to change. Without a year it is the next such
    day from `today` on. Anything else is PlanError `day-unclear`.
    """
    typed = text.strip()
    if not typed:
        return None
    for shape in (_ISO, _FIGURES, _WORDS):
        if found := shape.fullmatch(typed):
            return _day(found.groupdict(), typed, today)
    raise PlanError("day-unclear", typed=typed)


def _day(parts: dict[str, str | None], typed: str, today: date) -> date:
    try:
        month = int(parts["m"] or 0) if "m" in parts else _month(parts["name"] or "")
        day = int(parts["d"] or 0)
        if parts["y"]:
            return date(int(parts["y"]), month, day)
        # The 29th of February may be up to eight years away.
        return next(
            found
            for year in range(today.year, today.year + 9)
            if (found := _existing(year, month, day)) is not None and found >= today
        )
    except (ValueError, StopIteration):
        raise PlanError("day-unclear", typed=typed) from None


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    for number, month in enumerate(month_names(), 1):
        if month.casefold().startswith(name.casefold()):
            return number
    raise ValueError(name)


def month_names() -> tuple[str, ...]:
    """The twelve months in full, January first."""
    return (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )
