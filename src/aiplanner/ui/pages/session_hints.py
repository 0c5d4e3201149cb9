"""How many hints speak on the session on show, and the list of them as a menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from aiplanner.app.hints import HintLine
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.hints import Hints
from aiplanner.ui.models.found import shown_by
from aiplanner.ui.services import Go
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.menus import Entry, menu_of


class SessionHints(Button):
    """A short count; pressed, it offers the hints, each a way to its item."""

    def __init__(self, hints: Hints, go: Go) -> None:
        super().__init__("", "small-link")
        self._hints, self._go = hints, go
        self._session: RowId | None = None
        self.lines: tuple[HintLine, ...] = ()
        """The hints on the session on show."""
        hints.changed.connect(self._refresh)
        self.clicked.connect(self._open)
        self._refresh()

    def show_session(self, session: RowId | None) -> None:
        """Count the hints on this session."""
        self._session = session
        self._refresh()

    def menu_of_hints(self) -> QMenu:
        """The hints on the session, each leading to its item."""
        return menu_of([self._entry(line) for line in self.lines], self)

    def _refresh(self) -> None:
        judged = self._hints.judged
        self.setVisible(judged is not None and self._session is not None)
        if judged is None:
            return
        now = judged.programme
        self.lines = tuple(line for line in judged.lines if _session_of(now, line) == self._session)
        count = len(self.lines)
        said = ngettext("○ {count} hint", "○ {count} hints", count).format(count=count)
        self.setText(said if count else _("✓ no hints"))
        self.setEnabled(bool(count))
        self.setToolTip("\n".join(line.text for line in self.lines))

    def _entry(self, line: HintLine) -> Entry:
        return Entry(line.text.replace("&", "&&"), lambda: self._go("sessions", line.row))

    def _open(self) -> None:
        menu = self.menu_of_hints()
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


def _session_of(programme: Programme, line: HintLine) -> RowId | None:
    """The session that a hint speaks of; None for the whole cycle."""
    shown = shown_by(programme, line.row) if line.row is not None else None
    row = programme.rows.get(shown[1]) if shown is not None else None
    if isinstance(row, Item):
        return programme.session_of(row).id
    return row.id if isinstance(row, Session) else None
