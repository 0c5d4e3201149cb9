"""The hints of the Sessions page: the count in its foot, and the pane that it opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import compress

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from aiplanner.app.hints import HintLine
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.hint_desk import HintDesk
from aiplanner.ui.hints import Hints, session_of
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.session_panes import SessionPanes
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.buttons import button
from aiplanner.ui.widgets.hint_pane import HintPane
from aiplanner.ui.widgets.running_order.view import RunningOrderView

_COLUMNS: Mapping[str, Column] = {
    "steps-sum": Column.MINUTES,
    "turns-fit": Column.MINUTES,
    "one-form": Column.GROUP,
}
"""Where to look in the row of an item; elsewhere it is what the item is called."""


_MATERIALS = ("enough-materials",)
"""Rules that speak of a material, which stands in the inspector."""


class SessionHints(QObject):
    """Sorts the hints by the session on show, and turns between their pane and the table."""

    material_wanted = Signal(str)
    """The name of a material of the item in focus, which is on show in the inspector."""

    def __init__(
        self,
        document: Document,
        services: Services,
        table: RunningOrderView,
        panes: SessionPanes,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._table, self._panes = table, panes
        self._judging = Hints(document, services, page)
        self.desk = HintDesk(document, services, self._judging, page)
        self._session: RowId | None = None
        self.lines: tuple[HintLine, ...] = ()
        """The hints on the session on show."""
        self.count = button("", self.turn, "small-link", tip=_("Show the hints (Ctrl+H)"))
        """For the foot of the page."""
        self.pane = HintPane(lambda line: self.desk.place_of(line) is not None)
        for hints in self.pane.lists:
            hints.followed.connect(self.follow)
            hints.mended.connect(self.desk.mend)
            hints.left.connect(self.desk.leave)
        self.pane.left_list.wanted.connect(self.desk.bring_back)
        self.pane.closed.connect(self._close)
        self.pane.gone.connect(self._go_back)
        self.pane.shown.connect(self._judging.find_mends)
        self._judging.changed.connect(self._refresh)
        panes.toggled.connect(self._refresh)
        self._refresh()

    def turn(self) -> None:
        """Open the pane, go to it, or close it when one is there."""
        if self.pane.has_focus():
            self._close()
        else:
            self._panes.open("hints")
            self.pane.take_focus()

    def follow(self, line: HintLine) -> None:
        """Go to the place that a hint speaks of, and to the cell that tells most about it."""
        if self._panes.alone:
            self._panes.open("")
        self.desk.follow(line)
        if line.rule in _MATERIALS:
            self._panes.open("inspector")
            self.material_wanted.emit(str(line.hint.facts["name"]))
        column = _COLUMNS.get(line.rule)
        if column in self._table.shown() and line.row is not None:
            self._table.choose_id(line.row, column)

    def show_session(self, session: RowId | None) -> None:
        """Sort for this session."""
        self._session = session
        self._refresh()

    def verbs(self) -> Mapping[str, Callable[[], object]]:
        """The keys of the menus while the focus is in the pane."""
        return {"delete": self.pane.leave_here}

    def _close(self) -> None:
        self._panes.open("")
        self._table.setFocus()

    def _go_back(self) -> None:
        """Back to the running order; the pane stays where there is room for both."""
        if self._panes.alone:
            self._panes.open("")
        self._table.setFocus()

    def _refresh(self) -> None:
        judged = self._judging.judged
        self.count.setVisible(judged is not None and self._session is not None)
        if judged is None:
            return
        now = judged.programme
        here = [session_of(now, line) == self._session for line in judged.lines]
        self.lines = tuple(compress(judged.lines, here))
        rest = [line for line, found in zip(judged.lines, here, strict=True) if not found]
        count = len(self.lines)
        said = ngettext("○ {count} hint", "○ {count} hints", count).format(count=count)
        self.count.setText(said if count else _("✓ no hints"))
        if not self.pane.isHidden():
            self.pane.show_hints(self.lines, rest)
            self.pane.show_rest(judged.satisfied, judged.left)
