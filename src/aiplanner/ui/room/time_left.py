"""The time that is left, as the largest thing on the wall: a number and what it counts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from aiplanner.app.room_words import Figure, Tone
from aiplanner.ui.room.big_words import big_font
from aiplanner.ui.tokens import Tokens
from aiplanner.ui.widgets.picture import Picture

NUMBER, WORDS = 216, 52
"""Pixels at scale 1."""
_COLOURS = {Tone.CALM: "ink", Tone.SOON: "warn", Tone.OVER: "danger"}
_CAP = 0.68
"""Height of a figure beside its font's size, with a little air."""


class TimeLeft(Picture):
    """Draws a figure; screen readers find it in words that change with the minute only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.figure = Figure()
        self._scale = self._words = 1.0
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: Figure, spoken: str) -> None:
        """Show another number."""
        self.figure = figure
        if spoken != self.text():
            self.tell(spoken)
        self.setVisible(bool(figure.number))
        self.update()

    def fit(self, width: int, scale: float, words_scale: float) -> int:
        """Take the size of a scale; the height, 0 when there is nothing to show."""
        if not self.figure.number:
            return 0
        number = QFontMetricsF(big_font(NUMBER, strong=True)).horizontalAdvance(self.figure.number)
        words = QFontMetricsF(big_font(WORDS)).horizontalAdvance(self.figure.words) + WORDS
        needed = number * scale + words * words_scale
        fits = min(1.0, width / needed)
        self._scale, self._words = scale * fits, words_scale * fits
        self.setFixedHeight(round(NUMBER * scale * (_CAP + 0.14)))
        self.update()
        return self.height()

    def natural_size(self) -> QSize:
        """Any width, and the height fitted."""
        return QSize(1, max(1, self.minimumHeight()))

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """Number and words on one line."""
        colour = QColor(getattr(tokens, _COLOURS[self.figure.tone]))
        base = (self.height() + NUMBER * self._scale * _CAP) / 2
        painter.setPen(colour)
        font = big_font(NUMBER * self._scale, strong=True)
        painter.setFont(font)
        # Figures carry their own air at the left; without it they stand under the words above.
        bearing = QFontMetricsF(font).leftBearing(self.figure.number[0])
        painter.drawText(QPointF(-bearing, base), self.figure.number)
        x = QFontMetricsF(font).horizontalAdvance(self.figure.number) - bearing
        painter.setFont(big_font(WORDS * self._words))
        painter.drawText(QPointF(x + WORDS * self._words * 0.3, base), self.figure.words)
