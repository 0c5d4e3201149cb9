"""The programmes of Home on their card, or the sentence that stands there when there are none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.library_desk import Listing
from aiplanner.ui.models.programmes import ProgrammesModel
from aiplanner.ui.widgets.card import Card, on_card
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.programme_table import ProgrammeTable

_ROWS_AT_LEAST = 3
_ROOM = 8
"""Pixels of the card around its table, above and below together."""

EMPTY = {
    "all": _("No programmes yet. Begin from one of these, or look at the example first."),
    "running": _("Nothing in progress. Every programme here has held its last session."),
    "finished": _("Nothing finished yet. A programme is when all its sessions have been held."),
    "archived": _("Nothing in the archive. Put a programme here from its menu to clear the list."),
    "bin": _("The bin is empty. What you delete is kept here for 30 days."),
}
NOT_FOUND = _("Nothing found for “{words}”. Try fewer words, or only their beginnings.")


class Shelf(QWidget):
    """As high as its rows ask, within what the page can give; rows scroll beyond that."""

    def __init__(
        self, model: ProgrammesModel, open_example: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.table = ProgrammeTable(model)
        self.card = on_card(self.table)
        self.empty = EmptyState("", _("Open the example"), open_example)
        self._nothing = Card(margins=0)
        self._nothing.add(self.empty)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.card)
        self._stack.addWidget(self._nothing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        model.modelReset.connect(self.fit)

    def show_answer(self, listing: Listing) -> None:
        """Show the table, or why it is empty."""
        kind, words = listing.question.kind, listing.question.words.strip()
        self.empty.say(NOT_FOUND.format(words=words) if words else EMPTY[kind])
        if self.empty.button is not None:
            self.empty.button.setVisible(kind == "all" and not words)
        shown = self.card if listing.programmes else self._nothing
        self._stack.setCurrentWidget(shown)
        self.fit()

    def fit(self) -> None:
        """Ask for the height of the rows: at least some, at most all of them."""
        if self._stack.currentWidget() is self._nothing:
            self.setMinimumHeight(0)
            self.setMaximumHeight(fonts.scaled(200))
            return
        rows = self.table.model().rowCount()
        self.setMinimumHeight(self.table.whole_height(min(rows, _ROWS_AT_LEAST)) + _ROOM)
        self.setMaximumHeight(self.table.whole_height() + _ROOM)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self.table.fit()
            self.fit()
