"""The numbers by which facilitators speak of sheets: "session.item", as in 3.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aiplanner.domain.cycle import RESTS, Kind
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Sheet

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def item_numbers(programme: Programme, session: RowId) -> Mapping[RowId, int]:
    """The number of each item of a session, counted from 1 in the order of the running order.

    Breaks and headings have none; parked and skipped items keep theirs, so that parking an item
    does not give the sheets after it other numbers.
    """
    numbered = (item for item in programme.walk(session) if _numbered(item))
    return {item.id: n for n, item in enumerate(numbered, 1)}


def sheet_numbers(programme: Programme, session: RowId) -> Mapping[RowId, str]:
    """The number of each sheet of a session: its own, or "session.item".

    Several sheets of one item are told apart by letters (3.1a, 3.1b).
    """
    place = [row.id for row in programme.sessions].index(session) + 1
    found: dict[RowId, str] = {}
    number = 0
    for item in programme.walk(session):
        numbered = _numbered(item)
        number += numbered
        if sheets := programme.sheets_of(item.id):
            found.update(_numbers(sheets, f"{place}.{number if numbered else 0}"))
    return found


def _numbered(item: Item) -> bool:
    return item.kind not in RESTS and item.kind is not Kind.SECTION


def _numbers(sheets: tuple[Sheet, ...], number: str) -> Iterator[tuple[RowId, str]]:
    for n, sheet in enumerate(sheets):
        letter = _LETTERS[n % len(_LETTERS)] if len(sheets) > 1 else ""
        yield sheet.id, sheet.number or f"{number}{letter}"
