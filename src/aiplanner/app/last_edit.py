"""Where somebody was at work last: the session that the last edit was made in."""

from __future__ import annotations

from collections.abc import Sequence

from aiplanner.app.history import KeptStep
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session, parents


def session_of_last_edit(programme: Programme, steps: Sequence[KeptStep]) -> RowId | None:
    """The session that holds a row of the newest step that has one; None before any such edit."""
    for step in reversed([step for step in steps if not step.undone]):
        for key in step.delta.rows:
            if (session := _session_above(programme, key)) is not None:
                return session
    return None


def _session_above(programme: Programme, key: RowId) -> RowId | None:
    row = programme.rows.get(key)
    if row is None:
        return None
    if isinstance(row, Session):
        return row.id
    above = (_session_above(programme, parent) for parent in parents(row))
    return next((session for session in above if session is not None), None)
