"""The Sessions page: a session's head, its running order, its time, inspector and bank."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.domain.cycle import Phase
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_edits import Desk
from aiplanner.ui.models.running_order_lines import Line
from aiplanner.ui.page import Page
from aiplanner.ui.pages.session_bank import SessionBank
from aiplanner.ui.pages.session_board import SessionBoard
from aiplanner.ui.pages.session_foot import SessionFoot
from aiplanner.ui.pages.session_head import SessionHead
from aiplanner.ui.pages.session_hints import SessionHints
from aiplanner.ui.pages.session_items import ItemCommands
from aiplanner.ui.pages.session_list import SessionList
from aiplanner.ui.pages.session_moves import MoveCommands
from aiplanner.ui.pages.session_offers import SessionOffers
from aiplanner.ui.pages.session_panes import SessionPanes
from aiplanner.ui.pages.session_plan_b import PlanBCommands
from aiplanner.ui.pages.session_popups import SessionPopups
from aiplanner.ui.pages.session_undo import UndoFollower
from aiplanner.ui.pages.session_verbs import RowVerbs
from aiplanner.ui.pages.session_views import SessionViews
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.inspector import Inspector
from aiplanner.ui.widgets.running_order.view import RunningOrderView


class SessionsPage(Page):
    """Everything about one session at a time; the table is where the focus goes."""

    def __init__(
        self, document: Document, services: Services, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._services = document, services
        desk = Desk(services.today, services.new_id)
        self.sessions = SessionList(document, services, self)
        self.model = RunningOrderModel(document, desk, self)
        self.table = RunningOrderView(self.model)
        self.items = ItemCommands(document, services, self.model, self.table)
        self.moves = MoveCommands(document, self.model, self.table)
        self._follower = UndoFollower(document, self.sessions, self.model, self.table)
        self.head = SessionHead(document, services, self.sessions)
        order = self.model, self.table, self.moves
        self.views = SessionViews(document, services, self.sessions, order, self.head)
        self.plan_b = PlanBCommands(self, document, services, self.sessions)
        self.foot = SessionFoot()
        self.bank = SessionBank(document, services, self.model, self.table, self)
        bank = self.items, self.bank
        self.offers = SessionOffers(self, document, services, self.table, bank)
        self.inspector = Inspector(document, services.new_id, self.items.set_kind, self.bank.shelf)
        self.panes = SessionPanes(services.settings)
        self.hints = SessionHints(document, services, self.table, self.panes, self)
        self.foot.add(self.hints.count)
        self.rows = RowVerbs(document, services, (self.model, self.table), self.sessions)
        commands = self.items, self.moves, self.rows
        self.popups = SessionPopups(self, self.table, commands, self.bank, services.settings)
        self._topic = super().guide_topic()
        self._lay_out()
        self._connect()
        self._on_turned()

    # What the window asks of a page

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of the running order; without a session there is one to add."""
        if self.views.all_shown:
            return {**self.views.all.verbs(), **self.views.turns()}
        if self.sessions.current is None:
            return {"add": self.sessions.add}
        return {key: partial(self._do, key) for key in self._table_verbs()}

    def show_row(self, row_id: RowId) -> None:
        """Show a session, or the item that a row belongs to in its session."""
        now = self._document.now
        row = now.rows.get(row_id)
        self.views.show_all(all_shown=False)
        if isinstance(row, Session):
            self.sessions.show(row_id)
            return
        shown = _item_of(now, row_id)
        if shown is not None:
            self.sessions.show(now.session_of(shown).id)
            self.table.choose_id(shown.id, Column.WHAT)

    def show_piece(self, key: str) -> None:
        """Open the bank at an activity."""
        if key:
            self.panes.open("bank")
            self.bank.look_at(key)

    def guide_topic(self) -> str:
        """The phase of the item in focus; what has none keeps the phase looked at before."""
        return self._topic

    def session_shown(self) -> RowId | None:
        """The session of the running order."""
        return self.sessions.current

    def open_bank(self, phase: Phase) -> None:
        """Open the bank at the activities of a phase."""
        self.views.show_all(all_shown=False)
        if self.sessions.current is not None:
            self.panes.open("bank")
            self.bank.pane.look_for(phase)

    def arrive(self) -> None:
        """Begin in the running order, or where the first session is added."""
        start = self.table if self.sessions.current else self.empty.button
        if self.views.all_shown:
            self.views.all.arrive()
        elif start is not None:
            start.setFocus()

    def leave(self) -> None:
        """Take what is still being typed."""
        self.views.finish()
        self.head.finish()

    def print_session(self) -> None:
        """Turn to the Print page with this session."""
        self._services.go("print", self.sessions.current)

    def _do(self, verb: str) -> None:
        """Do a verb where the focus is: in the inspector, the bank, the hints, or the table."""
        verbs = self._table_verbs()
        for pane, offered in (
            (self.inspector, self.inspector.verbs),
            (self.bank.pane, self.bank.verbs),
            (self.hints.pane, self.hints.verbs),
        ):
            if pane.has_focus():
                verbs = {**self._pane_verbs(), **offered()}
        if verb in verbs:
            verbs[verb]()

    def _pane_verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of the panes and views, which work wherever the focus is."""
        panes = {"bank": self._turn_bank, "hints": self.hints.turn}
        return {**panes, **self.views.turns(), **self.plan_b.verbs()}

    def _table_verbs(self) -> Mapping[str, Callable[[], object]]:
        return {
            **self._pane_verbs(),
            "add": self.items.add,
            "delete": self.items.delete,
            "duplicate": self.items.duplicate,
            "rename": self.table.begin_here,
            "pin": self.items.toggle_pin,
            **self.rows.verbs(),
            "move_up": partial(self.moves.move, -1),
            "move_down": partial(self.moves.move, 1),
        }

    # How it is put together

    def _lay_out(self) -> None:
        self.empty = EmptyState(
            _("No sessions yet. A session is one meeting with its running order."),
            _("Add a session"),
            self.sessions.add,
            "primary",
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.views.whole)
        self.views.hold(self.empty, self.panes)
        board = SessionBoard(self.head, self.views.work, self.foot)
        self.panes.hold(board, inspector=self.inspector, bank=self.bank.pane, hints=self.hints.pane)
        self._add = button(_("Add"), lambda: self.popups.open_add(self._add), icon="add")
        self.from_bank = button(
            _("Activity bank"), self._turn_bank, tip=_("Activities to choose from (Ctrl+B)")
        )
        self._columns = button(_("Columns"), lambda: self.popups.open_columns(self._columns))
        self.details = button(
            _("Details"), self._toggle_inspector, tip=_("Show the inspector (Ctrl+I)")
        )
        self.head.add_action(self._add)
        self.head.add_action(self.from_bank)
        self.head.add_action(
            button(_("Room view"), self._services.open_room, tip=_("On the day (F5)"))
        )
        self.head.add_action(button(_("Print"), self.print_session, "primary"))
        self.head.add_fact(self.plan_b.button())
        self.head.add_fact(self._columns)
        self.head.add_fact(self.details)

    def _connect(self) -> None:
        self.sessions.turned.connect(self._on_turned)
        self.views.changed.connect(self._on_view)
        self.views.timeline.add_wanted.connect(self.items.add)
        self.views.all.opened.connect(lambda row: self.show_row(RowId(row)))
        self.model.recounted.connect(self._on_recounted)
        self.table.menu_wanted.connect(self.popups.open_menu)
        self.table.bank_wanted.connect(self._turn_bank)
        self.table.chosen.connect(self._on_chosen)
        self.inspector.closed.connect(self._toggle_inspector)
        self.inspector.left.connect(self.table.setFocus)
        self.inspector.sheet_wanted.connect(lambda key: self._services.go("print", RowId(key)))
        self.hints.material_wanted.connect(self.inspector.go_to_material)
        self.bank.pane.closed.connect(self._close_bank)
        self.bank.pane.left.connect(self._leave_bank)
        self.bank.fill_wanted.connect(lambda: self.panes.open("bank"))
        self.panes.toggled.connect(self._on_toggled)
        for keys, do in (
            ("Ctrl+PgUp", partial(self._turn, -1)),
            ("Ctrl+PgDown", partial(self._turn, 1)),
            ("Ctrl+I", self._toggle_inspector),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _turn(self, by: int) -> None:
        self.sessions.turn_to(self.sessions.index + by)

    def _on_turned(self) -> None:
        self.views.timeline.finish()
        current = self.sessions.current
        self.model.show_session(current)
        self.hints.show_session(current)
        self.table.choose(0, Column.WHAT)
        self.views.settle()

    def _on_view(self) -> None:
        self._columns.setVisible(self.views.timeline.shown == "table")
        self.verbs_changed.emit()

    def _on_recounted(self) -> None:
        if self.model.clock is not None:
            self.foot.show_clock(self._document.now, self.model.clock)

    def _on_chosen(self, line: Line | None) -> None:
        self.inspector.show_line(line, self.sessions.current, lambda: self.model.clock)
        phase = line.item.phase if line is not None and line.item is not None else None
        if phase is not None and (topic := f"phase:{phase.value}") != self._topic:
            self._topic = topic
            self.topic_changed.emit()

    def _on_toggled(self, shown: str) -> None:
        self.details.setVisible(shown != "inspector")
        self.from_bank.setVisible(shown != "bank")
        if shown == "bank":
            self.bank.open()
        elif not shown:
            self.table.setFocus()

    def _toggle_inspector(self) -> None:
        self.panes.toggle("inspector")

    def _turn_bank(self) -> None:
        """Open the bank, go to it, or close it when one is there; from free time: fill it."""
        gap = self.bank.gap_of(self.items.choice.line)
        if self.bank.pane.has_focus():
            self._close_bank()
        elif gap:
            self.bank.fill(gap)
        else:
            self.panes.open("bank")
            self.bank.pane.go_to_search()

    def _close_bank(self) -> None:
        self.panes.open("")
        self.table.setFocus()

    def _leave_bank(self) -> None:
        """Go back to the running order; the bank stays where there is room for both."""
        if self.panes.alone:
            self.panes.open("")
        self.table.setFocus()


def _item_of(programme: Programme, row_id: RowId) -> Item | None:
    """The item that a row is, or belongs to (a strand belongs to its breakout)."""
    row = programme.rows.get(row_id)
    if isinstance(row, Item):
        return row
    holder = getattr(row, "item_id", None)
    found = programme.rows.get(holder) if holder else None
    return found if isinstance(found, Item) else None
