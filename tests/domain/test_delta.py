"""Changes of two people: what goes together, what clashes, and what is kept when it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aiplanner.domain.cycle import Capability, Kind, Role
from aiplanner.domain.delta import NOTHING, Clash, Conflict, apply, diff, settle
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import add_item, delete_items, move_item, set_kind
from aiplanner.domain.edits.parts import add_part, delete_part, set_focus
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Strand
from tests.support.plans import breakout, counted_ids, item, named, plan, session, strand

fresh = counted_ids(5000)


@pytest.fixture
def base() -> Programme:
    rooms = breakout("Rooms", strand("A", item("In A", "20")), strand("B", item("In B", "30")))
    return plan(
        session("10:00", item("Welcome", "10"), item("Stories", "40"), rooms),
        session("14:00", item("Dream", "30"), breakout("Empty")),
    )


def clashes(mine: Programme, base: Programme, theirs: Programme) -> tuple[Clash, ...]:
    with pytest.raises(Conflict) as conflict:
        apply(theirs, diff(base, mine))
    return conflict.value.clashes


def strand_ids(programme: Programme, title: str) -> list[RowId]:
    return [found.id for found in programme.strands_of(named(programme, title).id)]


def test_no_change_is_nothing(base: Programme) -> None:
    assert not diff(base, base)
    assert not diff(base, Programme(base.id, dict(base.rows)))
    assert apply(base, NOTHING) is base


def test_different_fields_of_one_row_go_together(base: Programme) -> None:
    welcome = named(base, "Welcome").id
    mine = set_fields(base, welcome, lead="Amina")
    theirs = set_fields(base, welcome, room="Hall")
    merged = apply(theirs, diff(base, mine)).get(welcome, Item)
    assert (merged.lead, merged.room) == ("Amina", "Hall")


def test_the_same_field_clashes_and_says_both_values(base: Programme) -> None:
    welcome = named(base, "Welcome").id
    mine = set_fields(base, welcome, lead="Amina", room="Hall")
    theirs = set_fields(base, welcome, lead="Jo")
    assert clashes(mine, base, theirs) == (Clash(welcome, "lead", mine="Amina", theirs="Jo"),)


def test_the_same_value_is_no_clash(base: Programme) -> None:
    welcome = named(base, "Welcome").id
    theirs = set_fields(base, welcome, lead="Amina")
    mine = set_fields(base, welcome, lead="Amina", room="Hall")
    assert apply(theirs, diff(base, mine)) == mine


def test_settling_keeps_theirs_in_the_field_and_mine_beside_it(base: Programme) -> None:
    welcome = named(base, "Welcome").id
    mine = set_fields(base, welcome, lead="Amina", room="Hall")
    theirs = set_fields(base, welcome, lead="Jo")
    settled, left_out = settle(theirs, diff(base, mine))
    assert (settled.get(welcome, Item).lead, settled.get(welcome, Item).room) == ("Jo", "Hall")
    assert [clash.field for clash in left_out] == ["lead"]


def test_editing_what_they_deleted_clashes_as_a_whole(base: Programme) -> None:
    welcome = named(base, "Welcome").id
    mine, theirs = set_fields(base, welcome, lead="Amina"), delete_items(base, [welcome])
    assert clashes(mine, base, theirs) == (Clash(welcome),)
    assert settle(theirs, diff(base, mine)) == (theirs, (Clash(welcome),))


def test_deleting_what_they_edited_clashes_and_theirs_stays(base: Programme) -> None:
    welcome = named(base, "Welcome").id
    mine, theirs = delete_items(base, [welcome]), set_fields(base, welcome, lead="Jo")
    settled, _ = settle(theirs, diff(base, mine))
    assert settled == theirs


def test_deleting_a_session_they_added_to_keeps_the_session(base: Programme) -> None:
    second = base.sessions[1].id
    theirs = add_item(base, Item(fresh(), 0, title="Theirs"), second)
    mine = delete_session(base, second)
    settled, left_out = settle(theirs, diff(base, mine))
    assert left_out
    assert [row.title for row in settled.items_of(second)] == ["Theirs"]
    assert faults(settled) == []


def test_both_deleting_the_same_is_no_clash(base: Programme) -> None:
    gone = delete_session(base, base.sessions[0].id)
    assert apply(gone, diff(base, gone)) == gone


def test_moving_one_item_to_two_places_is_settled_as_one_place(base: Programme) -> None:
    """Mine went into a strand and theirs to a session: half of each would be nowhere."""
    welcome = named(base, "Welcome").id
    mine = move_item(base, welcome, strand_ids(base, "Rooms")[0], 0)
    theirs = move_item(base, welcome, base.sessions[1].id, 0)
    settled, left_out = settle(theirs, diff(base, mine))
    assert settled == theirs
    assert {clash.row for clash in left_out} == {welcome}


def test_moving_into_a_strand_that_they_deleted_stays_where_it_was(base: Programme) -> None:
    welcome, gone = named(base, "Welcome").id, strand_ids(base, "Rooms")[0]
    mine = set_fields(move_item(base, welcome, gone, 0), welcome, lead="Amina")
    theirs = delete_part(base, gone)
    settled, _ = settle(theirs, diff(base, mine))
    assert settled.get(welcome, Item) == replace(base.get(welcome, Item), lead="Amina")


def test_two_breakouts_each_moved_into_the_other_do_not_vanish(base: Programme) -> None:
    rooms, empty = named(base, "Rooms").id, named(base, "Empty").id
    base = add_part(base, Strand(fresh(), empty, 0))
    mine = move_item(base, empty, strand_ids(base, "Rooms")[0], 0)
    theirs = move_item(base, rooms, strand_ids(base, "Empty")[0], 0)
    settled, left_out = settle(theirs, diff(base, mine))
    assert settled == theirs
    assert left_out


def test_a_strand_for_what_is_no_breakout_any_more_is_left_out(base: Programme) -> None:
    empty = named(base, "Empty").id
    with_strand = add_part(base, Strand(fresh(), empty, 0, "Mine"))
    mine = add_item(with_strand, Item(fresh(), 0), with_strand.strands_of(empty)[0].id)
    theirs = set_kind(base, empty, Kind.ACTIVITY)
    settled, left_out = settle(theirs, diff(base, mine))
    assert settled == theirs
    assert left_out


def test_a_breakout_that_got_a_strand_meanwhile_stays_one(base: Programme) -> None:
    empty = named(base, "Empty").id
    theirs = add_part(base, Strand(fresh(), empty, 0, "Theirs"))
    settled, left_out = settle(theirs, diff(base, set_kind(base, empty, Kind.ACTIVITY)))
    assert settled == theirs
    assert left_out


def test_both_naming_the_same_capability_agree(base: Programme) -> None:
    welcome = named(base, "Welcome").id
    mine = set_focus(base, welcome, Capability.VISION, Role.LEADS)
    assert apply(mine, diff(base, set_focus(base, welcome, Capability.VISION, Role.LEADS))) == mine
    theirs = set_focus(base, welcome, Capability.VISION, Role.SUPPORTS)
    settled, left_out = settle(theirs, diff(base, mine))
    assert settled == theirs
    assert len(left_out) == 1


def test_items_added_to_the_same_place_both_stay(base: Programme) -> None:
    first = base.sessions[0].id
    mine = add_item(base, Item(fresh(), 0, title="Mine"), first, 1)
    theirs = add_item(base, Item(fresh(), 0, title="Theirs"), first, 1)
    merged = apply(theirs, diff(base, mine))
    titles = [row.title for row in merged.items_of(first)]
    assert titles[0] == "Welcome"
    assert sorted(titles[1:3]) == ["Mine", "Theirs"]
    assert titles[3:] == ["Stories", "Rooms"]
    assert merged == apply(mine, diff(base, theirs))


def test_undoing_mine_after_theirs_takes_only_mine_back(base: Programme) -> None:
    welcome = named(base, "Welcome").id
    mine = diff(base, set_fields(base, welcome, lead="Amina"))
    theirs = set_fields(base, welcome, room="Hall")
    both = apply(theirs, mine)
    assert apply(both, mine.inverted()) == theirs
