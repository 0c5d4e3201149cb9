"""How long an item takes (exact, range, n × m, untimed) and how that is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from aiplanner.domain.errors import PlanError

LONGEST = 7 * 24 * 60
"""No item is longer than a week, in minutes."""


@dataclass(frozen=True, slots=True)
class Length:
    """Minutes as planned (`minutes`, per turn where `times` is set), with the source's bounds.

    `low` and `high` are the least and the most minutes of the whole item; either may be unknown.
    """

    minutes: int | None = None
    times: int | None = None
    each: str = ""
    """For whom each turn is, in words, for example "team"."""
    low: int | None = None
    high: int | None = None

    @property
    def timed(self) -> bool:
        """Whether it says how long."""
        return self.minutes is not None

    @property
    def typical(self) -> int:
        """Minutes the clock counts; 0 when untimed."""
        return (self.minutes or 0) * (1 if self.times is None else self.times)

    @property
    def least(self) -> int:
        """Minutes in the shortest case."""
        return self.typical if self.low is None else self.low

    @property
    def most(self) -> int:
        """Minutes in the longest case."""
        return self.typical if self.high is None else self.high


UNTIMED = Length()

_UNIT = r"(?:m|min|mins|minute|minutes)"
_HOUR = r"(?:h|hr|hrs|hour|hours)"
_SHAPES = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (rf"(?P<m>\d{{1,6}})\s*{_UNIT}?", "minutes"),
        (rf"(?P<h>\d{{1,6}})\s*{_HOUR}\s*(?:(?P<m>\d{{1,2}})\s*{_UNIT}?)?", "hours"),
        (r"(?P<h>\d{1,3}):(?P<m>[0-5]\d)", "hours"),
        (rf"(?P<f>\d{{1,3}}[.,]\d{{1,2}})\s*{_HOUR}", "fraction"),
    )
)
_TIMES = re.compile(r"(?P<times>\d{1,4})\s*[x×*]\s*(?P<turn>[^x×*]+)", re.IGNORECASE)
_AROUND = re.compile(r"(?P<typical>[^()]+)\((?P<range>[^()]+)\)")
_AT_LEAST = re.compile(r"(?P<low>[^+]+)\+")
_RANGE = re.compile(r"(?P<low>.+?)\s*(?:-|–|\bto\b)\s*(?P<high>.+)", re.IGNORECASE)


def parse_length(text: str) -> Length:
    """Read a typed length.

    `45`, `1h30`, `1:30`, `1.5h`, `90 min`, `6x3`, `30-45`, `40 (30-45)` and `30+` are read; empty
    is untimed. A range is planned at its middle, rounded up to 5 minutes where both ends are.
    Anything else is refused with PlanError `length-unclear`, `length-backwards` or
    `length-too-long`; never guessed.
    """
    typed = text.strip()
    if not typed:
        return UNTIMED
    if turns := _TIMES.fullmatch(typed):
        return _checked(Length(_minutes(turns["turn"], typed), int(turns["times"])), typed)
    if around := _AROUND.fullmatch(typed):
        inner = _range(around["range"], typed)
        return _checked(replace(inner, minutes=_minutes(around["typical"], typed)), typed)
    if floor := _AT_LEAST.fullmatch(typed):
        least = _minutes(floor["low"], typed)
        return _checked(Length(least, low=least), typed)
    if _RANGE.fullmatch(typed):
        return _checked(_range(typed, typed), typed)
    return _checked(Length(_minutes(typed, typed)), typed)


def _range(part: str, typed: str) -> Length:
    ends = _RANGE.fullmatch(part.strip())
    if ends is None:
        raise PlanError("length-unclear", typed=typed)
    low, high = _minutes(ends["low"], typed), _minutes(ends["high"], typed)
    if low > high:
        raise PlanError("length-backwards", typed=typed)
    return Length(_middle(low, high), low=low, high=high)


def _minutes(part: str, typed: str) -> int:
    for shape, name in _SHAPES:
        if found := shape.fullmatch(part.strip()):
            return _READERS[name](found, typed)
    raise PlanError("length-unclear", typed=typed)


def _from_minutes(found: re.Match[str], _typed: str) -> int:
    return int(found["m"])


def _from_hours(found: re.Match[str], typed: str) -> int:
    minutes = int(found["m"] or 0)
    if minutes > 59:
        raise PlanError("length-unclear", typed=typed)
    return int(found["h"]) * 60 + minutes


def _from_fraction(found: re.Match[str], typed: str) -> int:
    minutes = Fraction(found["f"].replace(",", ".")) * 60
    if minutes.denominator != 1:
        raise PlanError("length-unclear", typed=typed)
    return int(minutes)


_READERS = {"minutes": _from_minutes, "hours": _from_hours, "fraction": _from_fraction}


def _middle(low: int, high: int) -> int:
    step = 5 if low % 5 == 0 and high % 5 == 0 else 1
    return low + -(-(high - low) // (2 * step)) * step


def _checked(length: Length, typed: str) -> Length:
    if fault := length_fault(length):
        raise PlanError(fault, typed=typed)
    return length


def length_fault(length: Length) -> str | None:
    """The code of what is wrong with a length, or None: bounds must hold the typical minutes."""
    numbers = (length.minutes, length.times, length.low, length.high)
    if any(number is not None and number < 0 for number in numbers) or length.times == 0:
        return "length-unclear"
    if not length.timed and length != UNTIMED:
        return "length-unclear"
    if max(length.typical, length.most) > LONGEST:
        return "length-too-long"
    if not length.least <= length.typical <= length.most or (length.high and length.low is None):
        return "length-backwards"
    return None


def length_text(length: Length) -> str:
    """The length as a person would type it; `parse_length` reads it back (but for `each`)."""
    match length:
        case Length(minutes=None):
            return ""
        case Length(minutes=each, times=int(times)):
            return f"{times} × {each}"
        case Length(minutes=typical, low=int(low), high=int(high)):
            between = f"{low}–{high}"
            return between if typical == _middle(low, high) else f"{typical} ({between})"
        case Length(minutes=typical, low=int()):
            return f"{typical}+"
        case _:
            return str(length.minutes)
