"""What the programme has found, as its sheets may print it: never a story kept private."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from aiplanner.app.finding_words import (
    DREAM_KIND_NAMES,
    PROGRESS_NAMES,
    PROMISE_KIND_NAMES,
    QUESTION_PART_NAMES,
)
from aiplanner.app.wording import LEVEL_NAMES
from aiplanner.domain.cycle import Level
from aiplanner.domain.findings import (
    DreamKind,
    Finding,
    Progress,
    PromiseKind,
    Question,
    QuestionPart,
    Sort,
    Story,
)
from aiplanner.domain.programme import Programme
from aiplanner.packs.words import date_words

_PARTS = list(QuestionPart)


def printable(programme: Programme, sort: Sort) -> tuple[Finding, ...]:
    """The findings of a sort that say something and may be printed, in their order.

    A story that its teller did not agree to share reaches no paper. Questions stand in the order
    of the interview.
    """
    rows = [row for row in programme.findings(sort) if row.text.strip() and _may_be_seen(row)]
    return tuple(sorted(rows, key=_place))


def _may_be_seen(row: Finding) -> bool:
    return not isinstance(row, Story) or row.shared


def _place(row: Finding) -> int:
    return _PARTS.index(row.part) if isinstance(row, Question) else 0


def told(row: Finding, field: str) -> str:
    """What a field of a finding says, in words; empty for a field that its sort does not have."""
    value: object = getattr(row, field, None)
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, StrEnum):
        return _NAMES[type(value)][value]
    return str(value).strip()


_NAMES: Mapping[type, Mapping[Any, str]] = {
    DreamKind: DREAM_KIND_NAMES,
    PromiseKind: PROMISE_KIND_NAMES,
    Progress: PROGRESS_NAMES,
    QuestionPart: QUESTION_PART_NAMES,
    Level: LEVEL_NAMES,
}
