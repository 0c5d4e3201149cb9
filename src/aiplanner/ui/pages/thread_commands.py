"""What is done to the thread: tie, untie, go to what was found, ask where it came from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from aiplanner.app.thread_words import marked, whence, whence_lines
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.dialogs.link import open_link
from aiplanner.ui.dialogs.unlink import open_unlink
from aiplanner.ui.dialogs.whence import open_whence
from aiplanner.ui.document import Document
from aiplanner.ui.models.found import shown_by
from aiplanner.ui.models.thread_edits import Knot, finding_of, tie, untie
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.menus import LINE, Entry, menu_of


class ThreadCommands:
    """Done to the finding that `here` names at that moment, and to the line that `knot` names."""

    def __init__(
        self,
        owner: QWidget,
        document: Document,
        services: Services,
        here: Callable[[], RowId | None],
        knot: Callable[[], Knot | None],
    ) -> None:
        self._owner, self._document, self._services = owner, document, services
        self._here, self._knot = here, knot

    def tie(self, knot: Knot) -> None:
        """Tie two findings."""
        tie(self._document, self._services, knot)

    def link(self) -> None:
        """Look for a finding to tie the current one to."""
        if (here := self._here()) is not None:
            open_link(self._owner, self._document, self._services, here)

    def unlink(self) -> None:
        """Remove the chosen line, or ask which of the current finding's."""
        knot, here = self._knot(), self._here()
        if knot is not None:
            untie(self._document, self._services, [knot])
        elif here is not None:
            asked = open_unlink(self._owner, self._document, self._services, here)
            if asked is None:
                self._services.say(_("Nothing is tied to this yet, so there is no link to remove."))

    def open(self) -> None:
        """Turn to the page that shows the current finding."""
        here = self._here()
        shown = None if here is None else shown_by(self._document.now, here)
        if shown is not None:
            self._services.go(*shown)

    def ask(self) -> None:
        """Ask where the current finding came from and what became of it."""
        if (here := self._here()) is not None:
            open_whence(self._owner, self._document, self._services, here)

    def copy(self) -> None:
        """Put both answers about the current finding on the clipboard as text."""
        here, now = self._here(), self._document.now
        row = None if here is None else finding_of(now, here)
        if row is not None:
            lines = (marked(row), *whence_lines(whence(now, row.id)))
            QGuiApplication.clipboard().setText("\n".join(lines))
            self._services.say(_("Copied, with where it came from and what became of it."))

    def open_menu(self, place: QPoint) -> None:
        """Offer all of this for the current finding."""
        entries = (
            Entry(_("Show it where it was found"), self.open, "Enter"),
            Entry(_("Where from, and what became of it…"), self.ask),
            LINE,
            Entry(_("Tie to another finding…"), self.link, "L"),
            Entry(_("Remove a link…"), self.unlink, "Del"),
            LINE,
            Entry(_("Copy"), self.copy, "Ctrl+C"),
        )
        menu_of(entries, self._owner).popup(place)
