"""What windows beside the programme's have in common: the head, the work, and the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.labels import ElidedLabel
from aiplanner.ui.widgets.page_header import PageHeader


class WindowFoot(QFrame):
    """Says what was done, above the keys and whatever else is told, with the buttons beside it."""

    def __init__(self, told: Sequence[QWidget], buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty("ground", "foot")
        self.said = ElidedLabel()
        words = QVBoxLayout()
        words.setSpacing(2)
        for one in (self.said, *told):
            words.addWidget(one)
        row = QHBoxLayout(self)
        row.setContentsMargins(AROUND, INSIDE, AROUND, INSIDE)
        row.setSpacing(INSIDE)
        row.addLayout(words, 1)
        row.addSpacing(INSIDE)
        for made in buttons:
            row.addWidget(made)
        self.tell("")

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.setText(words)
        self.said.setVisible(bool(words))


def window_page(window: QWidget, header: PageHeader, foot: QWidget) -> QVBoxLayout:
    """Put head and foot in their places; what comes between them is added to what is returned."""
    window.setWindowTitle(header.title.text())
    page = QVBoxLayout()
    page.setContentsMargins(AROUND, BETWEEN, AROUND, BETWEEN)
    page.setSpacing(BETWEEN)
    page.addWidget(header)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(page, 1)
    whole.addWidget(foot)
    return page
