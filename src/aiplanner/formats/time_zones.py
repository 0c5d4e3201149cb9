"""When the clocks of a time zone change, as calendars have to carry it (RFC 5545, 3.6.5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_AHEAD = timedelta(days=400)
"""More than a year: the change that is in force on the first day lies within."""


class Observance(NamedTuple):
    """From when on clocks show what: `onset` is what they showed as they were changed."""

    onset: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def observances(zone: ZoneInfo, first: date, last: date) -> tuple[Observance, ...]:
    """The changes that are needed to tell the time on all days from `first` to `last`.

    A zone whose clocks did not change has one observance, from the first day on.
    """
    moment = datetime.combine(first, time(), tzinfo=UTC) - _AHEAD
    end = datetime.combine(last, time(), tzinfo=UTC) + 2 * _DAY
    found = tuple(_changes(zone, moment, end))
    return found or (_observance(zone, moment),)


def _changes(zone: ZoneInfo, moment: datetime, end: datetime) -> Iterator[Observance]:
    while moment < end:
        following = moment + _DAY
        if _offset(zone, moment) != _offset(zone, following):
            yield _observance(zone, _change(zone, moment, following))
        moment = following


def _change(zone: ZoneInfo, early: datetime, late: datetime) -> datetime:
    """The first minute, of those after `early` and up to `late`, at which clocks are changed."""
    while late - early > _MINUTE:
        middle = early + (late - early) // 2
        if _offset(zone, middle) == _offset(zone, early):
            early = middle
        else:
            late = middle
    return late.replace(second=0, microsecond=0)


def _observance(zone: ZoneInfo, moment: datetime) -> Observance:
    before, after = _offset(zone, moment - _MINUTE), _offset(zone, moment)
    there = moment.astimezone(zone)
    onset = (moment + before).replace(tzinfo=None)
    return Observance(onset, before, after, there.tzname() or "", bool(there.dst()))


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
