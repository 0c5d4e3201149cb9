"""Set a table to fill: with the programme's findings, its labels, and empty rows to write in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aiplanner.domain.findings import Finding
from aiplanner.domain.handouts import ColumnPart, TableBlock
from aiplanner.packs.asking import Ask, Asks
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.cell_asks import cell_asks
from aiplanner.packs.elastic import Lines
from aiplanner.packs.fill_tables import PAGE, FillTable, Row, Ruled, Want, shared_widths
from aiplanner.packs.filling import Group
from aiplanner.packs.found import told
from aiplanner.packs.merge import Merge
from aiplanner.packs.named_lines import NamedLines
from aiplanner.packs.runs import runs_width
from aiplanner.packs.text import Markup

_ROW = 1.35
"""Height of a row to write in, in distances between lines."""
_TALLEST = 200
"""Points that a row grows to at most."""
_SINGLE = 1.4
"""The stretch at which a row stops that stands alone, such as a name and a date."""
_COLUMN, _WIDE = 5.5, 108
"""Ems of body type that a hand needs at least, and points that are enough for any."""
_LABEL = 2.5
"""Ems of body type that a column of labels has at least."""
_INDENT = 0.6
"""Of the width of the page: a longer title stands over its lines."""
_BETWEEN = 1.6
"""Ems between a row that is set as a block and the next."""
_ABOVE = 0.4
"""Of the distance between lines: between a line to write on and a longer title."""
_KEPT = 3
"""Empty rows that a table keeps."""

Words = Sequence[Markup]
"""The words of a row, an empty text where people write."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """What is left empty in a table."""

    fewer: int = 0
    """Empty rows that it does without."""
    asks: Asks | None = None
    """Names the fields, where the sheet is a form."""


def table_groups(
    block: TableBlock, found: Sequence[Finding], blocks: Blocks, merge: Merge, blanks: Blanks
) -> Iterator[Group]:
    """The table; stacked blocks where its columns would be too narrow."""
    rows = _rows(block, found, merge, blanks.fewer)
    asked = cell_asks(block, found, rows, merge, blanks.asks)
    body, em = blocks.styles.profile.body, blocks.styles.profile.cell
    wants = [
        Want(
            column.share,
            (merge.plain(column.title), *_words(block, found, n)),
            _LABEL * body if block.labels and n == 0 else min(_COLUMN * body, _WIDE),
        )
        for n, column in enumerate(block.columns)
    ]
    widths = shared_widths(wants, blocks.sheet.width, em)
    if widths is None:
        yield from _stacked(block, rows, asked, blocks, merge)
        return
    ruled = Ruled(
        Row([blocks.cell_head(merge(column.title)) for column in block.columns]),
        widths,
        em,
        bool(block.labels),
        blocks.sheet.height,
    )
    height = blocks.pitch * _ROW
    named = bool(block.labels)
    made = [
        _row(words, own, blocks, height, named=named)
        for words, own in zip(rows, asked, strict=True)
    ]
    most = _TALLEST / height if len(made) > 1 else _SINGLE
    table = FillTable(ruled, made, fills=len(made) > 1, most=most)
    if table.tallest > blocks.sheet.height * PAGE:
        yield from _stacked(block, rows, asked, blocks, merge)
        return
    table.spaceBefore, table.spaceAfter = body * 0.7, body
    yield [table]


def _rows(
    block: TableBlock, found: Sequence[Finding], merge: Merge, fewer: int
) -> list[list[Markup]]:
    """The words of all rows: findings, labels, empty ones."""
    rows = [
        [merge.gate(told(row, c.field) if c.field else "") for c in block.columns] for row in found
    ]
    beside = [merge.gate("")] * (len(block.columns) - 1)
    rows += [[merge(label), *beside] for label in block.labels]
    least = min(block.rows, 1 if rows else _KEPT)
    empty = max(block.rows - len(found), min(block.rows, 1)) if found else block.rows
    if block.rows < 2:
        fewer = max(fewer, 0)
    return [*rows, *[[merge.gate(""), *beside]] * max(empty - fewer, least)]


def _words(block: TableBlock, found: Sequence[Finding], column: int) -> Iterator[str]:
    """The words that stand in a column before anybody writes."""
    if column == 0:
        yield from block.labels
    if field := block.columns[column].field:
        yield from (told(row, field) for row in found)


def _row(
    words: Words, asks: Sequence[Ask | None], blocks: Blocks, height: float, *, named: bool
) -> Row:
    cells: list[Story] = []
    for number, text in enumerate(words):
        if not text:
            cells.append([])
        else:
            cells.append(blocks.cell(text) if named and number == 0 else blocks.cell_lines([text]))
    return Row(cells, 0 if all(words) else height, asks)


def _stacked(
    block: TableBlock,
    rows: Sequence[Words],
    asked: Sequence[Sequence[Ask | None]],
    blocks: Blocks,
    merge: Merge,
) -> Iterator[Group]:
    """Each row as a block: what it begins with or its number, then one column under the other."""
    for number, (words, asks) in enumerate(zip(rows, asked, strict=True), 1):
        named = bool(words[0])
        group = blocks.strong(words[0] if named else str(number))
        cells = zip(block.columns, words, asks or [None] * len(words), strict=True)
        for column, text, ask in list(cells)[named:]:
            if text:
                group += _said(merge(column.title), text, blocks)
            else:
                group += _to_write(column, ask, blocks, merge)
        _align(group)
        group[-1].spaceAfter = blocks.styles.profile.body * _BETWEEN
        yield blocks.before(group[:-1]) + group[-1:]


def _align(group: Story) -> None:
    """Let the fields of a row begin under one another."""
    fields = [one for one in group if isinstance(one, NamedLines) and one.ask]
    for one in fields:
        one.indent = max(other.indent for other in fields)


def _said(title: Markup, text: Markup, blocks: Blocks) -> Story:
    """A column of a stacked row that says something: its title, then what it says."""
    return blocks.cell_lines([blocks.gate.fill("<b>{title}:</b> {text}", title=title, text=text)])


def _to_write(column: ColumnPart, ask: Ask | None, blocks: Blocks, merge: Merge) -> Story:
    """A column of a stacked row that is empty: its title, then a line to write on, or two."""
    title, pitch = merge(column.title), blocks.pitch
    if not title:
        return [Lines(1, pitch, fills=False, most=NamedLines.MOST, ask=ask)]
    (name,) = blocks.cell_lines([title])
    indent = _width(merge.plain(column.title), blocks)
    if indent > blocks.sheet.width * _INDENT:
        name.spaceBefore = pitch * _ABOVE
        return [name, Lines(2, pitch, fills=False, most=NamedLines.MOST, ask=ask)]
    return [NamedLines(name, indent, 1, pitch, ask)]


def _width(words: str, blocks: Blocks) -> float:
    """How far words and the space behind them run, in points."""
    em = blocks.styles.cell.fontSize
    return float(runs_width(blocks.gate.runs(words), em) + em * 0.6)
