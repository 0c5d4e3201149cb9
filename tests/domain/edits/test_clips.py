"""Taking items out and putting them in: paste of copy is what was copied, but for the ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import time

from hypothesis import assume, given
from hypothesis import strategies as st

from aiplanner.domain.edits.clips import clipped, pasted, taken
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import faults
from aiplanner.domain.on_the_day import Timing
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Dismissal, Item, Row, Session
from tests.support.plans import counted_ids, item, named, plan, session
from tests.support.strategies import programmes

_PLACE = ("id", "position", "session_id", "strand_id", "item_id", "pin")


def _told(programme: Programme, key: RowId) -> Iterator[object]:
    """All that a row and those below it say, in order, but their ids and places."""
    row = programme.rows[key]
    yield type(row), *(getattr(row, f.name) for f in fields(row) if f.name not in _PLACE)
    for child in programme.children_of(key):
        if not isinstance(child, Timing | Dismissal):
            yield from _told(programme, child.id)


def _outermost(programme: Programme, draw: st.DataObject) -> list[Item]:
    parents = [row.id for row in programme.rows.values() if isinstance(row, Session)]
    found = [one for parent in parents for one in programme.items_of(parent)]
    assume(found)
    return draw.draw(st.lists(st.sampled_from(found), min_size=1, unique=True))


@given(programmes(), programmes(), st.data())
def test_what_is_pasted_is_what_was_copied_but_its_ids(
    one: Programme, other: Programme, data: st.DataObject
) -> None:
    chosen = _outermost(one, data)
    clip = taken(one, [row.id for row in chosen])
    assert not faults(clip)
    assert [row.id for row in clipped(clip)] == [row.id for row in chosen]
    assume(other.sessions)
    parent = data.draw(st.sampled_from(other.sessions)).id
    before = [row.id for row in other.items_of(parent)]
    index = data.draw(st.integers(0, len(before)))
    after = pasted(other, clip, parent, index, counted_ids(50_000))
    assert not faults(after)
    new = after.items_of(parent)[index : index + len(chosen)]
    assert [list(_told(after, row.id)) for row in new] == [
        list(_told(one, row.id)) for row in chosen
    ]
    rest = [row.id for row in after.items_of(parent) if row not in new]
    assert rest == before
    assert delete_items(after, [row.id for row in new]).rows.keys() == other.rows.keys()


def _pins(programme: Programme, title: str) -> list[time | None]:
    rows: list[Row] = list(programme.rows.values())
    return [row.pin for row in rows if isinstance(row, Item) and row.title == title]


def test_a_pin_comes_along_where_its_item_was_cut_but_not_where_it_still_stands() -> None:
    before = plan(session("10:00", item("Lunch", "30", at="12:00")))
    lunch, parent = named(before, "Lunch").id, before.sessions[0].id
    clip = taken(before, [lunch])
    copied = pasted(before, clip, parent, 1, counted_ids(500))
    assert _pins(copied, "Lunch") == [time(12), None]
    cut = pasted(delete_items(before, [lunch]), clip, parent, 0, counted_ids(500))
    assert _pins(cut, "Lunch") == [time(12)]
    twice = pasted(cut, clip, parent, 1, counted_ids(900))
    assert _pins(twice, "Lunch") == [time(12), None]
