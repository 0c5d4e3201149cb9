"""Months as rows of weeks, as a calendar on the wall has them."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

Week = tuple[date | None, ...]
"""Monday to Sunday; None for days of another month."""
FAR = 12
"""So many months at most are shown that nothing is in; beyond that a year is mistyped."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its first day, and its weeks."""

    first: date
    weeks: tuple[Week, ...]


def months(days: Iterable[date]) -> tuple[Month, ...]:
    """The months from that of the first day to that of the last, but for long empty stretches."""
    return tuple(_month(number // 12, number % 12 + 1) for number in _numbers(days))


def _numbers(days: Iterable[date]) -> Iterator[int]:
    used = sorted({day.year * 12 + day.month - 1 for day in days})
    yield from used[:1]
    for before, after in pairwise(used):
        yield from range(before + 1 if after - before <= FAR else after, after + 1)


def _month(year: int, month: int) -> Month:
    weeks = Calendar().monthdayscalendar(year, month)
    days = (tuple(date(year, month, day) if day else None for day in week) for week in weeks)
    return Month(date(year, month, 1), tuple(days))
