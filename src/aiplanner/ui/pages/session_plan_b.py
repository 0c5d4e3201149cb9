"""Plan B of the session on show, and the way back to everything in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from aiplanner.domain.cycle import State
from aiplanner.domain.edits.plan_b import plan_in_full
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.dialogs.plan_b import PlanBDialog, open_plan_b
from aiplanner.ui.document import Document
from aiplanner.ui.pages.session_list import SessionList
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.buttons import Button, button


class PlanBCommands:
    """Opens the dialog; takes every cut of the session back in one step."""

    def __init__(
        self, page: QWidget, document: Document, services: Services, sessions: SessionList
    ) -> None:
        self._page, self._document = page, document
        self._services, self._sessions = services, sessions

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """What the window's keys and menu do."""
        return {"plan_b": self.open, "in_full": self.plan_in_full}

    def button(self) -> Button:
        """The way to it from the head of the session."""
        tip = _("What to shorten or skip when time is short (Ctrl+Shift+B)")
        return button(_("Plan B…"), self.open, tip=tip)

    def open(self) -> PlanBDialog | None:
        """Show what would shorten or fall away."""
        session = self._sessions.current
        if session is None:
            return None
        return open_plan_b(self._page.window(), self._document, self._services, session)

    def plan_in_full(self) -> None:
        """Plan what is short or skipped in full again."""
        session = self._sessions.current
        if session is None:
            return
        cut = sum(
            1
            for item in self._document.now.walk(session)
            if item.state in (State.SHORT, State.SKIPPED)
        )
        if not cut:
            self._services.say(_("Everything is in full already."))
            return
        label = _("Plan everything in full again")
        self._document.edit(label, lambda now: plan_in_full(now, session))
        told = ngettext("{count} item is in full again.", "{count} items are in full again.", cut)
        self._services.say(told.format(count=cut), undo=True)
