"""Where the cards and lines of the thread are in the picture, in pixels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass
from math import asin, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPolygonF

from aiplanner.domain.ids import RowId
from aiplanner.domain.thread import Thread
from aiplanner.domain.thread_layout import Layout
from aiplanner.ui import fonts
from aiplanner.ui.models.thread_edits import Knot
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP

_LINES, _SMALL_LINES = 3, 4
"""Lines of a finding's own words on its card, and on a narrow one in smaller type."""
_LEAST, _EASY, _MOST = 108, 160, 300
"""Width of a column in pixels at 100 % text size, with the gap to the next: at least, so that it
reads with ease, and at most."""
_GAP, _SMALL_GAP = 28, 18
"""Of that width, what lies between two columns: the lines run through it."""
_POINTS = 14
"""Straight pieces that stand for a curve."""
_FAN = 16
"""Lines from one card to places out of sight that are drawn at most, or a few more."""


class Strand(NamedTuple):
    """A line of the picture: from the edge of one card to the edge of another."""

    knot: Knot
    start: QPointF
    end: QPointF
    out: float
    """How far its curve swings out where it begins, to the right; negative to the left."""
    inward: float
    """The same where it ends."""

    @property
    def back(self) -> bool:
        """Whether it leads against the cycle, to an earlier column."""
        return self.out < 0

    def points(self, top: float, bottom: float) -> QPolygonF:
        """The part of its curve between two heights: what is far off costs nothing to draw."""
        x, y, to_x, to_y = self.start.x(), self.start.y(), self.end.x(), self.end.y()
        first, last = 0.0, 1.0
        if y != to_y:
            first, last = sorted(_when(y, to_y, height) for height in (top, bottom))
        bend, to_bend = 3 * (x + self.out), 3 * (to_x + self.inward)
        drawn: list[QPointF] = []
        for n in range(_POINTS + 1):
            t = first + (last - first) * n / _POINTS
            u = 1 - t
            a, b, c, d = u * u * u, u * u * t, u * t * t, t * t * t
            across = a * x + b * bend + c * to_bend + d * to_x
            drawn.append(QPointF(across, y + (to_y - y) * (3 * c + d)))
        return QPolygonF(drawn)


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
    gap: int
    """Between two columns."""
    role: fonts.Role
    """The type of the words on the cards."""
    lines: int
    """Lines of a finding's own words on its card, where it lacks nothing."""


def measures(columns: int, width: int) -> Measures:
    """Sizes for so many columns in a view so wide.

    They are narrow where all of them fit then; those that do not fit at all are scrolled to.
    """
    left = INSIDE + STEP
    small_gap = fonts.scaled(_SMALL_GAP)
    each = (width - 2 * left + small_gap) / max(1, columns)
    narrow = fonts.scaled(_LEAST) <= each < fonts.scaled(_EASY)
    gap = small_gap if narrow else fonts.scaled(_GAP)
    each = (width - 2 * left + gap) / max(1, columns)
    least = _LEAST if narrow else _EASY
    across = max(float(fonts.scaled(least)), min(each, float(fonts.scaled(_MOST))))
    role: fonts.Role = "secondary" if narrow else "body"
    lines = _SMALL_LINES if narrow else _LINES
    small = QFontMetrics(fonts.font("secondary", strong=True))
    high = lines * QFontMetrics(fonts.font(role)).lineSpacing() + small.height() + 3 * STEP
    return Measures(
        across=across,
        down=float(high + INSIDE + STEP),
        card=(across - gap, float(high)),
        head=(2 if narrow else 1) * small.lineSpacing() + BETWEEN + STEP,
        left=left,
        gap=gap,
        role=role,
        lines=lines,
    )


class Scale:
    """A layout in pixels; points count in the whole picture, its headings included."""

    def __init__(self, thread: Thread, layout: Layout, sizes: Measures) -> None:
        self.layout, self.sizes = layout, sizes
        columns = max(0.0, len(layout.columns) * sizes.across - sizes.across + sizes.card[0])
        self.width = round(columns) + 2 * sizes.left
        self.height = sizes.head + round(layout.rows * sizes.down) + INSIDE
        self._thread = thread
        self._rows = [[layout.places[key].row for key in c.ids] for c in layout.columns]

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

    def strands(self, view: QRect, always: Knot | None = None) -> Iterator[Strand]:
        """The lines that begin or end at a card in sight, or hardly out of it; `always` too.

        Of the many that may lead from one card to places out of sight, some stand for all.
        """
        across, down = round(self.sizes.across), round(self.sizes.down)
        near = dict.fromkeys(self.seen(view.adjusted(-across, -down, across, down)))
        told = dict.fromkeys(filter(None, (always,)))
        for key in near:
            inside, far = self._knots(key, near)
            told |= dict.fromkeys((*inside, *far[:: 1 + len(far) // _FAN]))
        places = self.layout.places
        for source, target in told:
            if source in places and target in places:
                boxes = self.rect(source), self.rect(target)
                yield _strand((source, target), *boxes, float(self.sizes.gap))

    def at(self, point: QPointF) -> RowId | None:
        """The card at a point."""
        spot = QRect(round(point.x()), round(point.y()), 1, 1)
        return next((key for key in self.seen(spot) if self.rect(key).contains(point)), None)

    def _knots(self, key: RowId, near: Container[RowId]) -> tuple[list[Knot], list[Knot]]:
        """The knots of a card with cards that are near, and with others from top to bottom."""
        others = [(other, (other, key)) for other in self._thread.grown_from(key)]
        others += [(other, (key, other)) for other in self._thread.became(key)]
        places = self.layout.places
        far = [pair for pair in others if pair[0] not in near and pair[0] in places]
        far.sort(key=lambda pair: places[pair[0]].row)
        return [knot for other, knot in others if other in near], [knot for _other, knot in far]

    def _top(self, row: float) -> float:
        return self.sizes.head + row * self.sizes.down

    def _row(self, y: float) -> float:
        return (y - self.sizes.head) / self.sizes.down


def _strand(knot: Knot, source: QRectF, target: QRectF, gap: float) -> Strand:
    """The line of a knot: forward through the gap, within a column round its right, or back."""
    begin, finish = source.center().y(), target.center().y()
    if source.left() == target.left():
        start, end = QPointF(source.right(), begin), QPointF(target.right(), finish)
        return Strand(knot, start, end, gap * 0.8, gap * 0.8)
    on = source.left() < target.left()
    start = QPointF(source.right() if on else source.left(), begin)
    end = QPointF(target.left() if on else target.right(), finish)
    bow = max(gap * 0.6, abs(end.x() - start.x()) * 0.4)
    return Strand(knot, start, end, bow if on else -bow, -bow if on else bow)


def _when(y: float, to_y: float, height: float) -> float:
    """Where on its way, 0 to 1, a curve that leaves and comes in level is at a height."""
    share = min(1.0, max(0.0, (height - y) / (to_y - y)))
    return 0.5 - sin(asin(1 - 2 * share) / 3)
