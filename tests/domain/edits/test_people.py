"""People are added, moved and deleted, stay away, and are put in groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aiplanner.domain.delta import diff
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.people import (
    add_group,
    add_grouping,
    add_person,
    delete_grouping,
    delete_groups,
    delete_people,
    leave_group,
    move_member,
    move_person,
    set_absent,
    set_groups,
)
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.programme import Programme
from tests.support.plans import counted_ids, plan, session

GONE = RowId("f" * 32)
fresh = counted_ids(5000)


def person(programme: Programme, name: str) -> RowId:
    return next(one.id for one in programme.people if one.name == name)


def names(programme: Programme) -> str:
    return "".join(one.name for one in programme.people)


def groups(programme: Programme, grouping: RowId) -> list[str]:
    """Each group as its round, title and people."""
    return [
        f"{group.round}{group.title} " + "".join(p.name for p in programme.members_of(group.id))
        for group in programme.groups_of(grouping)
    ]


@pytest.fixture
def base() -> Programme:
    """Two sessions, and people A to E."""
    programme = plan(session("10:00"), session("14:00"))
    for letter in "ABCDE":
        programme = add_person(programme, Person(fresh(), 0, letter))
    return programme


@pytest.fixture
def tables(base: Programme) -> Grouping:
    """Still to be added: tables of the first session."""
    return Grouping(fresh(), 0, "Tables", session_id=base.sessions[0].id, size=3)


@pytest.fixture
def seated(base: Programme, tables: Grouping) -> Programme:
    """A, B and C at one table, D and E at the other."""
    programme = add_grouping(base, tables)
    ids = [one.id for one in programme.people]
    return set_groups(programme, tables.id, [[ids[:3], ids[3:]]], fresh)


@pytest.mark.parametrize(("index", "order"), [(None, "ABCDEX"), (0, "XABCDE"), (2, "ABXCDE")])
def test_people_are_added_where_they_should_stand(
    base: Programme, index: int | None, order: str
) -> None:
    assert names(add_person(base, Person(fresh(), 0, "X"), index)) == order


@pytest.mark.parametrize(("name", "index", "order"), [("A", 2, "BCADE"), ("E", 0, "EABCD")])
def test_moving_somebody_touches_one_row(
    base: Programme, name: str, index: int, order: str
) -> None:
    after = move_person(base, person(base, name), index)
    assert names(after) == order
    assert len(diff(base, after).rows) == 1


def test_who_is_deleted_leaves_every_group_and_absence(seated: Programme) -> None:
    first = seated.sessions[0].id
    away = set_absent(seated, first, [person(seated, "D")])
    after = delete_people(away, [person(seated, "A"), person(seated, "D")])
    assert names(after) == "BCE"
    assert [row for row in after.rows.values() if isinstance(row, Absence)] == []
    [tables] = after.groupings(first)
    assert groups(after, tables.id) == ["1 BC", "1 E"]
    assert faults(after) == []


def test_staying_away_is_said_of_one_session_and_taken_back(base: Programme) -> None:
    first, second = base.sessions
    away = set_absent(base, first.id, [person(base, "B"), person(base, "C")])
    assert away.absent_from(first.id) == {person(base, "B"), person(base, "C")}
    assert away.absent_from(second.id) == frozenset()
    assert set_absent(away, first.id, [person(base, "B")]) == away, "said twice"
    back = set_absent(away, first.id, [person(base, "B"), person(base, "C")], absent=False)
    assert back == base
    assert set_absent(base, first.id, [person(base, "A")], absent=False) == base


def test_a_session_takes_its_absences_and_groupings_along(seated: Programme) -> None:
    away = set_absent(seated, seated.sessions[0].id, [person(seated, "D")])
    after = delete_session(away, seated.sessions[0].id)
    assert names(after) == "ABCDE"
    left = (Absence, Grouping, Group, Member)
    assert [row for row in after.rows.values() if isinstance(row, left)] == []


def test_groupings_stand_in_order_under_their_session_or_the_programme(base: Programme) -> None:
    first = base.sessions[0].id
    here = [Grouping(fresh(), 0, title, session_id=first) for title in "ab"]
    programme = add_grouping(add_grouping(base, here[0]), here[1], 0)
    programme = add_grouping(programme, Grouping(fresh(), 0, "whole"))
    assert [one.title for one in programme.groupings(first)] == ["b", "a"]
    assert [one.title for one in programme.groupings()] == ["whole"]


def test_deleting_a_grouping_leaves_the_people(seated: Programme, tables: Grouping) -> None:
    after = delete_grouping(seated, tables.id)
    assert names(after) == "ABCDE"
    assert not any(isinstance(row, Group | Member) for row in after.rows.values())


def test_people_sit_as_they_are_put(seated: Programme, tables: Grouping) -> None:
    assert groups(seated, tables.id) == ["1 ABC", "1 DE"]
    assert faults(seated) == []


def test_drawn_anew_tables_keep_their_names_and_rooms(seated: Programme, tables: Grouping) -> None:
    window, door = seated.groups_of(tables.id)
    programme = set_fields(seated, window.id, title="Window", room="Hall")
    programme = set_fields(programme, door.id, title="Door")
    order = [person(programme, letter) for letter in "EDCBA"]
    redrawn = set_groups(programme, tables.id, [[order[:2], order[2:4], order[4:]]], fresh)
    assert groups(redrawn, tables.id) == ["1Window ED", "1Door CB", "1 A"]
    assert redrawn.groups_of(tables.id)[0].room == "Hall"
    fewer = set_groups(redrawn, tables.id, [[order]], fresh)
    assert groups(fewer, tables.id) == ["1Window EDCBA"]
    assert faults(fewer) == []
    assert groups(set_groups(fewer, tables.id, [], fresh), tables.id) == []


def test_the_same_people_in_the_same_groups_change_nothing(
    seated: Programme, tables: Grouping
) -> None:
    ids = [one.id for one in seated.people]
    assert set_groups(seated, tables.id, [[ids[:3], ids[3:]]], fresh) == seated


def test_each_round_has_groups_of_its_own(base: Programme) -> None:
    pairs = Grouping(fresh(), 0, "Pairs", size=2)
    a, b, c, d, _e = (one.id for one in base.people)
    rounds = [[[a, b], [c, d]], [[a, c], [b, d]]]
    programme = set_groups(add_grouping(base, pairs), pairs.id, rounds, fresh)
    assert groups(programme, pairs.id) == ["1 AB", "1 CD", "2 AC", "2 BD"]
    shorter = set_groups(programme, pairs.id, rounds[:1], fresh)
    assert groups(shorter, pairs.id) == ["1 AB", "1 CD"]


@pytest.mark.parametrize(
    ("name", "index", "after"),
    [
        ("A", None, ["1 BC", "1 DEA"]),
        ("A", 0, ["1 BC", "1 ADE"]),
        ("D", 1, ["1 ABC", "1 ED"]),
        ("E", 0, ["1 ABC", "1 ED"]),
        ("E", None, ["1 ABC", "1 DE"]),
    ],
)
def test_somebody_is_moved_into_a_group_or_within_it(
    seated: Programme, tables: Grouping, name: str, index: int | None, after: list[str]
) -> None:
    second = seated.groups_of(tables.id)[1].id
    moved = move_member(seated, person(seated, name), second, index)
    assert groups(moved, tables.id) == after
    assert faults(moved) == []


def test_other_rounds_and_groupings_are_left_as_they_are(
    seated: Programme, tables: Grouping
) -> None:
    later = Group(fresh(), tables.id, 0, "later", round=2)
    programme = add_group(seated, later)
    moved = move_member(programme, person(seated, "A"), later.id)
    assert groups(moved, tables.id) == ["1 ABC", "1 DE", "2later A"]


def test_an_empty_group_is_added_and_deleted(seated: Programme, tables: Grouping) -> None:
    empty = Group(fresh(), tables.id, 0, "New")
    programme = add_group(seated, empty, 1)
    assert groups(programme, tables.id) == ["1 ABC", "1New ", "1 DE"]
    assert delete_groups(programme, [empty.id]) == seated
    first = seated.groups_of(tables.id)[0].id
    assert groups(delete_groups(seated, [first]), tables.id) == ["1 DE"]


def test_leaving_a_group_is_leaving_only_that(seated: Programme, tables: Grouping) -> None:
    first, second = (group.id for group in seated.groups_of(tables.id))
    left = leave_group(seated, person(seated, "B"), first)
    assert groups(left, tables.id) == ["1 AC", "1 DE"]
    assert leave_group(seated, person(seated, "B"), second) == seated


REFUSED: dict[str, Callable[[Programme, Grouping], Programme]] = {
    "move": lambda p, _t: move_person(p, GONE, 0),
    "delete": lambda p, _t: delete_people(p, [GONE]),
    "absent": lambda p, _t: set_absent(p, p.sessions[0].id, [GONE]),
    "absent from": lambda p, _t: set_absent(p, GONE, [p.people[0].id]),
    "grouping": lambda p, _t: delete_grouping(p, GONE),
    "groups": lambda p, _t: set_groups(p, GONE, [], fresh),
    "groups of": lambda p, t: set_groups(p, t.id, [[[GONE]]], fresh),
    "group": lambda p, _t: add_group(p, Group(fresh(), GONE, 0)),
    "member": lambda p, t: move_member(p, GONE, p.groups_of(t.id)[0].id),
    "into": lambda p, _t: move_member(p, p.people[0].id, GONE),
    "leave": lambda p, _t: leave_group(p, p.people[0].id, GONE),
}


@pytest.mark.parametrize("verb", REFUSED)
def test_what_is_not_there_is_refused(seated: Programme, tables: Grouping, verb: str) -> None:
    with pytest.raises(PlanError, match="row-gone"):
        REFUSED[verb](seated, tables)


def test_a_grouping_of_a_session_that_is_not_there_is_refused(base: Programme) -> None:
    with pytest.raises(PlanError, match="parent-gone"):
        add_grouping(base, Grouping(fresh(), 0, session_id=GONE))


@pytest.mark.parametrize("size", [1, 1001])
def test_a_group_of_one_or_of_thousands_is_refused(
    seated: Programme, tables: Grouping, size: int
) -> None:
    with pytest.raises(PlanError, match="number-out-of-bounds"):
        set_fields(seated, tables.id, size=size)
