"""Count what a pack takes: copies of each document, sheets of paper in all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiplanner.app.printing import DocumentInfo, Group
from aiplanner.domain.copies import PAIR, TABLE, people_of
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
    if not chosen:
        return programme.head.people
    counts = (people_of(programme, session) for session in chosen)
    return max((count for count in counts if count is not None), default=None)


def copies(info: DocumentInfo, people: int | None) -> int | None:
    """How many copies of a document are wanted; None when nobody said how many people come.

    What hangs in the room and what is for the facilitator is wanted once; a pair or table that is
    not full takes a copy too.
    """
    if info.group in (Group.YOU, Group.ROOM):
        return 1
    if people is None or info.group is Group.PERSON:
        return people
    return -(-people // (PAIR if info.group is Group.PAIR else TABLE))


def sheets(pages: Mapping[str, int], wanted: Mapping[str, int | None]) -> Sheets | None:
    """Sheets for these copies of documents with so many pages; None unless all is known.

    `wanted` holds the copies by document id. On both sides every copy begins on a sheet of its own.
    """
    pairs = [(pages.get(document), count) for document, count in wanted.items()]
    known = [(page, count) for page, count in pairs if page is not None and count is not None]
    if len(known) < len(pairs):
        return None
    return Sheets(sum(p * c for p, c in known), sum((p + 1) // 2 * c for p, c in known))


def print_order(
    parts: Mapping[str, int],
    wanted: Mapping[str, int | None] | None = None,
    chosen: Callable[[int], bool] = lambda _page: True,
    *,
    two_sided: bool = False,
) -> tuple[int | None, ...]:
    """The pages of a pack in the order to print them, counted from 1; None is an empty side.

    `parts` holds the pages of each document as the pack has them. Each document is printed as often
    as `wanted` says (once where it says nothing), copy by copy, and of it the pages `chosen`. When
    both sides are printed an odd copy ends with an empty side, so that the next begins in front.
    """
    order: list[int | None] = []
    first = 1
    for document, count in parts.items():
        pages = [page for page in range(first, first + count) if chosen(page)]
        first += count
        again = (wanted or {}).get(document)
        empty = [None] if two_sided and len(pages) % 2 else []
        order += (1 if again is None else again) * [*pages, *empty]
    while order and order[-1] is None:
        order.pop()
    return tuple(order)
