"""Edits of the days in a programme."""

from __future__ import annotations

from datetime import date

from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session

from .fields import set_fields


def set_day(programme: Programme, row_id: RowId, day: date | None) -> Programme:
    """Give a session, a task or a review another day, or (None) none."""
    session = isinstance(programme.rows.get(row_id), Session)
    return set_fields(programme, row_id, **{"day" if session else "due": day})
