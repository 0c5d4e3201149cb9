"""The sessions of a programme: which one is on show, and adding, moving and deleting them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from aiplanner.app.wording import short_day_text
from aiplanner.domain.edits.sessions import (
    add_session,
    delete_session,
    duplicate_session,
    move_session,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.services import Services


class SessionList(QObject):
    """Keeps a session on show as long as there is one; its verbs are steps of undo."""

    turned = Signal()
    """Another session is on show, or none."""

    def __init__(self, document: Document, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self._index = 0
        self.current: RowId | None = None
        document.changed.connect(self._on_changed)
        self.turn_to(0)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions, in order."""
        return self._document.now.sessions

    @property
    def index(self) -> int:
        """The place of the session on show, from 0; -1 when there is none."""
        return next((n for n, s in enumerate(self.sessions) if s.id == self.current), -1)

    def turn_to(self, index: int) -> None:
        """Show the session at a place, or the one nearest to it."""
        count = len(self.sessions)
        self._index = max(0, min(index, count - 1))
        self._show(self.sessions[self._index].id if count else None)

    def show(self, session_id: RowId) -> None:
        """Show that session, if it is there."""
        places = [n for n, session in enumerate(self.sessions) if session.id == session_id]
        if places:
            self.turn_to(places[0])

    def add(self) -> None:
        """Add a session after the one on show and show it."""
        number = len(self.sessions) + 1
        session = Session(
            self._services.new_id(), 0, title=_("Session {number}").format(number=number)
        )
        at = self.index + 1
        self._document.edit(_("Add a session"), lambda now: add_session(now, session, at))
        self.show(session.id)

    def duplicate(self) -> None:
        """Add a copy of the session on show, without its date, and show it."""
        if self.current is None:
            return
        row, at, new_id = self.current, self.index + 1, self._services.new_id
        label = _("Duplicate {title}").format(title=self.title())
        self._document.edit(label, lambda now: duplicate_session(now, row, new_id))
        self.turn_to(at)

    def move(self, by: int) -> None:
        """Put the session on show earlier (-1) or later (1)."""
        row, at = self.current, self.index + by
        if row is not None and 0 <= at < len(self.sessions):
            label = _("Move {title}").format(title=self.title())
            self._document.edit(label, lambda now: move_session(now, row, at))

    def delete(self) -> None:
        """Delete the session on show and offer the way back."""
        row, title = self.current, self.title()
        if row is not None:
            label = _("Delete {title}").format(title=title)
            self._document.edit(label, lambda now: delete_session(now, row))
            self._services.say(_("Deleted {title}.").format(title=title), undo=True)

    def title(self, index: int | None = None) -> str:
        """How a session is called: its title, or its number."""
        place = self.index if index is None else index
        return self.sessions[place].title or _("Session {number}").format(number=place + 1)

    def entry(self, index: int) -> str:
        """A session in the list: number, title and day."""
        day = self.sessions[index].day
        text = f"{index + 1}  {self.title(index)}"
        return f"{text} · {short_day_text(day)}" if day else text

    def _show(self, session_id: RowId | None) -> None:
        if session_id != self.current:
            self.current = session_id
            self.turned.emit()

    def _on_changed(self) -> None:
        here = self.index
        if here >= 0:
            self._index = here
        else:
            self.turn_to(self._index)
