"""Edits of hints: do without one, with the reason, and bring it back."""

from __future__ import annotations

from datetime import date

from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Dismissal

from .fields import checked


def dismiss(
    programme: Programme,
    rule: str,
    row_id: RowId | None,
    reason: str = "",
    day: date | None = None,
) -> Programme:
    """Do without a rule's hint about a row (None, or the programme's id: about the whole).

    Said again, the reason (one line) and the day are replaced. PlanError: `parent-gone` when the
    row is not there, `text-too-long`, `text-unprintable`.
    """
    about = None if row_id == programme.id else row_id
    key = dismissal_id(programme, rule, row_id)
    return checked(programme, Dismissal(key, rule, about, " ".join(reason.split()), day))


def recall(programme: Programme, dismissal: RowId) -> Programme:
    """Bring back a hint that was done without, by the dismissal's id; PlanError `row-gone`."""
    return programme.drop([programme.get(dismissal, Dismissal).id])


def dismissal_id(programme: Programme, rule: str, row_id: RowId | None) -> RowId:
    """The id under which a rule is dismissed for a row; two people who dismiss it agree."""
    return derived_id(row_id or programme.id, rule)
