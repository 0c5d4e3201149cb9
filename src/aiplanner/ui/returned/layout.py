"""Where everything stands in the window for returned forms: the list, the answers, the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.card import Card, on_card
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.page_header import PageHeader
from aiplanner.ui.widgets.window_page import WindowFoot, window_page

if TYPE_CHECKING:
    from aiplanner.ui.returned.window import ReturnedWindow

_WHY = _("Reading a form changes nothing. Only what you tick and take goes into the programme.")
_KEYS = _(
    "Ins choose files · Enter to the answers · Space tick · Ctrl+Enter take these · "
    "Alt+Down next form · Del off the list · Ctrl+Z undo · Esc stop or close"
)
_EMPTY = _(
    "Drop the PDF forms that came back here, or a folder of them. Each is shown with its answers "
    "before anything of it is taken."
)
_SHARES = (380, 620)


class Parts:
    """What of the window changes while it is open."""

    def __init__(self, window: ReturnedWindow) -> None:
        self.empty = EmptyState(_EMPTY, _("Choose files…"), window.ask_for_files, "primary")
        self.empty_folder = self.empty.offer(_("Choose a folder…"), window.ask_for_folder)
        self.count = label("", "strong")
        self.keys = label(_KEYS, "secondary", wrap=True)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(_("Progress"))
        self.progress.setTextVisible(False)
        buttons = (window.undo, window.halt, window.next, window.take_all, window.take)
        self.foot = WindowFoot((self.progress, self.keys), buttons)
        self.said = self.foot.said
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self._with_forms = (*buttons[2:], window.files, window.folder)
        """What stands in the middle, or can do nothing, while there is no form."""
        self._stack = QStackedLayout()

    def stack(self, empty: QWidget, full: QWidget) -> QStackedLayout:
        """The place of the list, or of the words while there is none."""
        self._stack.addWidget(empty)
        self._stack.addWidget(full)
        return self._stack

    def show_empty(self, empty: bool) -> None:  # noqa: FBT001 - what it is called says it
        """Say what to do while there is no form."""
        self._stack.setCurrentIndex(0 if empty else 1)
        for one in self._with_forms:
            one.setVisible(not empty)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is; the keys stand there while nothing is going on."""
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)
        self.progress.setVisible(bool(total))

    def tell(self, words: str) -> None:
        """Say what was done, above the keys."""
        self.foot.tell(words)


def lay_out(window: ReturnedWindow) -> Parts:
    """Put the parts of the window in their places."""
    parts = Parts(window)
    header = PageHeader(_("Forms that came back"), _WHY)
    for made in (window.kept, window.folder, window.files):
        header.add_action(made)
    drop = Card()
    drop.add(parts.empty, 1)
    page = window_page(window, header, parts.foot)
    page.addLayout(parts.stack(drop, _panes(window, parts)), 1)
    return parts


def _panes(window: ReturnedWindow, parts: Parts) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, INSIDE, 0)
    column.setSpacing(INSIDE)
    column.addWidget(parts.count)
    column.addWidget(on_card(window.list), 1)
    panes = parts.panes
    panes.setHandleWidth(1)
    panes.setChildrenCollapsible(False)
    panes.addWidget(side)
    panes.addWidget(_beside(window.panel))
    panes.setSizes(list(_SHARES))
    panes.setStretchFactor(0, 2)
    panes.setStretchFactor(1, 3)
    return panes


def _beside(panel: QWidget) -> QWidget:
    """The answers, clear of the line between them and the list."""
    beside = QWidget()
    row = QHBoxLayout(beside)
    row.setContentsMargins(INSIDE, 0, 0, 0)
    row.addWidget(panel)
    return beside
