"""Read lengths typed "for each person": as many turns as people are expected."""

from __future__ import annotations

import re

from aiplanner.domain.errors import PlanError

_EACH = re.compile(
    r"(?P<turn>[\d.,:]+\s*(?:h|hr|hrs|m|min|mins|minutes)?)\s*"
    r"(?:each|a\s+head|per\s+(?:person|head|participant)|pp|/\s*(?:person|head))"
    r"|(?:each|[x×*])\s*(?P<first>\d[\d.,:]*\s*(?:h|hr|hrs|m|min|mins|minutes)?)",
    re.IGNORECASE | re.ASCII,
)


def with_turns(typed: str, people: int | None) -> str:
    """A typed length, "3 each", "x3" or "3 per person" made "16x3" with the people expected.

    Everything else stays as it was typed. PlanError `people-unknown` when nobody knows how many.
    """
    found = _EACH.fullmatch(" ".join(typed.split()))
    if found is None:
        return typed
    turn = (found["turn"] or found["first"]).strip()
    if not people:
        raise PlanError("people-unknown", typed=typed.strip(), turn=turn)
    return f"{people}x{turn}"
