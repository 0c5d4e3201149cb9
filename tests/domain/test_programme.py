"""Look-ups of a programme: in the order people see, and true after every change."""

from __future__ import annotations

import pytest

from aiplanner.domain.cycle import Capability, Role
from aiplanner.domain.edits.parts import set_focus
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import ROW_OF, Action, Link, Sort, Story, Theme
from aiplanner.domain.ids import RowId, derived_id, is_id, new_id
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Item, Material, Session, Sheet, Step, Strand
from tests.support.plans import breakout, counted_ids, item, named, plan, session, strand

fresh = counted_ids(5000)


@pytest.fixture
def base() -> Programme:
    inner = breakout("Inner", strand("i", item("Deep")))
    rooms = breakout("Rooms", strand("A", item("In A"), inner), strand("B", item("In B")))
    return plan(session("10:00", item("Welcome"), rooms, item("Close")), session(""))


def test_a_walk_takes_what_stands_in_strands_right_after_its_breakout(base: Programme) -> None:
    walked = [found.title for found in base.walk(base.sessions[0].id)]
    assert walked == ["Welcome", "Rooms", "In A", "Inner", "Deep", "In B", "Close"]


def test_below_are_all_rows_each_before_its_own(base: Programme) -> None:
    found = [row.id for row in base.below(base.id)]
    assert sorted(found) == sorted(key for key in base.rows if key != base.id)
    for row in base.below(base.id):
        for child in base.children_of(row.id):
            assert found.index(row.id) < found.index(child.id)


def test_below_a_finding_are_its_links_and_below_the_head_each_once(base: Programme) -> None:
    rows = Theme(fresh(), 1), Action(fresh(), 1), Story(fresh(), 1)
    theme, action, story = (row.id for row in rows)
    knots = [
        Link(derived_id(source, target), source, target)
        for source, target in ((theme, action), (story, theme))
    ]
    full = base.put(*rows, *knots)
    assert {row.id for row in full.below(theme)} == {knot.id for knot in knots}
    assert [row.id for row in full.below(action)] == [knots[0].id]
    below = [row.id for row in full.below(full.id)]
    assert sorted(below) == sorted(key for key in full.rows if key != full.id)
    assert all(below.index(knot.id) > below.index(row.id) for knot in knots for row in rows)


def test_findings_stand_sort_by_sort_in_the_order_of_a_cycle(base: Programme) -> None:
    rows = [kind(fresh(), -n) for n, kind in enumerate(ROW_OF.values())]
    later = [kind(fresh(), 1) for kind in ROW_OF.values()]
    full = base.put(*reversed(rows), *reversed(later))
    expected = [row for pair in zip(rows, later, strict=True) for row in pair]
    assert list(full.findings()) == expected
    by_name = [
        *(full.topics, full.questions, full.stories, full.themes, full.dreams),
        *(full.soar, full.elements, full.statements, full.promises, full.actions),
        *(full.task_groups, full.reviews, full.check_outs, full.logic),
    ]
    assert by_name == [full.findings(sort) for sort in Sort]
    assert full.sessions == base.sessions


def test_the_session_of_an_item_however_deep(base: Programme) -> None:
    assert base.session_of(named(base, "Deep")) == base.sessions[0]
    assert named(base, "Deep").parent_id == base.strands_of(named(base, "Inner").id)[0].id


def test_parts_are_told_apart_by_kind(base: Programme) -> None:
    welcome = named(base, "Welcome").id
    rows = (Step(fresh(), welcome, 2), Material(fresh(), welcome, 1), Sheet(fresh(), welcome, 3))
    full = set_focus(base.put(*rows), welcome, Capability.VISION, Role.LEADS)
    assert full.steps_of(welcome) == rows[:1]
    assert full.materials_of(welcome) == rows[1:2]
    assert full.sheets_of(welcome) == rows[2:]
    assert [f.capability for f in full.focus_of(welcome)] == [Capability.VISION]
    assert full.items_of(welcome) == full.strands_of(welcome) == ()


def test_siblings_at_one_position_stand_in_the_order_of_their_ids() -> None:
    rows = [Session(RowId(f"{n:032x}"), 7) for n in (3, 1, 2)]
    programme = empty_programme(new_id()).put(*rows)
    assert [int(row.id, 16) for row in programme.sessions] == [1, 2, 3]


def test_look_ups_follow_rows_that_were_put_and_dropped(base: Programme) -> None:
    first, second = base.sessions
    assert base.items_of(second.id) == ()
    welcome = named(base, "Welcome")
    away = base.put(Item(welcome.id, 0, session_id=second.id, title="Welcome"))
    assert [found.title for found in away.items_of(first.id)] == ["Rooms", "Close"]
    assert [found.title for found in away.items_of(second.id)] == ["Welcome"]
    assert [found.title for found in base.items_of(first.id)] == ["Welcome", "Rooms", "Close"]
    gone = away.drop([named(base, "Rooms").id])
    assert [found.title for found in gone.items_of(first.id)] == ["Close"]


def test_families_after_a_drop_are_those_of_a_programme_made_anew(base: Programme) -> None:
    assert base.sessions, "families are known before"
    for gone in [key for key in base.rows if key != base.id]:
        after = base.drop([gone])
        anew = Programme(base.id, dict(after.rows))
        for parent in base.rows:
            assert list(after.below(parent)) == list(anew.below(parent))


def test_dropping_takes_everything_below(base: Programme) -> None:
    assert len(base.drop([base.sessions[0].id]).rows) == 2
    left = base.drop([base.strands_of(named(base, "Rooms").id)[0].id])
    assert [row.title for row in left.walk(base.sessions[0].id)] == [
        *("Welcome", "Rooms", "In B", "Close"),
    ]


def test_get_is_by_kind(base: Programme) -> None:
    welcome = named(base, "Welcome")
    assert base.get(welcome.id, Item) is welcome
    for wrong in (lambda: base.get(welcome.id, Session), lambda: base.get(fresh(), Strand)):
        with pytest.raises(PlanError, match="row-gone"):
            wrong()


def test_a_programme_is_equal_by_its_rows_alone(base: Programme) -> None:
    unread = Programme(base.id, dict(base.rows))
    assert base.sessions
    assert unread == base
    assert base.head.title == "Plan"


def test_new_ids_are_ids_and_differ() -> None:
    assert is_id(new_id())
    assert new_id() != new_id()
    for wrong in ("", "a" * 31, "A" * 32, "g" * 32, "a" * 33, "a" * 32 + "\n"):
        assert not is_id(wrong)
