"""Make the elements of a Word file: runs, links, fields, paragraphs, tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from aiplanner.app.told import Words, plain_words

Element = Any
"""An lxml element; python-docx gives no better type."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}


def element(
    tag: str, attributes: Mapping[str, object] | None = None, *children: Element
) -> Element:
    """An element such as "w:p" with attributes such as "w:val", and its children."""
    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name), str(value))
    made.extend(children)
    return made


def twips(points: float) -> int:
    """Points as Word counts lengths: twentieths of them."""
    return round(points * 20)


def run(text: str, *, bold: bool = False, style: str = "") -> Element:
    """A run of text; a newline is a line break, a tab a tab.

    One whose words begin from right to left says so: else its stops and brackets are set wrongly.
    """
    properties = [
        *([element("w:rStyle", {"w:val": style})] if style else []),
        *([element("w:b"), element("w:bCs")] if bold else []),
        *([element("w:rtl")] if from_the_right(text) else []),
    ]
    made = element("w:r", {}, *([element("w:rPr", {}, *properties)] if properties else []))
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("w:br"))
        for place, words in enumerate(line.split("\t")):
            if place:
                made.append(element("w:tab"))
            if words:
                made.append(_text("w:t", words))
    return made


def field(code: str, shown: str) -> list[Element]:
    """A field that Word works out, such as PAGE, and what stands there until it does."""
    return [
        element("w:r", {}, element("w:fldChar", {"w:fldCharType": "begin"})),
        element("w:r", {}, _text("w:instrText", f" {code} ")),
        element("w:r", {}, element("w:fldChar", {"w:fldCharType": "separate"})),
        run(shown),
        element("w:r", {}, element("w:fldChar", {"w:fldCharType": "end"})),
    ]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph stands, beside its style."""

    style: str
    numbering: int = 0
    turned: bool = False
    """Whether it begins a page."""
    centred: bool = False
    above: float = 0
    """Points of empty room over it."""
    kept: bool = False
    """Whether it stays on one page with what follows it."""
    below: float = 0
    """Points of empty room under it, where its style has not enough."""
    hang: float = 0
    """Points from the mark of an item to its words, where it is not as its list has it."""
    writing: float = 0
    """Where its line to write on ends, in points from the left; 0 where it has none."""
    paged: float = 0
    """Where the number of a page ends, in points from the left; 0 where it names none."""


def paragraph(setting: Setting, runs: Iterable[Element], words: Words = ()) -> Element:
    """A paragraph; one whose words begin from right to left is set from there."""
    properties = element("w:pPr", {}, element("w:pStyle", {"w:val": setting.style}))
    if setting.kept:
        properties.append(element("w:keepNext"))
    if setting.turned:
        properties.append(element("w:pageBreakBefore"))
    if setting.numbering:
        level, number = (
            element("w:ilvl", {"w:val": 0}),
            element("w:numId", {"w:val": setting.numbering}),
        )
        properties.append(element("w:numPr", {}, level, number))
    properties.extend(_stops(setting))
    if from_the_right(plain_words(words)):
        properties.append(element("w:bidi"))
    room = {"w:before": setting.above, "w:after": setting.below}
    if any(room.values()):
        spacing = {side: twips(points) for side, points in room.items() if points}
        properties.append(element("w:spacing", spacing))
    if setting.hang:
        indent = twips(setting.hang)
        properties.append(element("w:ind", {"w:left": indent, "w:hanging": indent}))
    if setting.centred:
        properties.append(element("w:jc", {"w:val": "center"}))
    return element("w:p", {}, properties, *runs)


def _stops(setting: Setting) -> Iterator[Element]:
    """The stops of tabs, where it has any."""
    leads = {"w:leader": "underscore"} if setting.writing else {}
    if end := setting.writing or setting.paged:
        stop = element("w:tab", {"w:val": "right", **leads, "w:pos": twips(end)})
        yield element("w:tabs", {}, stop)


def from_the_right(text: str) -> bool:
    """Whether the first letter with a direction is of a right-to-left script."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((d for d in directions if d in _STRONG), "L") in _RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell stands in its table: its width in points, its columns, its ground, its lines."""

    width: float
    across: int = 1
    wash: str = ""
    underline: str = ""
    middle: bool = False


def cell(look: CellLook, content: Sequence[Element]) -> Element:
    """A cell; Word wants a paragraph at its end, so an empty one gets it from the caller."""
    size = {"w:w": twips(look.width), "w:type": "dxa"}
    properties = element("w:tcPr", {}, element("w:tcW", size))
    if look.across > 1:
        properties.append(element("w:gridSpan", {"w:val": look.across}))
    if look.underline:
        line = element("w:bottom", line_of(8, look.underline))
        properties.append(element("w:tcBorders", {}, line))
    if look.wash:
        ground = {"w:val": "clear", "w:color": "auto", "w:fill": look.wash}
        properties.append(element("w:shd", ground))
    if look.middle:
        properties.append(element("w:vAlign", {"w:val": "center"}))
    return element("w:tc", {}, properties, *content)


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row stands: a head row is repeated on every page; `height` is the least, in points."""

    head: bool = False
    whole: bool = True
    """Whether it is kept on one page."""
    height: float = 0


def row(look: RowLook, cells: Iterable[Element]) -> Element:
    """A row of a table."""
    properties = element("w:trPr")
    if look.whole:
        properties.append(element("w:cantSplit"))
    if look.height:
        least = {"w:val": twips(look.height), "w:hRule": "atLeast"}
        properties.append(element("w:trHeight", least))
    if look.head:
        properties.append(element("w:tblHeader"))
    return element("w:tr", {}, properties, *cells)


@dataclass(frozen=True, slots=True)
class Air:
    """Points beside what stands in a cell, and above and below it."""

    left: float
    right: float
    beyond: float


@dataclass(frozen=True, slots=True)
class TableLook:
    """The widths of the columns in points, the table's lines by side, and which cells head."""

    widths: tuple[float, ...]
    lines: Mapping[str, Mapping[str, object]]
    air: Air
    head_row: bool
    head_column: bool


def table(look: TableLook, rows: Iterable[Element]) -> Element:
    """A table of fixed widths."""
    air = look.air
    sides = {"top": air.beyond, "left": air.left, "bottom": air.beyond, "right": air.right}
    margins = (
        element(f"w:{side}", {"w:w": twips(at), "w:type": "dxa"}) for side, at in sides.items()
    )
    heads = {
        "w:val": "04A0",
        "w:firstRow": int(look.head_row),
        "w:lastRow": 0,
        "w:firstColumn": int(look.head_column),
        "w:lastColumn": 0,
        "w:noHBand": 1,
        "w:noVBand": 1,
    }
    properties = element(
        "w:tblPr",
        {},
        element("w:tblW", {"w:w": twips(sum(look.widths)), "w:type": "dxa"}),
        element("w:tblInd", {"w:w": 0, "w:type": "dxa"}),
        element("w:tblBorders", {}, *_borders(look.lines)),
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblCellMar", {}, *margins),
        element("w:tblLook", heads),
    )
    columns = (element("w:gridCol", {"w:w": twips(width)}) for width in look.widths)
    return element("w:tbl", {}, properties, element("w:tblGrid", {}, *columns), *rows)


def line_of(eighths: int, colour: str, kind: str = "single") -> dict[str, object]:
    """A line of so many eighths of a point."""
    return {"w:val": kind, "w:sz": eighths, "w:space": 0, "w:color": colour}


def _borders(lines: Mapping[str, Mapping[str, object]]) -> Iterable[Element]:
    none = {"w:val": "nil"}
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        yield element(f"w:{side}", lines.get(side, none))


def _text(tag: str, words: str) -> Element:
    made = element(tag)
    made.text = words
    made.set(_SPACE, "preserve")
    return made
