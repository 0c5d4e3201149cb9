"""How sessions are looked at: one as a table or a timeline, or all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.pages.all_sessions import AllSessions
from aiplanner.ui.pages.session_head import SessionHead
from aiplanner.ui.pages.session_list import SessionList
from aiplanner.ui.pages.session_moves import MoveCommands
from aiplanner.ui.pages.session_timeline import VIEWS, SessionTimeline
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.choice_row import ChoiceRow
from aiplanner.ui.widgets.running_order.view import RunningOrderView

_NAMES = (_("Table"), _("Timeline"))


class SessionViews(QObject):
    """Makes the views, and the controls in the head that choose among them."""

    changed = Signal()
    """Another view is on show."""

    def __init__(
        self,
        document: Document,
        services: Services,
        sessions: SessionList,
        order: tuple[RunningOrderModel, RunningOrderView, MoveCommands],
        head: SessionHead,
    ) -> None:
        model, table, moves = order
        super().__init__(table)
        self._sessions, self._table = sessions, table
        self.timeline = SessionTimeline(document, services, model, table, moves)
        self.all = AllSessions(document, services, sessions)
        self.all_shown = False
        """Whether all sessions are on show instead of one."""
        self.whole = QStackedWidget()
        """What `hold` fills."""
        self._empty, self._one = QWidget(), QWidget()
        self.choice = ChoiceRow(
            _("How to show the running order"), list(zip(VIEWS, _NAMES, strict=True))
        )
        self.choice.setToolTip(_("Table or timeline (Ctrl+T)"))
        self.all_button = button(
            _("All sessions"), self.turn_all, "link", tip=_("List and months (Ctrl+Shift+T)")
        )
        head.add_way(self.all_button)
        head.add_view(self.choice)
        self.choice.choose(self.timeline.shown)
        self.choice.chosen.connect(self._show)
        self.timeline.turned.connect(self._on_turned)
        self.all.back.connect(self.turn_all)

    @property
    def work(self) -> QWidget:
        """The running order in whichever view."""
        return self.timeline.stack

    def hold(self, empty: QWidget, one: QWidget) -> None:
        """Show `one` while there is a session, `empty` while there is none, or all sessions."""
        self._empty, self._one = empty, one
        for widget in (empty, one, self.all):
            self.whole.addWidget(widget)

    def settle(self) -> None:
        """Show what is meant to be shown now."""
        one = self._empty if self._sessions.current is None else self._one
        self.whole.setCurrentWidget(self.all if self.all_shown else one)
        self.changed.emit()

    def turns(self) -> Mapping[str, Callable[[], object]]:
        """The keys that turn from view to view."""
        return {"timeline": self.turn, "all_sessions": self.turn_all}

    def turn(self) -> None:
        """Show the other view of the running order; from all sessions, go back to one."""
        if self.all_shown:
            self.turn_all()
        else:
            self.timeline.turn()

    def turn_all(self) -> None:
        """Show all sessions, or one again."""
        self.show_all(all_shown=not self.all_shown)

    def show_all(self, *, all_shown: bool) -> None:
        """Show all sessions or one, and go there."""
        if all_shown is self.all_shown:
            return
        self.finish()
        if not all_shown:
            self.all.turn_to_row()
        self.all_shown = all_shown
        self.settle()
        if all_shown:
            self.all.arrive()
        elif self._sessions.current is not None:
            self._table.setFocus()

    def finish(self) -> None:
        """Take what is being typed."""
        self.timeline.finish()
        self.all.finish()

    def _show(self, view: str) -> None:
        self.timeline.show(view)
        self._table.setFocus()

    def _on_turned(self, view: str) -> None:
        self.choice.choose(view)
        self.settle()
