"""Items of the running order: added, moved, copied, deleted, timed and pinned."""

from __future__ import annotations

from datetime import time

import pytest

from aiplanner.domain.cycle import Capability, Kind, Role
from aiplanner.domain.delta import diff
from aiplanner.domain.edits.items import (
    add_item,
    delete_items,
    duplicate_item,
    move_item,
    move_items,
    set_kind,
    set_length,
    set_pin,
)
from aiplanner.domain.edits.parts import set_focus
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import DEEPEST, faults
from aiplanner.domain.lengths import UNTIMED, Length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Strand
from tests.support.plans import (
    breakout,
    counted_ids,
    item,
    named,
    plan,
    session,
    step,
    strand,
    the_session,
)

GONE = RowId("f" * 32)
fresh = counted_ids(5000)


@pytest.fixture
def base() -> Programme:
    rooms = breakout("Rooms", strand("A", item("In A", "20", steps=(step(5), step(15)))))
    return plan(session("10:00", item("One"), item("Two"), item("Three"), rooms), session(""))


def titles(programme: Programme, parent: RowId) -> str:
    return " ".join(row.title for row in programme.items_of(parent))


def first(programme: Programme) -> RowId:
    return the_session(programme).id


def strand_of(programme: Programme, title: str) -> Strand:
    return programme.strands_of(named(programme, title).id)[0]


def moved(programme: Programme, names: str, index: int, parent: RowId | None = None) -> str:
    ids = [named(programme, name).id for name in names.split()]
    to = parent or first(programme)
    return titles(move_items(programme, ids, to, index), to)


@pytest.mark.parametrize(
    ("index", "order"),
    [
        (None, "One Two Three Rooms New"),
        (0, "New One Two Three Rooms"),
        (2, "One Two New Three Rooms"),
        (99, "One Two Three Rooms New"),
        (-1, "New One Two Three Rooms"),
    ],
)
def test_an_item_is_added_where_it_is_wanted(
    base: Programme, index: int | None, order: str
) -> None:
    after = add_item(base, Item(fresh(), 0, title="New"), first(base), index)
    assert titles(after, first(base)) == order
    assert len(diff(base, after).rows) == 1


def test_an_item_is_added_to_a_strand(base: Programme) -> None:
    inside = strand_of(base, "Rooms").id
    after = add_item(base, Item(fresh(), 0, title="New"), inside, 0)
    assert titles(after, inside) == "New In A"
    assert named(after, "New").session_id is None


@pytest.mark.parametrize("parent", [GONE, RowId(f"{1:032x}")])
def test_an_item_needs_a_session_or_strand(base: Programme, parent: RowId) -> None:
    with pytest.raises(PlanError, match="row-gone"):
        add_item(base, Item(fresh(), 0), parent)


@pytest.mark.parametrize(
    ("names", "index", "order"),
    [
        ("One", 1, "Two One Three Rooms"),
        ("One", 3, "Two Three Rooms One"),
        ("Three", 0, "Three One Two Rooms"),
        ("Three", -4, "Three One Two Rooms"),
        ("One Two", 2, "Three Rooms One Two"),
        ("One Two", 1, "Three One Two Rooms"),
        ("Two One", 2, "Three Rooms Two One"),
        ("Three Rooms", 0, "Three Rooms One Two"),
        ("One Three", 1, "Two One Three Rooms"),
        ("One Two Three Rooms", 0, "One Two Three Rooms"),
        ("One Two Three Rooms", -1, "One Two Three Rooms"),
    ],
)
def test_items_are_moved_together(base: Programme, names: str, index: int, order: str) -> None:
    assert moved(base, names, index) == order


def test_an_item_moves_to_another_session_and_back(base: Programme) -> None:
    one, second = named(base, "One").id, the_session(base, 2).id
    away = move_item(base, one, second, 0)
    assert (titles(away, first(base)), titles(away, second)) == ("Two Three Rooms", "One")
    assert titles(move_item(away, one, first(base), 0), first(base)) == "One Two Three Rooms"


def test_a_breakout_moves_with_all_it_holds(base: Programme) -> None:
    second = the_session(base, 2).id
    after = move_item(base, named(base, "Rooms").id, second, 0)
    assert [row.title for row in after.walk(second)] == ["Rooms", "In A"]
    assert after.session_of(named(after, "In A")).id == second


def test_a_move_touches_one_row_and_a_move_to_the_same_place_none(base: Programme) -> None:
    three = named(base, "Three").id
    assert diff(base, move_item(base, three, first(base), 0)).rows.keys() == {three}
    assert not diff(base, move_item(base, three, first(base), 2))


def test_a_breakout_cannot_be_moved_into_itself(base: Programme) -> None:
    with pytest.raises(PlanError, match="parent-circle"):
        move_item(base, named(base, "Rooms").id, strand_of(base, "Rooms").id, 0)


def test_a_breakout_cannot_be_moved_into_what_it_holds(base: Programme) -> None:
    inner = set_kind(base, named(base, "In A").id, Kind.BREAKOUT)
    deep = inner.put(Strand(fresh(), named(base, "In A").id, 0, "Deep"))
    with pytest.raises(PlanError, match="parent-circle"):
        move_item(deep, named(base, "Rooms").id, strand_of(deep, "In A").id, 0)


def nest(depth: int) -> Programme:
    inner = item("Innermost", "5")
    for level in range(depth):
        inner = breakout(f"Level {level}", strand("", inner))
    return plan(session("10:00", inner, breakout("Other", strand("", item("Leaf")))))


def test_breakouts_nest_as_deep_as_anybody_needs_and_no_deeper() -> None:
    deepest = nest(DEEPEST)
    assert faults(deepest) == []
    with pytest.raises(PlanError, match="nested-too-deep") as refusal:
        nest(DEEPEST + 1)
    assert refusal.value.facts["limit"] == DEEPEST


def test_what_a_moved_breakout_holds_counts_for_its_depth() -> None:
    programme = nest(DEEPEST)
    inside = programme.strands_of(named(programme, "Level 0").id)[0].id
    move_item(programme, named(programme, "Leaf").id, inside, 0)
    with pytest.raises(PlanError, match="nested-too-deep"):
        move_item(programme, named(programme, "Other").id, inside, 0)


def test_a_copy_stands_right_after_with_all_it_holds_but_the_pin(base: Programme) -> None:
    rooms = set_pin(base, named(base, "Rooms").id, time(11, 0))
    rooms = set_focus(rooms, named(base, "In A").id, Capability.VISION, Role.LEADS)
    after = duplicate_item(rooms, named(base, "Rooms").id, fresh)
    assert titles(after, first(base)) == "One Two Three Rooms Rooms"
    original, copy = after.items_of(first(base))[-2:]
    assert (original.pin, copy.pin) == (time(11, 0), None)
    [inside] = after.items_of(after.strands_of(copy.id)[0].id)
    assert inside.title == "In A"
    assert [s.minutes for s in after.steps_of(inside.id)] == [5, 15]
    assert [f.capability for f in after.focus_of(inside.id)] == [Capability.VISION]
    assert len(after.rows) == len(rooms.rows) + 6  # breakout, strand, item, two steps, capability
    assert faults(after) == []


def test_a_copy_in_the_middle_stands_before_what_follows(base: Programme) -> None:
    after = duplicate_item(base, named(base, "One").id, fresh)
    assert titles(after, first(base)) == "One One Two Three Rooms"


def test_deleting_takes_all_that_an_item_holds(base: Programme) -> None:
    after = delete_items(base, [named(base, "Rooms").id, named(base, "Two").id])
    assert titles(after, first(base)) == "One Three"
    assert {type(row).__name__ for row in after.rows.values()} == {"Head", "Session", "Item"}


def test_deleting_a_breakout_and_what_it_holds_at_once(base: Programme) -> None:
    both = [named(base, "In A").id, named(base, "Rooms").id]
    assert titles(delete_items(base, both), first(base)) == "One Two Three"


@pytest.mark.parametrize("row", ["gone", "session", "head"])
def test_only_items_are_deleted_as_items(base: Programme, row: str) -> None:
    wrong = {"gone": GONE, "session": first(base), "head": base.id}[row]
    with pytest.raises(PlanError, match="row-gone"):
        delete_items(base, [named(base, "One").id, wrong])


def test_a_length_is_set_as_typed(base: Programme) -> None:
    one = named(base, "One").id
    assert set_length(base, one, "1h30").get(one, Item).length == Length(90)
    assert set_length(base, one, "").get(one, Item).length == UNTIMED


def test_for_whom_each_turn_is_outlives_another_number_of_turns() -> None:
    programme = plan(session("", item("Reports", "6x3", each="team")))
    reports = named(programme, "Reports").id
    assert set_length(programme, reports, "5x4").get(reports, Item).length.each == "team"
    assert set_length(programme, reports, "20").get(reports, Item).length.each == ""


@pytest.mark.parametrize(
    ("typed", "code"),
    [("soon", "length-unclear"), ("45-30", "length-backwards"), ("99999h", "length-too-long")],
)
def test_a_length_that_is_none_is_refused(base: Programme, typed: str, code: str) -> None:
    with pytest.raises(PlanError, match=code) as refusal:
        set_length(base, named(base, "One").id, typed)
    assert refusal.value.facts["typed"] == typed


def test_an_item_is_pinned_and_let_go(base: Programme) -> None:
    one = named(base, "One").id
    pinned = set_pin(base, one, time(11, 30))
    assert pinned.get(one, Item).pin == time(11, 30)
    assert set_pin(pinned, one, None) == base


@pytest.mark.parametrize("kind", [Kind.SECTION, Kind.TASK])
def test_what_has_no_clock_cannot_be_pinned(base: Programme, kind: Kind) -> None:
    one = named(base, "One").id
    heading = set_kind(base, one, kind)
    with pytest.raises(PlanError, match="pin-without-clock"):
        set_pin(heading, one, time(11, 0))
    assert set_pin(heading, one, None) == heading


def test_a_pin_is_on_the_minute(base: Programme) -> None:
    with pytest.raises(PlanError, match="time-unclear"):
        set_pin(base, named(base, "One").id, time(11, 0, 30))


def test_a_breakout_with_strands_stays_one(base: Programme) -> None:
    with pytest.raises(PlanError, match="strand-without-breakout"):
        set_kind(base, named(base, "Rooms").id, Kind.ACTIVITY)
    assert (
        set_kind(base, named(base, "One").id, Kind.BREAK).get(named(base, "One").id, Item).kind
        is Kind.BREAK
    )


@pytest.mark.parametrize("verb", ["move", "duplicate", "length", "pin", "kind"])
def test_what_is_gone_is_refused(base: Programme, verb: str) -> None:
    with pytest.raises(PlanError, match="row-gone"):
        {
            "move": lambda: move_item(base, GONE, first(base), 0),
            "duplicate": lambda: duplicate_item(base, GONE, fresh),
            "length": lambda: set_length(base, GONE, "5"),
            "pin": lambda: set_pin(base, GONE, None),
            "kind": lambda: set_kind(base, GONE, Kind.BREAK),
        }[verb]()
