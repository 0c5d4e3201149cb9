"""Cards: one grid through the stack, type as large as they hold, more of those to write on."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.units import mm

from aiplanner.app.printing import PackOptions, options_from_plain, options_plain
from aiplanner.domain.cycle import Per
from aiplanner.domain.handouts import (
    Block,
    Card,
    CardsBlock,
    CardSize,
    Handout,
    PromptBlock,
    TextBlock,
)
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.cards import CardSheet
from aiplanner.packs.handout_cards import Deck
from aiplanner.packs.merge import Merge
from aiplanner.packs.sheet import Sheet, Turn
from aiplanner.packs.styles import Paper, Print
from aiplanner.packs.text import Gate
from tests.support.packs import MADE, rendered, squeezed
from tests.support.rich_programme import blank_programme
from tests.support.tagged_pdf import faults, page_texts, structure

WORDS = tuple(Card(word) for word in ("Calm", "Proud", "Tired", "Curious", "Alone"))
WRITTEN = Card("I will", "Something I can do on my own.", 2)
LONG = Card("I ask", "A request that goes on and on. " * 5, 3)


def _handout(*blocks: Block) -> Handout:
    return Handout("my-deck", "Our deck", "Cut and share.", blocks, Per.TABLE, ("own",), pages=3)


def _deck(size: Print, *blocks: CardsBlock, paper: Paper = Paper.A4) -> list[CardSheet]:
    made = Blocks("x", Sheet(size, paper), Gate())
    story = Deck(_handout(*blocks), made, Merge({}, made.gate)).sheets(blocks, "Our deck")
    assert all(isinstance(turn, Turn) for turn in story[::2])
    return list(story[1::2])


@pytest.mark.parametrize("paper", Paper)
def test_small_cards_are_eight_on_a_sheet_and_large_ones_four(paper: Paper) -> None:
    small = _deck(Print.CLEAR, CardsBlock(CardSize.A7, WORDS, copies=3), paper=paper)
    large = _deck(Print.CLEAR, CardsBlock(CardSize.A6, WORDS), paper=paper)

    assert [len(sheet.faces) for sheet in small] == [8, 8]
    assert [len(sheet.faces) for sheet in large] == [4, 2]


def test_many_lines_leave_words_as_large_as_a_few() -> None:
    def size(lines: int) -> float:
        card = Card("I note", "Write down a few of the words you hear.", lines)
        (sheet,) = _deck(Print.CLEAR, CardsBlock(CardSize.A6, (card,)))
        return float(sheet.faces[1].story[1].style.fontSize)

    assert size(6) == size(3) > 14


def test_cards_get_more_paper_when_their_words_need_it() -> None:
    block = CardsBlock(CardSize.A7, (LONG,) * 7)

    longer = CardsBlock(CardSize.A7, (Card("I ask", LONG.text * 2, 3),))

    assert {sheet.grid for sheet in _deck(Print.CLEAR, block)} == {(2, 2)}
    assert {sheet.grid for sheet in _deck(Print.LARGE, block)} == {(2, 2)}
    assert {sheet.grid for sheet in _deck(Print.LARGE, longer)} == {(1, 2)}


def test_all_sheets_of_a_deck_are_cut_alike() -> None:
    sheets = _deck(
        Print.LARGE, CardsBlock(CardSize.A7, WORDS), CardsBlock(CardSize.A7, (LONG,), copies=4)
    )

    assert [sheet.grid for sheet in sheets] == [(2, 2)] * 3


def test_places_left_over_hold_more_cards_to_write_on() -> None:
    with_lines = _deck(Print.CLEAR, CardsBlock(CardSize.A7, (*WORDS, WRITTEN)))
    without = _deck(Print.CLEAR, CardsBlock(CardSize.A7, WORDS))

    assert [face.lines for face in with_lines[0].faces] == [0] * 6 + [2] * 2
    assert len(without[0].faces) == 6


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_one_s_own_deck_prints_between_pages_of_text(tmp_path: Path, size: str, paper: str) -> None:
    out = tmp_path / "deck.pdf"
    cards = CardsBlock(CardSize.A6, (WRITTEN, LONG), copies=2)
    own = _handout(TextBlock("Say how."), cards, PromptBlock("What did we find?", lines=0))
    sent = options_plain(PackOptions(("my-deck", "contents"), MADE, own=(own,)))
    options = options_from_plain(sent)
    report = rendered(
        blank_programme(), out, options.documents, own=options.own, print_size=size, paper=paper
    )
    texts = [squeezed(text) for text in page_texts(out)]

    assert faults(out) == []
    assert report.parts["my-deck"] == len(texts) - 1 >= 3
    assert "Sayhow." in texts[1]
    assert sum(text.count("Irequest") + text.count("Iask") for text in texts[2:-1]) == 2
    assert "Whatdidwefind?" in texts[-1]
    assert "Ourdeck" in texts[0]


def test_a_deck_without_text_has_its_title_on_the_first_card(tmp_path: Path) -> None:
    out = tmp_path / "deck.pdf"
    own = _handout(CardsBlock(CardSize.A7, WORDS))
    rendered(blank_programme(), out, ("my-deck", "contents"), own=(own,))

    assert faults(out) == []
    assert [heading.words() for heading in structure(out).find("H1")] == ["Contents", "Our deck"]
    assert [entry.words().split()[0] for entry in structure(out).find("TOCI")] == ["Our"]


@pytest.mark.parametrize("size", ["clear", "large"])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("cards", [(WRITTEN, LONG), WORDS], ids=["text", "words"])
def test_the_words_of_cards_keep_from_the_edge_of_the_paper(
    tmp_path: Path, size: str, paper: Paper, cards: tuple[Card, ...]
) -> None:
    out = tmp_path / "deck.pdf"
    own = _handout(CardsBlock(CardSize.A7, cards, copies=4))
    rendered(blank_programme(), out, ("my-deck",), own=(own,), print_size=size, paper=paper.value)
    across, down = paper.size
    cut = Sheet(Print(size), paper).strip
    boxes = [box for box in _words(out) if box[1] > cut]

    assert boxes
    assert min(left for left, _bottom, _right, _top in boxes) >= 10 * mm - 0.5
    assert max(right for _left, _bottom, right, _top in boxes) <= across - 10 * mm + 0.5
    assert max(top for _left, _bottom, _right, top in boxes) <= down - 10 * mm + 0.5


def _words(file: Path) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top edge of all that is written, in points."""
    with pypdfium2.PdfDocument(file) as pdf:
        texts = [page.get_textpage() for page in pdf]
        return [text.get_rect(n) for text in texts for n in range(text.count_rects())]
