"""Clock times as people type them: read, and refused where they could mean two things."""

from __future__ import annotations

import re
from datetime import time

from aiplanner.domain.errors import PlanError

_CLOCK = re.compile(r"(?P<h>\d{1,2})(?:[:.h](?P<m>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE)
_FIGURES = re.compile(r"(?P<h>\d{1,2})(?P<m>\d{2})()")
_BETWEEN = re.compile(r"\s*(?:-|–|—|\bto\b|\buntil\b)\s*", re.IGNORECASE)


def parse_clock(text: str) -> time | None:
    """Read a typed clock time; empty is None.

    `10:05`, `10.05`, `1005`, `9:30am` and `2 pm` are read. A bare hour (`9`) could be morning or
    evening, so it is refused like everything else, with PlanError `clock-unclear`.
    """
    typed = text.strip()
    if not typed:
        return None
    found = _FIGURES.fullmatch(typed) or _CLOCK.fullmatch(typed)
    if found is None or not (found["m"] or found[3]):
        raise PlanError("clock-unclear", typed=typed)
    hour, minute = _hour(int(found["h"]), found[3] or "", typed), int(found["m"] or 0)
    if hour > 23 or minute > 59:
        raise PlanError("clock-unclear", typed=typed)
    return time(hour, minute)


def parse_span(text: str) -> tuple[time | None, time | None]:
    """Read a start and an end (`10:00 to 12:00`, `10:00-12:00`), a start alone, or nothing.

    PlanError `span-unclear`.
    """
    typed = text.strip()
    ends = _BETWEEN.split(typed)
    if len(ends) > 2:
        raise PlanError("span-unclear", typed=typed)
    try:
        clocks = [parse_clock(end) for end in ends]
    except PlanError:
        raise PlanError("span-unclear", typed=typed) from None
    if len(clocks) == 2 and None in clocks:
        raise PlanError("span-unclear", typed=typed)
    return clocks[0], clocks[1] if len(clocks) == 2 else None


def _hour(hour: int, half: str, typed: str) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise PlanError("clock-unclear", typed=typed)
    return hour % 12 + (12 if half.lower().startswith("p") else 0)
