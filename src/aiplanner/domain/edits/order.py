"""Put rows in their place among siblings, touching as few rows as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from aiplanner.domain.findings import Finding
from aiplanner.domain.people import Group, Grouping, Member, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.positions import ascending, position_at, spaced
from aiplanner.domain.rows import Item, Material, Session, Sheet, Step, Strand
from aiplanner.domain.self_rating import SelfRating

Ordered = Session | Item | Strand | Step | Material | Sheet | Finding | Photo
OrderedPeople = Person | Grouping | Group | Member | SelfRating
Placed = TypeVar("Placed", bound=Ordered | OrderedPeople)


def placed(row: Placed, siblings: Sequence[Placed], index: int) -> list[Placed]:
    """The rows to put so that `row` stands at `index` among its other `siblings`.

    That is `row` alone with a new position, unless the gap has closed and all are numbered anew;
    a row that stands there already keeps its position.
    """
    others: list[Placed] = [sibling for sibling in siblings if sibling.id != row.id]
    index = max(0, min(index, len(others)))
    if row in siblings[index : index + 1]:
        return [row]
    positions = [sibling.position for sibling in others]
    position = position_at(positions, index) if ascending(positions) else None
    if position is not None:
        return [_at(row, position)]
    anew = others.copy()
    anew.insert(index, row)
    numbers = spaced(len(anew))
    return [_at(sibling, numbers[n]) for n, sibling in enumerate(anew)]


def _at(row: Placed, position: int) -> Placed:
    return replace(row, position=position)
