"""Keep painted cells as pictures: after an edit most of what is in sight looks as it did."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Line, Sort
from aiplanner.ui.tokens import Tokens
from aiplanner.ui.widgets.paint import Easel, Place

_MOST = 500
"""Pictures kept; a screen shows some two hundred cells."""
_STATES = QStyle.StateFlag.State_Selected.value | QStyle.StateFlag.State_MouseOver.value
_KEPT = frozenset({Sort.ITEM, Sort.TASK})
"""Lines of which each cell paints what is its own, whatever stands beside it."""

Paint = Callable[[Easel], None]


class CellPictures:
    """Two equal lines look the same, so the line is the key, but for its clock time."""

    def __init__(self) -> None:
        self._look: tuple[Hashable, ...] = ()
        self._pictures: dict[tuple[Hashable, ...], QPixmap] = {}
        self._lines: dict[Line, int] = {}
        self._seen: dict[int, int] = {}

    def begin(self, tokens: Tokens, density: float) -> None:
        """Begin a repaint: other colours or type make every picture anew."""
        font = QGuiApplication.font()
        look = tokens, font.family(), font.pointSizeF(), density
        if look != self._look or len(self._pictures) > _MOST:
            self._look = look
            self._pictures.clear()
            self._lines.clear()
        self._seen.clear()

    @staticmethod
    def keeps(line: Line, column: Column) -> bool:
        """Whether a picture of that cell can be used again; clock times change all the time."""
        return column is not Column.CLOCK and line.sort in _KEPT

    def draw(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        cell: tuple[Line, Column, Place],
        paint: Paint,
    ) -> None:
        """Draw a cell as it was painted before; `paint` paints it where it is another."""
        line, column, place = cell
        rect = option.rect
        states = option.state.value & _STATES
        key = (self._number(line), column, place, rect.width(), rect.height(), states)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._painted(rect, paint)
        painter.drawPixmap(rect.topLeft(), picture)

    def _painted(self, rect: QRect, paint: Paint) -> QPixmap:
        tokens, _family, _points, density = self._look
        assert isinstance(tokens, Tokens)
        assert isinstance(density, float)
        picture = QPixmap(round(rect.width() * density), round(rect.height() * density))
        picture.setDevicePixelRatio(density)
        picture.fill(QColor(tokens.surface))
        painter = QPainter(picture)
        painter.translate(-rect.topLeft())
        paint(Easel(painter, tokens))
        painter.end()
        return picture

    def _number(self, line: Line) -> int:
        """The same number for lines that look the same apart from their clock time."""
        known = self._seen.get(id(line))
        if known is None:
            bare = line._replace(start=None if line.start is None else 0)
            known = self._lines.setdefault(bare, len(self._lines))
            self._seen[id(line)] = known
        return known
