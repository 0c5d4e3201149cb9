"""How long an item takes (exact, range, n × m, untimed) and how that is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from aiplanner.domain.errors import PlanError

LONGEST = 7 * 24 * 60
"""No item is longer than a week, in minutes."""
MOST_TURNS = 9999


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
_TIMES = re.compile(r"(?P<times>\d{1,4}) ?[x×*] ?(?P<turn>[^x×*]+)", re.IGNORECASE)
_AROUND = re.compile(r"(?P<typical>[^()]+)\((?P<bounds>[^()]+)\)")
_AT_LEAST = re.compile(r"(?P<low>[^+]+)\+")
_RANGE = re.compile(r"(?P<low>.+?) ?(?:-|–|\bto\b) ?(?P<high>.+)", re.IGNORECASE)
_BARE, _HOURS = re.compile(r"\d+"), re.compile(r"[h:]", re.IGNORECASE)


def parse_length(text: str) -> Length:
    """Read a typed length.

    `45`, `1h30`, `1:30`, `1.5h`, `90 min`, `6x3`, `30-45` and `30+` are read, and `40 (30-45)`,
    `6x3 (15-20)`, `6x3 (15+)` with bounds of the whole; empty is untimed. A range is planned at
    its middle, rounded up to 5 minutes where both ends are. Anything else is refused with
    PlanError `length-unclear`, `length-backwards` or `length-too-long`; never guessed.
    """
    typed = " ".join(text.split())
    if not typed:
        return UNTIMED
    length = _read(typed)
    if fault := length_fault(length):
        raise PlanError(fault, typed=typed)
    return length


def _read(typed: str) -> Length:
    if around := _AROUND.fullmatch(typed):
        bounds = _bounds(around["bounds"].strip(), typed)
        if bounds is None:
            raise PlanError("length-unclear", typed=typed)
        return replace(_exact(around["typical"].strip(), typed), low=bounds[0], high=bounds[1])
    if (bounds := _bounds(typed, typed)) is None:
        return _exact(typed, typed)
    low, high = bounds
    return Length(low if high is None else _middle(low, high), low=low, high=high)


def _exact(part: str, typed: str) -> Length:
    if turns := _TIMES.fullmatch(part):
        return Length(_minutes(turns["turn"], typed), int(turns["times"]))
    return Length(_minutes(part, typed))


def _bounds(part: str, typed: str) -> tuple[int, int | None] | None:
    if floor := _AT_LEAST.fullmatch(part):
        return _minutes(floor["low"], typed), None
    if (ends := _RANGE.fullmatch(part)) is None:
        return None
    if _mixed(ends["low"], ends["high"]) or _mixed(ends["high"], ends["low"]):
        raise PlanError("length-unclear", typed=typed)
    low, high = _minutes(ends["low"], typed), _minutes(ends["high"], typed)
    if low > high:
        raise PlanError("length-backwards", typed=typed)
    return low, high


def _mixed(one: str, other: str) -> bool:
    """Whether a bare number stands beside hours: "1-2h" might be an hour or a minute to two."""
    return _BARE.fullmatch(one.strip()) is not None and _HOURS.search(other) is not None


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


def length_fault(length: Length) -> str | None:
    """The code of what is wrong with a length, or None: bounds must hold the typical minutes."""
    numbers = (length.minutes, length.times, length.low, length.high)
    if any(number is not None and number < 0 for number in numbers) or length.times == 0:
        return "length-unclear"
    if (not length.timed and length != UNTIMED) or (length.low is None and length.high is not None):
        return "length-unclear"
    if max(length.typical, length.most) > LONGEST or (length.times or 0) > MOST_TURNS:
        return "length-too-long"
    if not length.least <= length.typical <= length.most:
        return "length-backwards"
    return None


def length_text(length: Length) -> str:
    """The length as a person would type it; `parse_length` reads it back (but for `each`)."""
    if not length.timed:
        return ""
    exact = str(length.minutes) if length.times is None else f"{length.times} × {length.minutes}"
    if length.low is None:
        return exact
    bounds = f"{length.low}+" if length.high is None else f"{length.low}–{length.high}"
    return bounds if length.times is None and _implied(length) else f"{exact} ({bounds})"


def _implied(length: Length) -> bool:
    """Whether the bounds alone say the typical minutes."""
    if length.low is None or length.high is None:
        return length.minutes == length.low
    return length.minutes == _middle(length.low, length.high)
