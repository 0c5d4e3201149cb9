"""The running order as a table that can be written in by keyboard alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.bank import dragged_activity
from aiplanner.ui.models.running_order import Index, RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column, can_edit
from aiplanner.ui.models.running_order_lines import Line, Sort
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.empty_state import EmptyState
from aiplanner.ui.widgets.running_order.delegate import RunningOrderDelegate
from aiplanner.ui.widgets.running_order.drag import drag_items
from aiplanner.ui.widgets.running_order.fitting import Fitting
from aiplanner.ui.widgets.running_order.refusal import RefusalNote
from aiplanner.ui.widgets.running_order.typing_flow import TypingFlow

_ADDING = frozenset({Sort.ADD, Sort.ADD_TASK})
_RESIZED = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
_Select = QItemSelectionModel.SelectionFlag
_Drop = QAbstractItemView.DropIndicatorPosition
_ROW = _Select.ClearAndSelect | _Select.Rows


class RunningOrderView(QTableView):
    """Typing edits the cell in focus, Enter and Tab go on, dragging and Alt with arrows move."""

    chosen = Signal(object)
    """The Line in focus, or None."""
    shifted = Signal(int)
    """Alt with left (-1) or right (1): out of a breakout, or into the one above."""
    dropped = Signal(list)
    """The ids of items that were dragged to another place."""
    menu_wanted = Signal(QPoint)
    """The place on the screen where the menu should open."""
    given_up = Signal(str)
    """A field of the row of that id was closed without taking what was typed."""
    bank_wanted = Signal()
    """There is nothing yet, or free time: something from the activity bank is wanted."""
    columns_changed = Signal()
    """Other columns are on show."""

    def __init__(self, model: RunningOrderModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = model
        self._drop_at: int | None = None
        self.setModel(model)
        self._delegate = RunningOrderDelegate(self, model)
        self.setItemDelegate(self._delegate)
        self._fitting = Fitting(self, model)
        self._note = RefusalNote(self.viewport())
        self.empty = _empty(self)
        _dress(self)
        self._typing = TypingFlow(self, model, self._delegate)
        self._delegate.refused.connect(self._on_refused)
        self._delegate.given_up.connect(self.given_up)
        self.clicked.connect(self._on_clicked)
        model.recounted.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    # What is chosen

    def line_in_focus(self) -> Line | None:
        """The line of the current cell."""
        index = self.currentIndex()
        return self._order.line(index.row()) if index.isValid() else None

    def chosen_items(self) -> list[RowId]:
        """The chosen items and tasks by id, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = (self._order.line(row) for row in rows)
        return [line.row for line in lines if line.item is not None]

    def choose(self, row: int, column: Column | None = None) -> None:
        """Go to a cell (None: in the column where one is) and choose its row."""
        count = self._order.rowCount()
        if count:
            here = self.currentIndex().column() if column is None else column
            shown = here if here >= 0 and not self.isColumnHidden(here) else Column.WHAT
            index = self._order.index(max(0, min(row, count - 1)), shown)
            self.selectionModel().setCurrentIndex(index, _ROW)
            self.scrollTo(index)

    def choose_id(self, row_id: RowId, column: Column | None = None) -> None:
        """Go to an item or strand, where it is on show."""
        row = self._order.row_of_id(row_id)
        if row is not None:
            self.choose(row, column)

    def choose_all(self, items: Sequence[RowId]) -> None:
        """Go to the first of these items and choose them all."""
        rows = [row for row in map(self._order.row_of_id, items) if row is not None]
        if not rows:
            return
        self.choose(min(rows))
        flags = _Select.Select | _Select.Rows
        for row in rows:
            self.selectionModel().select(self._order.index(row, 0), flags)

    # Editing

    def begin(self, row: int, column: Column = Column.WHAT) -> None:
        """Open the field of a cell."""
        self.setFocus()
        self.choose(row, column)
        self.edit_here()

    def edit_here(self) -> None:
        """Open the field of the current cell, if it can be edited; one that is open stays."""
        index, editor = self.currentIndex(), self._delegate.editor
        if editor is not None:
            editor.setFocus()
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def begin_here(self) -> None:
        """Open the field of the current cell, or of What where the cell cannot be edited."""
        line, index = self.line_in_focus(), self.currentIndex()
        if line is None:
            return
        if line.sort is Sort.NOTICE:
            self.bank_wanted.emit()
            return
        column = Column(index.column())
        self.begin(index.row(), column if can_edit(line, column) else Column.WHAT)

    def finish(self) -> None:
        """Take what stands in an open field and close it; what is refused is given up."""
        for end in (self._delegate.leave, self._delegate.take_back):
            if self._delegate.editor is not None:
                end(self._delegate.editor)
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

    def shown(self) -> tuple[Column, ...]:
        """The columns on show."""
        return self._fitting.shown()

    def fit(self) -> None:
        """Give columns and rows the room they need."""
        self._place_empty()
        changed = self._fitting.fit()
        self._delegate.shown = self._fitting.shown()
        if changed:
            self.columns_changed.emit()

    def _place_empty(self) -> None:
        """Where only the place to add is left, say what to do below it."""
        self.empty.setVisible(self._order.rowCount() == 1)
        if self.empty.isVisible():
            below = self.rowViewportPosition(0) + self.rowHeight(0)
            self.empty.setGeometry(self.viewport().rect().adjusted(0, below, 0, 0))

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the field; Alt with left or right goes out of and into breakouts."""
        alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, _KEYPAD)
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and alone:
            self.begin_here()
        elif alt and event.key() in _SHIFTS:
            self.shifted.emit(_SHIFTS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self._note.hide()
            event.ignore()
        else:
            self._turn_to_what(event)
            super().keyPressEvent(event)

    def _turn_to_what(self, event: QKeyEvent) -> None:
        """Where something is to be added, typing in any column begins with what it is."""
        line, index = self.line_in_focus(), self.currentIndex()
        if line is None or line.sort not in _ADDING or not event.text().isprintable():
            return
        if event.text() and not can_edit(line, Column(index.column())):
            self.choose(index.row(), Column.WHAT)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaint what changed in sight; Qt repaints the whole view when more has changed."""
        top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if bottom < 0 or QAccessible.isActive():
            super().dataChanged(first, last, list(roles))
            return
        begin, end = max(first.row(), top), min(last.row(), bottom)
        if begin <= end:
            order = self._order
            ends = order.index(begin, first.column()), order.index(end, last.column())
            super().dataChanged(*ends, list(roles))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows."""
        self._delegate.begin_painting()
        super().paintEvent(event)
        if self.state() is QAbstractItemView.State.DraggingState and self._drop_at is not None:
            painter = QPainter(self.viewport())
            line = QRect(0, self._drop_at - 1, self.viewport().width(), 3)
            painter.fillRect(line, QColor(in_force().accent))
            painter.end()

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the chosen items."""
        data = self._order.mimeData(self.selectedIndexes())
        if self.chosen_items():
            drag_items(self, data)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show with a line right across where the items would go."""
        super().dragMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        cell, where = self.visualRect(index), self.dropIndicatorPosition()
        places = {_Drop.AboveItem: cell.top(), _Drop.BelowItem: cell.bottom()}
        self._drop_at = places.get(where) if event.isAccepted() else None
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text has another size."""
        super().changeEvent(event)
        if event.type() in _RESIZED:
            self._fitting.forget()
            self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or below the current cell."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            place = self.viewport().mapToGlobal(corner)
        self.menu_wanted.emit(place)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move what was dragged, and tell; what comes from the bank is told by the model."""
        items = [] if dragged_activity(event.mimeData()) else self.chosen_items()
        super().dropEvent(event)
        self._drop_at = None
        if items and event.isAccepted():
            self.dropped.emit(items)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """What is dragged has gone elsewhere."""
        super().dragLeaveEvent(event)
        self._drop_at = None
        self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._order.line(index.row()).sort in _ADDING:
            self.begin_here()

    def _on_refused(self, why: str, cell: QRect) -> None:
        if why:
            self._note.say(why, cell)
        else:
            self._note.hide()

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._typing.broken()
        self.chosen.emit(self._order.line(now.row()) if now.isValid() else None)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFTS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


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


def _dress(view: QTableView) -> None:
    view.setAccessibleName(_("Running order"))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked
        | QAbstractItemView.EditTrigger.EditKeyPressed
        | QAbstractItemView.EditTrigger.AnyKeyPressed
    )
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setMouseTracking(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    view.setDefaultDropAction(Qt.DropAction.MoveAction)
    view.setDragDropOverwriteMode(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setMinimumSectionSize(8)
    head = view.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    head.setMinimumSectionSize(8)
    head.setHighlightSections(False)
    head.setSectionsClickable(False)
