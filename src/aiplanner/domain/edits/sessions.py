"""Edits of sessions: add, move, duplicate, delete, and their times."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import parse_length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.domain.schedule import minute_of

from .fields import checked
from .order import placed
from .programme import NewId, to_copy_below, with_ids


def add_session(programme: Programme, session: Session, index: int | None = None) -> Programme:
    """Add a session at `index` of the sessions (None: last)."""
    sessions = programme.sessions
    return checked(programme, *placed(session, sessions, _index(index, len(sessions))))


def move_session(programme: Programme, session_id: RowId, index: int) -> Programme:
    """Put a session at `index` among the others."""
    session = programme.get(session_id, Session)
    return checked(programme, *placed(session, programme.sessions, index))


def duplicate_session(programme: Programme, session_id: RowId, new_id: NewId) -> Programme:
    """Add a copy of a session, with all it holds, right after it and without its date.

    What was noted of the first one (how it went, who stayed away) is not of its copy.
    """
    session = programme.get(session_id, Session)
    below = to_copy_below(programme, session_id)
    ids = {key: new_id() for key in (session_id, *below)}
    copy = replace(session, id=ids[session_id], day=None)
    after = [s.id for s in programme.sessions].index(session_id) + 1
    with_copy = programme.put(*placed(copy, programme.sessions, after))
    return checked(with_copy, *with_ids(below, ids).values())


def delete_session(programme: Programme, session_id: RowId) -> Programme:
    """Delete a session and all it holds."""
    programme.get(session_id, Session)
    return programme.drop([session_id])


def set_session_times(
    programme: Programme, session_id: RowId, start: time | None, end: time | None
) -> Programme:
    """Set when a session starts and should end (None: open).

    An end earlier than the start is on the next day when the session then takes at most 12 hours;
    otherwise PlanError `session-backwards`. An end without a start is `end-without-start`.
    """
    session = programme.get(session_id, Session)
    if start is None and end is not None:
        raise PlanError("end-without-start")
    planned = None
    if start is not None and end is not None:
        begins = start.hour * 60 + start.minute
        planned = minute_of(end, begins) - begins
        if planned <= 0:
            raise PlanError("session-backwards", start=start, end=end)
    return checked(programme, replace(session, start=start, planned=planned))


def set_planned(programme: Programme, session_id: RowId, typed: str) -> Programme:
    """Set how long a session may take, as typed ("2 h"); its start stays as it is, or open.

    PlanError as `parse_length`, or `length-unclear` for what is not one number of minutes.
    """
    session = programme.get(session_id, Session)
    length = parse_length(typed)
    if length.minutes is None or length.times is not None or length.least != length.most:
        raise PlanError("length-unclear", typed=typed.strip())
    return checked(programme, replace(session, planned=length.minutes))


def _index(index: int | None, count: int) -> int:
    return count if index is None else index
