"""A panel at the side of a page that goes below its rooms when the window is too narrow for it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.settings import Settings
from aiplanner.ui.widgets.card import Card
from aiplanner.ui.widgets.scroll import scrolling

PANEL = 286
"""Pixels the panel takes at first, at 100 % text size."""
_BOTH = 900
"""Pixels, at 100 % text size, that page and panel need to stand side by side."""


class WithPanel(QSplitter):
    """A page that scrolls, beside it a panel that scrolls; or one column of both."""

    def __init__(self, page: QWidget, settings: Settings, name: str) -> None:
        super().__init__()
        self._card = Card(margins=0)
        self._frame = QFrame()
        self._frame.setProperty("ground", "panel")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(scrolling(page))
        self.addWidget(self._frame)
        self.setStretchFactor(0, 1)
        self.setSizes([10_000, fonts.scaled(PANEL)])
        settings.follow_panes(self, name)

    def hold(self, panel: QWidget, below: QVBoxLayout) -> None:
        """Take in the panel; `below` is the layout in the page for it when there is one column."""
        self._panel = panel
        below.addWidget(self._card)
        self._card.hide()
        self._area = scrolling(panel)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.addWidget(self._area)

    def fit(self, width: int) -> None:
        """Take one column or two for a page of that width in pixels."""
        narrow = width < fonts.scaled(_BOTH)
        if narrow is not self._frame.isHidden():
            self._stack() if narrow else self._part()

    def _stack(self) -> None:
        self._frame.hide()
        self._area.takeWidget()
        self._card.add(self._panel)
        self._panel.show()
        self._card.show()

    def _part(self) -> None:
        self._card.hide()
        self._area.setWidget(self._panel)
        self._panel.setAutoFillBackground(False)
        self._frame.show()
