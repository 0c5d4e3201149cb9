"""Where the cards and lines of the thread are in the picture, in pixels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetrics

from aiplanner.domain.ids import RowId
from aiplanner.domain.thread import Thread
from aiplanner.domain.thread_layout import Layout
from aiplanner.ui import fonts
from aiplanner.ui.models.thread_edits import Knot
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP

LINES = 3
"""Lines of a finding's own words on its card."""
_LEAST, _MOST = 152, 300
"""Width of a column in pixels at 100 % text size, with the gap to the next."""
_GAP = 30
"""Of that width, what lies between two columns: the lines run through it."""


class Strand(NamedTuple):
    """A line of the picture: from the edge of one card to the edge of another."""

    knot: Knot
    start: QPointF
    end: QPointF
    bow: float
    """How far its curve swings out, in pixels; to the right in a column, on to the next."""
    back: bool
    """Whether it leads against the cycle, to an earlier column."""

    def meets(self, view: QRectF) -> bool:
        """Whether any of it may be in sight."""
        low, high = sorted((self.start.y(), self.end.y()))
        left, right = sorted((self.start.x(), self.end.x()))
        return (
            high >= view.top()
            and low <= view.bottom()
            and right + self.bow >= view.left()
            and left - self.bow <= view.right()
        )


@dataclass(frozen=True, slots=True)
class Measures:
    """The sizes that the text size and the width of the view ask for, in pixels."""

    across: float
    """From one column to the next."""
    down: float
    """From one card to the next below."""
    card: tuple[float, float]
    """Width and height of a card."""
    head: int
    """Height of the headings, which stay at the top."""
    left: int
    """From the left edge to the first column."""


def measures(columns: int, width: int) -> Measures:
    """Sizes for so many columns in a view so wide; too many of them are scrolled to."""
    text, small = QFontMetrics(fonts.font()), QFontMetrics(fonts.font("secondary"))
    left = INSIDE + STEP
    gap = fonts.scaled(_GAP)
    each = (width - 2 * left + gap) / max(1, columns)
    across = max(float(fonts.scaled(_LEAST)), min(each, float(fonts.scaled(_MOST))))
    high = LINES * text.lineSpacing() + small.height() + 3 * STEP
    return Measures(
        across=across,
        down=float(high + INSIDE + STEP),
        card=(across - gap, float(high)),
        head=text.height() + BETWEEN,
        left=left,
    )


class Scale:
    """A layout in pixels; points count in the whole picture, its headings included."""

    def __init__(self, thread: Thread, layout: Layout, sizes: Measures) -> None:
        self.layout, self.sizes = layout, sizes
        columns = max(0.0, len(layout.columns) * sizes.across - sizes.across + sizes.card[0])
        self.width = round(columns) + 2 * sizes.left
        self.height = sizes.head + round(layout.rows * sizes.down) + INSIDE
        self._rows = [[layout.places[key].row for key in c.ids] for c in layout.columns]
        self.strands = tuple(self._strands(thread))

    def rect(self, key: RowId) -> QRectF:
        """Where a card is."""
        place, (width, height) = self.layout.places[key], self.sizes.card
        return QRectF(self.left(place.column), self._top(place.row), width, height)

    def left(self, column: int) -> float:
        """Where a column begins."""
        return self.sizes.left + column * self.sizes.across

    def seen(self, view: QRect) -> Iterator[RowId]:
        """The cards that a part of the picture shows, column by column."""
        for number, rows in enumerate(self._rows):
            left = self.left(number)
            if left > view.right() or left + self.sizes.card[0] < view.left():
                continue
            first = bisect_left(rows, self._row(view.top() - self.sizes.card[1]))
            last = bisect_right(rows, self._row(view.bottom()))
            yield from self.layout.columns[number].ids[first:last]

    def at(self, point: QPointF) -> RowId | None:
        """The card at a point."""
        spot = QRect(round(point.x()), round(point.y()), 1, 1)
        return next((key for key in self.seen(spot) if self.rect(key).contains(point)), None)

    def _top(self, row: float) -> float:
        return self.sizes.head + row * self.sizes.down

    def _row(self, y: float) -> float:
        return (y - self.sizes.head) / self.sizes.down

    def _strands(self, thread: Thread) -> Iterator[Strand]:
        boxes = {key: self.rect(key) for key in self.layout.places}
        for source, targets in thread.fruits.items():
            for target in targets:
                if source in boxes and target in boxes:
                    yield _strand((source, target), boxes[source], boxes[target])


def _strand(knot: Knot, source: QRectF, target: QRectF) -> Strand:
    """The line of a knot: forward through the gap, in a column round its right, back dashed."""
    begin, finish = source.center().y(), target.center().y()
    if source.left() == target.left():
        start, end = QPointF(source.right(), begin), QPointF(target.right(), finish)
        return Strand(knot, start, end, fonts.scaled(_GAP) * 0.8, back=False)
    if source.left() < target.left():
        start, end = QPointF(source.right(), begin), QPointF(target.left(), finish)
    else:
        start, end = QPointF(source.left(), begin), QPointF(target.right(), finish)
    bow = max(fonts.scaled(_GAP) * 0.6, abs(end.x() - start.x()) * 0.4)
    return Strand(knot, start, end, bow, back=source.left() > target.left())
