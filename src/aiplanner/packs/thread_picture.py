"""The thread as a picture on paper: numbers in columns, joined by lines."""

from __future__ import annotations

from collections.abc import Mapping

from aiplanner.app.phase_rooms import PHASE_OF
from aiplanner.app.thread_words import heading_of
from aiplanner.domain.ids import RowId
from aiplanner.domain.thread import Thread
from aiplanner.domain.thread_layout import Layout
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.fonts import REGULAR, width
from aiplanner.packs.marks import phase_mark
from aiplanner.packs.styles import LINE, colour

_ROW, _HEAD = 1.75, 2.4
"""Ems from one number to the next below, and for the marks above them."""
_ACROSS = 3.4
"""Least ems from one column to the next."""
_TALLEST = 0.72
"""Of the height of a page, what the picture may take."""


def thread_picture(
    thread: Thread, layout: Layout, numbers: Mapping[RowId, int], blocks: Blocks
) -> Story:
    """The picture and what its columns are; nothing where it would not fit on a page."""
    em = blocks.styles.cell.fontSize
    high = em * (_HEAD + layout.rows * _ROW)
    across = blocks.sheet.width / max(1, len(layout.columns))
    if high > blocks.sheet.height * _TALLEST or across < em * _ACROSS or not layout.places:
        return []
    names = ", ".join(_lowered(heading_of(column.sorts)) for column in layout.columns)
    words = _(
        "The thread as a picture: {count} numbers in columns, joined by {knots} lines. "
        "The tables below tell what grew from what."
    ).format(count=len(layout.places), knots=_knots(thread, layout))
    drawn = _Picture(thread, layout, numbers, (blocks.sheet.width, high, em))
    legend = _(
        "From left to right: {columns}. A line leads from each finding to what grew from it; "
        "the numbers are those of the tables below."
    ).format(columns=names)
    size = (blocks.sheet.width, high)
    return [*blocks.before(blocks.figure(drawn.draw, size, words)), *blocks.note(legend)]


def _knots(thread: Thread, layout: Layout) -> int:
    return sum(
        target in layout.places
        for source, targets in thread.fruits.items()
        if source in layout.places
        for target in targets
    )


def _lowered(words: str) -> str:
    return words if words.isupper() else words[:1].lower() + words[1:]


class _Picture:
    """Draws lines first, then the numbers on white, then the marks of the phases above them."""

    def __init__(
        self,
        thread: Thread,
        layout: Layout,
        numbers: Mapping[RowId, int],
        size: tuple[float, float, float],
    ) -> None:
        self._thread, self._layout, self._numbers = thread, layout, numbers
        self._width, self._height, self._em = size
        self._across = self._width / len(layout.columns)
        widest = max((width(str(n), REGULAR, self._em) for n in numbers.values()), default=0.0)
        self._half = widest / 2 + self._em * 0.35

    def draw(self, canvas: PackCanvas) -> None:
        """Draw the whole."""
        canvas.setLineWidth(0.8)
        for source, targets in self._thread.fruits.items():
            for target in targets:
                if source in self._layout.places and target in self._layout.places:
                    self._line(canvas, source, target)
        for key in self._layout.places:
            self._number(canvas, key)
        mark = self._em * 1.25
        for number, column in enumerate(self._layout.columns):
            phase = PHASE_OF.get(column.sorts[0])
            if phase is not None:
                left = (number + 0.5) * self._across - mark / 2
                phase_mark(phase, mark)(canvas, left, self._height - mark)

    def _place(self, key: RowId) -> tuple[float, float]:
        place = self._layout.places[key]
        top = self._height - self._em * _HEAD
        return (place.column + 0.5) * self._across, top - (place.row + 0.5) * self._em * _ROW

    def _line(self, canvas: PackCanvas, source: RowId, target: RowId) -> None:
        (x, y), (to_x, to_y) = self._place(source), self._place(target)
        back = to_x < x
        canvas.setStrokeColor(colour("border"))
        canvas.setDash([2, 2] if back else [])
        side = -self._half if back else self._half
        out = self._across * (-0.3 if back else 0.3)
        end = to_x + (side if to_x == x else -side)
        inward = out if to_x == x else -out
        begin = x + side
        canvas.bezier(begin, y, begin + out, y, end + inward, to_y, end, to_y)
        canvas.setDash([])

    def _number(self, canvas: PackCanvas, key: RowId) -> None:
        (x, y), text = self._place(key), str(self._numbers[key])
        canvas.setStrokeColor(LINE)
        canvas.setFillColorRGB(1, 1, 1)
        high = self._em * 1.3
        canvas.roundRect(
            x - self._half, y - high / 2, 2 * self._half, high, self._em * 0.35, fill=1, stroke=1
        )
        canvas.setFillColor(colour("ink"))
        canvas.setFont(REGULAR, self._em)
        canvas.drawString(x - width(text, REGULAR, self._em) / 2, y - self._em * 0.34, text)
