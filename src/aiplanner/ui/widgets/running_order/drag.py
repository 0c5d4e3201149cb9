"""Drag items by a small label at the pointer, so that the place where they go stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QDrag, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from aiplanner.i18n import ngettext
from aiplanner.ui import fonts
from aiplanner.ui.tokens import INSIDE, RADIUS, Tokens, in_force
from aiplanner.ui.widgets.paint import Easel

_WIDEST = 280
"""Pixels that a title may take on the label, at 100 % text size."""


def drag_items(
    source: QWidget, data: QMimeData, action: Qt.DropAction = Qt.DropAction.MoveAction
) -> None:
    """Let the user drag; where it ends is told by the drop. What is copied stays where it is."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(_label(_words(data.text().splitlines()), source.devicePixelRatioF(), in_force()))
    drag.setHotSpot(QPoint(-2 * INSIDE, -INSIDE))
    drag.exec(action)


def _words(titles: list[str]) -> str:
    if len(titles) == 1:
        return titles[0]
    return ngettext("{count} item", "{count} items", len(titles)).format(count=len(titles))


def _label(words: str, density: float, tokens: Tokens) -> QPixmap:
    font = fonts.font("body", strong=True)
    metrics = QFontMetrics(font)
    width = min(metrics.horizontalAdvance(words), fonts.scaled(_WIDEST)) + 3 * INSIDE
    height = metrics.height() + INSIDE
    drawn = QPixmap(round(width * density), round(height * density))
    drawn.setDevicePixelRatio(density)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.accent), 1.5))
    painter.setBrush(QColor(tokens.raised))
    painter.drawRoundedRect(QRectF(1, 1, width - 2, height - 2), RADIUS, RADIUS)
    inside = QRect(INSIDE + 4, 0, width - 3 * INSIDE + 4, height)
    Easel(painter, tokens).text(inside, words, tokens.ink, font)
    painter.end()
    return drawn
