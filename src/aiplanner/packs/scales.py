"""Set a scale: statements with a box to tick for each point, side by side or stacked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil

from reportlab.platypus import Flowable

from aiplanner.domain.handouts import ScaleBlock
from aiplanner.packs.asking import Option
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.fill_tables import PAGE, FillTable, Row, Ruled, Want, shared_widths
from aiplanner.packs.filling import Group
from aiplanner.packs.marks import tick_box, tick_field
from aiplanner.packs.merge import Merge
from aiplanner.packs.runs import draw_runs, runs_width
from aiplanner.packs.styles import WRITING, colour
from aiplanner.packs.text import Run

_STATEMENT = 11
"""Ems of body type that a statement has at least."""
_POINT = 2.2
_ROOM = 1.5
"""How far rows grow where the page has room."""
_BOX = 1.15
"""Ems of a box to tick."""


def scale_groups(
    block: ScaleBlock, blocks: Blocks, merge: Merge, options: Sequence[Sequence[Option]] = ()
) -> Iterator[Group]:
    """A row for each statement; where the points would be torn each statement has its own line.

    `options` are the fields of each statement's points in a form; empty on paper.
    """
    body, em = blocks.styles.profile.body, blocks.styles.profile.cell
    points = [Want(1, (merge.plain(point),), _POINT * body) for point in block.points]
    share = max(len(points), 3)
    wants = [Want(share, (), _STATEMENT * body), *points]
    widths = shared_widths(wants, blocks.sheet.width, em)
    if widths is None:
        yield from _stacked(block, blocks, merge, options)
        return
    head = Row([[], *(blocks.cell_head(merge(point)) for point in block.points)])
    ruled = Ruled(head, widths, em, named=True, page=blocks.sheet.height)
    rows = [
        Row(
            [blocks.cell_lines([merge(words)]), *([box] for box in _boxes(block, n, em, options))],
            em * 3,
        )
        for n, words in enumerate(block.statements)
    ]
    table = FillTable(ruled, rows, fills=False, most=_ROOM)
    if table.tallest > blocks.sheet.height * PAGE:
        yield from _stacked(block, blocks, merge, options)
        return
    table.spaceBefore, table.spaceAfter = body * 0.7, body
    yield [table]


def _boxes(
    block: ScaleBlock, statement: int, em: float, options: Sequence[Sequence[Option]]
) -> list[TickBox]:
    asked = options[statement] if options else [None] * len(block.points)
    return [TickBox(em * _BOX, option) for option in asked]


def _stacked(
    block: ScaleBlock, blocks: Blocks, merge: Merge, options: Sequence[Sequence[Option]]
) -> Iterator[Group]:
    size = blocks.styles.profile.body
    points = [blocks.gate.runs(merge.plain(point)) for point in block.points]
    long = max(runs_width(point, size) for point in points) > blocks.sheet.width * 0.8
    for number, statement in enumerate(block.statements):
        asked = options[number] if options else ()
        ticks = (
            blocks.ticks(map(merge, block.points), asked)
            if long
            else [TickRow(points, size, asked)]
        )
        ticks[-1].spaceAfter = size * 1.1
        yield [*blocks.strong(merge(statement)), *ticks]


class TickBox(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """A box to tick in the middle of a cell; its head says what it stands for."""

    def __init__(self, size: float, asked: Option | None = None) -> None:
        super().__init__()
        self._size, self.asked = size, asked

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:
        """As wide as the cell."""
        self.width, self.height = availWidth, self._size * 1.1
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box, on paper as an artifact."""
        draw_box(
            self.canv, (self.width - self._size) / 2, self._size * 0.16, self._size, self.asked
        )


class TickRow(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """Boxes to tick with their words behind them: a row, or rows with boxes in columns."""

    def __init__(
        self, points: Sequence[list[Run]], size: float, asked: Sequence[Option] = ()
    ) -> None:
        super().__init__()
        self.points, self._size, self.asked = points, size, asked
        self.places: list[tuple[float, float]] = []

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:
        """As many rows as the words need."""
        apart, down = self._size * 1.4, self._size * 1.9
        across = [self._size * 1.6 + runs_width(point, self._size) + apart for point in self.points]
        places = _in_rows(across, availWidth + apart)
        self.width, self.height = availWidth, ((places[-1][1] if places else 0) + 1) * down
        self.places = [(x, self.height - (row + 0.7) * down) for x, row in places]
        return self.width, self.height

    def draw(self) -> None:
        """Draw each box, on paper as an artifact, and its words as content."""
        canvas, size = self.canv, self._size
        asked = [*self.asked, *[None] * (len(self.points) - len(self.asked))]
        for point, (x, y), option in zip(self.points, self.places, asked, strict=True):
            draw_box(canvas, x, y, size * 0.95, option)
            with canvas.tagger.element("P"), canvas.tagger.content():
                canvas.setFillColor(colour("ink"))
                draw_runs(canvas, point, x + size * 1.5, y, size)


def _in_rows(across: Sequence[float], room: float) -> list[tuple[float, int]]:
    """Where things so wide stand, and in which rows: under one another where no row is lost."""
    loose, x, row = [], 0.0, 0
    for wide in across:
        if x and x + wide > room:
            x, row = 0.0, row + 1
        loose.append((x, row))
        x += wide
    count = ceil(len(across) / (row + 1))
    columns = [max(across[column::count]) for column in range(count)]
    if sum(columns) > room:
        return loose
    lefts = list(accumulate(columns[:-1], initial=0.0))
    return [(lefts[number % count], number // count) for number in range(len(across))]


def draw_box(canvas: PackCanvas, x: float, y: float, size: float, asked: Option | None) -> None:
    """Draw a box to tick on the text line at y: a field of a form, or an artifact on paper."""
    if asked is not None:
        tick_field(asked, size)(canvas, x, y)
        return
    with canvas.tagger.artifact():
        tick_box(size, WRITING)(canvas, x, y)
