"""Ways to begin a programme: the starters as cards, blank, and the example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aiplanner.app.content import EXAMPLE, starters
from aiplanner.app.digest import digest
from aiplanner.app.starters import programme_from
from aiplanner.app.wording import minutes_text
from aiplanner.domain.ids import new_id
from aiplanner.i18n import gettext as _
from aiplanner.ui.library_desk import BLANK
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card_grid import CardButton, CardGrid
from aiplanner.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Beginning:
    """A starter as its card says it: key, title, hours, promise."""

    key: str
    title: str
    hours: str
    promise: str


def beginnings() -> tuple[Beginning, ...]:
    """All starters but the example; reads files, so it is work for a job."""
    return tuple(
        Beginning(
            starter.key,
            starter.title,
            minutes_text(digest(programme_from(starter, "", new_id)).minutes),
            starter.promise,
        )
        for starter in starters()
        if starter.key != EXAMPLE
    )


class Beginnings(QWidget):
    """Cards in a row and a line of links below; `chosen` tells the starter's key."""

    chosen = Signal(str)
    example_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found: tuple[Beginning, ...] = ()
        """The starters on show."""
        self._grid = CardGrid()
        blank = button(_("Begin with a blank one"), lambda: self.chosen.emit(BLANK), "link")
        example = button(_("Open the example"), self.example_wanted.emit, "link")
        links = QHBoxLayout()
        links.setSpacing(INSIDE)
        for link in (blank, example):
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
        self.found = tuple(found)
        for beginning in found:
            card = CardButton(beginning.title, beginning.hours, beginning.promise)
            card.clicked.connect(lambda _checked, key=beginning.key: self.chosen.emit(key))
            self._grid.add(card)
