"""Open and close the room view of one programme, and keep an eye on the session under way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from aiplanner.app.room import session_for, under_way
from aiplanner.app.room_words import under_way_text
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.room.strip import RunStrip
from aiplanner.ui.room.verbs import RoomVerbs
from aiplanner.ui.room.window import PLACE, RoomWindow
from aiplanner.ui.services import Services

_FIRST_SIZE = QSize(1366, 768)


class RoomDesk(QObject):
    """One room view a programme; the strip stands in the programme's own window."""

    def __init__(self, document: Document, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._services, self._over = document, services, parent
        self.window: RoomWindow | None = None
        self.strip = RunStrip(self._go_on, self._end)
        document.changed.connect(self.look)
        self.look()

    def open(self, session_id: RowId | None = None, *, full: bool = False) -> None:
        """Show a session; None: the one under way, or today's, or the next."""
        key = session_id or session_for(self._document.now, self._services.now())
        if key is None:
            self._services.say(_("There is no session yet. Add one, then open the room view."))
            return
        if self.window is not None and self.window.session_id != key:
            self.shut()
        if self.window is None:
            self.window = self._made(key)
        if full:
            self.window.showFullScreen()
            self.window.foot.say_full(full=True)
        else:
            self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.look()

    def look(self) -> None:
        """Say that a session is under way, unless that is to be seen in the room view."""
        now = self._services.now()
        running = under_way(self._document.now, now)
        seen = self.window is not None and self.window.isVisible()
        run = None if running is None else self._document.now.run_of(running.id)
        if running is None or run is None or seen:
            self.strip.say("")
        else:
            self.strip.say(under_way_text(self._document.now, running, run))

    def shut(self) -> None:
        """Close the room view for good; the session goes on."""
        window, self.window = self.window, None
        if window is not None:
            window.closed.disconnect(self._on_closed)
            window.close()
            window.deleteLater()

    def _made(self, session_id: RowId) -> RoomWindow:
        services = replace(self._services, go=self._go)
        window = RoomWindow(self._document, services, session_id)
        window.closed.connect(self._on_closed)
        screen = self._other_screen()
        if screen is not None:
            window.setGeometry(screen.availableGeometry())
        else:
            self._services.settings.place_window(window, _FIRST_SIZE, PLACE)
        return window

    def _go(self, page: str, row: RowId | None = None, document: str = "", piece: str = "") -> None:
        """Turn to a page of the programme's window, which the room view may hide."""
        self._services.go(page, row, document, piece)
        self._over.window().raise_()
        self._over.window().activateWindow()

    def _other_screen(self) -> QScreen | None:
        """The projector, where there is one beside the screen of the programme's window."""
        here = self._over.window().screen()
        return next((one for one in QApplication.screens() if one is not here), None)

    def _on_closed(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
        self.look()

    def _go_on(self) -> None:
        running = under_way(self._document.now, self._services.now())
        if running is not None:
            self.open(running.id)

    def _end(self) -> None:
        running = under_way(self._document.now, self._services.now())
        if running is not None:
            verbs = RoomVerbs(self._document, running.id, self._services.now, self._services.say)
            verbs.end()
            self._services.say(_("The session has ended."), undo=True)
