"""Words in one face without markup: broken into lines and drawn straight, as ReportLab would.

Most paragraphs of a pack are such words. ReportLab asks of each whether it hyphenates, shapes,
justifies, is underlined or framed; that was a quarter of a pack's time (decision 0025). What asks
for more than this module knows goes ReportLab's own way.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus.paragraph import ParaLines, split, strip
from reportlab.platypus.paraparser import ParaFrag, ParaParser

from aiplanner.packs.canvas import Line, PackCanvas

Word = tuple[tuple[str, str], ...]
"""What stands between two spaces: a face and what is set in it, and again where that changes."""

_face = itemgetter(0)
_SQUEEZED = -1e-8
"""Room left over, in points, under which ReportLab makes a line's spaces narrower."""
_FEW = 3
"""Of so many lines none is moved so that another does not stand alone."""
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_MARKS = frozenset("<&\n")
_BOLD = re.compile("</?b>")
_WORDS = "word", "<b>word</b>"
"""What stands between the marks of bold, by turns."""


def fragments(text: str, style: ParagraphStyle) -> list[ParaFrag] | None:
    """What ReportLab's parser would make of words with no markup but bold; None of other markup."""
    pieces = _BOLD.split(strip(text))
    if not any(pieces) or not all(map(_MARKS.isdisjoint, pieces)):
        return None
    looks = style.fontName, style.fontSize, style.textColor
    return [
        _fragment(_WORDS[number % 2], style, *looks).clone(text=piece)
        for number, piece in enumerate(pieces)
        if piece
    ]


@lru_cache(maxsize=256)
def _fragment(word: str, style: ParagraphStyle, *_looks: object) -> ParaFrag:
    """A word in a style, as the parser gives it; parsing takes a tenth of a pack's time."""
    return ParaParser().parse(word, style)[1][0]


def broken(frags: list[ParaFrag], style: ParagraphStyle, width: float) -> ParaLines | None:
    """The lines of the words in that width, in points; None where ReportLab has to break them.

    As in its own simple paragraphs, a line is the room that it leaves, and its words.
    """
    like = frags[0]
    words = _words(frags)
    wide = [_wide(word, like.fontSize) for word in words]
    if max(wide, default=0.0) > width or any(_SOFT_HYPHEN in frag.text for frag in frags):
        return None
    space = _wide(((like.fontName, " "),), like.fontSize)
    lines: list[tuple[float, list[Word]]] = []
    line: list[Word] = []
    run = -space
    for word, room in zip(words, wide, strict=True):
        longer = run + space + room
        if line and longer > width + style.spaceShrinkage * space * len(line):
            lines.append((width - run, line))
            line, run = [word], room
        else:
            line.append(word)
            run = longer
    if line:
        lines.append((width - run, line))
    ascent, descent = pdfmetrics.getAscentDescent(like.fontName, like.fontSize)
    return like.clone(kind=0, lines=lines, ascent=ascent, descent=descent)


def _words(frags: list[ParaFrag]) -> list[Word]:
    words: list[Word] = []
    behind = " "
    for frag in frags:
        found: list[Word] = [((frag.fontName, text),) for text in split(frag.text) if text]
        if found and behind[-1] != " " and frag.text[0] != " ":
            found[0] = words.pop() + found[0]
        words += found
        behind = frag.text
    return words


@lru_cache(maxsize=2**15)
def _wide(word: Word, size: float) -> float:
    return sum(float(pdfmetrics.stringWidth(text, face, size)) for face, text in word)


def lines_that_fit(lines: ParaLines, style: ParagraphStyle, height: float) -> int:
    """How many of the lines stay where there is such a height; 0 where none should.

    No first or last line stands alone, as ReportLab has it for styles without widows and orphans.
    """
    count, fit = len(lines.lines), int(height / style.leading)
    if fit == count - 1 and not style.allowWidows:
        fit = fit - 1 if count > _FEW else 0
    return 0 if fit == 1 and not style.allowOrphans else min(fit, count)


def unbroken(lines: ParaLines, some: slice) -> list[ParaFrag]:
    """The words of some of the lines, as the parser would have given them."""
    words = [word for _room, line in lines.lines[some] for word in line]
    return [lines.clone(fontName=face, text=text, lines=[]) for face, text in _stretches(words)]


def drawn(lines: ParaLines, style: ParagraphStyle, height: float, canvas: PackCanvas) -> None:
    """Draw broken lines in a paragraph so high."""
    if lines.lines:
        canvas.setFillColor(lines.textColor)
        place = style.leftIndent, height - lines.fontSize
        set_as = [_line(*line) for line in lines.lines]
        canvas.set_lines(place, lines.fontSize, style.leading, set_as)


def _line(room: float, words: list[Word]) -> Line:
    stretches = _stretches(words)
    return Line(stretches, room / _spaces(stretches) if room < _SQUEEZED else 0.0)


def _stretches(words: list[Word]) -> list[tuple[str, str]]:
    """The words with a space after each, put together where the face stays the same."""
    pieces = [piece for word in words for piece in (*word, (word[-1][0], " "))]
    return [(face, "".join([text for _, text in group])) for face, group in groupby(pieces, _face)]


def _spaces(stretches: list[tuple[str, str]]) -> int:
    """How many spaces stand between the first word and the last."""
    return sum(text.count(" ") + text.count("\N{NO-BREAK SPACE}") for _face, text in stretches) - 1
