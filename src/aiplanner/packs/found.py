"""What the programme has found, as its sheets may print it: never a story kept private."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from aiplanner.app.consent import is_told, kept_back_text, may_be_shown
from aiplanner.app.finding_words import word_name
from aiplanner.app.paper_words import date_words
from aiplanner.domain.findings import Dream, DreamKind, Finding, Question, QuestionPart, Sort
from aiplanner.domain.programme import Programme

_PARTS = list(QuestionPart)


def printable(programme: Programme, sort: Sort) -> tuple[Finding, ...]:
    """The findings of a sort that say something and may be printed, in their order.

    A story that its teller did not agree to share reaches no paper. Questions stand in the order
    of the interview.
    """
    rows = [row for row in programme.findings(sort) if is_told(row) and may_be_shown(row)]
    return tuple(sorted(rows, key=_place))


def handed_on(programme: Programme, sort: Sort) -> tuple[Finding, ...]:
    """What a later sheet tells of a sort: of the dreams, their statement where there is one.

    Wishes and images went into it; all of them would leave no room to write.
    """
    rows = printable(programme, sort)
    stated = tuple(r for r in rows if isinstance(r, Dream) and r.kind is DreamKind.STATEMENT)
    return stated or rows


def left_out(programme: Programme, sort: Sort) -> str:
    """What stands under the findings of a sort for those that are not printed; mostly nothing."""
    return kept_back_text(programme) if sort is Sort.STORY else ""


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
        return word_name(value)
    return str(value).strip()
