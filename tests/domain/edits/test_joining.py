"""Splitting and merging items: nothing is lost, and what was split can be merged again."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from datetime import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aiplanner.domain.cycle import Capability, Kind, Phase, Role
from aiplanner.domain.edits.joining import merge_items, split_item
from aiplanner.domain.edits.parts import set_focus
from aiplanner.domain.errors import PlanError
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Row, Step
from tests.support.plans import breakout, counted_ids, item, named, pause, plan, section, session
from tests.support.plans import step as one_step
from tests.support.plans import strand as one_strand
from tests.support.strategies import programmes


def _split(programme: Programme, title: str, continued: str = "More") -> Programme:
    return split_item(programme, named(programme, title).id, counted_ids(500), continued)


def _continued(title: str) -> str:
    return f"{title}, continued"


def _merged(programme: Programme, *titles: str) -> Programme:
    return merge_items(programme, [named(programme, title).id for title in titles], _continued)


def _lengths(programme: Programme) -> list[tuple[str, int]]:
    items = programme.items_of(programme.sessions[0].id)
    return [(one.title, one.length.typical) for one in items]


def _without_place(row: Row) -> dict[str, object]:
    return {f.name: getattr(row, f.name) for f in fields(row) if f.name != "position"}


@given(programmes(), st.data())
def test_what_is_split_and_merged_again_is_what_it_was(
    before: Programme, data: st.DataObject
) -> None:
    items = [row for row in before.rows.values() if isinstance(row, Item)]
    assume(items)
    one = data.draw(st.sampled_from(items))
    assume(one.kind not in (Kind.SECTION, Kind.BREAKOUT))
    apart = split_item(before, one.id, counted_ids(9000), _continued(one.title))
    [second] = apart.rows.keys() - before.rows.keys() - {f.id for f in _focuses(apart)}
    both = apart.get(one.id, Item), apart.get(second, Item)
    assert sum(half.length.typical for half in both) == one.length.typical
    assert [i.id for i in apart.items_of(one.parent_id)][:] == [
        key
        for sibling in before.items_of(one.parent_id)
        for key in ([sibling.id, second] if sibling.id == one.id else [sibling.id])
    ]
    again = merge_items(apart, [one.id, second], _continued)
    length = again.get(one.id, Item).length
    assert (length.least, length.typical) == (one.length.least, one.length.typical)
    assert (length.high is None) is (one.length.high is None)
    assert length.most == one.length.most
    kept = again.put(replace(again.get(one.id, Item), length=one.length, title=one.title))
    assert {k: _without_place(r) for k, r in kept.rows.items()} == {
        k: _without_place(r) for k, r in before.rows.items()
    }
    assert [s.id for s in again.steps_of(one.id)] == [s.id for s in before.steps_of(one.id)]


def _focuses(programme: Programme) -> list[Row]:
    return [row for row in programme.rows.values() if type(row).__name__ == "Focus"]


@given(programmes(), st.data())
def test_merging_keeps_every_minute_text_and_part(before: Programme, data: st.DataObject) -> None:
    items = [row for row in before.rows.values() if isinstance(row, Item)]
    assume(items)
    parent = data.draw(st.sampled_from(items)).parent_id
    chosen = data.draw(st.sets(st.sampled_from([i.id for i in before.items_of(parent)])))
    order = [i for i in before.items_of(parent) if i.id in chosen]
    assume(order)
    kinds = {one.kind for one in order}
    if len(kinds) > 1 and kinds & {Kind.BREAKOUT, Kind.SECTION, Kind.TASK}:
        with pytest.raises(PlanError, match="merge-not-these"):
            merge_items(before, list(chosen), _continued)
        return
    after = merge_items(before, list(chosen), _continued)
    assert not faults(after)
    whole = after.get(order[0].id, Item)
    assert whole.length.typical == sum(one.length.typical for one in order)
    for name in ("why", "short", "outputs", "notes", "group", "lead", "room", "audience"):
        assert all(getattr(one, name) in getattr(whole, name) for one in order)
    gone = before.rows.keys() - after.rows.keys()
    lost = Counter(type(before.rows[key]).__name__ for key in gone)
    assert lost.keys() <= {"Item", "Focus", "Timing", "Dismissal"}
    assert lost["Item"] == len(order) - 1
    worked = {f.capability for one in order for f in before.focus_of(one.id)}
    assert {f.capability for f in after.focus_of(whole.id)} == worked


def test_minutes_are_parted_at_the_step_nearest_to_the_middle() -> None:
    steps = (one_step(5, "Pair up"), one_step(20, "A asks B"), one_step(20, "Swap"))
    before = plan(session("10:00", item("Interviews", "45", steps=steps)))
    after = _split(before, "Interviews")
    assert _lengths(after) == [("Interviews", 25), ("More", 20)]
    texts = [[s.text for s in after.steps_of(named(after, t).id)] for t in ("Interviews", "More")]
    assert texts == [["Pair up", "A asks B"], ["Swap"]]


@pytest.mark.parametrize(
    ("length", "halves"),
    [("45", (25, 20)), ("40", (20, 20)), ("5", (3, 2)), ("6x3", (9, 9)), ("5x3", (9, 6))],
)
def test_minutes_are_parted_to_five_and_turns_by_number(
    length: str, halves: tuple[int, int]
) -> None:
    after = _split(plan(session("10:00", item("Stories", length))), "Stories")
    assert tuple(minutes for _title, minutes in _lengths(after)) == halves


def test_the_second_half_has_no_pin_and_keeps_lead_phase_and_capabilities() -> None:
    before = plan(
        session("10:00", item("Dream", "40", at="10:30", phase=Phase.DREAM, lead="Ana", why="So"))
    )
    before = set_focus(before, named(before, "Dream").id, Capability.VISION, Role.LEADS)
    after = _split(before, "Dream")
    first, second = named(after, "Dream"), named(after, "More")
    assert (first.pin, second.pin) == (time(10, 30), None)
    assert (second.lead, second.phase, second.why) == ("Ana", Phase.DREAM, "")
    assert [f.capability for f in after.focus_of(second.id)] == [Capability.VISION]


def test_a_break_merged_with_work_becomes_a_break_inside_it() -> None:
    before = plan(session("10:00", item("Themes", "30"), pause("15"), item("More themes", "20")))
    after = _merged(before, "Themes", "Break", "More themes")
    assert _lengths(after) == [("Themes + More themes", 65)]
    [pause_step] = after.steps_of(named(after, "Themes + More themes").id)
    assert isinstance(pause_step, Step)
    assert (pause_step.text, pause_step.minutes, pause_step.is_break) == ("Break", 15, True)


def test_an_item_continued_takes_its_first_title_again() -> None:
    before = plan(session("10:00", item("Themes", "30"), item("Themes, continued", "20")))
    assert _lengths(_merged(before, "Themes", "Themes, continued")) == [("Themes", 50)]


def test_a_title_that_only_begins_alike_is_not_lost() -> None:
    before = plan(session("10:00", item("Tea", "10"), item("Team stories", "20")))
    assert _lengths(_merged(before, "Tea", "Team stories")) == [("Tea + Team stories", 30)]


def test_what_cannot_be_split_or_merged_is_refused_with_its_reason() -> None:
    groups = breakout("Groups", one_strand("A", item("Headline", "30")))
    before = plan(session("10:00", section("Morning"), groups, item("Check-out", "10")))
    for title in ("Morning", "Groups"):
        with pytest.raises(PlanError, match="split-not-this"):
            _split(before, title)
    with pytest.raises(PlanError, match="merge-not-these"):
        _merged(before, "Groups", "Check-out")
    with pytest.raises(PlanError, match="merge-apart"):
        _merged(before, "Headline", "Check-out")
