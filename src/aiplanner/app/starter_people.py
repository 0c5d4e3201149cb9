"""Turn the people that a starter names into rows, with who stays away and who sits with whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from aiplanner.domain.content import Starter, StarterGroup, StarterGrouping, StarterPerson
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.positions import spaced
from aiplanner.domain.rows import PeopleRow


def people_rows(starter: Starter, sessions: Sequence[RowId], new_id: NewId) -> list[PeopleRow]:
    """The people of a starter, then their absences and groups; `sessions` in order.

    PlanError `data-wrong` with `where` (for example "who[3].away[0]") for a name used twice, a
    name of nobody, and a number of no session.
    """
    ids = _ids(starter.who, new_id)
    people = [
        Person(ids[person.name], position, **_told(person, without={"away"}))
        for person, position in _placed(starter.who)
    ]
    groups = (
        row
        for n, (grouping, position) in enumerate(_placed(starter.groupings))
        for row in _grouping(_Place(f"groupings[{n}]", sessions, ids, new_id), grouping, position)
    )
    return [*people, *_absences(starter.who, sessions, ids), *groups]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a grouping stands, and what it may name."""

    where: str
    sessions: Sequence[RowId]
    ids: Mapping[str, RowId]
    new_id: NewId


def _ids(who: Sequence[StarterPerson], new_id: NewId) -> dict[str, RowId]:
    ids: dict[str, RowId] = {}
    for n, person in enumerate(who):
        if person.name in ids:
            raise _wrong(f"who[{n}].name", f"“{person.name}” is there twice")
        ids[person.name] = new_id()
    return ids


def _absences(
    who: Sequence[StarterPerson], sessions: Sequence[RowId], ids: Mapping[str, RowId]
) -> Iterator[Absence]:
    for n, person in enumerate(who):
        for place, number in enumerate(person.away):
            session = _session(sessions, number, f"who[{n}].away[{place}]")
            yield Absence(derived_id(session, ids[person.name]), session, ids[person.name])


def _grouping(place: _Place, grouping: StarterGrouping, position: int) -> Iterator[PeopleRow]:
    key, number = place.new_id(), grouping.session
    where = f"{place.where}.session"
    session = None if number is None else _session(place.sessions, number, where)
    told = _told(grouping, without={"groups", "session"})
    yield Grouping(key, position, session_id=session, **told)
    for n, (group, at) in enumerate(_placed(grouping.groups)):
        group_id = place.new_id()
        yield Group(group_id, key, at, **_told(group, without={"people"}))
        yield from _members(group, group_id, place.ids, f"{place.where}.groups[{n}]")


def _members(
    group: StarterGroup, group_id: RowId, ids: Mapping[str, RowId], where: str
) -> Iterator[Member]:
    for n, (name, position) in enumerate(_placed(group.people)):
        if name not in ids or name in group.people[:n]:
            raise _wrong(f"{where}.people[{n}]", f"“{name}” is the name of nobody else here")
        yield Member(derived_id(group_id, ids[name]), group_id, ids[name], position)


def _session(sessions: Sequence[RowId], number: int, where: str) -> RowId:
    if not 1 <= number <= len(sessions):
        raise _wrong(where, f"there is no session {number}")
    return sessions[number - 1]


def _placed(parts: Sequence[Any]) -> Iterator[tuple[Any, int]]:
    return zip(parts, spaced(len(parts)), strict=True)


def _told(part: Any, without: set[str]) -> dict[str, Any]:
    return {f.name: getattr(part, f.name) for f in fields(part) if f.name not in without}


def _wrong(where: str, what: str) -> PlanError:
    return PlanError("data-wrong", where=where, what=what)
