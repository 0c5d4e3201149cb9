"""What a mend is, and what mends may use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from aiplanner.domain.bank import Activity
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

AddActivity = Callable[[Programme, Activity, RowId, int], Programme]
"""Adds an activity with all it brings to a session or strand, at a place among its items."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The bank in its order and how it adds, new ids, today, and words for what mends make."""

    activities: tuple[Activity, ...]
    add: AddActivity
    new_id: NewId
    today: date
    break_title: str
    review_text: str


@dataclass(frozen=True, slots=True)
class Mend:
    """One change of a programme; `facts` fill the sentence that says what it does.

    `change` raises PlanError where the programme has changed so much that it makes no sense.
    """

    code: str
    change: Callable[[Programme], Programme] = field(compare=False)
    facts: Mapping[str, object] = field(default_factory=dict)
