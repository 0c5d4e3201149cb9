"""Edits of answers: take in those of a sheet, and delete some; fields are set like all others."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aiplanner.domain.answers import Answer
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

from .fields import checked
from .order import placed_together


def add_answers(programme: Programme, answers: Sequence[Answer]) -> Programme:
    """Add answers after the others, in their order."""
    there = programme.answers
    return checked(programme, *placed_together(answers, there, len(there)))


def delete_answers(programme: Programme, answer_ids: Collection[RowId]) -> Programme:
    """Delete answers."""
    return programme.drop([programme.get(key, Answer).id for key in answer_ids])
