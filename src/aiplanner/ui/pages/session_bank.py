"""Take activities out of the bank into the running order, and suggest some for the session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal

from aiplanner.app.bank import add_activity
from aiplanner.app.suggestions import why_this
from aiplanner.domain.bank import Activity
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.suggest import suggestions
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Line, Sort
from aiplanner.ui.models.running_order_places import Place, end_of, place_after
from aiplanner.ui.own_shelf import OwnShelf
from aiplanner.ui.pages.session_own import OwnCommands
from aiplanner.ui.pages.session_spoken import added_at
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.bank.pane import BankPane, Suggested
from aiplanner.ui.widgets.menus import fill, menu_of
from aiplanner.ui.widgets.running_order.view import RunningOrderView

_FOR_SESSION, _FOR_TIME = 4, 6
"""Most suggestions for a session, and for free time in it."""
_QUIET_MS = 300
"""Milliseconds without an edit after which suggestions are worked out anew."""


class SessionBank(QObject):
    """The bank of one Sessions page; adding is one step of undo and is spoken."""

    fill_wanted = Signal()
    """Free time is to be filled: bring the bank into sight."""

    def __init__(
        self,
        document: Document,
        services: Services,
        model: RunningOrderModel,
        table: RunningOrderView,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        self._model, self._table = model, table
        self.shelf = OwnShelf(services, self)
        self.pane = BankPane(lambda: document.now.head, services.settings, self._suggest)
        self.own = OwnCommands(document, services, self.shelf, self.pane)
        self._gap_before: RowId | None = None
        """The item before which there is free time to fill."""
        self._sought = ""
        """The key of an activity to choose once it is on show."""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._renew)
        self.pane.more.clicked.connect(self._open_more)
        self.pane.found.menu_wanted.connect(self._open_menu)
        self.pane.wanted.connect(self.add)
        self.shelf.changed.connect(self._show_shelf)
        self.shelf.refused.connect(services.say)
        model.activity_dropped.connect(self._on_dropped)
        document.changed.connect(self._on_changed)

    def open(self) -> None:
        """Come up to date; what is on show is known at once, the rest when it is read."""
        self.shelf.read()
        self.pane.refresh()

    def look_at(self, key: str) -> None:
        """Choose an activity among all, now or as soon as the bank has been read."""
        self._sought = key
        self.pane.show_all()
        self._show_sought()

    def add(self, key: str) -> None:
        """Add an activity after the row in focus, with everything it brings."""
        session, line = self._model.session_id, self._table.line_in_focus()
        if session is None:
            return
        now = self._document.now
        place = place_after(now, line) if line is not None else None
        self._put(key, place or end_of(now, session))

    def fill(self, minutes: int) -> None:
        """Look for what fits into so many free minutes."""
        line = self._table.line_in_focus()
        self._gap_before = line.row if line is not None else None
        self.fill_wanted.emit()
        self.pane.fill(minutes)

    def gap_of(self, line: Line | None) -> int:
        """The free minutes that a line of the running order tells of; 0 for every other line."""
        return self._free_before(line.row) if line and line.sort is Sort.NOTICE else 0

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of the menus while the focus is in the bank."""
        return {"add": self.pane.add_chosen, **self.own.verbs()}

    def _put(self, key: str, place: Place) -> None:
        activity = self.shelf.activity(key)
        if activity is None:
            return
        added: list[RowId] = []

        def change(now: Programme) -> Programme:
            made, item = add_activity(
                now, activity, place.parent, place.index, self._services.new_id
            )
            added.append(item)
            return made

        try:
            self._document.edit(_("Add {title}").format(title=activity.title), change)
        except PlanError as error:
            self._services.say(sentence(error))
            return
        item = self._document.now.get(added[-1], Item)
        self._table.choose_id(item.id, Column.WHAT)
        self.pane.fill_on(self._free_before(self._gap_before))
        self._services.say(added_at(self._document.now, item, self._model.clock), undo=True)

    def _free_before(self, item: RowId | None) -> int:
        clock = self._model.clock
        slot = clock.slots.get(item) if clock is not None and item is not None else None
        return slot.gap if slot is not None else 0

    def _on_dropped(self, key: str, place: Place) -> None:
        self._put(key, place)
        self._table.setFocus()

    def _open_menu(self, place: QPoint) -> None:
        menu_of(self.own.entries(), self.pane).popup(place)

    def _open_more(self) -> None:
        below = self.pane.more.mapToGlobal(QPoint(0, self.pane.more.height()))
        menu, others = menu_of(self.own.file_entries(), self.pane), self.own.other_entries()
        if others:
            fill(menu.addMenu(_("My starters and handouts")), others)
        menu.popup(below)

    def _suggest(self, found: Sequence[Activity], minutes: int | None) -> Sequence[Suggested]:
        """What of the activities found suits the session, or so many minutes of it."""
        now, session = self._document.now, self._model.session_id
        if session is None:
            return ()
        most = _FOR_SESSION if minutes is None else _FOR_TIME
        picked = suggestions(now, session, found, most, minutes)
        return [(one.activity, why_this(now, one)) for one in picked]

    def _show_shelf(self) -> None:
        self.pane.show_activities(self.shelf.activities, self.shelf.mine)
        self._show_sought()

    def _show_sought(self) -> None:
        if self._sought and self.shelf.activity(self._sought) is not None:
            self.pane.found.choose_key(self._sought)
            self.pane.found.setFocus(Qt.FocusReason.OtherFocusReason)
            self._sought = ""

    def _on_changed(self) -> None:
        if self.pane.isVisible():
            self._quiet.start()

    def _renew(self) -> None:
        """Nothing moves under the hands of somebody who is choosing."""
        if self.pane.isVisible() and not self.pane.found.hasFocus():
            self.pane.refresh()
