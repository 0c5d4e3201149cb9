"""A drawn widget with a text twin: whoever cannot see the drawing is told the same in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from aiplanner.ui.tokens import Tokens, in_force


class Picture(QLabel):
    """Draws instead of showing its text; the text is its twin for screen readers."""

    def __init__(self, twin: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.tell(twin)

    def tell(self, twin: str) -> None:
        """Change what the picture says in words."""
        self.setText(twin)
        self.setAccessibleName(twin)
        self.updateGeometry()
        self.update()

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """Draw into `self.rect()`; every picture does."""
        raise NotImplementedError

    def natural_size(self) -> QSize:
        """The size at which nothing is cut off; every picture knows."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """The natural size, not that of the words."""
        return self.natural_size()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than natural."""
        return self.natural_size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw smoothly in the theme of the moment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, in_force())
        painter.end()
