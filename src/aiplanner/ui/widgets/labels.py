"""Words on a page: by role, wrapped or cut off with the whole text at hand, and hairlines."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

_BREAK = "\u200b"
_LONG = re.compile(r"\S{20}(?=\S)")
"""So many letters of a word that still goes on."""


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Words in one of the roles of `resources/style.qss`; they are never read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def breakable(text: str) -> str:
    """The text with places to break in words too long for a line, such as an address."""
    return _LONG.sub(lambda part: part.group() + _BREAK, text)


def set_role(widget: QWidget, role: str) -> None:
    """Give words another role while they are on show."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def hairline() -> QFrame:
    """A line that only divides."""
    line = QFrame()
    line.setProperty("ground", "line")
    line.setFixedHeight(1)
    return line


class ElidedLabel(QLabel):
    """One line that gives way: cut off with "…" when narrow, whole as tool tip and when spoken."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        whole = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(whole + 2, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits; the tool tip holds the rest."""
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
