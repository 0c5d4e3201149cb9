"""Lists of people taken over, and groups drawn of those who come."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from aiplanner.domain.edits.many_people import Draw, add_people, draw_again, make_grouping
from aiplanner.domain.edits.people import set_absent
from aiplanner.domain.edits.sessions import add_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.people import Grouping, GroupingKind, Person
from aiplanner.domain.positions import FURTHEST
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Session

SESSION, TABLES = RowId("5" * 32), RowId("7" * 32)


def ids() -> Callable[[], RowId]:
    numbers = count(1)
    return lambda: RowId(f"{next(numbers):032x}")


def somebody(number: int, **facts: object) -> Person:
    return Person(RowId(f"a{number:031x}"), 0, f"P{number}", **facts)  # type: ignore[arg-type]  # facts of a person


def crowd(number: int) -> Programme:
    programme = add_session(empty_programme(RowId("e" * 32), "Cycle"), Session(SESSION, 0))
    return add_people(programme, [somebody(n) for n in range(number)])


def sizes(programme: Programme, grouping: RowId = TABLES) -> list[int]:
    return [len(programme.members_of(group.id)) for group in programme.groups_of(grouping)]


def test_a_list_comes_after_those_who_are_there_in_its_order() -> None:
    programme = add_people(crowd(3), [somebody(9), somebody(8)])
    assert [p.name for p in programme.people] == ["P0", "P1", "P2", "P9", "P8"]
    assert faults(programme) == []


def test_a_list_finds_room_behind_a_last_one_who_stands_far_out() -> None:
    far = Person(RowId("9" * 32), FURTHEST - 1, "Far out")
    programme = add_people(crowd(2).put(far), [somebody(7), somebody(8)])
    assert [p.name for p in programme.people] == ["P0", "P1", "Far out", "P7", "P8"]
    assert faults(programme) == []


def test_one_person_who_cannot_be_kept_keeps_the_whole_list_out() -> None:
    before = crowd(2)
    with pytest.raises(PlanError, match="text-too-long"):
        add_people(before, [somebody(7), Person(RowId("9" * 32), 0, "x" * 501)])
    assert len(before.people) == 2


def test_ten_thousand_people_are_taken_over_at_once() -> None:
    assert len(crowd(10_000).people) == 10_000


def test_groups_hold_those_who_come() -> None:
    programme = add_people(crowd(12), [somebody(50, takes_part=False)])
    programme = set_absent(programme, SESSION, [somebody(0).id])
    made = make_grouping(programme, Grouping(TABLES, 0, session_id=SESSION, size=4), Draw(1), ids())
    names = {p.name for g in made.groups_of(TABLES) for p in made.members_of(g.id)}
    assert names == {f"P{n}" for n in range(1, 12)}
    assert sizes(made) == [4, 4, 3]
    assert faults(made) == []


def test_a_number_of_groups_stays_when_they_are_drawn_again() -> None:
    made = make_grouping(crowd(9), Grouping(TABLES, 0, size=3), Draw(1, count=4), ids())
    assert sizes(made) == [3, 2, 2, 2]
    again = draw_again(add_people(made, [somebody(20)]), TABLES, Draw(2), ids())
    assert sizes(again) == [3, 3, 2, 2]


def test_tables_of_a_size_become_fewer_when_fewer_come() -> None:
    made = make_grouping(crowd(12), Grouping(TABLES, 0, session_id=SESSION, size=4), Draw(1), ids())
    fewer = set_absent(made, SESSION, [somebody(n).id for n in range(6)])
    assert sizes(draw_again(fewer, TABLES, Draw(1), ids())) == [3, 3]


def test_pairs_keep_their_rounds_when_drawn_again() -> None:
    pairs = Grouping(TABLES, 0, kind=GroupingKind.PAIRS, size=2)
    made = make_grouping(crowd(5), pairs, Draw(1, rounds=3), ids())
    assert [g.round for g in made.groups_of(TABLES)] == [1, 1, 2, 2, 3, 3]
    again = draw_again(made, TABLES, Draw(2), ids())
    assert sizes(again) == sizes(made)
    assert faults(again) == []


def test_without_people_there_are_no_groups() -> None:
    assert sizes(make_grouping(crowd(0), Grouping(TABLES, 0), Draw(1), ids())) == []
