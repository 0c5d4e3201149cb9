"""The running order and, beside it or in its place, the inspector."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.settings import Settings

_PANE = 286
"""Pixels the inspector takes at first, at 100 % text size."""
_LEAST = 250
"""Pixels the inspector keeps, at 100 % text size."""
_BOTH = 860
"""Pixels, at 100 % text size, that both need to stand side by side."""
_OPEN = "sessions/inspector"
_SHARED = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class SessionPanes(QSplitter):
    """Remembers whether the inspector is open and how wide it is.

    In a narrow window only one of the two is on show: the inspector when it is asked for.
    """

    toggled = Signal(bool)
    """The inspector is on show now, or not."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings = settings
        self._wanted = settings.word(_OPEN, "open") == "open"
        self._narrow = False
        self._board, self._pane = QWidget(), QWidget()
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def hold(self, board: QWidget, pane: QWidget) -> None:
        """Take in the running order and the inspector."""
        self._board, self._pane = board, pane
        self.addWidget(board)
        self.addWidget(pane)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([10_000, fonts.scaled(_PANE)])
        self._settings.follow_panes(self, "sessions")
        self._show()

    @property
    def open(self) -> bool:
        """Whether the inspector is on show."""
        return not self._pane.isHidden()

    def toggle(self) -> None:
        """Open the inspector, or close it."""
        self._wanted = not self.open
        if not self._narrow:
            self._settings.keep_word(_OPEN, "open" if self._wanted else "closed")
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out whether there is room for both."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in _SHARED:
            self._fit()

    def _fit(self) -> None:
        self._pane.setMinimumWidth(fonts.scaled(_LEAST))
        narrow = self.width() < fonts.scaled(_BOTH)
        if narrow is not self._narrow:
            self._narrow = narrow
            self._wanted = not narrow and self._settings.word(_OPEN, "open") == "open"
            self._show()

    def _show(self) -> None:
        self._pane.setVisible(self._wanted)
        self._board.setVisible(not (self._narrow and self._wanted))
        self.toggled.emit(self._wanted)
