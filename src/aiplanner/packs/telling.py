"""Tell what flowables say, without a page: each class of the room says it in its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import singledispatchmethod
from itertools import groupby
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from aiplanner.app.told import (
    Blank,
    Cards,
    Cell,
    Contents,
    ContentsLine,
    Listing,
    ListKind,
    Picture,
    Piece,
    Text,
    Tone,
    Words,
)
from aiplanner.app.told import Heading as ToldHeading
from aiplanner.app.told import Part as ToldPart
from aiplanner.app.told import (
    Table as ToldTable,
)
from aiplanner.app.told import Turn as ToldTurn
from aiplanner.packs.badges import Badges
from aiplanner.packs.cards import CardSheet
from aiplanner.packs.contents import ContentsEntry
from aiplanner.packs.elastic import Boxes, Frame, Lines
from aiplanner.packs.figures import Figure, Rule, WritingLines
from aiplanner.packs.fill_tables import FillTable, Row
from aiplanner.packs.named_lines import NamedLines
from aiplanner.packs.paragraphs import Heading, ListItem, TaggedParagraph
from aiplanner.packs.path import Path
from aiplanner.packs.scales import TickBox, TickRow
from aiplanner.packs.sheet import Layout, Turn
from aiplanner.packs.tables import TaggedTable
from aiplanner.packs.text import Passing
from aiplanner.packs.told_words import words_of

Draw = Callable[[Figure], str]
"""Draws a figure into a file of its own and says where; "" where only its words are wanted."""

_TONES = {
    "lead": Tone.LEAD,
    "note": Tone.NOTE,
    "fact-name": Tone.NOTE,
    "strong": Tone.STRONG,
    "cell-strong": Tone.STRONG,
    "cell-head": Tone.STRONG,
    "card-heading": Tone.STRONG,
    "cell-note": Tone.SMALL,
    "cell": Tone.CLOSE,
    "cell-item": Tone.CLOSE,
    "card-word": Tone.DISPLAY,
}
"""What the names of styles say; all others are body text."""
_KINDS = {"Decimal": ListKind.NUMBER, "None": ListKind.TICK}
_BOX_LINES = 4
"""Lines' room in a box to fill."""
_FRAME_LINES = 5
"""A frame has a least height; it is so many lines' room."""


def told(story: Iterable[Flowable], draw: Draw = lambda _figure: "") -> tuple[ToldPart, ...]:
    """What a story says, in reading order; nothing that went on overleaf is said twice."""
    parts: list[ToldPart] = []
    for part in _Telling(draw).story(story):
        turn = isinstance(part, ToldTurn)
        if turn and (not parts or isinstance(parts[-1], Cards | ToldTurn)):
            continue  # cards have their sheets to themselves as it is
        parts.append(part)
    return tuple(parts)


class _Telling:
    """Tells one story and remembers which paragraphs it has told."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._known: set[object] = set()

    def story(self, story: Iterable[Flowable]) -> Iterator[ToldPart]:
        """The parts of a story, neighbours that are parts of one thing told together."""
        for _key, group in groupby(filter(_says, story), _belongs):
            first, *others = group
            yield from self._told(first, others)

    @singledispatchmethod
    def _told(self, flowable: object, others: list[Any]) -> Iterator[ToldPart]:
        """What a flowable and `others`, which are parts of the same thing, say."""
        raise NotImplementedError(f"{type(flowable).__name__} cannot be told yet: {others}")

    @_told.register
    def _paragraph(self, one: TaggedParagraph, others: list[Any]) -> Iterator[ToldPart]:
        for words in self._new_words([one, *others]):
            yield Text(words, _tone(one.style), passing=isinstance(one.markup, Passing))

    @_told.register
    def _heading(self, one: Heading, others: list[Any]) -> Iterator[ToldPart]:
        for words in self._new_words([one, *others]):
            yield ToldHeading(one.level, words, one.place)

    @_told.register
    def _list(self, one: ListItem, others: list[Any]) -> Iterator[ToldPart]:
        items = tuple(self._new_words([one, *others]))
        if items:
            kind = _KINDS.get(one.list_tag.numbering, ListKind.BULLET)
            yield Listing(kind, items, _tone(one.style))

    @_told.register
    def _contents(self, one: ContentsEntry, others: list[Any]) -> Iterator[ToldPart]:
        lines = (
            ContentsLine(int(entry.style.name[-1]) - 1, words_of(entry.markup), entry.place)
            for entry in (one, *others)
        )
        yield Contents(tuple(lines))

    @_told.register
    def _table(self, one: TaggedTable, others: list[Any]) -> Iterator[ToldPart]:
        rows: dict[object, list[list[Flowable]]] = {}
        spans: dict[object, dict[int, int]] = {}
        for table in (one, *others):
            spans |= dict(zip(table.row_keys, table.across, strict=True))
            for key, cells in zip(table.row_keys, table.cells, strict=True):
                here = rows.setdefault(key, [[] for _cell in cells])
                for already, more in zip(here, cells, strict=True):
                    already.extend(more)
        made = tuple(
            self._row(cells, spans[key], _heads(one, number))
            for number, (key, cells) in enumerate(rows.items())
        )
        yield ToldTable(made, one.tag.head_rows, _shares(one.widths))

    @_told.register
    def _fill_table(self, one: FillTable, others: list[Any]) -> Iterator[ToldPart]:
        ruled = one.ruled
        rows = [row for table in (one, *others) for row in table.rows]
        head = tuple(Cell(tuple(self.story(cell)), head=True) for cell in ruled.head.cells)
        made = tuple(self._row_to_fill(row, named=ruled.named) for row in rows)
        yield ToldTable((head, *made), 1, _shares(ruled.widths))

    @_told.register
    def _figure(self, one: Figure, _others: list[Any]) -> Iterator[ToldPart]:
        yield Picture(one.words, *one.size, one.file or self._draw(one))

    @_told.register
    def _writing_lines(self, one: WritingLines, _others: list[Any]) -> Iterator[ToldPart]:
        yield Blank(one.count)

    @_told.register
    def _lines(self, one: Lines, _others: list[Any]) -> Iterator[ToldPart]:
        yield Blank(one.count, fills=one.fills)

    @_told.register
    def _named_lines(self, one: NamedLines, _others: list[Any]) -> Iterator[ToldPart]:
        yield Blank(one.count, _all_words([one.name]))

    @_told.register
    def _frame(self, one: Frame, _others: list[Any]) -> Iterator[ToldPart]:
        lines = round(one.asked / one.least * _FRAME_LINES)
        yield Blank(max(_FRAME_LINES, lines), framed=True, fills=True)

    @_told.register
    def _boxes(self, one: Boxes, others: list[Any]) -> Iterator[ToldPart]:
        rows = [row for boxes in (one, *others) for row in boxes.rows]
        room = Blank(_BOX_LINES, fills=True)
        made = tuple(tuple(Cell((*self.story(box), room)) for box in row) for row in rows)
        yield ToldTable(made, 0, _shares([1] * len(rows[0])))

    @_told.register
    def _tick_box(self, _one: TickBox, _others: list[Any]) -> Iterator[ToldPart]:
        yield Listing(ListKind.TICK, ((),))

    @_told.register
    def _tick_row(self, one: TickRow, _others: list[Any]) -> Iterator[ToldPart]:
        points = ("".join(run.text for run in point) for point in one.points)
        yield Listing(ListKind.TICK, tuple((Piece(point),) for point in points))

    @_told.register
    def _path(self, one: Path, _others: list[Any]) -> Iterator[ToldPart]:
        items = (
            (*_bold(_all_words(name)), Piece("\n"), *_all_words(question))
            for _phase, name, question in one.stops
        )
        yield Listing(ListKind.BULLET, tuple(items))

    @_told.register
    def _badges(self, one: Badges, _others: list[Any]) -> Iterator[ToldPart]:
        yield Text((Piece("; ".join(badge.words for badge in one.badges)),), Tone.SMALL)

    @_told.register
    def _cards(self, one: CardSheet, others: list[Any]) -> Iterator[ToldPart]:
        faces = [face for sheet in (one, *others) for face in sheet.faces]
        cards = (
            (*self.story(face.story), *([Blank(face.lines)] if face.lines else []))
            for face in faces
        )
        yield Cards(tuple(cards), *one.grid)

    @_told.register
    def _turn(self, one: Turn, _others: list[Any]) -> Iterator[ToldPart]:
        if one.asked and one.layout is Layout.TEXT:
            yield ToldTurn()

    @_told.register(Spacer)
    @_told.register(Rule)
    def _nothing(self, _one: Flowable, _others: list[Any]) -> Iterator[ToldPart]:
        yield from ()

    def _new_words(self, paragraphs: Iterable[TaggedParagraph]) -> Iterator[Words]:
        """The words of those that are not yet told: what goes on overleaf has the same key."""
        for paragraph in paragraphs:
            if paragraph.key not in self._known:
                self._known.add(paragraph.key)
                yield words_of(paragraph.markup)

    def _row(
        self, cells: Sequence[list[Flowable]], across: dict[int, int], heads: int
    ) -> tuple[Cell, ...]:
        """The cells of a row that are not under another; the first `heads` head something."""
        covered = {column + more for column, count in across.items() for more in range(1, count)}
        return tuple(
            Cell(self._in_cell(cell), across.get(column, 1), column < heads)
            for column, cell in enumerate(cells)
            if column not in covered
        )

    def _in_cell(self, cell: list[Flowable]) -> tuple[ToldPart, ...]:
        """What a cell says; one that is only kept empty is for a hand."""
        kept = bool(cell) and all(isinstance(flowable, Spacer) for flowable in cell)
        return (Blank(1),) if kept else tuple(self.story(cell))

    def _row_to_fill(self, row: Row, *, named: bool) -> tuple[Cell, ...]:
        room = (Blank(1),) if row.height else ()
        return tuple(
            Cell(tuple(self.story(cell)) or room, head=named and column == 0)
            for column, cell in enumerate(row.cells)
        )


def _says(flowable: Flowable) -> bool:
    """Whether it is more than room, so that it parts what stands before and behind it."""
    if isinstance(flowable, Turn):
        return flowable.asked and flowable.layout is Layout.TEXT
    return not isinstance(flowable, Spacer | Rule)


def _tone(style: ParagraphStyle | None) -> Tone:
    """What a style says by its name, or by that of the style it was made of."""
    while style is not None:
        if style.name in _TONES:
            return _TONES[style.name]
        style = style.parent
    return Tone.BODY


def _belongs(flowable: Flowable) -> object:
    """What it is a part of: the same for parts of one list, one table, one deck of cards."""
    match flowable:
        case ListItem(list_tag=tag) | TaggedTable(tag=tag) | ContentsEntry(tag=tag):
            return tag
        case FillTable(ruled=ruled):
            return ruled
        case CardSheet(grid=grid):
            return grid
        case _:
            return flowable


def _heads(table: TaggedTable, row: int) -> int:
    """How many cells of the row head a column or the row."""
    if row < table.tag.head_rows or row in table.tag.glued:
        return len(table.widths)
    return table.tag.head_columns


def _shares(widths: Sequence[float]) -> tuple[float, ...]:
    return tuple(width / sum(widths) for width in widths)


def _all_words(paragraphs: Iterable[Any]) -> Words:
    """The words of paragraphs, each on a line of its own."""
    told: list[Piece] = []
    for paragraph in paragraphs:
        told += [Piece("\n")] if told else []
        told += words_of(paragraph.markup)
    return tuple(told)


def _bold(words: Words) -> Words:
    return tuple(Piece(piece.text, bold=True, link=piece.link) for piece in words)
