"""The first room of the first phase: what started it, who stands behind it, and its bounds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.binding import row_link
from aiplanner.ui.document import Document
from aiplanner.ui.forms import FormField, field_row
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.room_card import RoomCard, columns_for

_PLACES = {
    True: ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)),
    False: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
}
"""Row, column and how many of them, in two columns or in one: the longest stands beside both."""


class WrittenFrame(RoomCard):
    """Fields of the programme itself; the core team leads to the people."""

    def __init__(self, document: Document, services: Services) -> None:
        super().__init__(_("What we bring"), services.settings, "frame")
        self._document = document
        head = document.now.id
        self.issue = field_row(
            FormField(
                _("What started it"),
                row_link(head, "issue", _("Change what started it")),
                _("The worry or the wish, in the words people used"),
                lines=2,
            ),
            document,
        )
        self.boundary = field_row(
            FormField(
                _("What is in and what is out"),
                row_link(head, "boundary", _("Change the boundary")),
                _("What it is about, and what it leaves alone"),
                lines=2,
            ),
            document,
        )
        self.sponsor = field_row(
            FormField(
                _("Who stands behind it"),
                row_link(head, "sponsor", _("Change the sponsor")),
                _("Somebody who can clear the way"),
            ),
            document,
        )
        self.team: Button = button("", lambda: services.go("people"), "small-link")
        self._grid = QGridLayout()
        self._lay_out()
        document.changed.connect(self.follow)
        self.follow()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """The fields, in order."""
        return self.issue, self.boundary, self.sponsor

    def follow(self) -> None:
        """Count the core team."""
        team = sum(person.core_team for person in self._document.now.people)
        said = ngettext("Core team: {count} person", "Core team: {count} people", team)
        self.team.setText(said.format(count=team) if team else _("Choose the core team"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two columns where there is room."""
        super().resizeEvent(event)
        self._place(columns_for(self.width()))

    def _place(self, columns: int) -> None:
        for field, place in zip(self.fields, _PLACES[columns > 1], strict=True):
            self._grid.addWidget(field, *place, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(1, int(columns > 1))
        self._grid.setColumnStretch(1, int(columns > 1))

    def _lay_out(self) -> None:
        self.words.setText(_("where we start from"))
        self.add_action(self.team)
        self._grid.setContentsMargins(BETWEEN, INSIDE + 2, BETWEEN, BETWEEN - STEP)
        self._grid.setHorizontalSpacing(BETWEEN)
        self._grid.setVerticalSpacing(INSIDE)
        self._grid.setColumnStretch(0, 1)
        self.content.addLayout(self._grid)
        self._place(2)
