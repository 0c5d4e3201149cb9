"""The card of one strand: a small running order on the lines of that strand alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from aiplanner.domain.ids import RowId
from aiplanner.ui.models.running_order import Index, RunningOrderModel
from aiplanner.ui.models.running_order_cells import COLUMNS, Column
from aiplanner.ui.models.running_order_lanes import Lane
from aiplanner.ui.models.running_order_lines import Sort
from aiplanner.ui.tokens import STEP
from aiplanner.ui.widgets.paint import Easel, Place
from aiplanner.ui.widgets.running_order.delegate import RunningOrderDelegate
from aiplanner.ui.widgets.running_order.lane_head import (
    WRITTEN,
    column_at,
    head_name,
    paint_head,
    piece_rect,
)
from aiplanner.ui.widgets.running_order.order_table import OrderTable

MARGIN = STEP
"""Pixels between the edge of a card and its lines."""
_BEYOND = 4 * STEP
_Cursor = QAbstractItemView.CursorAction
_BESIDE = {
    _Cursor.MoveLeft: -1,
    _Cursor.MovePrevious: -1,
    _Cursor.MoveRight: 1,
    _Cursor.MoveNext: 1,
}
_OUT = {
    _Cursor.MoveUp: -1,
    _Cursor.MovePageUp: -1,
    _Cursor.MoveDown: 1,
    _Cursor.MovePageDown: 1,
}


class Around(Protocol):
    """What a card asks of the cards around it."""

    def beside(self, row: int, by: int) -> int | None:
        """The row as far down in the card to the left (-1) or right (1)."""

    def out(self, row: int, by: int) -> int | None:
        """The row above (-1) or below (1) the cards of this row's breakout."""

    def leave(self, *, forward: bool) -> bool:
        """Go by Tab to what comes after or before the running order."""


class LaneDelegate(RunningOrderDelegate):
    """Paints without rules between lines, and the head across all columns."""

    card = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, the content of the cell or its part of the head, the ring of the focus."""
        view = self._view
        assert isinstance(view, LaneView), "made by it"
        line, column = self._order.line(index.row()), COLUMNS[index.column()]
        easel, rect = Easel(painter, self._tokens), option.rect
        place: Place = "first" if column is Column.CLOCK else "inner"
        easel.ground(option, place, ring=False, ruled=False)
        if line.sort is not Sort.STRAND:
            # The last row takes the room that a longer card beside it has; its words stay above.
            upper = QRect(rect.topLeft(), QSize(rect.width(), view.foot_height))
            self.paint_content(easel, line, column, upper if line.sort is Sort.ADD else rect)
            if self.has_focus(option):
                easel.ring(QRectF(rect.adjusted(0, 0, -1, -1)))
            return
        whole = QRect(0, rect.top(), self._right, rect.height())
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        paint_head(easel, line, whole, asking=view.asks(index.row()))
        if view.hasFocus() and view.currentIndex().row() == index.row():
            easel.ring(QRectF(view.visualRect(view.currentIndex()).adjusted(-3, 0, 3, -1)))
        painter.restore()


class LaneView(OrderTable):
    """Arrows go through the card, on to the next one, and out above and below."""

    # Qt asks for places and paints before the constructor has come to its end.
    _lane = Lane(RowId(""), -1, -1)
    _asking = False
    foot_height = 0
    """Height of the last row if no card beside this one were longer."""

    def __init__(
        self,
        model: RunningOrderModel,
        chosen: QItemSelectionModel,
        around: Around,
        rows: QAbstractItemModel,
        parent: QWidget,
    ) -> None:
        super().__init__(model, LaneDelegate, parent)
        own = self.selectionModel()
        self.setSelectionModel(chosen)
        own.deleteLater()
        # Rows are hidden here by their places. A header that heard of every move in the running
        # order would note down each hidden row, hundreds of them, before and after it.
        self.verticalHeader().setModel(rows)
        rows.rowsInserted.connect(self._on_inserted)
        self._around = around
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAutoScroll(False)
        self.horizontalHeader().hide()
        self.entered.connect(lambda index: self._ask(index.row() == self._lane.first))

    @property
    def lane(self) -> Lane:
        """The lines it shows."""
        return self._lane

    def show_lane(self, lane: Lane) -> None:
        """Show the lines of a strand and no others."""
        self._lane = lane
        for row in range(self._order.rowCount()):
            hidden = not lane.first <= row <= lane.last
            if self.isRowHidden(row) is not hidden:
                self.setRowHidden(row, hidden)

    def show_name(self) -> None:
        """Call itself what the strand is called."""
        name = head_name(self._order.line(self._lane.first))
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def fit(self, widths: dict[Column, int], heights: Sequence[int]) -> None:
        """Give columns (those without a width go) and the rows of the strand their room."""
        for column in Column:
            hidden = column not in widths
            if self.isColumnHidden(column) is not hidden:
                self.setColumnHidden(column, hidden)
            if not hidden and self.columnWidth(column) != widths[column]:
                self.setColumnWidth(column, widths[column])
        self.delegate.shown = tuple(widths)
        rows = self.verticalHeader()
        for n, height in enumerate(heights, self._lane.first):
            if rows.sectionSize(n) != height:
                rows.resizeSection(n, height)

    def columns_at(self, row: int) -> tuple[Column, ...]:
        """The columns in which a row can be gone to."""
        return WRITTEN if row == self._lane.first else self.delegate.shown

    def asks(self, row: int) -> bool:
        """Whether the head shows as well what is not written yet."""
        return self._asking or (self.hasFocus() and self.currentIndex().row() == row)

    # What Qt asks

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is; the head is cut into its own pieces."""
        if not index.isValid() or index.row() != self._lane.first:
            # What is let go at the lower edge of the card still goes to its strand, and not below
            # it: the last line reaches out of sight.
            beyond = _BEYOND if index.row() == self._lane.last else 0
            return super().visualRect(index).adjusted(0, 0, 0, beyond)
        row = QRect(0, self.rowViewportPosition(index.row()), 0, self.rowHeight(index.row()))
        row.setWidth(self.viewport().width())
        line = self._order.line(index.row())
        return piece_rect(line, row, COLUMNS[index.column()])

    def indexAt(self, place: QPoint) -> QModelIndex:
        """What stands at a place; in the head the piece that is there."""
        index = super().indexAt(place)
        if not index.isValid() or index.row() != self._lane.first:
            return index
        row = QRect(0, 0, self.viewport().width(), 1)
        column = column_at(self._order.line(index.row()), row, place.x())
        return index.siblingAtColumn(column)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key goes: along the head, to the next card, out of the cards, or in this one."""
        here = self.currentIndex()
        row, columns = here.row(), self.columns_at(here.row())
        by, across = _OUT.get(action), _BESIDE.get(action)
        jumping = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if across:
            at = columns.index(COLUMNS[here.column()]) if here.column() in columns else 0
            if not jumping and 0 <= at + across < len(columns):
                return here.siblingAtColumn(columns[at + across])
            beside = self._around.beside(row, across)
            return here if beside is None else self._order.index(beside, Column.WHAT)
        edge = self._lane.first if by == -1 else self._lane.last
        if by and (row == edge or jumping):
            out = self._around.out(row, by)
            return here if out is None else self._order.index(out, here.column())
        found = super().moveCursor(action, modifiers)
        if found.isValid() and found.column() not in self.columns_at(found.row()):
            return found.siblingAtColumn(Column.WHAT)
        return found

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaint what changed on the card; most of what changes is elsewhere."""
        if first.row() <= self._lane.last and last.row() >= self._lane.first:
            super().dataChanged(first, last, roles)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep keys from the table in which the card lies, which would do the same once more."""
        super().keyPressEvent(event)
        event.setAccepted(event.key() != Qt.Key.Key_Escape)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab leaves the whole running order."""
        return self._around.leave(forward=forward)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is no longer over the head."""
        super().leaveEvent(event)
        self._ask(False)  # noqa: FBT003 - what is asked

    def _on_inserted(self, _parent: Index, first: int, last: int) -> None:
        """Hide lines that come in until it is known whose they are; Qt would show them here."""
        for row in range(first, last + 1):
            self.setRowHidden(row, True)  # noqa: FBT003 - Qt's own signature

    def _ask(self, asking: bool) -> None:  # noqa: FBT001 - what is asked
        if asking is not self._asking:
            self._asking = asking
            self.viewport().update()


class LaneCard(QFrame):
    """The surface on which a strand's lines stand."""

    def __init__(self, view: LaneView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "lane")
        self.view = view
        body = QVBoxLayout(self)
        body.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        body.addWidget(view)
