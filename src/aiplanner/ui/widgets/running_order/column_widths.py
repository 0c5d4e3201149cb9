"""Let the user make columns wider and narrower, by dragging an edge of the head and by keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QTableView

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.running_order_cells import COLUMN_NAMES, Column
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.running_order.columns import LEAST_OWN
from aiplanner.ui.widgets.running_order.fitting import Fitting

_STEP = 16
"""Pixels at 100 % text size that one press of a key changes."""
_MOST = 600


class ColumnWidths(QObject):
    """Widths that users gave to columns, in pixels at 100 % text size; What takes the rest."""

    changed = Signal()
    """Other widths are wished; the view fits its columns to them."""

    def __init__(self, view: QTableView, fitting: Fitting) -> None:
        super().__init__(view)
        self._view, self._fitting = view, fitting
        head = view.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Fixed)
        head.sectionResized.connect(self._on_dragged)
        head.sectionHandleDoubleClicked.connect(lambda n: self.free(Column(n)))
        for keys, by in (("Alt+Shift+Left", -1), ("Alt+Shift+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), view)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.step, by))

    @property
    def own(self) -> Mapping[Column, int]:
        """The widths given by the user."""
        return self._fitting.own

    @property
    def here(self) -> Column | None:
        """The column in focus, where it can be made wider; What takes what the others leave."""
        index = self._view.currentIndex()
        column = Column(index.column()) if index.isValid() else Column.WHAT
        return None if column is Column.WHAT else column

    def give(self, widths: Mapping[Column, int]) -> None:
        """Take up widths that were remembered."""
        self._fitting.own = {c: w for c, w in widths.items() if c is not Column.WHAT}
        self.changed.emit()

    def step(self, by: int) -> None:
        """Make the column in focus wider (1) or narrower (-1) by a step, and say so."""
        column = self.here
        if column is None:
            announce(self._view, _("This column takes the room that the others leave."))
            return
        before = round(self._view.columnWidth(column) / fonts.scaled(100) * 100)
        width = max(LEAST_OWN, min(before + by * _STEP, _MOST))
        self._give(column, width)
        words = _("{column} is wider") if by > 0 else _("{column} is narrower")
        same = _("{column} stays as it is")
        told = (words if width != before else same).format(column=COLUMN_NAMES[column])
        announce(self._view, told)

    def free(self, column: Column | None = None) -> None:
        """Let a column (None: every one) be as wide as what is written in it needs."""
        kept = {
            c: w for c, w in self._fitting.own.items() if column is not None and c is not column
        }
        self._fitting.own = kept
        self.changed.emit()

    def _give(self, column: Column, width: int) -> None:
        self._fitting.own = {**self._fitting.own, column: width}
        self.changed.emit()

    def _on_dragged(self, section: int, _before: int, width: int) -> None:
        if width and not self._fitting.busy and Column(section) is not Column.WHAT:
            self._give(Column(section), round(width / fonts.scaled(100) * 100))
