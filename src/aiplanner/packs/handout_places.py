"""Where a programme uses a handout: its sessions, and the numbers it has there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aiplanner.domain.ids import RowId
from aiplanner.domain.numbering import sheet_numbers
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session

_MOST = 3
"""More numbers than this say nothing in a running head."""


def numbers_in(programme: Programme, session: Session, key: str) -> Iterator[str]:
    """The numbers, as "session.item", of the planned items of a session that use the handout."""
    sheets = [
        sheet
        for item in programme.walk(session.id)
        if item.live
        for sheet in programme.sheets_of(item.id)
        if sheet.handout == key
    ]
    if sheets:
        numbers = sheet_numbers(programme, session.id)
        yield from dict.fromkeys(numbers[sheet.id] for sheet in sheets)


def only_item(programme: Programme, session: Session, key: str) -> RowId | None:
    """The planned item of a session that uses the handout; None where none or several do."""
    using = [
        item.id
        for item in programme.walk(session.id)
        if item.live and any(sheet.handout == key for sheet in programme.sheets_of(item.id))
    ]
    return using[0] if len(using) == 1 else None


def sessions_with(
    programme: Programme, sessions: Sequence[Session], key: str
) -> tuple[Session, ...]:
    """Those of the sessions that use the handout."""
    return tuple(s for s in sessions if any(numbers_in(programme, s, key)))


def running_number(programme: Programme, sessions: Sequence[Session], key: str) -> str:
    """The numbers of a handout in these sessions; empty where there are none, or too many."""
    numbers = [number for s in sessions for number in numbers_in(programme, s, key)]
    return ", ".join(numbers) if len(numbers) <= _MOST else ""
