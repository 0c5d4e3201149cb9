"""Tables and paragraphs that are too large for a page, and what they are to a screen reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.platypus import Flowable

from aiplanner.packs.blocks import Blocks
from aiplanner.packs.furniture import Running
from aiplanner.packs.grid import Column, Line, Tone
from aiplanner.packs.pages import Book, Part, set_book
from aiplanner.packs.sheet import Sheet
from aiplanner.packs.styles import Paper, Print
from aiplanner.packs.text import Gate
from tests.support.packs import MADE, squeezed
from tests.support.tagged_pdf import Element, faults, page_texts, structure

COLUMNS = (Column("Time", 4, leads=True), Column("What", 12, 2), Column("Room", 8, 1))


def _blocks(size: Print = Print.CLEAR) -> Blocks:
    return Blocks("x", Sheet(size, Paper.A4), Gate())


def _set(blocks: Blocks, story: Sequence[Flowable], out: Path) -> int:
    part = Part("x", Running("P", "T", "", "V"), blocks.sheet, tuple(story))
    with out.open("wb") as file:
        return set_book(Book("P", "A", MADE, (part,)), blocks.gate, file)


@pytest.mark.parametrize("size", [size for size in Print if size is not Print.TWENTY_FOUR])
def test_a_cell_of_six_thousand_words_goes_on_over_pages(tmp_path: Path, size: Print) -> None:
    blocks, out = _blocks(size), tmp_path / "a.pdf"
    words = " ".join(f"w{number}" for number in range(6000))
    lines = [
        Line(("10:00", "Short", "A")),
        Line(("11:00", words, "B")),
        Line(("12:00", "Last", "C")),
    ]
    pages = _set(blocks, [*blocks.title("T"), *blocks.table(COLUMNS, lines)], out)
    (table,) = structure(out).find("Table")

    assert pages > 10
    assert faults(out) == []
    assert [row.kids[0].words() for row in table.kids] == ["Time", "10:00", "11:00", "12:00"]
    assert table.kids[2].kids[1].words() == words


@pytest.mark.parametrize("size", Print)
def test_a_word_of_four_hundred_letters_wraps(tmp_path: Path, size: Print) -> None:
    blocks, out = _blocks(size), tmp_path / "a.pdf"
    word = "W" * 400
    story = [*blocks.title(word, word), *blocks.text(word), *blocks.bullets([word])]
    story += blocks.table(COLUMNS, [Line((word, word, word))])
    _set(blocks, story, out)

    assert faults(out) == []
    assert squeezed(structure(out).words()).count(word) == 7


def test_head_rows_repeat_on_paper_and_are_read_once(tmp_path: Path) -> None:
    blocks, out = _blocks(), tmp_path / "a.pdf"
    lines = [Line((f"{n}", f"Item {n}", "")) for n in range(100)]
    pages = _set(blocks, [*blocks.title("T"), *blocks.table(COLUMNS, lines)], out)
    (table,) = structure(out).find("Table")

    assert pages >= 3
    assert all("Room" in text for text in page_texts(out))
    assert len(table.kids) == 101
    assert [cell.attributes["Scope"] for cell in table.kids[0].kids] == ["/Column"] * 3
    assert [cell.role for cell in table.kids[1].kids] == ["TH", "TD", "TD"]


@pytest.mark.parametrize("above", range(0, 40, 3))
def test_headings_stay_with_what_follows(tmp_path: Path, above: int) -> None:
    blocks, out = _blocks(), tmp_path / "a.pdf"
    lines = [Line((f"{n}", f"Item {n}", "")) for n in range(20)]
    lines.insert(9, Line(("Band", "", ""), Tone.BAND))
    story = [*blocks.title("T"), blocks.gap(above), *blocks.heading("Headed")]
    _set(blocks, [*story, *blocks.table(COLUMNS, lines)], out)
    texts = page_texts(out)

    headed = next(text for text in texts if "Headed" in text)
    banded = next(text for text in texts if "Band" in text)
    assert "Item 1 " in headed
    assert "Item 9 " in banded
    assert "Item 18 " in next(text for text in texts if "Item 19 " in text)


@pytest.mark.parametrize("above", range(0, 46, 5))
def test_a_heading_goes_on_with_the_picture_it_is_of(tmp_path: Path, above: int) -> None:
    """The picture keeps its size: it is not made to fit what the page leaves."""
    blocks, out = _blocks(), tmp_path / "a.pdf"
    figure = blocks.figure(lambda canvas: canvas.drawString(0, 0, "drawn"), (300, 200), "A box.")
    story = [*blocks.title("T"), blocks.gap(above), *blocks.heading("Headed"), *figure]
    _set(blocks, story, out)

    headed = next(text for text in page_texts(out) if "Headed" in text)
    assert "drawn" in headed
    (drawn,) = structure(out).find("Figure")
    _left, bottom, _right, top = _box(drawn)
    assert top - bottom == pytest.approx(200)


def test_a_band_is_one_cell_across(tmp_path: Path) -> None:
    blocks, out = _blocks(), tmp_path / "a.pdf"
    lines = [Line(("Afternoon", "", ""), Tone.BAND), Line(("13:00", "Go", "A"))]
    _set(blocks, [*blocks.title("T"), *blocks.table(COLUMNS, lines)], out)
    band = structure(out).find("TR")[1]

    assert [cell.attributes["ColSpan"] for cell in band.kids] == ["3"]


def _box(figure: Element) -> list[float]:
    """Where it stands on its page, in points: left, bottom, right, top."""
    return [float(edge) for edge in re.findall(r"[\d.]+(?=['),\]])", figure.attributes["BBox"])]


def test_a_figure_too_large_for_the_page_is_scaled(tmp_path: Path) -> None:
    blocks, out = _blocks(), tmp_path / "a.pdf"
    story = blocks.figure(lambda canvas: canvas.rect(0, 0, 3000, 2000), (3000, 2000), "A box.")
    _set(blocks, [*blocks.title("T"), *story], out)
    (figure,) = structure(out).find("Figure")

    left, bottom, right, top = _box(figure)
    assert 0 < left < right < Paper.A4.size[0]
    assert 0 < bottom < top < Paper.A4.size[1]
    assert faults(out) == []


def test_links_are_elements_with_their_annotations(tmp_path: Path) -> None:
    blocks, out = _blocks(), tmp_path / "a.pdf"
    gate = blocks.gate
    inside = gate.fill(
        "Before {one} between {two} after.",
        one=gate.link(
            "a link that is long enough to be broken over the end of a line", "https://e.org"
        ),
        two=gate.link("the title", "#x-1"),
    )
    story = [
        *blocks.title("T"),
        *blocks.text(inside),
        *blocks.text(gate.link("whole", "https://e.org/w")),
    ]
    _set(blocks, story, out)
    links = [link.words() for link in structure(out).find("Link")]

    assert links == [
        "a link that is long enough to be broken over the end of a line",
        "the title",
        "whole",
    ]
    assert faults(out) == []


@pytest.mark.parametrize("headings", [1, 2])
def test_a_book_may_end_with_a_heading(tmp_path: Path, headings: int) -> None:
    blocks, out = _blocks(), tmp_path / "a.pdf"
    ends = [part for _n in range(headings) for part in blocks.heading("Left open")]
    _set(blocks, [*blocks.title("T"), *blocks.text("Before"), *ends], out)

    assert squeezed(page_texts(out)[-1]).count("Leftopen") == headings
