"""Ways to begin a programme: a few starters as cards, all of them, blank, and the example."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card_grid import CardButton, CardGrid
from aiplanner.ui.widgets.labels import label

if TYPE_CHECKING:
    from aiplanner.ui.models.starters import Beginning

BLANK = "blank"
"""Key of the starter that holds next to nothing."""
_CARDS = 4
"""So many starters have a card; Home stays calm, all others are one link away."""
_OWN = 2
"""So many of the cards may be for the user's own."""


class Beginnings(QWidget):
    """Cards in a row and a line of links below; `chosen` tells the starter's key, "" to look."""

    chosen = Signal(str)
    example_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found: tuple[Beginning, ...] = ()
        """The starters on offer."""
        self._grid = CardGrid()
        self.all_button = button(_("All starters"), lambda: self.chosen.emit(""), "link")
        blank = button(_("Begin with a blank one"), lambda: self.chosen.emit(BLANK), "link")
        example = button(_("Open the example"), self.example_wanted.emit, "link")
        links = QHBoxLayout()
        links.setSpacing(INSIDE)
        for link in (self.all_button, blank, example):
            links.addWidget(link)
        links.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(BETWEEN)
        body.addWidget(label(_("Begin from"), "section"))
        body.addWidget(self._grid)
        body.addLayout(links)

    def show_cards(self, found: Sequence[Beginning]) -> None:
        """Put the cards in place."""
        if self.found == tuple(found):
            return
        self.found = tuple(found)
        self.all_button.setText(_("All {count} starters").format(count=len(found)))
        self._grid.clear()
        for one in carded(found):
            card = CardButton(one.starter.title, one.fact, one.starter.promise)
            card.clicked.connect(lambda _checked, key=one.starter.key: self.chosen.emit(key))
            self._grid.add(card)


def carded(found: Sequence[Beginning]) -> tuple[Beginning, ...]:
    """The starters that have a card: the first of one's own, then the first of the others."""
    own = [one for one in found if one.own][:_OWN]
    others = [one for one in found if not one.own and one.starter.key != BLANK]
    return (*own, *others)[:_CARDS]
