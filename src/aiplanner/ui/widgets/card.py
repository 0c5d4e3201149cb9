"""A surface with a hairline around it, for one room of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """Holds widgets one under the other on one surface; `margins` are inside, in pixels."""

    def __init__(self, margins: int = 16, spacing: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margins, margins, margins, margins)
        self.body.setSpacing(spacing)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget under the others."""
        self.body.addWidget(widget, stretch)


def on_card(view: QAbstractScrollArea) -> Card:
    """A table, list or text on its card, clear of the rounded corners."""
    card = Card(margins=1, spacing=0)
    card.body.setContentsMargins(1, 2, 1, 3)
    card.add(view)
    card.setFocusProxy(view)
    return card
