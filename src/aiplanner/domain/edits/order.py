"""Put rows in their place among siblings, touching as few rows as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from aiplanner.domain.answers import Answer
from aiplanner.domain.findings import Finding
from aiplanner.domain.people import Group, Grouping, Member, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.positions import ascending, positions_at, spaced
from aiplanner.domain.rows import Item, Material, Session, Sheet, Step, Strand
from aiplanner.domain.self_rating import SelfRating

Ordered = Session | Item | Strand | Step | Material | Sheet | Finding | Photo
OrderedPeople = Person | Grouping | Group | Member | SelfRating | Answer
Placed = TypeVar("Placed", bound=Ordered | OrderedPeople)


def placed(row: Placed, siblings: Sequence[Placed], index: int) -> list[Placed]:
    """The rows to put so that `row` stands at `index` among its other `siblings`.

    That is `row` alone with a new position, unless the gap has closed and all are numbered anew;
    a row that stands there already keeps its position.
    """
    return placed_together([row], siblings, index) or [row]


def placed_together(rows: Sequence[Placed], siblings: Sequence[Placed], index: int) -> list[Placed]:
    """As `placed` for several rows, one after the other; none where all stand there already.

    Found in one go: a pasted list may have thousands of lines.
    """
    chosen = {row.id for row in rows}
    others: list[Placed] = [sibling for sibling in siblings if sibling.id not in chosen]
    index = max(0, min(index, len(others)))
    whole = [*others[:index], *rows, *others[index:]]
    if whole == list(siblings):
        return []
    there = [sibling.position for sibling in others]
    positions = positions_at(there, index, len(rows)) if ascending(there) else None
    if positions is not None:
        return [_at(row, position) for row, position in zip(rows, positions, strict=True)]
    numbers = spaced(len(whole))
    return [_at(row, number) for row, number in zip(whole, numbers, strict=True)]


def _at(row: Placed, position: int) -> Placed:
    return replace(row, position=position)
