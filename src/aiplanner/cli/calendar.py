"""Join app and formats: the days of a programme, written as a calendar file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiplanner.app.calendar_entries import CalendarEntry, calendar_entries
from aiplanner.app.interchange import from_plain
from aiplanner.app.printing import options_from_plain
from aiplanner.app.writing import write_whole
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session


def write_calendar(
    programme: Programme,
    sessions: tuple[RowId, ...] | None,
    out: Path,
    revision: int,
    made: datetime,
) -> int:
    """Write the entries of these sessions (None: all, and the reviews); how many there are.

    `made` is now. PlanError `calendar-empty`; WorldError `file-unwritable`, `file-held`.
    """
    from aiplanner.formats.calendar import calendar_bytes  # noqa: PLC0415 - a heavy library

    entries = entries_of(programme, sessions)
    title, moment = programme.head.title, made.astimezone(UTC)
    write_whole(out, calendar_bytes(entries, title, revision, moment))
    return len(entries)


def entries_of(
    programme: Programme, sessions: tuple[RowId, ...] | None
) -> tuple[CalendarEntry, ...]:
    """The sessions and their tasks; with all of the sessions (None) the reviews too."""
    entries = calendar_entries(programme)
    if sessions is None:
        return entries
    return tuple(one for one in entries if _session_of(programme, one.id) in sessions)


def calendar_job(
    request: Mapping[str, Any], _step: Callable[[int, int, str], None]
) -> dict[str, object]:
    """What the pack worker answers to "calendar": how many entries the file holds."""
    programme, options = from_plain(request["programme"]), options_from_plain(request["options"])
    out = Path(request["out"])
    count = write_calendar(programme, options.sessions, out, options.revision, options.made)
    return {"entries": count}


def _session_of(programme: Programme, row_id: RowId) -> RowId | None:
    row = programme.rows[row_id]
    if isinstance(row, Session):
        return row.id
    return programme.session_of(row).id if isinstance(row, Item) else None
