"""Months as rows of weeks, as a calendar on the wall has them."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

Week = tuple[date | None, ...]
"""Monday to Sunday; None for days of another month."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its first day, and its weeks."""

    first: date
    weeks: tuple[Week, ...]


def months(first: date, last: date) -> tuple[Month, ...]:
    """The months from that of `first` to that of `last`."""
    return tuple(_month(year, month) for year, month in _between(first, last))


def _between(first: date, last: date) -> Iterator[tuple[int, int]]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1


def _month(year: int, month: int) -> Month:
    weeks = Calendar().monthdayscalendar(year, month)
    days = (tuple(date(year, month, day) if day else None for day in week) for week in weeks)
    return Month(date(year, month, 1), tuple(days))
