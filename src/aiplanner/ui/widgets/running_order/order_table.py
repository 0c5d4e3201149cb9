"""What the running order and the card of a strand share: keys, dragging, one open field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from aiplanner.domain.ids import RowId
from aiplanner.ui.models.bank import dragged_activity
from aiplanner.ui.models.running_order import Index, RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column, can_edit
from aiplanner.ui.models.running_order_lines import Line, Sort
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.menus import menu_place
from aiplanner.ui.widgets.running_order.delegate import RunningOrderDelegate
from aiplanner.ui.widgets.running_order.drag import drag_items
from aiplanner.ui.widgets.running_order.offer_links import Link, OfferLinks
from aiplanner.ui.widgets.running_order.row_painting import RowPainting

ADDING = frozenset({Sort.ADD, Sort.ADD_TASK})
_Select = QItemSelectionModel.SelectionFlag
_Drop = QAbstractItemView.DropIndicatorPosition
_Trigger = QAbstractItemView.EditTrigger
ROW = _Select.ClearAndSelect | _Select.Rows
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_GOING = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
_SHIFTS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class OrderTable(QTableView):
    """Typing edits the cell in focus, Enter opens it, dragging and Alt with arrows move."""

    opened = Signal()
    """Enter was pressed, or a place to add was clicked: open the field in focus."""
    shifted = Signal(int)
    """Alt with left (-1) or right (1): out of a breakout, or into the one above."""
    dropped = Signal(list)
    """The ids of items that were dragged to another place."""
    menu_wanted = Signal(QPoint)
    """The place on the screen where the menu should open."""
    given_up = Signal(str)
    """A field of the row of that id was closed without taking what was typed."""

    rows: RowPainting | None = None
    """What paints whole rows, where Qt does not paint cell by cell."""

    def __init__(
        self,
        model: RunningOrderModel,
        delegate: type[RunningOrderDelegate],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._order = model
        self._drop_at: int | None = None
        self.under_mouse = False
        """Whether a row is being chosen with the mouse, which must find it where it is."""
        self.setModel(model)
        self._delegate = delegate(self, model)
        self.setItemDelegate(self._delegate)
        self._delegate.given_up.connect(self.given_up)
        self.offers = OfferLinks(self, self)
        self.clicked.connect(self._on_clicked)
        _dress(self)

    @property
    def delegate(self) -> RunningOrderDelegate:
        """What paints its cells and holds its field."""
        return self._delegate

    def line_in_focus(self) -> Line | None:
        """The line of the current cell."""
        index = self.currentIndex()
        return self._order.line(index.row()) if index.isValid() else None

    def chosen_items(self) -> list[RowId]:
        """The chosen items and tasks by id, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = (self._order.line(row) for row in rows)
        return [line.row for line in lines if line.item is not None]

    def below(self, index: Index) -> QPoint:
        """The place on the screen just below a cell."""
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())

    def finish(self) -> None:
        """Take what stands in an open field and close it; what is refused is given up."""
        for end in (self._delegate.leave, self._delegate.take_back):
            if self._delegate.editor is not None:
                end(self._delegate.editor)

    def links_at(self, place: QPoint) -> tuple[Line | None, list[Link]]:
        """The line at a place, and the links in it."""
        index = QTableView.indexAt(self, place)
        line = self._order.line(index.row()) if index.isValid() else None
        if line is None or line.sort is not Sort.NOTICE:
            return line, []
        self._delegate.begin_painting()
        row = index.row()
        rect = QRect(0, self.rowViewportPosition(row), 0, self.rowHeight(row))
        return line, self._delegate.links(self._delegate.cell(line, Column.WHAT, rect))

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the field; Alt with left or right goes out of and into breakouts."""
        alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, _KEYPAD)
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and alone:
            self.opened.emit()
        elif alt and event.key() in _SHIFTS:
            self.shifted.emit(_SHIFTS[Qt.Key(event.key())])
        else:
            self._turn_to_what(event)
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        self.under_mouse = True
        super().mousePressEvent(event)
        self.under_mouse = False

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Ctrl with arrows, Home and End goes there alone; only the mouse chooses one more by Ctrl.

        Otherwise what was chosen would stay so out of sight, and be deleted with the rest.
        """
        if event is not None and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent), "that is what a key press is"
            ctrl = Qt.KeyboardModifier.ControlModifier
            if event.modifiers() & ~_KEYPAD == ctrl and event.key() in _GOING:
                return ROW
        return super().selectionCommand(index, event)

    def _turn_to_what(self, event: QKeyEvent) -> None:
        """Where something is to be added, typing in any column begins with what it is."""
        line, index = self.line_in_focus(), self.currentIndex()
        if line is None or line.sort not in ADDING or not event.text().isprintable():
            return
        if event.text() and not can_edit(line, Column(index.column())):
            self.selectionModel().setCurrentIndex(index.siblingAtColumn(Column.WHAT), ROW)

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
        """Paint the rows; while something is dragged Qt does, with where it would go."""
        self._delegate.begin_painting()
        if self.rows is not None and self.state() is not QAbstractItemView.State.DraggingState:
            painter = QPainter(self.viewport())
            self.rows.paint(painter, event.rect())
            painter.end()
            return
        super().paintEvent(event)
        if self.state() is QAbstractItemView.State.DraggingState and self._drop_at is not None:
            painter = QPainter(self.viewport())
            line = QRect(0, self._drop_at - 1, self.viewport().width(), 3)
            painter.fillRect(line, QColor(in_force().accent))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Repaint the row in focus; Qt would repaint everything, with its head, at each field."""
        index = self.currentIndex()
        if not index.isValid():
            super().focusInEvent(event)
            return
        editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editable)
        self._repaint_row(index.row())

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """Repaint the row that was in focus."""
        self._repaint_row(self.currentIndex().row())

    def _repaint_row(self, row: int) -> None:
        top, width = self.rowViewportPosition(row), self.viewport().width()
        self.viewport().update(0, top, width, self.rowHeight(row))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the chosen items, wherever they are on show."""
        data = self._order.mimeData(self.selectionModel().selectedIndexes())
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or below the current cell."""
        self.menu_wanted.emit(menu_place(self, event))

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

    def _on_clicked(self, index: Index) -> None:
        if self._order.line(index.row()).sort in ADDING:
            self.opened.emit()


def sure_room(view: QTableView) -> int:
    """Pixels across that are there whether or not a scroll bar is.

    Decided by what is there now, a column that goes when the bar comes could make all rows fit;
    then the bar would go and the column come, and so on without end.
    """
    bar = view.verticalScrollBar().sizeHint().width()
    return min(view.viewport().width(), view.maximumViewportSize().width() - bar)


def _dress(view: QTableView) -> None:
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
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
    # A head that knew what is chosen would be painted anew at every step, and show nothing else.
    head.setSelectionModel(QItemSelectionModel(view.model(), head))
