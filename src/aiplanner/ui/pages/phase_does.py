"""The room "What we do": the items of the phase in their sessions, and adding some."""

from __future__ import annotations

from collections.abc import Callable

from aiplanner.domain.cycle import Phase
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.phase_items import PhaseItems, done_in
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import Button, button
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.phase_items_table import PhaseItemsTable
from aiplanner.ui.widgets.room_card import RoomCard


class Does(RoomCard):
    """Follows the programme; Enter or a double click goes to the item on Sessions."""

    def __init__(
        self, document: Document, services: Services, phase: Phase, add: Callable[[], object]
    ) -> None:
        super().__init__(_("What we do"), services.settings, "do")
        self._document, self._phase = document, phase
        self.items = PhaseItems()
        self.items.setParent(self)
        self.table = PhaseItemsTable(self.items)
        self.add_button: Button = button(
            _("Add from the bank"), add, tip=_("Activities for this phase (Ctrl+B)")
        )
        self.nothing = label(
            _("Nothing in the running orders belongs to this phase yet."), "quiet", wrap=True
        )
        self.nothing.setContentsMargins(BETWEEN, INSIDE + 2, BETWEEN, INSIDE + 2)
        self.add_action(self.add_button)
        self.content.setContentsMargins(0, 0, 0, 2)
        self.content.addWidget(self.nothing)
        self.content.addWidget(self.table)
        self.table.chosen.connect(lambda key: services.go("sessions", RowId(key)))

    @property
    def first(self) -> RowId | None:
        """The first item or session there is."""
        return self.items.lines[0].id if self.items.lines else None

    def follow(self) -> None:
        """Show what is done now."""
        done = done_in(self._document.now, self._phase)
        self.items.show(done)
        self.words.setText(done.words)
        self.table.setVisible(bool(done.lines))
        self.nothing.setVisible(not done.lines)
        self.table.fit()
