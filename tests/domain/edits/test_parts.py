"""What an item holds: strands, steps, materials, sheets, and the capabilities it works on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aiplanner.domain.cycle import Capability, Role
from aiplanner.domain.delta import diff
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.parts import add_part, delete_part, move_part, set_focus
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Material, Sheet, Step, Strand
from tests.support.plans import breakout, counted_ids, item, named, plan, session, step, strand

GONE = RowId("f" * 32)
fresh = counted_ids(5000)


@pytest.fixture
def base() -> Programme:
    stories = item("Stories", steps=(step(5, "a"), step(10, "b"), step(15, "c")))
    rooms = breakout("Rooms", strand("A", item("In A", steps=(step(1),))), strand("B"))
    return plan(session("10:00", stories, rooms))


def texts(programme: Programme) -> str:
    return "".join(found.text for found in programme.steps_of(named(programme, "Stories").id))


@pytest.mark.parametrize(("index", "order"), [(None, "abcn"), (0, "nabc"), (1, "anbc")])
def test_a_part_is_added_where_it_is_wanted(base: Programme, index: int | None, order: str) -> None:
    part = Step(fresh(), named(base, "Stories").id, 0, "n")
    assert texts(add_part(base, part, index)) == order


@pytest.mark.parametrize("kind", [Step, Material, Sheet])
def test_every_kind_of_part_has_an_order_of_its_own(
    base: Programme, kind: type[Step | Material | Sheet]
) -> None:
    stories = named(base, "Stories").id
    first = kind(fresh(), stories, 0)
    after = add_part(add_part(base, first, 0), kind(fresh(), stories, 0), 0)
    alike = [row.id for row in after.children_of(stories) if type(row) is kind]
    assert alike.index(first.id) == 1
    assert faults(after) == []


@pytest.mark.parametrize(("index", "order"), [(0, "cab"), (1, "acb"), (2, "abc"), (9, "abc")])
def test_a_part_is_moved(base: Programme, index: int, order: str) -> None:
    last = base.steps_of(named(base, "Stories").id)[2]
    after = move_part(base, last, index)
    assert texts(after) == order
    assert len(diff(base, after).rows) == (0 if order == "abc" else 1)


def test_a_move_keeps_what_was_typed_since_the_part_was_looked_up(base: Programme) -> None:
    first = base.steps_of(named(base, "Stories").id)[0]
    assert texts(move_part(set_fields(base, first.id, text="z"), first, 2)) == "bcz"


def test_a_part_that_is_gone_does_not_come_back_by_being_moved(base: Programme) -> None:
    first = base.steps_of(named(base, "Stories").id)[0]
    with pytest.raises(PlanError, match="row-gone"):
        move_part(delete_part(base, first.id), first, 2)


def test_a_strand_takes_what_it_holds_along(base: Programme) -> None:
    first = base.strands_of(named(base, "Rooms").id)[0]
    after = delete_part(base, first.id)
    assert [row.title for row in after.rows.values() if hasattr(row, "title")] == [
        "Plan", "", "Stories", "Rooms", "B",
    ]  # fmt: skip
    assert len(base.rows) - len(after.rows) == 3  # strand, item, step


def test_only_a_breakout_holds_strands(base: Programme) -> None:
    with pytest.raises(PlanError, match="strand-without-breakout"):
        add_part(base, Strand(fresh(), named(base, "Stories").id, 0))


def test_a_part_needs_an_item(base: Programme) -> None:
    for nowhere in (GONE, base.sessions[0].id):
        with pytest.raises(PlanError, match="row-gone"):
            add_part(base, Step(fresh(), nowhere, 0))


def test_only_parts_are_deleted_as_parts(base: Programme) -> None:
    for wrong in (GONE, base.id, base.sessions[0].id, named(base, "Stories").id):
        with pytest.raises(PlanError, match="row-gone"):
            delete_part(base, wrong)


def test_a_capability_is_led_on_supported_and_let_go(base: Programme) -> None:
    stories = named(base, "Stories").id
    led = set_focus(base, stories, Capability.VISION, Role.LEADS)
    supported = set_focus(led, stories, Capability.VISION, Role.SUPPORTS)
    assert [f.role for f in led.focus_of(stories)] == [Role.LEADS]
    assert [f.role for f in supported.focus_of(stories)] == [Role.SUPPORTS]
    assert set_focus(supported, stories, Capability.VISION, None) == base
    assert set_focus(base, stories, Capability.VISION, None) == base


def test_capabilities_stand_in_the_order_of_the_six(base: Programme) -> None:
    stories = named(base, "Stories").id
    for capability in reversed(Capability):
        base = set_focus(base, stories, capability, Role.SUPPORTS)
    assert [f.capability for f in base.focus_of(stories)] == list(Capability)


def test_a_capability_needs_an_item(base: Programme) -> None:
    with pytest.raises(PlanError, match="row-gone"):
        set_focus(base, GONE, Capability.VISION, Role.LEADS)


def test_two_people_who_add_a_capability_make_the_same_row(base: Programme) -> None:
    stories = named(base, "Stories").id
    one = set_focus(base, stories, Capability.VISION, Role.LEADS)
    other = set_focus(base, stories, Capability.VISION, Role.LEADS)
    assert one == other
    assert faults(one.put(replace(one.focus_of(stories)[0], id=fresh())))[0].code == "tied-id-wrong"
