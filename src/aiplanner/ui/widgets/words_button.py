"""A button whose words are sentences: they break into lines where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.labels import label

_LEAST_WIDTH = 230
"""Pixels, at 100 % text size, for which a height is worked out before the width is known."""


class WordsButton(Button):
    """Holds labels in `body`; a press anywhere on them is a press of the button."""

    def __init__(self, role: str, insets: tuple[int, int, int, int]) -> None:
        super().__init__("", role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*insets)
        self.body.setSpacing(2)

    def let_through(self) -> None:
        """Have clicks on the words reach the button; to be called once they are all there."""
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """What the words on it need, not a button's label."""
        return self._needed()

    def minimumSizeHint(self) -> QSize:
        """Never less than its words need at this width."""
        return self._needed()

    def hasHeightForWidth(self) -> bool:
        """A narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height its words need."""
        return self.body.totalHeightForWidth(width)

    def _needed(self) -> QSize:
        width = fonts.scaled(_LEAST_WIDTH)
        return QSize(width, self.body.totalHeightForWidth(max(self.width(), width)))


class OfferButton(WordsButton):
    """Says in one sentence what pressing it does, and is as wide as that in a flow of others."""

    _INSETS = (9, 3, 9, 4)

    def __init__(self) -> None:
        super().__init__("offer", self._INSETS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._words: QLabel = label("", "offer", wrap=True)
        self.body.addWidget(self._words)
        self.let_through()

    def show_words(self, words: str) -> None:
        """Say what it does now."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the words in one line; whoever has less room asks for the height."""
        self._words.ensurePolished()
        left, _top, right, _bottom = self._INSETS
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        width = words + left + right + 4
        return QSize(width, self.body.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for a word or two."""
        return QSize(fonts.scaled(80), self.body.totalHeightForWidth(self.sizeHint().width()))
