"""The running order and, beside it or in its place, one of its panes: inspector, bank or hints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Room:
    """What a pane takes in pixels at 100 % text size: at first, at least, and beside the board."""

    first: int
    least: int
    beside: int
    """What running order and pane need to stand side by side."""


_ROOMS: Mapping[str, Room] = {
    "inspector": Room(286, 250, 860),
    # With the bank the running order may give up more columns: one looks where the next thing goes.
    "bank": Room(340, 300, 800),
    "hints": Room(310, 270, 800),
}
_USUAL = "inspector"
"""The pane that stays; the others are guests."""
_OPEN = "sessions/inspector"
_WIDTH = "sessions/width-of-"


class SessionPanes(QSplitter):
    """Remembers whether the inspector is open and how wide each pane is.

    In a narrow window only one of running order and pane is on show: the pane when it is asked for.
    Other panes come when they are asked for and give way to what was there before.
    """

    toggled = Signal(str)
    """The name of the pane on show now; empty when there is none."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings = settings
        self._board = QWidget()
        self._panes: dict[str, QWidget] = {}
        self._wanted = self._before
        self._narrow = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep_width)

    def hold(self, board: QWidget, **panes: QWidget) -> None:
        """Take in the running order and, by name, the panes."""
        self._board, self._panes = board, panes
        for widget in (board, *panes.values()):
            self.addWidget(widget)
        self.setStretchFactor(0, 1)
        for n in range(len(panes)):
            self.setStretchFactor(n + 1, 0)
        self._show()

    @property
    def shown(self) -> str:
        """The name of the pane on show; empty when there is none."""
        found = (name for name, pane in self._panes.items() if not pane.isHidden())
        return next(found, "")

    @property
    def alone(self) -> bool:
        """Whether a pane stands in the place of the running order."""
        return self._board.isHidden()

    def toggle(self, name: str) -> None:
        """Open a pane in place of another, or close it."""
        self.open("" if self.shown == name else name)

    def open(self, name: str) -> None:
        """Open a pane; after a guest what was there before comes back, an empty name is that."""
        wide = not self._too_narrow(_USUAL)
        if not name and self.shown not in ("", _USUAL) and wide:
            name = self._before
        elif wide and name in ("", _USUAL):
            self._settings.keep_word(_OPEN, "open" if name else "closed")
        self._wanted = name
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out whether there is room for both."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self._fit()

    @property
    def _before(self) -> str:
        """The pane that is there when no guest is."""
        return _USUAL if self._settings.word(_OPEN, "open") == "open" else ""

    def _too_narrow(self, name: str) -> bool:
        return self.width() < fonts.scaled(_ROOMS[name].beside)

    def _fit(self) -> None:
        if not self._panes:
            return  # nothing is held yet
        for name, pane in self._panes.items():
            pane.setMinimumWidth(fonts.scaled(_ROOMS[name].least))
        narrow = self._too_narrow(_USUAL)
        if narrow is not self._narrow:
            self._narrow = narrow
            if self._wanted in ("", _USUAL):
                self._wanted = "" if narrow else self._before
        self._show()

    def _show(self) -> None:
        before = (self.shown, self.alone)
        for name, pane in self._panes.items():
            pane.setVisible(name == self._wanted)
        self._board.setVisible(not (self._wanted and self._too_narrow(self._wanted)))
        if before != (self.shown, self.alone):
            self._take_width()
            self.toggled.emit(self._wanted)

    def _take_width(self) -> None:
        if not self.shown or self.alone:
            return
        kept = self._settings.word(_WIDTH + self.shown)
        wide = int(kept) if kept.isdigit() else fonts.scaled(_ROOMS[self.shown].first)
        rest = max(self.width() - wide, 1)
        self.setSizes([rest, *(wide if name == self.shown else 0 for name in self._panes)])

    def _keep_width(self) -> None:
        if self.shown and not self.alone:
            wide = self._panes[self.shown].width()
            self._settings.keep_word(_WIDTH + self.shown, str(wide))
