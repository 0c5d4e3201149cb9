"""Tables of a Word file: with lines to write between, with rules between rows, bare, or cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from docx.oxml.ns import qn

from aiplanner.app.told import (
    Blank,
    Cards,
    Cell,
    Listing,
    Part,
    Table,
    Text,
    Tone,
    parts_within,
    plain_words,
)
from aiplanner.formats.word_measure import Measure
from aiplanner.formats.word_styles import LINE, WASH, WRITING, Looks, Page, styles_of
from aiplanner.formats.word_widths import column_widths
from aiplanner.formats.word_xml import (
    Air,
    CellLook,
    Element,
    RowLook,
    TableLook,
    cell,
    element,
    line_of,
    row,
    table,
    twips,
)

_LONG = 700
"""Letters in a row from which it may go on overleaf."""
_SHORT = 6
"""Rows of a table that is kept on one page."""
_ROW = 1.35
"""Height of a row to write in, in distances between lines."""
_SHEET = 0.97
"""Of a page, what the rows of a sheet of cards take: rounding must push none overleaf."""
_ROUNDED = 1.0
"""Points that a row may be higher by its line and by rounding."""
_AIR = 3.0
"""Points above and below what stands in a cell."""
_BESIDE = 4.0
"""Points left and right of what stands between lines."""
_GAP = 8.0
"""Points between two columns without a line between them."""


class Kind(Enum):
    """What surrounds a paragraph, which decides its style."""

    PAGE = "page"
    FACT = "fact"
    CELL = "cell"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: how wide it is there in points, and what surrounds it."""

    width: float
    kind: Kind = Kind.PAGE
    lines: bool = True
    """Whether room to write is drawn as lines; rows of a table are high enough by themselves."""
    centred: bool = False


Fill = Callable[[Sequence[Part], Place], list[Element]]
"""Makes what stands in a cell."""


class Ruling(Enum):
    """The lines of a table."""

    WRITE = "write"
    """All around every cell: people write in it."""
    ROWS = "rows"
    """Between the rows."""
    BARE = "bare"
    """None: names and what they say."""


_LINES: Mapping[Ruling, Mapping[str, Mapping[str, object]]] = {
    Ruling.WRITE: {
        **dict.fromkeys(("top", "left", "bottom", "right"), line_of(6, WRITING)),
        **dict.fromkeys(("insideH", "insideV"), line_of(4, LINE)),
    },
    Ruling.ROWS: dict.fromkeys(("insideH", "bottom"), line_of(4, LINE)),
    Ruling.BARE: {},
}
_CUT: Mapping[str, Mapping[str, object]] = dict.fromkeys(
    ("top", "left", "bottom", "right", "insideH", "insideV"), line_of(4, LINE, "dashed")
)


def told_table(part: Table, place: Place, looks: Looks, fill: Fill) -> Element:
    """A table as it was told."""
    ruling = _ruling(part)
    widths = column_widths(part, place.width, looks.table)
    rows = [
        _row(cells, widths, _Row(ruling, number < part.head_rows, looks), fill)
        for number, cells in enumerate(part.rows)
    ]
    short = len(rows) <= _SHORT and sum(map(len, _texts((part,)))) < _LONG
    for kept in rows[:-1] if short else rows[-2:-1]:
        _keep(kept)
    named = any(cells[0].head for cells in part.rows[part.head_rows :])
    look = TableLook(widths, _LINES[ruling], _air(ruling), bool(part.head_rows), named)
    return table(look, rows)


def _keep(made: Element) -> None:
    """Let a row stay on one page with the next: a last row alone overleaf reads as a mistake."""
    for one in made.iter(qn("w:pPr")):
        if one.find(qn("w:keepNext")) is None:
            one.find(qn("w:pStyle")).addnext(element("w:keepNext"))


def frame(height: float, place: Place, fill: Fill) -> Element:
    """A frame to draw in: a table of one cell, as high as asked for."""
    inside = cell(CellLook(place.width), fill((), Place(place.width, Kind.CELL)))
    air = _air(Ruling.WRITE)
    look = TableLook((place.width,), _LINES[Ruling.WRITE], air, head_row=False, head_column=False)
    return table(look, [row(RowLook(height=height), [inside])])


def cards_table(part: Cards, page: Page, looks: Looks, fill: Fill) -> Element:
    """Cards with dashed lines to cut along, as many on a page as on paper."""
    width, height = page.width / part.across, page.height * _SHEET / part.down
    rows = []
    for first in range(0, len(part.cards), part.across):
        cards = list(part.cards[first : first + part.across])
        cards += [()] * (part.across - len(cards))
        rows.append(row(RowLook(height=height), [_card(card, width, fill) for card in cards]))
    pad = looks.pitch * 0.4
    air = Air(pad, pad, pad)
    look = TableLook((width,) * part.across, _CUT, air, head_row=False, head_column=False)
    made = table(look, rows)
    measure = Measure(styles_of(looks))
    for first in range(0, len(rows), part.down):
        _share(rows[first : first + part.down], height, lambda one: measure.row(one, made))
    return made


def _share(rows: Sequence[Element], height: float, measured: Callable[[Element], float]) -> None:
    """Take from the rows of a sheet what one needs beyond its height: all stay on their sheet."""
    over = {
        nth: high - height for nth, one in enumerate(rows) if (high := measured(one)) > height + 1
    }
    others = [one for nth, one in enumerate(rows) if nth not in over]
    if others:
        left = height - sum(over.values()) / len(others)
        for one in others:
            one.find(f".//{qn('w:trHeight')}").set(qn("w:val"), str(twips(max(left, 0))))


def _card(card: Sequence[Part], width: float, fill: Fill) -> Element:
    word = any(isinstance(part, Text) and part.tone is Tone.DISPLAY for part in card)
    return cell(CellLook(width, middle=word), fill(card, Place(width * 0.9, centred=word)))


@dataclass(frozen=True, slots=True)
class _Row:
    ruling: Ruling
    head: bool
    looks: Looks


def _row(cells: Sequence[Cell], widths: Sequence[float], kind: _Row, fill: Fill) -> Element:
    wash = WASH if kind.head and kind.ruling is Ruling.WRITE else ""
    underline = WRITING if kind.head else ""
    made = []
    for one, width in zip(cells, _across(cells, widths), strict=True):
        air = _air(kind.ruling)
        inside = Place(width - air.left - air.right, _kind(kind), lines=False)
        look = CellLook(width, one.across, wash, underline)
        made.append(cell(look, fill(one.parts, inside)))
    letters = sum(len(text) for one in cells for text in _texts(one.parts))
    height = max(_room(one.parts, kind.looks) for one in cells)
    return row(RowLook(kind.head, letters < _LONG, height), made)


def _kind(row: _Row) -> Kind:
    if row.head:
        return Kind.HEAD
    return Kind.FACT if row.ruling is Ruling.BARE else Kind.CELL


def _air(ruling: Ruling) -> Air:
    """Where there are lines all around, air on both sides; else what stands there is in line with
    the text above."""
    sides = (_BESIDE, _BESIDE) if ruling is Ruling.WRITE else (0.0, _GAP)
    return Air(*sides, _AIR)


def _across(cells: Sequence[Cell], widths: Sequence[float]) -> Iterator[float]:
    column = 0
    for one in cells:
        yield sum(widths[column : column + one.across])
        column += one.across


def _ruling(part: Table) -> Ruling:
    heads = any(one.head for cells in part.rows for one in cells)
    if not heads or any(map(_is_for_a_hand, parts_within((part,)))):
        return Ruling.WRITE
    return Ruling.ROWS if part.head_rows else Ruling.BARE


def _is_for_a_hand(part: Part) -> bool:
    return isinstance(part, Blank) or (isinstance(part, Listing) and not any(part.items))


def _room(parts: Sequence[Part], looks: Looks) -> float:
    """The height that a cell with room to write needs; 0 where there is none."""
    lines = sum(part.lines for part in parts if isinstance(part, Blank))
    if not lines:
        return 0
    words = sum(1 for _text in _texts(parts))
    return (lines * _ROW if not words else lines + words) * looks.pitch


def _texts(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts_within(tuple(parts)):
        match part:
            case Text(words=words):
                yield plain_words(words)
            case Listing(items=items):
                yield from map(plain_words, items)
            case _:
                continue
