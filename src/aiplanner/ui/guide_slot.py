"""The pages of a programme and, beside them or in their place, the guide."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget
from shiboken6 import isValid

from aiplanner.ui import fonts
from aiplanner.ui.page import Page
from aiplanner.ui.settings import Settings
from aiplanner.ui.widgets.guide_pane import GuidePane

_PANE = 286
"""Pixels the guide takes at first, at 100 % text size."""
_LEAST = 240
"""Pixels the guide keeps, at 100 % text size."""
_PAGE = 440
"""Pixels a page keeps beside the guide, at 100 % text size."""
_OPEN = "guide/open"


class GuideSlot(QWidget):
    """Remembers whether the guide is open and how wide it is.

    In a narrow window it covers the page while it is read, and goes when it is left.
    """

    toggled = Signal(bool)
    """The guide is on show now, or not."""
    work_wanted = Signal()
    """The focus goes back to the page, which has to find a place for it."""

    def __init__(self, pages: QWidget, documents: Collection[str], settings: Settings) -> None:
        """`documents` are the ids of what can be printed."""
        super().__init__()
        self._pages, self._settings = pages, settings
        self._wanted = settings.word(_OPEN, "closed") == "open"
        self._narrow = False
        self._room = Page.ROOM
        self._work: QWidget | None = None
        """Where the focus was before the guide took it."""
        self.pane = GuidePane(documents)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for part in (pages, self.pane):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([10_000, fonts.scaled(_PANE)])
        settings.follow_panes(self._splitter, "guide")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self.pane.closed.connect(self.close_guide)
        self.pane.left.connect(self._leave)
        self._show()

    @property
    def open(self) -> bool:
        """Whether the guide is on show."""
        return not self.pane.isHidden()

    def summon(self) -> None:
        """Open the guide and go there; when one is there already, close it."""
        focus = QApplication.focusWidget()
        if self.open and focus is not None and self.pane.isAncestorOf(focus):
            self.close_guide()
            return
        self._work = focus
        self._want(wanted=True)
        self.pane.take_focus()

    def toggle(self) -> None:
        """Open the guide, or close it wherever the focus is."""
        if self.open:
            self.close_guide()
        else:
            self.summon()

    def close_guide(self) -> None:
        """Close the guide; the focus goes back to where it was."""
        self._want(wanted=False)
        self._back_to_work()

    def make_way(self, page: Page) -> None:
        """Uncover a page that is turned to, or stand beside it as far as it leaves room."""
        if self._narrow and self.open:
            self._want(wanted=False)
        self._room = page.ROOM
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

    def _leave(self) -> None:
        if self._narrow:
            self.close_guide()
        else:
            self._back_to_work()

    def _back_to_work(self) -> None:
        work, self._work = self._work, None
        if work is not None and isValid(work) and work.isVisible() and work.isEnabled():
            work.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.work_wanted.emit()

    def _want(self, *, wanted: bool) -> None:
        self._wanted = wanted
        if not self._narrow:
            self._settings.keep_word(_OPEN, "open" if wanted else "closed")
        self._show()

    def _fit(self) -> None:
        self.pane.setMinimumWidth(fonts.scaled(_LEAST))
        narrow = self.width() < fonts.scaled(self._room + _LEAST)
        # Its own wish would be that of its widest page, laid out for another width long ago.
        self._pages.setMinimumWidth(1 if narrow else fonts.scaled(_PAGE))
        if narrow is not self._narrow:
            self._narrow = narrow
            self._wanted = not narrow and self._settings.word(_OPEN, "closed") == "open"
            self._show()

    def _show(self) -> None:
        self.pane.setVisible(self._wanted)
        self._pages.setVisible(not (self._narrow and self._wanted))
        self.toggled.emit(self._wanted)
