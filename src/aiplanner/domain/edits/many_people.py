"""Edits of many people at once: take a list over, and draw groups and pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiplanner.domain.grouping import comers, even_sizes, grouped, sizes_again, sizes_of
from aiplanner.domain.ids import RowId
from aiplanner.domain.pairing import pair_rounds
from aiplanner.domain.people import Grouping, GroupingKind, Person
from aiplanner.domain.positions import FURTHEST, STEP, spaced
from aiplanner.domain.programme import Programme

from .fields import checked
from .people import add_grouping, set_groups
from .programme import NewId


@dataclass(frozen=True, slots=True)
class Draw:
    """How groups are drawn; the same draw gives the same groups."""

    seed: int
    count: int | None = None
    """How many groups, where that is chosen and not how many people each has."""
    rounds: int | None = None
    """How many rounds of pairs; None: as many as there are."""


def add_people(programme: Programme, people: Sequence[Person]) -> Programme:
    """Add people, in this order, after those who are there."""
    before = programme.people
    last = before[-1].position if before else 0
    if last + STEP * len(people) > FURTHEST:  # no room behind the last: number all anew
        everybody = (*before, *people)
        return checked(programme, *map(_at, everybody, spaced(len(everybody))))
    return checked(programme, *(_at(p, last + STEP * n) for n, p in enumerate(people, 1)))


def make_grouping(programme: Programme, grouping: Grouping, draw: Draw, new_id: NewId) -> Programme:
    """Add a grouping and put whoever comes into its groups."""
    added = add_grouping(programme, grouping)
    people = comers(added, grouping.session_id)
    if grouping.kind is GroupingKind.PAIRS:
        rounds = pair_rounds(people, draw.rounds or 1, grouping.mix, draw.seed)
    else:
        sizes = sizes_of(len(people), grouping.size)
        if draw.count is not None:
            sizes = even_sizes(len(people), draw.count)
        rounds = [grouped(people, sizes, grouping.mix, draw.seed)]
    return _set(added, grouping.id, rounds, new_id)


def draw_again(programme: Programme, grouping_id: RowId, draw: Draw, new_id: NewId) -> Programme:
    """Put whoever comes now into groups anew; titles and rooms stay where there are groups."""
    grouping = programme.get(grouping_id, Grouping)
    people = comers(programme, grouping.session_id)
    groups = programme.groups_of(grouping_id)
    if grouping.kind is GroupingKind.PAIRS:
        rounds = len({group.round for group in groups}) or 1
        drawn = pair_rounds(people, draw.rounds or rounds, grouping.mix, draw.seed)
    else:
        before = [len(programme.members_of(group.id)) for group in groups]
        sizes = sizes_again(before, len(people), grouping.size)
        drawn = [grouped(people, sizes, grouping.mix, draw.seed)]
    return _set(programme, grouping_id, drawn, new_id)


def _at(person: Person, position: int) -> Person:
    return replace(person, position=position)


def _set(
    programme: Programme,
    grouping_id: RowId,
    rounds: Sequence[Sequence[Sequence[Person]]],
    new_id: NewId,
) -> Programme:
    ids = [[[person.id for person in group] for group in one] for one in rounds]
    return set_groups(programme, grouping_id, ids, new_id)
