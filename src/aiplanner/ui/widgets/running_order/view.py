"""The running order as a table that can be written in by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column, can_edit
from aiplanner.ui.models.running_order_lines import Sort
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.running_order.column_widths import ColumnWidths
from aiplanner.ui.widgets.running_order.delegate import RunningOrderDelegate
from aiplanner.ui.widgets.running_order.fitting import Fitting
from aiplanner.ui.widgets.running_order.lanes import Lanes
from aiplanner.ui.widgets.running_order.order_table import ROW, OrderTable
from aiplanner.ui.widgets.running_order.refusal import RefusalNote
from aiplanner.ui.widgets.running_order.row_painting import RowPainting
from aiplanner.ui.widgets.running_order.typing_flow import TypingFlow

_Select = QItemSelectionModel.SelectionFlag
_Cursor = QAbstractItemView.CursorAction
_UP = (_Cursor.MoveUp, _Cursor.MovePageUp)


class RunningOrderView(OrderTable):
    """The whole running order; strands that stand side by side are cards of their own in it.

    A card is a second view on some of the rows, with the same selection: wherever the focus is,
    this view tells what is chosen, and goes to any row in the view that shows it.
    """

    chosen = Signal(object)
    """The Line in focus, or None."""
    bank_wanted = Signal()
    """There is nothing yet: something from the activity bank is wanted."""
    offer_wanted = Signal(str, object, QPoint)
    """Id of a pinned item, the Way to mend what is before it (None: which), where to ask."""
    offer_pointed = Signal(str, object, QPoint)
    """The same for the link under the pointer; an empty id: none is."""
    columns_changed = Signal()
    """Other columns are on show."""

    def __init__(self, model: RunningOrderModel, parent: QWidget | None = None) -> None:
        super().__init__(model, RunningOrderDelegate, parent)
        self.setAccessibleName(_("Running order"))
        self.rows = RowPainting(self, model, self._delegate)
        self.lanes = Lanes(self, model)
        self._fitting = Fitting(self, model, self.lanes)
        self.widths = ColumnWidths(self, self._fitting)
        self.widths.changed.connect(self.fit)
        self._stepping_out = False
        self.elsewhere: Callable[[int, Column], object] | None = None
        """Where one writes while another view of the same rows is on show."""
        self._note = RefusalNote(self.viewport())
        self.empty = _empty(self)
        self._typing = TypingFlow(self, model)
        self.join(self)
        self.opened.connect(self.begin_here)
        model.recounted.connect(self.fit)
        self.verticalScrollBar().valueChanged.connect(self.lanes.place)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def join(self, view: OrderTable) -> None:
        """Have a view on these rows, this one or a card, go on typing as one with the others."""
        view.delegate.refused.connect(lambda why, cell: self._on_refused(view, why, cell))
        view.delegate.taken.connect(self._typing.go_on)
        view.offers.wanted.connect(self.offer_wanted)
        view.offers.pointed.connect(self.offer_pointed)
        if view is not self:
            view.opened.connect(self.begin_here)
            view.shifted.connect(self.shifted)
            view.dropped.connect(self.dropped)
            view.menu_wanted.connect(self.menu_wanted)
            view.given_up.connect(self.given_up)

    # What is chosen

    @property
    def folded(self) -> frozenset[RowId]:
        """The headings whose sections are collapsed."""
        return self._order.folded

    @property
    def editor(self) -> QWidget | None:
        """The field that is open, here or in a card."""
        return next((v.delegate.editor for v in self._views() if v.delegate.editor), None)

    def has_focus(self) -> bool:
        """Whether the focus is here, in a card or in an open field."""
        focus = self.window().focusWidget() if self.isVisible() else None
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def choose(self, row: int, column: Column | None = None) -> None:
        """Go to a cell (None: in the column where one is) and choose its row."""
        count = self._order.rowCount()
        if count:
            row = max(0, min(row, count - 1))
            here = self.currentIndex().column() if column is None else column
            shown = here if here in self.columns_at(row) else Column.WHAT
            index = self._order.index(row, shown)
            self.selectionModel().setCurrentIndex(index, ROW)
            self._follow()
            self.scrollTo(index)

    def choose_id(self, row_id: RowId, column: Column | None = None) -> None:
        """Go to an item or strand, where it is on show; a section that hides it is expanded."""
        self._order.reveal(row_id)
        row = self._order.row_of_id(row_id)
        if row is not None:
            self.choose(row, column)

    def choose_all(self, items: Sequence[RowId]) -> None:
        """Go to the first of these items and choose them all, wherever they are hidden."""
        self._order.reveal(*items)
        rows = [row for row in map(self._order.row_of_id, items) if row is not None]
        if not rows:
            return
        self.choose(min(rows))
        flags = _Select.Select | _Select.Rows
        for row in rows:
            self.selectionModel().select(self._order.index(row, 0), flags)

    # Editing

    def begin(self, row: int, column: Column = Column.WHAT) -> None:
        """Open the field of a cell, or have it written elsewhere."""
        if self.elsewhere is not None:
            self.elsewhere(row, column)
            return
        self.setFocus()
        self.choose(row, column)
        self.edit_here()

    def edit_here(self) -> None:
        """Open the field of the current cell, if it can be edited; one that is open stays."""
        index, editor = self.currentIndex(), self.editor
        if editor is not None:
            editor.setFocus()
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._view_at(index.row()).edit(index)

    def begin_here(self) -> None:
        """Open the field of the current cell, or of What where the cell cannot be edited."""
        line, index = self.line_in_focus(), self.currentIndex()
        if line is None:
            return
        if line.sort is Sort.NOTICE:
            below = self._view_at(index.row()).below(index.siblingAtColumn(Column.WHAT))
            self.offer_wanted.emit(line.row, None, below)
            return
        column = Column(index.column())
        self.begin(index.row(), column if can_edit(line, column) else Column.WHAT)

    def finish(self) -> None:
        """Take what stands in an open field and close it; what is refused is given up."""
        super().finish()
        for view in self.lanes.views():
            view.finish()
        self._note.hide()

    # Columns and rows

    @property
    def wished(self) -> frozenset[Column]:
        """The columns that may be on show where there is room."""
        return frozenset(self._fitting.wished)

    def wish(self, columns: Collection[Column]) -> None:
        """Show these columns, so far as there is room."""
        self._fitting.wished = frozenset(columns)
        self.fit()

    def wish_side_by_side(self, *, wished: bool) -> None:
        """Set strands side by side where they fit, or always one below the other."""
        self.lanes.wished = wished
        self.fit()

    def shown(self) -> tuple[Column, ...]:
        """The columns on show."""
        return self._fitting.shown()

    def columns_at(self, row: int) -> tuple[Column, ...]:
        """The columns in which a row can be gone to."""
        view = self.lanes.view_at(row)
        return self._delegate.shown if view is None else view.columns_at(row)

    def fit(self) -> None:
        """Give columns and rows the room they need."""
        changed = self._fitting.fit()
        self._delegate.shown = self._fitting.shown()
        self._place_empty()
        if changed:
            self.columns_changed.emit()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key goes; from below into the foot of a strand's card."""
        target = super().moveCursor(action, modifiers)
        lane = self.lanes.lane_at(target.row()) if target.isValid() else None
        if lane is None:
            return target
        row = lane.last if action in _UP else lane.first
        column = target.column() if target.column() in self.columns_at(row) else Column.WHAT
        return self._order.index(row, column)

    def step_out(self, *, forward: bool) -> bool:
        """Leave by Tab from a card: to what comes after or before the whole running order."""
        self._stepping_out = True
        self.setFocus()
        self._stepping_out = False
        return self.focusNextPrevChild(forward)

    def _place_empty(self) -> None:
        """Where only the place to add is left, say what to do below it."""
        self.empty.setVisible(self._order.rowCount() == 1)
        if not self.empty.isHidden():
            below = self.rowViewportPosition(0) + self.rowHeight(0)
            self.empty.setGeometry(self.viewport().rect().adjusted(0, below, 0, 0))

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts a refusal away."""
        if event.key() == Qt.Key.Key_Escape:
            self._note.hide()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text has another size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self._fitting.forget()
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus on to the card where the current row is."""
        super().focusInEvent(event)
        if not self._stepping_out:
            self._follow()

    def _views(self) -> tuple[OrderTable, ...]:
        return (self, *self.lanes.views())

    def _view_at(self, row: int) -> OrderTable:
        return self.lanes.view_at(row) or self

    def _follow(self) -> None:
        """Bring the focus, if it is anywhere here, to the view that shows the current row."""
        index = self.currentIndex()
        view = self._view_at(index.row()) if index.isValid() else self
        if self.has_focus() and self.editor is None and not view.hasFocus():
            view.setFocus()
        if view is not self and not view.under_mouse:
            self.lanes.show_row(index.row())

    def _on_refused(self, view: OrderTable, why: str, cell: QRect) -> None:
        if why:
            corner = view.viewport().mapTo(self.viewport(), cell.topLeft())
            self._note.say(why, QRect(corner, cell.size()))
        else:
            self._note.hide()

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._typing.broken()
        self._follow()
        self.chosen.emit(self._order.line(now.row()) if now.isValid() else None)


def _empty(view: RunningOrderView) -> EmptyState:
    """What stands below the place to add as long as nothing else does."""
    empty = EmptyState(
        _("Nothing is planned yet. Type what happens first, press Enter, and type the next."),
        _("Write the first item"),
        lambda: view.begin(0),
        parent=view.viewport(),
    )
    empty.offer(_("Choose from the activity bank"), view.bank_wanted.emit)
    return empty
