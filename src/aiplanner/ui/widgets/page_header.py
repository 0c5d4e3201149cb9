"""The head of a page: its title, the one line that says why it matters, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.labels import label


class PageHeader(QWidget):
    """Title and reason on the left, buttons on the right (the filled one outermost)."""

    def __init__(self, title: str, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(title, "title")
        self.why = label(why, "quiet", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.why)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(INSIDE)
        self._row.addLayout(words, 1)
        self.why.setVisible(bool(why))  # not before it has its place: it would be a window

    def add_action(self, widget: QWidget) -> None:
        """Put a control at the right end, on the line of the title."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)

    def set_words(self, title: str, why: str) -> None:
        """Change title and reason."""
        self.title.setText(title)
        self.why.setText(why)
        self.why.setVisible(bool(why))
