"""Ask one rule what it says of a plan."""

from __future__ import annotations

from typing import Any

from aiplanner.domain.checks import Hint, Verdict, verdicts
from aiplanner.domain.content import StarterFinding
from aiplanner.domain.cycle import Part
from aiplanner.domain.findings import Sort
from aiplanner.domain.programme import Programme
from tests.support.plans import item

SILENT, GOOD, SPEAKS = "silent", "good", "speaks"

OPENING = item("Welcome", "10", part=Part.OPENING, group="everyone")
CLOSING = item("Check-out", "10", part=Part.CLOSING, group="circle")


def verdict(programme: Programme, rule: str) -> Verdict:
    """What the rule of that name finds."""
    [found] = [one for one in verdicts(programme) if one.rule == rule]
    return found


def hints(programme: Programme, rule: str) -> tuple[Hint, ...]:
    """The hints of one rule."""
    return verdict(programme, rule).hints


def heard(programme: Programme, rule: str) -> str:
    """Whether a rule is silent for want of data, satisfied, or has something to say."""
    found = verdict(programme, rule)
    if not found.known:
        return SILENT
    return SPEAKS if found.hints else GOOD


def rows(programme: Programme, rule: str) -> list[str]:
    """The titles or texts of the rows that a rule's hints jump to."""
    found = [programme.rows[hint.row] for hint in hints(programme, rule) if hint.row]
    return [getattr(row, "title", "") or getattr(row, "text", "") for row in found]


def finding(sort: str, text: str, **fields: Any) -> StarterFinding:
    """A finding of a plan, by the word for its sort."""
    return StarterFinding(Sort(sort), text, **fields)
