"""The profile as a dot plot: for each capability an open dot before and a filled one after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.tokens import Tokens
from aiplanner.ui.widgets.paint import Easel
from aiplanner.ui.widgets.picture import Picture

_DOT = 11
"""Pixels across a dot at 100 % text size."""
_POINTS = 4


class Dots(NamedTuple):
    """A line of the plot: its name, and the places of its dots on the scale, 1 to 4."""

    name: str
    before: float | None
    after: float | None


class DotPlot(Picture):
    """One line a capability, its name above; ticks stand at the four points of the scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lines: Sequence[Dots] = ()
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_dots(self, lines: Sequence[Dots], twin: str) -> None:
        """Show these lines; `twin` says them."""
        self._lines = tuple(lines)
        self.tell(twin)

    def natural_size(self) -> QSize:
        """Any width will do."""
        return QSize(160, self._row * len(self._lines))

    @property
    def _row(self) -> int:
        return QFontMetrics(fonts.font("secondary")).height() + fonts.scaled(_DOT) + 14

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """Line by line."""
        words = QFontMetrics(fonts.font("secondary")).height()
        easel = Easel(painter, tokens)
        for n, line in enumerate(self._lines):
            top = n * self._row
            name = QRect(0, top, self.width(), words)
            easel.text(name, line.name, tokens.ink2, fonts.font("secondary"))
            self._line(painter, tokens, line, top + words + fonts.scaled(_DOT) / 2 + 4)

    def _line(self, painter: QPainter, tokens: Tokens, line: Dots, y: float) -> None:
        painter.setPen(QPen(QColor(tokens.border), 1.4))
        painter.drawLine(QLineF(self._x(1), y, self._x(_POINTS), y))
        for point in range(1, _POINTS + 1):
            painter.drawLine(QLineF(self._x(point), y - 3, self._x(point), y + 3))
        same = line.before is not None and line.before == line.after
        painter.setPen(QPen(QColor(tokens.accent), 2))
        radius = fonts.scaled(_DOT) / 2
        if line.before is not None:
            # Where both stand at the same place the open one is a ring around the filled one.
            size = radius + 3 if same else radius
            painter.setBrush(QColor(tokens.surface))
            painter.drawEllipse(QPointF(self._x(line.before), y), size, size)
        if line.after is not None:
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(QPointF(self._x(line.after), y), radius - 1, radius - 1)

    def _x(self, point: float) -> float:
        edge = fonts.scaled(_DOT) / 2 + 5
        return edge + (self.width() - 2 * edge) * (point - 1) / (_POINTS - 1)
