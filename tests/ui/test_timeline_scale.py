"""Where blocks lie in pixels, the way from one to the next, and what dragging asks for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.cycle import Kind, State
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import schedule, session_clock
from aiplanner.domain.timeline import Block, Shape, Timeline, timeline
from aiplanner.ui.models.running_order_places import Place
from aiplanner.ui.models.timeline_faces import Face, faces
from aiplanner.ui.models.timeline_moves import (
    Shift,
    Stretch,
    clock_at,
    next_length,
    place_among,
    wished,
)
from aiplanner.ui.models.timeline_ways import neighbour
from aiplanner.ui.widgets.timeline.scale import Paper, Scale, fitting
from tests.support.plans import breakout, clock, item, named, plan, section, session, strand
from tests.support.strategies import agendas

PAPER = Paper(minute=4.0, line=28, left=60, width=700, top=12)
TWO = plan(
    session(
        "10:00",
        item("Welcome", "5"),
        breakout(
            "Groups",
            strand("A", item("Headline", "20"), item("Pick", "10")),
            strand("B", item("Wishes", "25")),
        ),
        item("Close", "10", at="11:00"),
        item("Later", "20", state=State.PARKED),
    )
)


def laid(programme: Programme = TWO) -> Timeline:
    return timeline(session_clock(programme, programme.sessions[0]))


def words_of(programme: Programme) -> tuple[Face, ...]:
    one = session_clock(programme, programme.sessions[0])
    return faces(programme, one, timeline(one).blocks)


def number(title: str, programme: Programme = TWO, shape: Shape | None = None) -> int:
    blocks = laid(programme).blocks
    words = words_of(programme)
    found = [n for n, face in enumerate(words) if face.title == title]
    return next(n for n in found if shape is None or blocks[n].shape is shape)


@given(agendas(), st.floats(0.25, 12))
def test_a_block_is_as_high_as_its_minutes_and_the_lines_within_them(
    programme: Programme, minute: float
) -> None:
    for one in schedule(programme):
        found = timeline(one)
        scale = Scale(found, Paper(minute, 28, 60, 700, 12))
        for block in found.blocks:
            if block.shape in (Shape.ITEM, Shape.GAP) and not block.headed:
                between = [n for m, n in found.lines.items() if block.start < m < block.end]
                expected = block.minutes * minute + 28 * sum(between)
                assert scale.box(block).height == pytest.approx(expected)


@given(agendas())
def test_pictures_of_one_track_never_cover_each_other(programme: Programme) -> None:
    for one in schedule(programme):
        found = timeline(one)
        scale = Scale(found, PAPER)
        shown = [b for b in found.blocks if b.shape in (Shape.ITEM, Shape.GAP)]
        for track in {block.track for block in shown}:
            here = [b for b in shown if b.track == track]
            if not any(b.overlap for b in here):
                boxes = [scale.box(b) for b in here]
                assert all(low.top >= high.bottom - 1e-6 for high, low in pairwise(boxes))


@given(agendas(), st.integers(-600, 3000))
def test_a_height_and_its_minute_belong_together(programme: Programme, minute: int) -> None:
    for one in schedule(programme):
        scale = Scale(timeline(one), PAPER)
        assert scale.minute_at(scale.after(minute)) == pytest.approx(minute)
        assert scale.minute_at(scale.at(minute)) == pytest.approx(minute)


def test_fitting_shows_the_whole_session() -> None:
    found = laid()
    minute = fitting(found, 500, PAPER)
    assert Scale(found, Paper(minute, 28, 60, 700, 12)).height <= 500


def test_arrows_follow_the_track_and_go_in_and_out_of_strands() -> None:
    blocks = laid().blocks

    def go(title: str, *ways: str) -> Block:
        here = number(title)
        for way in ways:
            here = neighbour(blocks, here, way)
        return blocks[here]

    def row(title: str) -> str:
        return named(TWO, title).id

    assert go("Welcome", "down").row == row("Groups")
    assert go("Welcome", "down", "down").shape is Shape.GAP
    assert go("Groups", "right").shape is Shape.STRAND
    assert go("Groups", "right", "down").row == row("Headline")
    assert go("Headline", "right").row == row("Wishes")
    assert go("Wishes", "left").row == row("Headline")
    assert go("Headline", "down").row == row("Pick")
    assert go("Pick", "down").shape is Shape.GAP, "out of the strand, to what follows"
    assert go("Headline", "left").shape is Shape.STRAND
    assert go("Headline", "left", "left").row == row("Groups")
    assert go("Close", "down").row == row("Later")
    assert go("Later", "up").row == row("Close")
    assert go("Later", "down").row == row("Later"), "there is nothing further"


@given(agendas())
def test_every_block_can_be_reached_by_arrows(programme: Programme) -> None:
    for one in schedule(programme):
        blocks = timeline(one).blocks
        if not blocks:
            continue
        reached, edge = {0}, [0]
        while edge:
            here = edge.pop()
            for way in ("up", "down", "left", "right"):
                there = neighbour(blocks, here, way)
                if there not in reached:
                    reached.add(there)
                    edge.append(there)
        assert reached == set(range(len(blocks)))


def test_an_item_goes_behind_all_that_is_ahead_of_the_pointer() -> None:
    blocks, session_id = laid().blocks, TWO.sessions[0].id
    moving = [named(TWO, "Welcome").id]
    place = place_among(TWO, blocks, session_id, moving, lambda block: block.start < 660)
    after = wished(TWO, Shift((*moving,), place))
    assert [i.title for i in after.items_of(session_id)] == ["Groups", "Welcome", "Close", "Later"]


def test_a_shift_to_a_clock_time_pins_and_what_was_parked_is_planned_again() -> None:
    session_id, later = TWO.sessions[0].id, named(TWO, "Later").id
    after = wished(TWO, Shift((later,), Place(session_id, 0), clock("09:45")))
    item_now = after.get(later, Item)
    assert (item_now.pin, item_now.state) == (clock("09:45"), State.PLANNED)


def test_a_stretch_is_another_length() -> None:
    welcome = named(TWO, "Welcome").id
    assert wished(TWO, Stretch(welcome, 20)).get(welcome, Item).length.minutes == 20


@pytest.mark.parametrize(
    ("minutes", "by", "after"),
    [(40, 1, 45), (40, -1, 35), (7, 1, 10), (7, -1, 5), (5, -1, 5), (0, 1, 5), (3, -1, 5)],
)
def test_lengths_go_in_steps_of_five_minutes(minutes: int, by: int, after: int) -> None:
    assert next_length(minutes, by) == after


def test_a_pin_goes_to_the_nearest_five_minutes_also_past_midnight() -> None:
    assert clock_at(603) == clock("10:05")
    assert clock_at(1441) == clock("00:00")


def test_what_stands_in_the_picture_is_said_in_words() -> None:
    words = words_of(TWO)
    assert [face.sentence for face in words] == [
        "10:00 to 10:05, Welcome, 5 min",
        "10:05 to 10:35, Groups, breakout, 30 min",
        "A, 30 min, 2 items",
        "10:05 to 10:25, Headline, 20 min",
        "10:25 to 10:35, Pick, 10 min",
        "B, 25 min, 1 item",
        "10:05 to 10:30, Wishes, 25 min",
        "10:35, 25 minutes free before Close.",
        "11:00 to 11:10, Close, 10 min, pinned",
        "Later, parked, 20 min",
    ]


def test_an_overlap_names_what_it_overlaps_in_its_own_track() -> None:
    programme = plan(
        session("10:00", section("Morning"), item("Stories", "50"), item("Talk", "20", at="10:30"))
    )
    words = words_of(programme)
    assert words[2].sentence.endswith("Talk starts 20 minutes before Stories ends.")
    assert words[0].sentence == "10:00, Morning, section heading"
    assert words[0].kind is Kind.SECTION
