"""The time that is left, as a bar: full at the beginning, empty at the end, hatched beyond it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from aiplanner.app.room import Now
from aiplanner.app.room_words import Tone
from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import RADIUS, Tokens
from aiplanner.ui.widgets.picture import Picture

HEIGHT = 26
"""Pixels at scale 1."""


class LeftBar(Picture):
    """What is left is filled; over time, a mark stands where the end should have been."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._gone, self._allowed, self._tone = 0, 0, Tone.CALM
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_now(self, now: Now | None, tone: Tone) -> None:
        """Show the time of the item under way; hidden where nobody said how long it takes."""
        self._tone, timed = tone, now is not None and now.allowed is not None
        if now is not None and now.allowed is not None:
            self._gone, self._allowed = now.gone, round(now.allowed.total_seconds())
            twin = _("{gone} of {allowed} minutes gone")
            spoken = twin.format(gone=self._gone // 60, allowed=self._allowed // 60)
            if spoken != self.text():
                self.tell(spoken)
        self.setVisible(timed)
        self.update()

    def fit(self, scale: float) -> int:
        """Take the height of a scale; 0 while it is hidden."""
        self.setFixedHeight(max(6, round(HEIGHT * scale)))
        return 0 if self.isHidden() else self.height()

    def natural_size(self) -> QSize:
        """Any width."""
        return QSize(1, max(6, self.minimumHeight()))

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """Paper, what is left or over, and the edge around it."""
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        frame = QPainterPath()
        frame.addRoundedRect(box, RADIUS, RADIUS)
        painter.setClipPath(frame)
        painter.fillRect(box, QColor(tokens.sunken))
        left = max(0, self._allowed - self._gone)
        if left:
            part = QRectF(box)
            part.setLeft(box.right() - box.width() * left / max(1, self._allowed))
            painter.fillRect(
                part, QColor(tokens.warn if self._tone is Tone.SOON else tokens.accent)
            )
        else:
            self._draw_over(painter, box, tokens)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(tokens.border), 1.5))
        painter.drawPath(frame)

    def _draw_over(self, painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        over = QRectF(box)
        over.setLeft(box.left() + box.width() * self._allowed / max(1, self._gone))
        painter.fillRect(over, QBrush(QColor(tokens.danger), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(QColor(tokens.danger), 4))
        top, foot = QPointF(over.left(), box.top()), QPointF(over.left(), box.bottom())
        painter.drawLine(top, foot)
