"""Count what a pack takes: copies of each document, sheets of paper in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aiplanner.app.printing import DocumentInfo, Group
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheets of paper: printed on one side, and on both."""

    one_sided: int
    two_sided: int


def people(programme: Programme, sessions: tuple[RowId, ...] | None = None) -> int | None:
    """How many people are expected at the fullest of the sessions (None: all); None if unsaid."""
    chosen = [s for s in programme.sessions if sessions is None or s.id in sessions]
    counts = [s.people if s.people is not None else programme.head.people for s in chosen]
    if not counts:
        return programme.head.people
    return max((count for count in counts if count is not None), default=None)


def copies(info: DocumentInfo, people: int | None) -> int | None:
    """How many copies of a document are wanted; None when nobody said how many people come.

    What hangs in the room and what is for the facilitator is wanted once. How many tables there
    are is not known to a programme yet, so a document for each table has no number of copies.
    """
    match info.group:
        case Group.PERSON:
            return people
        case Group.TABLE:
            return None
        case _:
            return 1


def sheets(pages: Mapping[str, int], wanted: Mapping[str, int | None]) -> Sheets | None:
    """Sheets for these copies of documents with so many pages; None unless all is known.

    `wanted` holds the copies by document id. On both sides every copy begins on a sheet of its own.
    """
    pairs = [(pages.get(document), count) for document, count in wanted.items()]
    known = [(page, count) for page, count in pairs if page is not None and count is not None]
    if len(known) < len(pairs):
        return None
    return Sheets(sum(p * c for p, c in known), sum((p + 1) // 2 * c for p, c in known))
