"""Cards that can be pressed, in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.tokens import BETWEEN
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.words_button import WordsButton

_INSETS = (14, 10, 14, 12)
_LEAST_WIDTH = 230
"""Pixels, at 100 % text size, under which a card gives up its column."""


class CardButton(WordsButton):
    """A card that is one button: a title, a short fact at its right, and a line below."""

    def __init__(self, title: str, fact: str, line: str) -> None:
        super().__init__("card", _INSETS)
        self.setAccessibleName(f"{title}, {fact}" if fact else title)
        self.setAccessibleDescription(line)
        head = QHBoxLayout()
        head.addWidget(label(title, "strong", wrap=True), 1)
        if fact:
            head.addWidget(label(fact, "secondary"), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(label(line, "secondary", wrap=True))
        self.body.addStretch(1)
        self.let_through()


class CardGrid(QWidget):
    """Cards in rows; the number of columns follows the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(BETWEEN - 2)

    def add(self, *cards: QWidget) -> None:
        """Put cards at the end."""
        self._cards += cards
        self._lay(max(self._columns, 1))

    def clear(self) -> None:
        """Take all cards away."""
        for card in self._cards:
            self._grid.removeWidget(card)
            # What was only just put in is still to be shown, and would be as a window of its own.
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self._cards.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        columns = max(1, self.width() // (fonts.scaled(_LEAST_WIDTH) + BETWEEN))
        columns = min(columns, max(len(self._cards), 1))
        if columns != self._columns:
            self._lay(columns)

    def minimumSizeHint(self) -> QSize:
        """One column must fit."""
        return QSize(fonts.scaled(_LEAST_WIDTH), super().minimumSizeHint().height())

    def _lay(self, columns: int) -> None:
        for column in range(max(self._columns, columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for n, card in enumerate(self._cards):
            self._grid.addWidget(card, n // columns, n % columns)
