"""The row in which somebody rates their own leadership, before the cycle or after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aiplanner.domain.ids import RowId


class Moment(StrEnum):
    """When somebody rates themselves."""

    BEFORE = "before"
    AFTER = "after"


class Score(StrEnum):
    """The four points of the scale, and that it does not apply (domain facts 3.4)."""

    NOT_YET = "not-yet"
    SOMETIMES = "sometimes"
    OFTEN = "often"
    CONSISTENTLY = "consistently"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class SelfRating:
    """One filled sheet. Private: it reaches no paper, and only groups of five or more are shown.

    The six scores carry the names of the capabilities; None: not answered.
    """

    id: RowId
    position: int
    code: str = ""
    """Whose it is: a code, never a name. The same one before and after."""
    moment: Moment = Moment.BEFORE
    day: date | None = None
    self_leadership: Score | None = None
    creativity: Score | None = None
    collaborating: Score | None = None
    vision: Score | None = None
    motivating: Score | None = None
    empowering: Score | None = None
    strengths: str = ""
    develop: str = ""
    """What they want to grow in."""
    reflection: str = ""
