"""The blocks of a session: what they stand for, how high they are, and what stands beside what."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given

from aiplanner.domain.cycle import State
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import schedule, session_clock
from aiplanner.domain.timeline import Block, Shape, Timeline, timeline
from tests.support.plans import breakout, item, named, pause, plan, section, session, strand
from tests.support.strategies import agendas


def laid(*items: object, **fields: object) -> tuple[Programme, Timeline]:
    programme = plan(session("10:00", *items, **fields))
    return programme, timeline(session_clock(programme, programme.sessions[0]))


def block_of(programme: Programme, found: Timeline, title: str) -> Block:
    row = named(programme, title).id
    return next(b for b in found.blocks if b.row == row and b.shape in (Shape.ITEM, Shape.IDLE))


def test_items_stand_one_below_the_other_over_the_whole_width() -> None:
    _programme, found = laid(item("Welcome", "5"), item("Interviews", "40"), pause("15"))
    assert [(b.start, b.end, b.across) for b in found.blocks] == [
        (600, 605, (0.0, 1.0)),
        (605, 645, (0.0, 1.0)),
        (645, 660, (0.0, 1.0)),
    ]
    assert found.lines == {}
    assert (found.first, found.last) == (600, 660)


def test_strands_stand_side_by_side_below_the_head_of_their_breakout() -> None:
    programme, found = laid(
        item("Welcome", "5"),
        breakout(
            "Two groups", strand("A", item("Headline", "30")), strand("B", item("Wish", "25"))
        ),
        item("Back", "10"),
    )
    headline, wish = (block_of(programme, found, title) for title in ("Headline", "Wish"))
    assert (headline.across, wish.across) == ((0.0, 0.5), (0.5, 1.0))
    assert (headline.start, wish.start) == (605, 605)
    assert found.lines == {605: 2}, "one line for the breakout's head, one for those of its strands"
    strands = [b for b in found.blocks if b.shape is Shape.STRAND]
    assert [(b.start, b.end, b.line) for b in strands] == [(605, 635, 1)] * 2


def test_what_takes_no_time_gets_a_line_of_its_own() -> None:
    _programme, found = laid(section("Morning"), item("Talk"), item("Welcome", "5"))
    assert found.lines == {600: 2}
    heads = [(b.line, b.headed, b.minutes) for b in found.blocks if b.headed]
    assert heads == [(0, True, 0), (1, True, 0)]


def test_free_time_is_a_block_of_its_own() -> None:
    _programme, found = laid(item("Welcome", "5"), item("Lunch", "45", at="12:00"))
    assert [(b.shape, b.start, b.end) for b in found.blocks] == [
        (Shape.ITEM, 600, 605),
        (Shape.GAP, 605, 720),
        (Shape.ITEM, 720, 765),
    ]


def test_an_overlap_stands_beside_what_it_overlaps_and_nothing_else_gives_way() -> None:
    programme, found = laid(
        item("Welcome", "10"),
        item("Stories", "50"),
        item("Speaker", "20", at="10:30"),
        item("Close", "10"),
    )
    across = {b.row: b.across for b in found.blocks}
    assert across[named(programme, "Welcome").id] == (0.0, 1.0)
    assert across[named(programme, "Stories").id] == (0.0, 0.5)
    assert across[named(programme, "Speaker").id] == (0.5, 1.0)
    assert block_of(programme, found, "Speaker").overlap == 30


def test_parked_items_and_the_end_that_is_planned_are_in_the_picture() -> None:
    programme, found = laid(
        item("Welcome", "10"), item("Later", "20", state=State.PARKED), planned=120
    )
    assert block_of(programme, found, "Later").shape is Shape.IDLE
    assert found.last == 720


@given(agendas())
def test_every_item_with_a_clock_has_one_block_as_high_as_it_is_long(programme: Programme) -> None:
    for clock in schedule(programme):
        blocks = [b for b in timeline(clock).blocks if b.shape is Shape.ITEM]
        timed = {key: slot for key, slot in clock.slots.items() if slot.start is not None}
        assert sorted(b.row for b in blocks) == sorted(timed)
        for block in blocks:
            slot = timed[block.row]
            assert (block.start, block.minutes) == (slot.start, slot.minutes)


@given(agendas())
def test_every_row_is_told_once_and_what_has_no_clock_stands_aside(programme: Programme) -> None:
    for clock in schedule(programme):
        blocks = timeline(clock).blocks
        assert len({b.key for b in blocks}) == len(blocks)
        idle = {b.row for b in blocks if b.shape is Shape.IDLE}
        assert all(clock.slots[row].start is None for row in idle)
        for row in (key for key, slot in clock.slots.items() if slot.start is None):
            assert row in idle or _stands_in_an_idle_breakout(programme, row, clock.slots)


@given(agendas())
def test_blocks_of_a_track_share_minutes_only_where_the_clock_overlaps(
    programme: Programme,
) -> None:
    for clock in schedule(programme):
        blocks = [b for b in timeline(clock).blocks if b.shape is not Shape.IDLE]
        tracks = {b.track for b in blocks if b.shape is not Shape.STRAND}
        for track in tracks:
            here = [b for b in blocks if b.track == track and b.shape is Shape.ITEM]
            if not any(b.overlap for b in here):
                assert all(b.across == here[0].across for b in here)
            assert not any(_covers(one, other) for one, other in combinations(here, 2))


@given(agendas())
def test_what_a_breakout_holds_stands_within_its_columns(programme: Programme) -> None:
    for clock in schedule(programme):
        blocks = timeline(clock).blocks
        columns = {b.row: b.across for b in blocks}
        for block in blocks:
            if block.shape in (Shape.ITEM, Shape.STRAND) and block.track in columns:
                left, right = columns[block.track]
                assert left - 1e-9 <= block.across[0] < block.across[1] <= right + 1e-9


@given(agendas())
def test_lines_of_one_track_never_fall_on_each_other(programme: Programme) -> None:
    for clock in schedule(programme):
        found = timeline(clock)
        for track in {b.track for b in found.blocks}:
            heads = [
                (b.start, b.line)
                for b in found.blocks
                if b.track == track and b.headed and b.shape is Shape.ITEM
            ]
            assert len(set(heads)) == len(heads)
        for block in found.blocks:
            if block.headed:
                assert block.line < found.lines[block.start]


def _covers(one: Block, other: Block) -> bool:
    minutes = min(one.end, other.end) - max(one.start, other.start)
    width = min(one.across[1], other.across[1]) - max(one.across[0], other.across[0])
    return minutes > 0 and width > 1e-9


def _stands_in_an_idle_breakout(programme: Programme, row: str, slots: dict) -> bool:
    here = programme.get(row, Item)
    while here.strand_id is not None:
        strand_row = programme.rows[here.strand_id]
        here = programme.get(strand_row.item_id, Item)
        if slots[here.id].start is None:
            return True
    return False
