"""Handouts of one's own may say what they like, at any length: all of it is printed whole."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from aiplanner.domain.cycle import Per
from aiplanner.domain.findings import Sort, Story
from aiplanner.domain.handouts import (
    Block,
    Card,
    CardsBlock,
    CardSize,
    ChecklistBlock,
    ColumnPart,
    CycleBlock,
    FindingsBlock,
    FrameBlock,
    Handout,
    HeadingBlock,
    ListBlock,
    PageBlock,
    PromptBlock,
    Quadrant,
    QuadrantsBlock,
    ScaleBlock,
    TableBlock,
    TextBlock,
    is_form,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import empty_programme
from tests.support.form_fields import fields_of, widgets_of
from tests.support.packs import rendered, squeezed
from tests.support.rich_programme import rich_programme
from tests.support.tagged_pdf import faults, structure
from tests.support.typeface import texts


def _long(name: str, count: int = 500) -> str:
    return " ".join(f"{name}{number}" for number in range(count))


BOX = Quadrant("Box", _long("q"))
MONSTERS: dict[str, Block] = {
    "heading": HeadingBlock(_long("h", 60)),
    "text": TextBlock(_long("t", 1500)),
    "list": ListBlock((_long("a"), _long("b"), "c"), ordered=True),
    "prompt": PromptBlock(_long("p"), _long("hint"), 40),
    "frame": FrameBlock(_long("f"), 1.5),
    "table": TableBlock((ColumnPart(_long("c", 40)), ColumnPart("d")), 40, (_long("e"), "g")),
    "wide table": TableBlock(tuple(ColumnPart(f"{n}" + "W" * 90) for n in range(3)), 3),
    "quadrants": QuadrantsBlock((BOX, Quadrant("B"), Quadrant("C"), Quadrant("D"))),
    "checklist": ChecklistBlock((_long("k"), "l")),
    "scale": ScaleBlock(("yes", _long("n", 40)), (_long("s", 400), "t")),
    "cards": CardsBlock(CardSize.A7, (Card(_long("u", 30), _long("v"), 9), Card("x"))),
    "findings": FindingsBlock(Sort.THEME, "", 3, (_long("j"), "m")),
}


def _handout(*blocks: Block) -> Handout:
    return Handout("my-own", _long("title", 30), _long("lead", 60), blocks, Per.PERSON, ("own",))


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("name", MONSTERS)
def test_whatever_is_too_long_goes_on_overleaf(tmp_path: Path, name: str, size: str) -> None:
    out = tmp_path / "own.pdf"
    own = _handout(PromptBlock("Before", lines=0), MONSTERS[name], TextBlock("Behind"))
    programme = empty_programme(RowId("e" * 32))
    rendered(programme, out, ("my-own",), own=(own,), print_size=size, paper="letter")
    said = squeezed(structure(out).words())

    assert faults(out) == []
    assert [words for words in _words(MONSTERS[name]) if squeezed(words) not in said] == []
    assert "Behind" in said
    with pypdfium2.PdfDocument(out) as pdf:
        assert [number for number, page in enumerate(pdf) if not _within(page)] == []


@pytest.mark.parametrize("size", ["clear", "24"])
@pytest.mark.parametrize("name", [name for name in MONSTERS if is_form(_handout(MONSTERS[name]))])
def test_whatever_is_too_long_can_be_filled_in(tmp_path: Path, name: str, size: str) -> None:
    out = tmp_path / "own.pdf"
    own = _handout(MONSTERS[name], TextBlock("Behind"))
    programme = empty_programme(RowId("e" * 32))
    rendered(
        programme, out, ("my-own",), own=(own,), print_size=size, paper="letter", fillable=True
    )
    said = squeezed(structure(out).words())
    with pikepdf.open(out) as pdf:
        heights = [float(one.Rect[3]) - float(one.Rect[1]) for one in widgets_of(pdf)]

    assert faults(out) == []
    assert [words for words in _words(MONSTERS[name]) if squeezed(words) not in said] == []
    assert heights
    assert min(heights) > 9


def test_words_that_look_like_markup_are_labels_like_any_other(tmp_path: Path) -> None:
    out = tmp_path / "own.pdf"
    asked = "<b>Who</b> & \\(what) {title}, ΑΩ \u05e9\u05dc\u05d5\u05dd 🙂?"
    own = _handout(PromptBlock(asked, ask="a.b c/d"), ChecklistBlock(("<i>x</i>", "%s"), one=True))
    rendered(empty_programme(RowId("e" * 32)), out, ("my-own",), own=(own,), fillable=True)
    fields = {one.name: one.label for one in fields_of(out)}

    assert faults(out) == []
    assert fields["my-own/-/-/a-b-c-d"] == asked
    assert fields["my-own/-/-/b2"] == own.title


@pytest.mark.parametrize("size", ["clear", "large"])
def test_blocks_may_follow_one_another_in_any_order(tmp_path: Path, size: str) -> None:
    out = tmp_path / "own.pdf"
    cards = CardsBlock(CardSize.A7, (Card("One"), Card("Two", "Words", 2)))
    blocks = (PageBlock(), cards, PageBlock(), CycleBlock(), cards, cards, HeadingBlock("End"))
    report = rendered(rich_programme(), out, ("my-own",), own=(_handout(*blocks),), print_size=size)

    assert faults(out) == []
    assert report.pages == {"clear": 4, "large": 5}[size]
    assert squeezed(structure(out).words()).count("Words") >= 3


def test_a_finding_as_long_as_a_page_is_told_whole(tmp_path: Path) -> None:
    out = tmp_path / "own.pdf"
    columns = (ColumnPart("Story", 1, "text"), ColumnPart("Happened", 1, "happened"))
    own = _handout(TableBlock(columns, 2, of=Sort.STORY), FindingsBlock(Sort.STORY, lines=2))
    row = Story(RowId("a" * 32), 0, _long("z", 500), happened=_long("y", 1000), shared=True)
    rendered(empty_programme(RowId("e" * 32)).put(row), out, ("my-own",), own=(own,))
    said = squeezed(structure(out).words())

    assert faults(out) == []
    assert said.count(squeezed(row.text)) == 2
    assert squeezed(row.happened) in said


def _words(block: Block) -> list[str]:
    return [text for text in texts(block) if text not in (*Sort, *CardSize)]


def _within(page: pypdfium2.PdfPage) -> bool:
    text, (width, height) = page.get_textpage(), page.get_size()
    count = text.count_chars()
    boxes = (text.get_charbox(n) for n in range(count) if text.get_text_range(n, 1).strip())
    return all(
        left >= 0 and right <= width and low >= 0 and top <= height
        for left, low, right, top in boxes
    )
