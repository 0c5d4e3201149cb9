"""Minutes of personal, organisational and system leadership as a bar, with their words above."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from aiplanner.domain.cycle import Level
from aiplanner.ui import fonts
from aiplanner.ui.tokens import RADIUS, Tokens, mix
from aiplanner.ui.widgets.picture import Picture

_TINTS: Mapping[Level, float] = {
    Level.PERSONAL: 1.0,
    Level.ORGANISATIONAL: 0.66,
    Level.SYSTEM: 0.3,
}
"""How much of the accent each level takes; their order is that of the words above the bar."""
_APART = 2
"""Pixels between two parts."""


class LevelBar(Picture):
    """Three parts side by side, as wide as they are long; a part without minutes is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._minutes: Mapping[Level, int] = {}
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_levels(self, minutes: Mapping[Level, int], twin: str) -> None:
        """Show these minutes; `twin` says them."""
        self._minutes = minutes
        self.tell(twin)

    def natural_size(self) -> QSize:
        """A thin bar; any width will do."""
        return QSize(120, fonts.scaled(14))

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """The parts within one rounded frame."""
        box = QRectF(self.rect())
        frame = QPainterPath()
        frame.addRoundedRect(box, RADIUS - 2, RADIUS - 2)
        painter.setClipPath(frame)
        painter.fillRect(self.rect(), QColor(tokens.sunken))
        total, left = sum(self._minutes.values()), box.left()
        for level in Level:
            if not (minutes := self._minutes.get(level, 0)):
                continue
            width = box.width() * minutes / total
            part = QRectF(round(left), box.top(), round(left + width) - round(left), box.height())
            painter.fillRect(part, QColor(mix(tokens.surface, tokens.accent, _TINTS[level])))
            painter.setPen(Qt.PenStyle.NoPen)
            edge = QRectF(part.right() - _APART, part.top(), _APART, part.height())
            painter.fillRect(edge, QColor(tokens.surface))
            left += width
