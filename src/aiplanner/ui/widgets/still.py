"""A still: what a view showed, held before it until what it is to show now has been drawn."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QLabel

_PATIENCE_MS = 1_000
"""Milliseconds after which nothing is held back any more, whatever has not been drawn."""


class Still(QLabel):
    """Lies over the view; Qt would show empty paper while it draws, and the page would flash."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._awaited: set[int] = set()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.let_go)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(self.let_go)
            bar.rangeChanged.connect(self.let_go)

    def hold(self, picture: QPixmap, pages: Iterable[int]) -> None:
        """Hold this until all these pages have been drawn, or somebody scrolls or zooms."""
        self._awaited = set(pages)
        self.setPixmap(picture)
        self.resize(self._view.viewport().size())
        self.show()
        self._patience.start()

    def drawn(self, page: int) -> None:
        """A page has been drawn."""
        self._awaited.discard(page)
        if not self._awaited:
            self.let_go()

    def let_go(self) -> None:
        """Show the view itself."""
        self._patience.stop()
        self.hide()
        self.setPixmap(QPixmap())
