"""Paint the cells of the running order, open a field in one, take its value or refuse it."""

from __future__ import annotations

from collections.abc import Container
from typing import Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from aiplanner.domain.errors import PlanError
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.running_order import Index, RunningOrderModel
from aiplanner.ui.models.running_order_cells import COLUMNS, Column
from aiplanner.ui.models.running_order_edits import CellValue
from aiplanner.ui.models.running_order_lines import Line, Sort
from aiplanner.ui.tokens import INSIDE, in_force
from aiplanner.ui.widgets.field_keys import WAYS, Way, keeps_in_cell, leaves, show_refused
from aiplanner.ui.widgets.paint import Easel, Place
from aiplanner.ui.widgets.running_order.editors import (
    PhaseField,
    make_editor,
    place_editor,
    value_of,
)
from aiplanner.ui.widgets.running_order.offer_links import Link, links_in, paint_link
from aiplanner.ui.widgets.running_order.painting import (
    Cell,
    is_quiet,
    line_height,
    paint_cell,
    words_rect,
)
from aiplanner.ui.widgets.text_field import is_undo_key

_HAS_FOCUS = QStyle.StateFlag.State_HasFocus.value
_Hint = QStyledItemDelegate.EndEditHint


class RunningOrderDelegate(QStyledItemDelegate):
    """Serves one view; at most one field is open at a time."""

    card = False
    """Whether the view is the card of a strand."""

    taken = Signal(int, int, str)
    """Row, column, and the way to go on from there."""
    given_up = Signal(str)
    """A field of the row of that id was closed without taking its value."""
    refused = Signal(str, QRect)
    """Why a value was refused, and where the cell is; an empty sentence ends an earlier refusal."""

    def __init__(self, view: QTableView, model: RunningOrderModel) -> None:
        super().__init__(view)
        self._view, self._order = view, model
        self._index = QPersistentModelIndex()
        self._before: CellValue = None
        self._tokens, self._left, self._right = in_force(), 0, 0
        self.shown = COLUMNS
        """The columns on show; the view tells."""
        self.hosts: Container[int] = ()
        """Rows where the cards of strands stand; the view tells."""
        self.editor: QWidget | None = None
        """The field that is open."""

    # Showing

    def begin_painting(self) -> None:
        """Find out once what all cells of one repaint have in common."""
        self._tokens = in_force()
        self._left = self._view.columnViewportPosition(Column.WHAT)
        self._right = self._view.viewport().width()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the row, the content of the cell, and the ring of the focus."""
        self.paint_at(painter, option, index.row(), COLUMNS[index.column()])

    def paint_at(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: Column
    ) -> None:
        """The same, for those who know the row and the column."""
        line, easel, rect = self._order.line(row), Easel(painter, self._tokens), option.rect
        if row in self.hosts:  # chosen or not: the cards on it show what is
            painter.fillRect(rect, QColor(self._tokens.surface))
            easel.rule(rect)
            return
        self.paint_cell(easel, option, line, column)
        if line.sort is Sort.NOTICE and self._view.hasFocus():
            if self._view.currentIndex().row() == row:
                easel.ring(QRectF(rect), self._place(column))
        elif self.has_focus(option):
            easel.ring(QRectF(rect.adjusted(0, 0, -1, -1)))

    def paint_cell(
        self, easel: Easel, option: QStyleOptionViewItem, line: Line, column: Column
    ) -> None:
        """The ground of a cell and what stands in it, whether the focus is there or not."""
        easel.ground(option, self._place(column), quiet=is_quiet(line), ring=False)
        self.paint_content(easel, line, column, option.rect)

    def _place(self, column: Column) -> Place:
        if column is Column.CLOCK:
            return "first"
        return "last" if column is self.shown[-1] else "inner"

    def paint_content(self, easel: Easel, line: Line, column: Column, rect: QRect) -> None:
        """What stands in a cell, on its ground."""
        cell = self.cell(line, column, rect)
        if line.sort is not Sort.NOTICE or column < Column.WHAT:
            paint_cell(easel, cell)
            return
        links = self.links(cell)
        if links:
            cell.rest.setRight(links[0].rect.left() - INSIDE + cell.pad)
        paint_cell(easel, cell)
        easel.painter.save()
        easel.painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        for link in links:
            paint_link(easel, link)
        easel.painter.restore()

    def cell(self, line: Line, column: Column, rect: QRect) -> Cell:
        """What is painted of a line's cell; `begin_painting` says where What and the row end."""
        rest = QRect(self._left, rect.top(), self._right - self._left, rect.height())
        return Cell(line, column, rect, rest, self.shown, self.card)

    def links(self, cell: Cell) -> list[Link]:
        """The links in a line, where it tells of free time or an overlap."""
        clock = self._order.clock
        slot = clock.slots.get(cell.line.row) if clock is not None else None
        if slot is None or cell.line.sort is not Sort.NOTICE:
            return []
        return links_in(cell.line, slot, words_rect(cell, cell.rest))

    def has_focus(self, option: QStyleOptionViewItem) -> bool:
        """Whether a cell that is to be painted has the focus."""
        return bool(option.state.value & _HAS_FOCUS)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height a row needs; widths are the view's business."""
        width = self._view.columnWidth(Column.WHAT)
        return QSize(width, line_height(self._order.line(index.row()), width))

    # Editing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field for a cell."""
        line, column = self._order.line(index.row()), Column(index.column())
        editor = make_editor(line, column, self._order.programme, parent)
        self._index = QPersistentModelIndex(index)
        self._before = value_of(editor)
        self.editor = editor
        self._mark_refused(editor, "")
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda: self._mark_refused(editor, ""))
        if isinstance(editor, PhaseField):
            editor.settled.connect(lambda: self._finish(editor, "stay"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The field was filled when it was made; what is typed in it is never overwritten."""

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """Take the value when Qt closes the field by itself (another cell was chosen)."""
        self._take(editor)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Over the cell, and inside the table."""
        place_editor(editor, option.rect, self._view.viewport().rect())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the field."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def take_back(self, editor: QWidget) -> None:
        """Close the field and leave the plan as it was."""
        self._mark_refused(editor, "")
        self.closeEditor.emit(editor, _Hint.RevertModelCache)
        if self._index.isValid():
            self.given_up.emit(self._order.line(self._index.row()).row)

    def leave(self, editor: QWidget) -> None:
        """Take the value and close the field; it stays open where the value is refused."""
        if self._take(editor) is not None:
            self.closeEditor.emit(editor, _Hint.NoHint)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab take the value and go on, Escape gives it up, leaving takes it."""
        if not isinstance(editor, QWidget):
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(editor, event)
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return keeps_in_cell(event, touched=value_of(editor) != self._before)
        if leaves(event):
            self.leave(editor)
        return False

    def _on_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape or self._gives_up(editor, event):
            self.take_back(editor)
        elif event.key() in WAYS:
            self._finish(editor, WAYS[event.key()])
        else:
            return False
        return True

    def _gives_up(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Undo in a field that is not taken yet means: as it was."""
        return is_undo_key(event) and value_of(editor) != self._before

    def _finish(self, editor: QWidget, way: Way | Literal["stay"]) -> None:
        row = self._take(editor)
        if row is not None:
            self.closeEditor.emit(editor, _Hint.NoHint)
            self.taken.emit(row, self._index.column(), way)

    def _take(self, editor: QWidget) -> int | None:
        """Make the edit; the row to go on from, None where the plan refuses or the row is gone."""
        index, value = self._index, value_of(editor)
        if not index.isValid() or value == self._before:
            return index.row() if index.isValid() else None
        try:
            row = self._order.change(index, value)
        except PlanError as error:
            self._mark_refused(editor, sentence(error))
            return None
        self._before = value
        return self._order.row_of_id(row)

    def _mark_refused(self, editor: QWidget, why: str) -> None:
        show_refused(editor, why)
        self.refused.emit(why, self._cell_rect())

    def _cell_rect(self) -> QRect:
        index = self._order.index(self._index.row(), self._index.column())
        return self._view.visualRect(index) if self._index.isValid() else QRect()
