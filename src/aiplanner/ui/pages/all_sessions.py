"""All sessions of the programme at once: as a list and as months, with what lies between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from aiplanner.domain.dates import Entry, entries
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.models.all_sessions import AllSessionsModel, Column
from aiplanner.ui.models.months import MonthsModel
from aiplanner.ui.pages.all_sessions_verbs import DateCommands
from aiplanner.ui.pages.session_list import SessionList
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.all_sessions.list_table import AllSessionsTable
from aiplanner.ui.widgets.all_sessions.month_table import MonthTable
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.menus import LINE, menu_of
from aiplanner.ui.widgets.menus import Entry as MenuEntry
from aiplanner.ui.widgets.page_header import PageHeader

_VIEW = "sessions/all-view"


class AllSessions(QWidget):
    """The list is where one writes, the months where one sees; both move and delete."""

    opened = Signal(str)
    """The row of that id is to be looked at in its session."""
    back = Signal()
    """The session looked at before is wanted again."""

    def __init__(self, document: Document, services: Services, sessions: SessionList) -> None:
        super().__init__()
        self._document, self._services, self._sessions = document, services, sessions
        self.model, self.months = AllSessionsModel(self), MonthsModel(self)
        self.verb = DateCommands(document, services, sessions)
        self.table = AllSessionsTable(self.model, self.verb.take)
        self.calendar = MonthTable(self.months, partial(self._take_day))
        self.head = PageHeader(_("All sessions"))
        self.views = ChoiceRow(
            _("How to show the sessions"), [("list", _("List")), ("months", _("Months"))]
        )
        self.add_button = button(_("Add a session"), self.add, "primary")
        self.return_button = button(_("Back to the session"), self.back.emit, "link", icon="back")
        self.stack = QStackedWidget()
        self._behind = True
        self._lay_out()
        self._connect()
        self.show_view(services.settings.word(_VIEW, "list"))

    # What the page asks

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of the window while all sessions are on show."""
        return {
            "add": self.add,
            "delete": self.delete,
            "duplicate": self.duplicate,
            "rename": self.rename,
            "move_up": partial(self.move_by, -1),
            "move_down": partial(self.move_by, 1),
        }

    def arrive(self) -> None:
        """Begin at the session looked at before."""
        self.follow()
        if self._sessions.current is not None:
            self._choose(self._sessions.current)
        self.shown.setFocus()

    def turn_to_row(self) -> None:
        """Have the session looked at that the row in focus is, or stands in."""
        self.verb.choose(self.row)

    def finish(self) -> None:
        """Take what is being typed."""
        self.table.writing.finish()
        self.calendar.writing.finish()

    @property
    def shown(self) -> AllSessionsTable | MonthTable:
        """The list or the months."""
        months = self.stack.currentIndex() == 1
        return self.calendar if months else self.table

    def show_view(self, view: str) -> None:
        """Show "list" or "months", and remember it."""
        self.finish()
        row = self.row
        self.views.choose("months" if view == "months" else "list")
        self.stack.setCurrentIndex(1 if view == "months" else 0)
        self._services.settings.keep_word(_VIEW, self.views.current)
        if row is not None:
            self._choose(row)

    @property
    def row(self) -> RowId | None:
        """The id of the row in focus."""
        if self.shown is self.table:
            return self.table.row_in_focus()
        entry = self.calendar.entry_in_focus()
        return None if entry is None else entry.row

    # What can be done

    def add(self) -> None:
        """Add a session after the one in focus and begin to write it."""
        self.verb.choose(self.row)
        self._sessions.add()
        if self._sessions.current is not None:
            self._choose(self._sessions.current)
            self.rename()

    def rename(self) -> None:
        """Write in the cell in focus, or the day of what is in focus."""
        self.shown.begin()

    def delete(self) -> None:
        """Delete what is in focus and offer the way back."""
        place = self.table.currentIndex().row()
        self.verb.delete(self._entry())
        if self.shown is self.table and self.model.rowCount():
            row = min(place, self.model.rowCount() - 1)
            self._choose(self.model.lines[row].entry.row)

    def duplicate(self) -> None:
        """Add a copy of what is in focus after it."""
        made = self.verb.duplicate(self._entry())
        if made is not None:
            self._choose(made)

    def move_by(self, by: int) -> None:
        """Move a session up (-1) or down (1) in the list; in the months by a week."""
        entry = self._entry()
        if self.shown is self.calendar:
            self._nudge(entry, 7 * by)
        elif entry is not None:
            self.verb.move(self.table, entry, by)
            self._choose(entry.row)

    # Following the plan

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the session."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited while this was out of sight."""
        super().showEvent(event)
        if self._behind:
            self.follow()

    def follow(self) -> None:
        """Show the programme as it is now."""
        self._behind = False
        now = self._document.now
        self.model.show(now)
        self.months.show(now, self._services.today())
        self.calendar.setAccessibleDescription(self.months.words())
        count, tasks = len(now.sessions), len(self.model.lines)
        words = ngettext("{count} session", "{count} sessions", count).format(count=count)
        undated = sum(1 for entry in entries(now) if entry.number and not entry.day)
        if undated and tasks:
            some = ngettext("{count} without a date", "{count} without a date", undated)
            words = f"{words} · {some.format(count=undated)}"
        self.facts.setText(words)

    def _on_changed(self) -> None:
        self._behind = not self.isVisible()
        if not self._behind:
            self.follow()

    def _connect(self) -> None:
        self._document.changed.connect(self._on_changed)
        self.views.chosen.connect(self.show_view)
        self.table.opened.connect(self._open)
        self.calendar.opened.connect(self._open)
        self.table.menu_wanted.connect(self._open_menu)
        self.calendar.menu_wanted.connect(self._open_menu)
        self.calendar.moved.connect(self._on_moved)
        self.calendar.nudged.connect(self._on_nudged)

    def _lay_out(self) -> None:
        self.facts = label("", "quiet")
        self.head.add_action(self.views)
        self.head.add_action(self.add_button)
        self.stack.addWidget(on_card(self.table))
        self.stack.addWidget(on_card(self.calendar))
        ways = QHBoxLayout()
        ways.addWidget(self.return_button)
        ways.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(AROUND, INSIDE + 2, AROUND, BETWEEN)
        body.setSpacing(INSIDE)
        body.addLayout(ways)
        body.addWidget(self.head)
        body.addWidget(self.facts)
        body.addWidget(self.stack, 1)

    def _entry(self) -> Entry | None:
        return None if self.row is None else self._entry_of(self.row)

    def _entry_of(self, row: RowId) -> Entry | None:
        return next((e for e in entries(self._document.now) if e.row == row), None)

    def _choose(self, row: RowId) -> None:
        self.shown.choose_id(row)

    def _open(self, row: str) -> None:
        self.finish()
        if RowId(row) in {review.id for review in self._document.now.reviews}:
            self.rename()
        else:
            self.opened.emit(row)

    def _take_day(self, row: RowId, _column: int, text: str) -> str:
        refused = self.verb.take(row, Column.DAY, text)
        if not refused:
            self._choose(row)
        return refused

    def _on_moved(self, row: str, day: date) -> None:
        entry = self._entry_of(RowId(row))
        if entry is not None:
            self.verb.set_day(self.calendar, entry, day)
            self._choose(entry.row)

    def _on_nudged(self, row: str, days: int) -> None:
        self._nudge(self._entry_of(RowId(row)), days)

    def _nudge(self, entry: Entry | None, days: int) -> None:
        if entry is not None:
            self.verb.nudge(self.calendar, entry, days)
            self._choose(entry.row)

    def _open_menu(self, place: QPoint) -> None:
        row = self.row
        if row is None:
            return
        session = row in {s.id for s in self._document.now.sessions}
        menu_of(
            [
                MenuEntry(_("Open"), partial(self._open, row), "Enter"),
                MenuEntry(_("Change"), self.rename, "F2"),
                MenuEntry(_("Duplicate"), self.duplicate, "Ctrl+D"),
                MenuEntry(_("Move up"), partial(self.move_by, -1), "Alt+Up", usable=session),
                MenuEntry(_("Move down"), partial(self.move_by, 1), "Alt+Down", usable=session),
                LINE,
                MenuEntry(_("Add a session"), self.add, "Ins"),
                LINE,
                MenuEntry(_("Delete"), self.delete, "Del"),
            ],
            self,
        ).popup(place)
