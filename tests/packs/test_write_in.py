"""Tables to fill: columns a hand can write in, or rows under one another; findings and labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.starters import programme_from
from aiplanner.domain.findings import Finding, Sort
from aiplanner.domain.handouts import ColumnPart, ScaleBlock, TableBlock
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.fill_tables import FillTable, Want, shared_widths
from aiplanner.packs.filling import Group
from aiplanner.packs.found import told
from aiplanner.packs.merge import Merge
from aiplanner.packs.named_lines import NamedLines
from aiplanner.packs.paragraphs import TaggedParagraph
from aiplanner.packs.scales import TickRow, scale_groups
from aiplanner.packs.sheet import Sheet
from aiplanner.packs.styles import Paper, Print
from aiplanner.packs.text import Gate
from aiplanner.packs.write_in import Blanks, table_groups
from tests.support.packs import counted_ids

EXAMPLE_PROGRAMME = programme_from(starter(EXAMPLE), "", counted_ids())
PLAN = TableBlock(
    (
        ColumnPart("What we do", 3, "text"),
        ColumnPart("Who", 1, "person"),
        ColumnPart("By when", 1, "due"),
        ColumnPart("What we need", 2),
    ),
    rows=6,
    of=Sort.ACTION,
)
WIDE = TableBlock(tuple(ColumnPart(f"Partners {n}") for n in range(6)), rows=4)


def _groups(
    block: TableBlock, size: Print, found: Sequence[Finding] = (), fewer: int = 0
) -> list[Group]:
    blocks = Blocks("x", Sheet(size, Paper.A4), Gate())
    return list(table_groups(block, found, blocks, Merge({}, blocks.gate), Blanks(fewer)))


def _rows(groups: list[Group]) -> int:
    ((table,),) = groups
    assert isinstance(table, FillTable)
    return len(table.rows)


def test_findings_take_the_place_of_empty_rows() -> None:
    found = EXAMPLE_PROGRAMME.actions

    assert _rows(_groups(PLAN, Print.CLEAR)) == 6
    assert _rows(_groups(PLAN, Print.CLEAR, found)) == max(6, len(found) + 1)
    assert _rows(_groups(PLAN, Print.CLEAR, found * 3)) == len(found) * 3 + 1


def test_a_long_table_does_without_empty_rows_but_never_without_three() -> None:
    assert _rows(_groups(PLAN, Print.CLEAR, fewer=2)) == 4
    assert _rows(_groups(PLAN, Print.CLEAR, fewer=6)) == 3


def test_a_table_that_is_too_wide_becomes_lines_with_their_names() -> None:
    assert _rows(_groups(WIDE, Print.CLEAR)) == 4
    stacked = _groups(WIDE, Print.LARGE)

    assert len(stacked) == 4
    assert [type(part) for part in stacked[0]] == [TaggedParagraph, *[NamedLines] * 6]


@pytest.mark.parametrize("size", [size for size in Print if size is not Print.TWENTY_FOUR])
def test_no_word_that_is_printed_ready_is_torn(size: Print) -> None:
    fields = (("text", 3), ("person", 1), ("first_step", 1), ("due", 1))
    block = replace(PLAN, columns=tuple(ColumnPart("It", share, f) for f, share in fields))
    actions = [replace(a, person="The ward pharmacist") for a in EXAMPLE_PROGRAMME.actions]
    ((table,),) = _groups(block, size, actions)
    assert isinstance(table, FillTable)

    for row in table.rows:
        for cell, across in zip(row.cells, table.ruled.widths, strict=True):
            assert all(words.minWidth() <= across - table.ruled.em for words in cell)


def test_a_table_whose_words_would_be_torn_becomes_blocks() -> None:
    fields = ("text", "person", "first_step", "due")
    block = replace(PLAN, columns=tuple(ColumnPart("It", 1, name) for name in fields))

    stacked = _groups(block, Print.TWENTY_FOUR, EXAMPLE_PROGRAMME.actions)
    assert len(stacked) == len(EXAMPLE_PROGRAMME.actions) + 2
    assert not any(isinstance(part, FillTable) for group in stacked for part in group)


def test_a_row_set_as_a_block_begins_with_what_it_says() -> None:
    block = replace(PLAN, columns=tuple(replace(column, share=1) for column in PLAN.columns))
    wide = replace(block, columns=(*block.columns, ColumnPart("Responsibility"), ColumnPart("It")))
    first, *_others, last = _groups(wide, Print.LARGE, EXAMPLE_PROGRAMME.actions)

    assert first[0].markup == EXAMPLE_PROGRAMME.actions[0].text
    names = [part.name.markup for part in last if isinstance(part, NamedLines)]
    assert names[:2] == ["What we do", "Who"]
    assert not any("What we do" in part.markup for part in first if hasattr(part, "markup"))


@pytest.mark.parametrize("size", Print)
def test_columns_to_write_in_are_wide_enough_for_a_hand(size: Print) -> None:
    block = TableBlock((ColumnPart("A", 9), ColumnPart("B"), ColumnPart("C")), rows=2)
    ((table,),) = _groups(block, size)
    assert isinstance(table, FillTable)
    em = Blocks("x", Sheet(size, Paper.A4), Gate()).styles.profile.body

    assert min(table.ruled.widths) >= min(5.5 * em, 108) - 0.01


def test_a_column_of_labels_is_no_wider_than_it_need_be() -> None:
    columns = (ColumnPart("No"), ColumnPart("What", 9), ColumnPart("Who", 4))
    ((table,),) = _groups(TableBlock(columns, labels=("1", "2")), Print.LARGE)
    assert isinstance(table, FillTable)

    assert table.ruled.widths[0] < 4 * 18


def test_a_row_that_stands_alone_leaves_the_room_to_the_lines() -> None:
    ((alone,),) = _groups(TableBlock((ColumnPart("Day"),), rows=1), Print.CLEAR)
    ((several,),) = _groups(TableBlock((ColumnPart("Day"),), rows=4), Print.CLEAR)

    assert (alone.fills, several.fills) == (False, True)


def test_points_that_need_two_rows_stand_under_one_another() -> None:
    gate = Gate()
    words = ("not yet", "sometimes", "often", "consistently", "not applicable")
    row = TickRow([gate.runs(word) for word in words], 18)

    row.wrap(900, 900)
    assert len({y for _x, y in row.places}) == 1
    row.wrap(480, 900)
    assert len({y for _x, y in row.places}) == 2
    assert {x for x, _y in row.places[3:]} == {x for x, _y in row.places[:2]}
    assert all(x < 480 for x, _y in row.places)


def test_points_stand_loosely_where_columns_would_take_a_row_more() -> None:
    gate = Gate()
    words = ("not yet", "sometimes", "often", "consistently", "not applicable")
    row = TickRow([gate.runs(word) for word in words], 24)

    row.wrap(490, 900)
    assert len({y for _x, y in row.places}) == 2
    assert row.places[4][0] not in {x for x, _y in row.places[:3]}


def test_a_scale_that_is_too_wide_has_its_boxes_under_each_statement() -> None:
    points = ("not yet", "sometimes", "often", "consistently", "not applicable")
    block = ScaleBlock(points, ("I listen.", "I ask."))
    for size, kind in ((Print.CLEAR, FillTable), (Print.LARGE, TickRow)):
        blocks = Blocks("x", Sheet(size, Paper.A4), Gate())
        groups = list(scale_groups(block, blocks, Merge({}, blocks.gate)))
        assert {type(group[-1]) for group in groups} == {kind}


@given(
    st.lists(
        st.builds(Want, st.integers(1, 5), st.just(("words",)), st.floats(20, 120)),
        min_size=1,
        max_size=7,
    )
)
def test_widths_fill_the_room_and_none_is_too_narrow(wants: list[Want]) -> None:
    widths = shared_widths(wants, 465, 12)
    if widths is None:
        assert sum(max(want.least, 45) for want in wants) > 430
    else:
        assert sum(widths) == pytest.approx(465)
        assert all(w >= want.least - 0.01 for w, want in zip(widths, wants, strict=True))


def test_fields_are_told_in_words() -> None:
    action = EXAMPLE_PROGRAMME.actions[0]

    assert told(action, "text") == action.text
    assert told(action, "due").endswith("2027")
    assert told(action, "level") in ("", "personal", "organisational", "system")
    assert told(action, "progress") in ("planned", "under way", "done", "dropped")
    assert told(action, "votes") == ""
