"""Tables that reflow: side by side where there is room, one block under the other where not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, takewhile

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer, TableStyle

from aiplanner.packs.figures import Rule
from aiplanner.packs.fonts import SEMIBOLD, width
from aiplanner.packs.paragraphs import TaggedParagraph
from aiplanner.packs.styles import LINE, Styles
from aiplanner.packs.tables import TableTag, tagged_table
from aiplanner.packs.text import Gate, Markup

Cell = str | Sequence[Flowable]
"""Words, or flowables made for it; empty for nothing."""

Command = tuple[object, ...]

DASH = "–"
"""Stands in a cell for "none"; a stacked block leaves it out."""

LEAST_OF_WORDS, LEAST_OF_FIGURES = 6, 2.5
"""Ems under which no column of words, and none of numbers or times, is ever set: a table that
would come to it is set as stacked blocks. At 18 pt that is 108 and 45 points, at 24 pt 144 and 60.
"""
_GAP = 0.7
"""Ems between two columns."""
_NAME = 7.6
"""Ems for the names of facts."""
_BRIEF = 7
"""A column at most so wide, in ems, holds facts that share a line when stacked."""
TIGHT = 0.6
"""What is left of the air in rows where many are to stand on a page."""
_SHORT_BLOCK = 6
"""A stacked block of at most so many flowables is kept on one page."""
_BEGINNING, _ENDING = 3, 3
"""Flowables of a longer block that are kept on one page: its first ones, and its last ones."""
_WHOLE = 12
"""Words of at most so many letters are not torn from the name of what they tell."""
_BARE = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its width is at least `least` and grows by `grow`, both counted in ems."""

    title: str
    least: float
    grow: float = 0
    leads: bool = False
    """Whether it names the row: header of the row, and the first line of a stacked block."""
    strong: bool = False
    """Whether its words are set strong."""
    unit: str = ""
    """Follows its words in a stacked block, where its title does not stand above them."""
    named: bool = True
    """Whether its title stands before its words in a stacked block."""

    def __post_init__(self) -> None:
        """Keep to what is stated: columns that grow as the sheet does hold words."""
        least = LEAST_OF_WORDS if self.grow >= 1 else LEAST_OF_FIGURES
        assert self.least >= least, "a column has at least the width that is stated"


class Tone(Enum):
    """How a row looks."""

    PLAIN = "plain"
    QUIET = "quiet"
    """Breaks and meals: in the second ink."""
    BAND = "band"
    """A heading across the table: only its first cell counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table."""

    cells: tuple[Cell, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Room:
    """What a table is set in: the room on the page, the styles, the gate."""

    width: float
    height: float
    styles: Styles
    gate: Gate

    @property
    def em(self) -> float:
        """The size of type in tables, in points."""
        return self.styles.profile.cell


def grid(
    columns: Sequence[Column],
    lines: Sequence[Line],
    room: Room,
    *,
    together: bool = False,
    air: float = 1,
) -> list[Flowable]:
    """The table, or its rows as stacked blocks when the columns cannot have their least widths.

    A column is also too narrow when a word of its title would be torn in two.
    """
    if sum(column.least for column in columns) * room.em > room.width or _torn(columns, room):
        return _stacked(columns, lines, room)
    style = _table_style(lines, room.styles, air)
    return [_table(columns, lines, room, style, together=together)]


def _torn(columns: Sequence[Column], room: Room) -> bool:
    return any(
        width(word, SEMIBOLD, room.em) > across - room.em * _GAP
        for column, across in zip(columns, column_widths(columns, room), strict=True)
        for word in column.title.split()
    )


def fact_table(pairs: Sequence[tuple[str, str]], room: Room) -> list[Flowable]:
    """Names at the left, what they say at the right, without rules."""
    if not pairs:
        return []
    em = room.styles.body.fontSize
    cells = [
        [
            [_paragraph(name, room, room.styles.fact_name)],
            [_paragraph(words, room, room.styles.fact)],
        ]
        for name, words in pairs
    ]
    widths = (_NAME * em, room.width - _NAME * em)
    return [tagged_table(cells, widths, _BARE, TableTag(0, 1, room.height, together=True))]


def column_widths(columns: Sequence[Column], room: Room) -> list[float]:
    """Widths in points: the least, and a share of what is left."""
    left = room.width - sum(column.least for column in columns) * room.em
    shares = sum(column.grow for column in columns)
    return [
        column.least * room.em + (left * column.grow / shares if shares else 0)
        for column in columns
    ]


def _table(
    columns: Sequence[Column],
    lines: Sequence[Line],
    room: Room,
    style: TableStyle,
    *,
    together: bool,
) -> Flowable:
    leads = len(list(takewhile(lambda column: column.leads, columns)))
    cells: list[list[list[Flowable]]] = [
        [[_paragraph(column.title, room, room.styles.cell_head)] for column in columns]
    ]
    for line in lines:
        texts = [_text_style(column, line.tone, room.styles) for column in columns]
        cells.append([_set(*pair, room) for pair in zip(line.cells, texts, strict=True)])
    widths = column_widths(columns, room)
    assert sum(widths) <= room.width + 0.01, "a table stays within its frame"
    bands = tuple(row for row, line in enumerate(lines, 1) if line.tone is Tone.BAND)
    tag = TableTag(1, leads, room.height, together, bands)
    return tagged_table(cells, widths, style, tag)


def _text_style(column: Column, tone: Tone, styles: Styles) -> ParagraphStyle:
    if tone is Tone.QUIET:
        return styles.cell_note
    return styles.cell_strong if column.strong or tone is Tone.BAND else styles.cell


def _set(cell: Cell, style: ParagraphStyle, room: Room) -> list[Flowable]:
    if isinstance(cell, str):
        return [_paragraph(cell, room, style)] if cell else []
    return list(cell)


def _paragraph(text: str, room: Room, style: ParagraphStyle) -> TaggedParagraph:
    return TaggedParagraph(room.gate(text), style)


def _table_style(lines: Sequence[Line], styles: Styles, air: float) -> TableStyle:
    em = styles.profile.cell
    commands: list[Command] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), em * _GAP),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), em * 0.3 * air),
        ("BOTTOMPADDING", (0, 0), (-1, -1), em * 0.5 * air),
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, styles.body.textColor),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
    ]
    for row, line in enumerate(lines, 1):
        if line.tone is Tone.BAND:
            commands.append(("SPAN", (0, row), (-1, row)))
            commands.append(("TOPPADDING", (0, row), (-1, row), em * 0.9 * air))
    return TableStyle(commands)


def _stacked(columns: Sequence[Column], lines: Sequence[Line], room: Room) -> list[Flowable]:
    """Each row as a block: what names it, then one fact under the other, then a hairline."""
    flowables: list[Flowable] = []
    for line in lines:
        block = _block(columns, line, room)
        short = len(block) <= _SHORT_BLOCK
        glued = block if short else [*block[:_BEGINNING], *block[-_ENDING:]]
        for flowable in glued:
            flowable.keepWithNext = 1
        flowables += block
        if line.tone is not Tone.BAND:
            flowables.append(Rule(0.5, LINE, (room.em * 0.3, room.em * 0.6)))
    return flowables


def _block(columns: Sequence[Column], line: Line, room: Room) -> list[Flowable]:
    pairs = [
        (c, cell) for c, cell in zip(columns, line.cells, strict=True) if cell and cell != DASH
    ]
    block = _naming([pair for pair in pairs if pair[0].leads], room)
    facts = [pair for pair in pairs if not pair[0].leads]
    for brief, group in groupby(facts, lambda pair: _brief(*pair)):
        block += (_brief_facts if brief else _facts)(list(group), line.tone, room)
    return block


def _naming(pairs: Iterable[tuple[Column, Cell]], room: Room) -> list[Flowable]:
    words, others = [], list[Flowable]()
    for column, cell in pairs:
        if isinstance(cell, str):
            words.append(f"{cell}\u00a0{column.unit}" if column.unit else cell)
        else:
            others += cell
    first = room.gate.join(words, " · ")
    return [*([TaggedParagraph(first, room.styles.strong)] if first else []), *others]


def _brief(column: Column, cell: Cell) -> bool:
    """Whether a fact is so short that several share a line."""
    return isinstance(cell, str) and column.least <= _BRIEF


def _brief_facts(pairs: Iterable[tuple[Column, Cell]], tone: Tone, room: Room) -> list[Flowable]:
    words = (_fact(column, str(cell), room) for column, cell in pairs)
    style = room.styles.cell_note if tone is Tone.QUIET else room.styles.cell
    return [_paragraph(room.gate.join(words, " · "), room, style)]


def _facts(pairs: Iterable[tuple[Column, Cell]], tone: Tone, room: Room) -> list[Flowable]:
    made: list[Flowable] = []
    for column, cell in pairs:
        if isinstance(cell, str):
            style = _text_style(column, tone, room.styles)
            made.append(_paragraph(_fact(column, cell, room), room, style))
        else:
            made += [*_to_write(column, cell, room), *cell]
    return made


def _to_write(column: Column, cell: Sequence[Flowable], room: Room) -> list[Flowable]:
    """What is asked where a cell holds nothing but room to write."""
    if not column.named or not all(isinstance(one, Spacer) for one in cell):
        return []
    return [
        _paragraph(room.gate.fill("<b>{title}</b>", title=column.title), room, room.styles.cell)
    ]


def _fact(column: Column, words: str, room: Room) -> Markup:
    if not column.named:
        return room.gate(words)
    if len(words) <= _WHOLE:
        words = words.replace(" ", "\u00a0")
        return room.gate.fill("<b>{title}</b>\u00a0{words}", title=column.title, words=words)
    return room.gate.fill("<b>{title}</b> {words}", title=column.title, words=words)
