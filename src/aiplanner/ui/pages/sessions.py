"""The Sessions page: a session's head, its running order, how its time is spent, the inspector."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_edits import Desk
from aiplanner.ui.page import Page
from aiplanner.ui.pages import session_menus as entries
from aiplanner.ui.pages.session_foot import SessionFoot
from aiplanner.ui.pages.session_head import SessionHead
from aiplanner.ui.pages.session_items import ItemCommands
from aiplanner.ui.pages.session_list import SessionList
from aiplanner.ui.pages.session_moves import MoveCommands
from aiplanner.ui.services import Services
from aiplanner.ui.tokens import AROUND, BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.menus import LINE, Entry, fill, menu_of
from aiplanner.ui.widgets.running_order.view import RunningOrderView


class SessionsPage(Page):
    """Everything about one session at a time; the table is where the focus goes."""

    def __init__(self, document: Document, services: Services) -> None:
        super().__init__()
        self._document, self._services = document, services
        desk = Desk(lambda: services.now().astimezone().date(), services.new_id)
        self.sessions = SessionList(document, services, self)
        self.model = RunningOrderModel(document, desk, self)
        self.table = RunningOrderView(self.model)
        self.items = ItemCommands(document, services, self.model, self.table)
        self.moves = MoveCommands(document, self.model, self.table)
        self.head = SessionHead(document, services, self.sessions)
        self.foot = SessionFoot()
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._on_turned()

    # What the window asks of a page

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of the running order; without a session there is one to add."""
        if self.sessions.current is None:
            return {"add": self.sessions.add}
        return {
            "add": self.items.add,
            "delete": self.items.delete,
            "duplicate": self.items.duplicate,
            "rename": self.table.begin_here,
            "move_up": partial(self.moves.move, -1),
            "move_down": partial(self.moves.move, 1),
        }

    def show_row(self, row_id: RowId) -> None:
        """Show a session, or the item that a row belongs to in its session."""
        now = self._document.now
        row = now.rows.get(row_id)
        if isinstance(row, Session):
            self.sessions.show(row_id)
            return
        shown = _item_of(now, row_id)
        if shown is not None:
            self.sessions.show(now.session_of(shown).id)
            self.table.choose_id(shown.id, Column.WHAT)

    def arrive(self) -> None:
        """Begin in the running order, or where the first session is added."""
        start = self.table if self.sessions.current else self.empty.button
        if start is not None:
            start.setFocus()

    def leave(self) -> None:
        """Take what is still being typed."""
        self.table.finish()
        self.head.finish()

    def print_session(self) -> None:
        """Turn to the Print page with this session."""
        self._services.go("print", self.sessions.current)

    # How it is put together

    def _lay_out(self) -> None:
        board = QWidget()
        body = QVBoxLayout(board)
        body.setContentsMargins(AROUND, BETWEEN, AROUND, BETWEEN)
        body.setSpacing(INSIDE + 2)
        body.addWidget(self.head)
        body.addWidget(on_card(self.table), 1)
        body.addWidget(self.foot)
        self._panes.addWidget(board)
        self.empty = EmptyState(
            _("No sessions yet. A session is one meeting with its running order."),
            _("Add a session"),
            self.sessions.add,
            "primary",
        )
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._panes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._add = button(_("Add"), self._open_add, icon="add")
        self._columns = button(_("Columns"), self._open_columns)
        self.head.add_action(self._add)
        self.head.add_action(button(_("Print"), self.print_session, "primary"))
        self.head.add_fact(self._columns)

    def _connect(self) -> None:
        self.sessions.turned.connect(self._on_turned)
        self.model.recounted.connect(self._on_recounted)
        self.table.menu_wanted.connect(self._open_menu)
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self._turn, by))

    def _turn(self, by: int) -> None:
        self.sessions.turn_to(self.sessions.index + by)

    def _on_turned(self) -> None:
        self.table.finish()
        current = self.sessions.current
        self.model.show_session(current)
        self._stack.setCurrentWidget(self.empty if current is None else self._panes)
        self.table.choose(0, Column.WHAT)
        self.verbs_changed.emit()

    def _on_recounted(self) -> None:
        if self.model.clock is not None:
            self.foot.show_clock(self._document.now, self.model.clock)

    # Menus

    def _open_menu(self, place: QPoint) -> None:
        chosen = entries.item_entries(self.items, self.moves, self.table)
        menu = menu_of([], self)
        fill(menu.addMenu(_("Add")), entries.add_entries(self.items))
        if self.items.choice.item is not None:
            fill(menu.addMenu(_("Kind")), entries.kind_entries(self.items))
            fill(menu.addMenu(_("Counts")), entries.state_entries(self.items))
        fill(menu, [LINE, *chosen])
        menu.popup(place)

    def _open_add(self) -> None:
        self._drop_down(self._add, entries.add_entries(self.items))

    def _open_columns(self) -> None:
        self._drop_down(self._columns, entries.column_entries(self.table))

    def _drop_down(self, control: QWidget, lines: list[Entry]) -> None:
        menu_of(lines, self).popup(control.mapToGlobal(QPoint(0, control.height())))


def _item_of(programme: Programme, row_id: RowId) -> Item | None:
    """The item that a row is, or belongs to (a strand belongs to its breakout)."""
    row = programme.rows.get(row_id)
    if isinstance(row, Item):
        return row
    holder = getattr(row, "item_id", None)
    found = programme.rows.get(holder) if holder else None
    return found if isinstance(found, Item) else None
