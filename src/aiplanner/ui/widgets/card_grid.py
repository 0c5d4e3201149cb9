"""Cards that can be pressed, in as many columns as there is room for."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.tokens import BETWEEN
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.labels import label

_INSETS = {"card": (14, 10, 14, 12), "hint": (8, 5, 8, 6)}
_LEAST_WIDTH = 230
"""Pixels, at 100 % text size, under which a card gives up its column."""


class CardButton(Button):
    """A card that is one button: a title, a short fact at its right, and a line below.

    As a "hint" it is a line of text among others: no frame, and its title is a sentence.
    """

    def __init__(
        self, title: str, fact: str, line: str, *, role: Literal["card", "hint"] = "card"
    ) -> None:
        super().__init__("", role)
        self.setAccessibleName(f"{title}, {fact}" if fact else title)
        self.setAccessibleDescription(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.addWidget(label(title, "strong" if role == "card" else "", wrap=True), 1)
        if fact:
            head.addWidget(label(fact, "secondary"), 0, Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout(self)
        body.setContentsMargins(*_INSETS[role])
        body.setSpacing(2)
        body.addLayout(head)
        body.addWidget(label(line, "secondary", wrap=True))
        body.addStretch(1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """What the words on it need, not a button's label."""
        return self._needed(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Never less than its words need at this width."""
        return self._needed(super().minimumSizeHint())

    def hasHeightForWidth(self) -> bool:
        """A narrow card is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height its words need."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def _needed(self, otherwise: QSize) -> QSize:
        layout = self.layout()
        if layout is None:
            return otherwise
        width = fonts.scaled(_LEAST_WIDTH)
        return QSize(width, layout.totalHeightForWidth(max(self.width(), width)))


class CardGrid(QWidget):
    """Cards in rows; the number of columns follows the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(BETWEEN - 2)

    def add(self, card: QWidget) -> None:
        """Put a card at the end."""
        self._cards.append(card)
        self._lay(max(self._columns, 1))

    def clear(self) -> None:
        """Take all cards away."""
        for card in self._cards:
            self._grid.removeWidget(card)
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
