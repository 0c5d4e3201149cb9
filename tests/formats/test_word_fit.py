"""Sheets in Word keep to their page: room to write gives way, or takes what a page leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from aiplanner.app.printing import PrintSize
from aiplanner.app.told import (
    Blank,
    Cards,
    Cell,
    Listing,
    ListKind,
    Part,
    Piece,
    Table,
    Text,
    ToldDocument,
    ToldPack,
    Turn,
)
from aiplanner.formats.word import write_word
from aiplanner.formats.word_measure import Measure
from aiplanner.formats.word_styles import LOOKS, page_of, styles_of
from tests.support.packs import MADE

LINE = Text((Piece("A line of words."),))
SHEET = 22
"""Lines of words that leave room for about five lines to write on."""


def made(folder: Path, *parts: Part, size: PrintSize = "clear") -> Any:
    one = ToldDocument("one", "One", "", "", "A programme", "all", wide=False, parts=parts)
    pack = ToldPack("A pack", "Somebody", "Version 3", MADE, size, "a4", (one,))
    write_word(pack, folder / "one.docx", lambda _done, _total, _title: None)
    return docx.Document(str(folder / "one.docx"))


def pages(document: Any, size: PrintSize = "clear") -> float:
    looks = LOOKS[size]
    page = page_of("a4", looks, wide=False)
    return Measure(styles_of(looks)).height(document.element.body, page.width) / page.height


def written(document: Any) -> int:
    """How many lines there are to write on."""
    return sum(p.style.name == "Write here" for p in document.paragraphs)


def heights(document: Any) -> list[int]:
    return [int(one.get(qn("w:val"))) for one in document.element.body.iter(qn("w:trHeight"))]


@pytest.mark.parametrize("size", ["clear", "large"])
def test_lines_that_fill_take_what_a_page_leaves(tmp_path: Path, size: PrintSize) -> None:
    document = made(tmp_path, LINE, Blank(6, fills=True), LINE, size=size)
    assert written(document) > 10
    assert 0.9 < pages(document, size) <= 0.95


def test_lines_share_the_page_by_what_was_asked_for(tmp_path: Path) -> None:
    document = made(tmp_path, Blank(2, fills=True), LINE, Blank(4, fills=True))
    styles = [p.style.name for p in document.paragraphs]
    first = styles.index("Normal")
    assert first * 2 == pytest.approx(len(styles) - 1 - first, abs=2)


def test_where_nothing_fills_lines_are_no_more_than_doubled(tmp_path: Path) -> None:
    assert written(made(tmp_path, LINE, Blank(3))) == 6
    assert written(made(tmp_path, LINE, Blank(1, (Piece("Name"),)))) == 1


def test_words_before_a_line_stand_there_once(tmp_path: Path) -> None:
    document = made(tmp_path, Blank(1, (Piece("Name"),), fills=True))
    assert written(document) > 1
    assert sum("Name" in p.text for p in document.paragraphs) == 1


def test_a_sheet_that_runs_over_gives_lines_to_keep_to_its_page(tmp_path: Path) -> None:
    document = made(tmp_path, *[LINE] * SHEET, Blank(9), Blank(3))
    assert 4 <= written(document) < 12
    assert pages(document) <= 0.98


def test_what_cannot_be_one_page_keeps_the_room_that_was_asked_for(tmp_path: Path) -> None:
    assert written(made(tmp_path, *[LINE] * 32, Blank(3))) == 3
    assert written(made(tmp_path, *[LINE] * 90, Blank(9))) == 9


def test_lines_fill_a_second_page_where_one_is_too_few(tmp_path: Path) -> None:
    document = made(tmp_path, *[LINE] * 32, Blank(6, fills=True))
    assert written(document) > 12
    assert 1.6 < pages(document) <= 1.8


def test_a_page_that_was_asked_for_leaves_all_as_it_is(tmp_path: Path) -> None:
    assert written(made(tmp_path, LINE, Blank(5, fills=True), Turn(), LINE)) == 5


def test_boxes_and_frames_take_what_a_page_leaves_alike(tmp_path: Path) -> None:
    box = Cell((LINE, Blank(4, fills=True)))
    document = made(tmp_path, LINE, Table(((box, box), (box, box)), 0, (0.5, 0.5)))
    first, second = heights(document)
    assert first == second > 2 * 6 * LOOKS["clear"].pitch * 20 / 2
    assert 0.9 < pages(document) <= 0.95
    (alone,) = heights(made(tmp_path, LINE, Blank(5, framed=True, fills=True)))
    assert alone > 4 * 5 * LOOKS["clear"].pitch * 20


def test_a_frame_gives_way_but_is_never_too_small_to_draw_in(tmp_path: Path) -> None:
    def drawn(lines: int) -> float:
        frame = Blank(20, framed=True, fills=True)
        (height,) = heights(made(tmp_path, *[LINE] * lines, frame))
        return height / 20 / LOOKS["clear"].pitch

    assert 5 <= drawn(18) < 20
    assert drawn(32) == pytest.approx(20, abs=0.1)


def test_a_short_list_and_the_ends_of_a_long_one_are_kept_together(tmp_path: Path) -> None:
    def kept(*items: str) -> list[bool | None]:
        listing = Listing(ListKind.TICK, tuple((Piece(item),) for item in items))
        document = made(tmp_path, listing)
        return [p.paragraph_format.keep_with_next for p in document.paragraphs]

    assert kept("not yet", "often", "always") == [True, True, None]
    assert kept(*["many words " * 9] * 5) == [True, None, None, True, None]


def test_the_last_row_of_a_table_is_never_alone(tmp_path: Path) -> None:
    def kept(count: int) -> list[bool]:
        rows = tuple((Cell((Text((Piece(str(n)),)),)),) for n in range(count))
        (table,) = made(tmp_path, Table(rows, 0, (1.0,))).tables
        return [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]

    assert kept(3) == [True, True, None]
    assert kept(9) == [None] * 7 + [True, None]


def test_words_that_lead_to_something_stay_on_one_page_with_it(tmp_path: Path) -> None:
    items = Listing(ListKind.BULLET, ((Piece("one"),), (Piece("two"),)))
    long = Text((Piece("many words " * 30),))
    document = made(tmp_path, LINE, LINE, items, LINE, Blank(2), long, items)
    texts = [p for p in document.paragraphs if p.style.name == "Normal"]
    assert [p.paragraph_format.keep_with_next for p in texts] == [None, True, True, None]


def test_cards_of_many_words_leave_a_sheet_of_cards_on_its_sheet(tmp_path: Path) -> None:
    few, many = (LINE,), tuple([LINE] * 9)
    document = made(tmp_path, Cards((many, few, few, few, *[few] * 4), 2, 4))
    first, *others = heights(document)
    assert others == [others[0]] * 3
    assert others[0] < first
    assert 0.9 < pages(document) <= 1


def test_measures_are_those_of_the_face(tmp_path: Path) -> None:
    """464.9 points take 39 capitals M of Arial at 14 points, which is 0.833 em wide, no more."""

    def high(letters: int) -> float:
        return pages(made(tmp_path, Text((Piece("M" * 20 + " " + "M" * letters),))))

    line = 14 * 1.2 * 1.149 / 727.1
    assert high(19) == pytest.approx(line + 7 / 727.1, abs=0.001)
    assert high(20) == pytest.approx(2 * line + 7 / 727.1, abs=0.001)
