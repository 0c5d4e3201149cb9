"""Words without markup are broken and drawn as ReportLab itself would, only sooner."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph
from reportlab.platypus.paragraph import ParaLines

from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.paragraphs import TaggedParagraph
from aiplanner.packs.styles import styles
from aiplanner.packs.text import Gate, Markup, bold

STYLE = styles("clear").body
GATE = Gate()

WORDS = st.text("abcdefghij-,.\N{NO-BREAK SPACE}éłї×", min_size=1, max_size=14)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)
WIDTHS = st.floats(30, 450)


def _whole(markup: Markup, width: float) -> TaggedParagraph:
    paragraph = TaggedParagraph(markup, STYLE)
    paragraph.wrap(width, 10_000)
    return paragraph


def _said(lines: ParaLines) -> list[str]:
    """What each line says, in ours and in both kinds of ReportLab's."""
    if lines.kind == 1:
        return [" ".join("".join(w.text for w in line.words).split(" ")) for line in lines.lines]
    return [" ".join(_word(word) for word in words) for _room, words in lines.lines]


def _word(word: str | tuple[tuple[str, str], ...]) -> str:
    return word if isinstance(word, str) else "".join(text for _face, text in word)


@given(TEXTS, WIDTHS)
def test_words_are_broken_where_reportlab_would_break_them(text: str, width: float) -> None:
    theirs = Paragraph(GATE(text), STYLE)
    theirs.wrap(width, 10_000)

    assert _said(_whole(GATE(text), width).blPara) == _said(theirs.blPara)


@given(WORDS, TEXTS, WIDTHS)
def test_a_name_in_bold_before_the_words_changes_no_letter(
    name: str, text: str, width: float
) -> None:
    paragraph = _whole(Markup(f"{bold(GATE(name + ':'))} {GATE(text)}"), width)

    said = " ".join(_said(paragraph.blPara))
    assert "".join(said.split()) == "".join(f"{name}:{text}".split())


@given(TEXTS.filter(str.strip), WIDTHS, st.floats(0, 400))
def test_a_paragraph_is_cut_where_reportlab_would_cut_it(
    text: str, width: float, height: float
) -> None:
    theirs = Paragraph(GATE(text), STYLE)
    theirs.wrap(width, 10_000)
    ours = _whole(GATE(text), width)

    parts, others = ours.split(width, height), theirs.split(width, height)

    assert [_heights(part, width) for part in parts] == [_heights(o, width) for o in others]
    assert not parts or " ".join(map(_text, parts)) == _text(_whole(GATE(text), width))


def _heights(part: Paragraph, width: float) -> float:
    return float(part.wrap(width, 10_000)[1])


def _text(part: TaggedParagraph) -> str:
    return " ".join(_said(part.blPara))


@pytest.mark.parametrize("markup", [GATE(""), GATE(" "), bold(GATE("")), bold(GATE(" "))])
def test_words_that_say_nothing_are_drawn_without_a_fault(tmp_path: Path, markup: Markup) -> None:
    assert (
        "".join(
            letter for letter, _place in _places(tmp_path / "x.pdf", _whole(markup, 90), 90)
        ).strip()
        == ""
    )


LONG = "Telling your partner's story shows that you heard it: “what × matters”. " * 4


@pytest.mark.parametrize("width", [120.0, 203.0, 204.0, 205.0, 206.0, 207.0, 330.0])
@pytest.mark.parametrize(
    "markup",
    [GATE(LONG), Markup(f"{bold(GATE('Materials:'))} {GATE(LONG)}"), GATE("(\\) a\u00a0b " * 30)],
    ids=["one face", "a name in bold", "signs of the file's own"],
)
def test_every_letter_stands_where_reportlab_would_draw_it(
    tmp_path: Path, markup: Markup, width: float
) -> None:
    class Theirs(TaggedParagraph):
        breakLines, drawPara = Paragraph.breakLines, Paragraph.drawPara  # noqa: N815 - its names

    ours = _places(tmp_path / "ours.pdf", TaggedParagraph(markup, STYLE), width)
    theirs = _places(tmp_path / "theirs.pdf", Theirs(markup, STYLE), width)

    assert [letter for letter, _place in ours] == [letter for letter, _place in theirs]
    for (_one, place), (_other, wanted) in zip(ours, theirs, strict=True):
        assert place == pytest.approx(wanted, abs=0.02)


def _places(
    out: Path, paragraph: TaggedParagraph, width: float
) -> list[tuple[str, tuple[float, ...]]]:
    canvas = PackCanvas(str(out))
    canvas.date(datetime(2026, 11, 22, tzinfo=UTC))
    paragraph.wrap(width, 10_000)
    paragraph.drawOn(canvas, 50, 100)
    canvas.save()
    with pypdfium2.PdfDocument(out) as document:
        page = document[0].get_textpage()
        return [(page.get_text_range(n, 1), page.get_charbox(n)) for n in range(page.count_chars())]
