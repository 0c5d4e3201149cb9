"""Edits of people: who they are, who stays away, and the groups they are put in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.positions import spaced
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session

from .fields import checked
from .order import placed
from .programme import NewId

Rounds = Sequence[Sequence[Sequence[RowId]]]
"""The people of each group of each round."""


def add_person(programme: Programme, person: Person, index: int | None = None) -> Programme:
    """Add somebody at `index` of the people (None: last)."""
    people = programme.people
    return checked(programme, *placed(person, people, _at(index, people)))


def move_person(programme: Programme, person_id: RowId, index: int) -> Programme:
    """Put somebody at `index` among the others."""
    person = programme.get(person_id, Person)
    return checked(programme, *placed(person, programme.people, index))


def delete_people(programme: Programme, person_ids: Collection[RowId]) -> Programme:
    """Delete people, who leave their groups with that."""
    return programme.drop([programme.get(key, Person).id for key in person_ids])


def set_absent(
    programme: Programme, session_id: RowId, person_ids: Collection[RowId], *, absent: bool = True
) -> Programme:
    """Say that people do not come to a session, or that they do."""
    session = programme.get(session_id, Session)
    people = [programme.get(key, Person).id for key in person_ids]
    rows = [Absence(derived_id(session.id, key), session.id, key) for key in people]
    if not absent:
        return programme.drop([row.id for row in rows])
    return checked(programme, *rows)


def add_grouping(programme: Programme, grouping: Grouping, index: int | None = None) -> Programme:
    """Add a way of grouping, still empty, at `index` of those of its session (None: last)."""
    siblings = programme.groupings(grouping.session_id)
    return checked(programme, *placed(grouping, siblings, _at(index, siblings)))


def delete_grouping(programme: Programme, grouping_id: RowId) -> Programme:
    """Delete a way of grouping with its groups; the people stay."""
    return programme.drop([programme.get(grouping_id, Grouping).id])


def set_groups(
    programme: Programme, grouping_id: RowId, rounds: Rounds, new_id: NewId
) -> Programme:
    """Put people into groups anew: `rounds` holds the people of each group of each round.

    The first group of a round stays the first, with its title and room, and so on; groups too
    many are deleted. Nobody is twice in a round. PlanError `row-gone` for somebody not there.
    """
    grouping = programme.get(grouping_id, Grouping)
    before = programme.groups_of(grouping.id)
    groups: list[Group] = []
    members: list[Member] = []
    for number, people in enumerate(rounds, 1):
        assert _each_once(people), "nobody is in two groups of a round"
        olds = [group for group in before if group.round == number]
        for place, position in enumerate(spaced(len(people))):
            old = olds[place] if place < len(olds) else Group(new_id(), grouping.id, 0)
            groups.append(replace(old, position=position, round=number))
            members += _members(programme, old.id, people[place])
    surplus = {group.id for group in before} - {group.id for group in groups}
    bare = programme.drop([*surplus, *(row.id for row in _all_members(programme, grouping.id))])
    return checked(bare, *groups, *members)


def add_group(programme: Programme, group: Group, index: int | None = None) -> Programme:
    """Add an empty group to a grouping at `index` of its round (None: last)."""
    siblings = _of_round(programme, programme.get(group.grouping_id, Grouping).id, group.round)
    return checked(programme, *placed(group, siblings, _at(index, siblings)))


def delete_groups(programme: Programme, group_ids: Collection[RowId]) -> Programme:
    """Delete groups; their people are in none of that round then."""
    return programme.drop([programme.get(group_id, Group).id for group_id in group_ids])


def move_member(
    programme: Programme, person_id: RowId, group_id: RowId, index: int | None = None
) -> Programme:
    """Put somebody at `index` of a group (None: last), out of any other group of the same round."""
    person, group = programme.get(person_id, Person), programme.get(group_id, Group)
    others = _of_round(programme, group.grouping_id, group.round)
    left = [derived_id(other.id, person.id) for other in others if other.id != group.id]
    siblings = _members_of(programme, group.id)
    key = derived_id(group.id, person.id)
    known = next((row for row in siblings if row.id == key), None)
    member = known or Member(key, group.id, person.id, 0)
    at = _at(index, [row for row in siblings if row.id != key])
    return checked(programme.drop(left), *placed(member, siblings, at))


def leave_group(programme: Programme, person_id: RowId, group_id: RowId) -> Programme:
    """Take somebody out of a group; where they are not in it, nothing changes."""
    person, group = programme.get(person_id, Person), programme.get(group_id, Group)
    return programme.drop([derived_id(group.id, person.id)])


def _members_of(programme: Programme, group_id: RowId) -> list[Member]:
    """The rows that say who is in a group, in order."""
    return [row for row in programme.children_of(group_id) if isinstance(row, Member)]


def _members(programme: Programme, group: RowId, people: Sequence[RowId]) -> Iterator[Member]:
    for key, position in zip(people, spaced(len(people)), strict=True):
        person = programme.get(key, Person)
        yield Member(derived_id(group, person.id), group, person.id, position)


def _all_members(programme: Programme, grouping: RowId) -> Iterator[Member]:
    for group in programme.groups_of(grouping):
        yield from _members_of(programme, group.id)


def _of_round(programme: Programme, grouping: RowId, number: int) -> list[Group]:
    return [group for group in programme.groups_of(grouping) if group.round == number]


def _each_once(groups: Sequence[Sequence[RowId]]) -> bool:
    people = [person for group in groups for person in group]
    return len(people) == len(set(people))


def _at(index: int | None, siblings: Sequence[object]) -> int:
    return len(siblings) if index is None else index
