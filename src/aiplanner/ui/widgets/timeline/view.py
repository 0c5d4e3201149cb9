"""The timeline on which blocks are chosen, moved and made longer by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from aiplanner.domain.ids import RowId
from aiplanner.domain.timeline import Shape
from aiplanner.ui.models.bank import dragged_activity
from aiplanner.ui.models.running_order_cells import COLUMN_NAMES, Column
from aiplanner.ui.models.timeline import TimelineModel
from aiplanner.ui.models.timeline_faces import Face
from aiplanner.ui.models.timeline_ways import Way, neighbour
from aiplanner.ui.widgets.menus import menu_place
from aiplanner.ui.widgets.timeline.block_view import BlockView
from aiplanner.ui.widgets.timeline.dragging import on_edge
from aiplanner.ui.widgets.timeline.keys import on_key
from aiplanner.ui.widgets.writing import Take, Writing

_Select = QItemSelectionModel.SelectionFlag
_LEFT = Qt.MouseButton.LeftButton
_Mod = Qt.KeyboardModifier


class TimelineView(BlockView):
    """Shows blocks; what is done to them is told, and done by whoever owns the plan."""

    wished = Signal(object)
    """A Wish: dragging ended in it."""
    stretch_wanted = Signal(int)
    """The item in focus should be longer (1) or shorter (-1)."""
    shifted = Signal(int)
    """Out of a breakout (-1), or into the one above (1)."""
    bank_wanted = Signal()
    menu_wanted = Signal(QPoint)
    chosen = Signal()
    """Another block is in focus, or others are chosen."""
    activity_dropped = Signal(str, object)
    """Key of an activity of the bank, and the Place where it was let go."""

    def __init__(self, model: TimelineModel, take: Take, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.writing = Writing(self.viewport(), take)
        self.writing.closed.connect(self.setFocus)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.selectionModel().currentChanged.connect(self.chosen)

    # What is chosen

    def face_in_focus(self) -> Face | None:
        """The block in focus."""
        index = self.currentIndex()
        return self.blocks.face(index.row()) if index.isValid() else None

    def chosen_items(self) -> list[RowId]:
        """The chosen items by id, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        shown = (self.blocks.face(row).block for row in rows)
        return [b.row for b in shown if b.shape in (Shape.ITEM, Shape.IDLE)]

    def choose(self, row: int, more: Sequence[int] = ()) -> None:
        """Go to a block and choose it, and others with it."""
        index = self.blocks.index(max(0, min(row, self.blocks.rowCount() - 1)))
        if not index.isValid():
            return
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)
        for other in more:
            self.selectionModel().select(self.blocks.index(other), _Select.Select)
        self.scrollTo(index)

    def step(self, way: Way, *, extend: bool = False) -> None:
        """Go to the block one step that way; `extend` chooses it as well."""
        here = self.currentIndex().row()
        shown = [self.blocks.face(row).block for row in range(self.blocks.rowCount())]
        there = neighbour(shown, here, way) if here >= 0 else 0
        more = [i.row() for i in self.selectionModel().selectedIndexes()] if extend else []
        self.choose(there, more)

    def begin(self, row_id: RowId, column: Column = Column.WHAT, text: str | None = None) -> None:
        """Open the field for the title or the length of an item; `text` replaces what is there."""
        row = self.blocks.row_of(row_id)
        if row is None or self.scale is None:
            return
        self.choose(row)
        block = self.blocks.face(row).block
        where = self.visualRect(self.blocks.index(row))
        before = self.blocks.written(block.row, column)
        field = self.writing.begin(block.row, column, COLUMN_NAMES[column], before, where)
        if text is not None:
            field.setText(text)

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go, Alt moves, + and - make longer and shorter, typing writes."""
        if not on_key(self, event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and perhaps begin to drag."""
        self.setFocus()
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or self.scale is None:
            return
        chosen = self.selectionModel().isSelected(index)
        if event.modifiers() & _Mod.ControlModifier:
            self.selectionModel().setCurrentIndex(index, _Select.Toggle)
        elif not chosen:
            self.choose(index.row())
        if event.button() == _LEFT:
            block = self.blocks.face(index.row()).block
            items = self.chosen_items() if chosen else [block.row]
            self.dragging.press(self.scale, block, items, self._whole(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what could be."""
        point = event.position().toPoint()
        if event.buttons() & _LEFT:
            self._near_edge(point)
            self.dragging.move(self._whole(event), event.modifiers())
        else:
            index = self.indexAt(point)
            self.hovered = index.row() if index.isValid() else None
            self._shape_pointer(event)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the wish is told, and the way it would look is forgotten."""
        dragged, wish = self.dragging.under_way, self.dragging.release()
        self.viewport().update()
        if wish is not None:
            self.wished.emit(wish)
        index = self.indexAt(event.position().toPoint())
        several = len(self.selectionModel().selectedIndexes()) > 1
        alone = event.modifiers() == _Mod.NoModifier and index.isValid()
        if not dragged and several and alone:
            self.choose(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write the title, or fill free time."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.begin_here()

    def begin_here(self) -> None:
        """Open the field of the item in focus; free time asks for something to fill it."""
        face = self.face_in_focus()
        if face is not None and face.block.shape is Shape.GAP:
            self.bank_wanted.emit()
        elif face is not None:
            self.begin(face.block.row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel draws it larger or smaller."""
        if event.modifiers() & _Mod.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or below the block in focus."""
        self.menu_wanted.emit(menu_place(self, event))

    def _whole(self, event: QMouseEvent) -> QPoint:
        """A point of the view in the whole picture."""
        return event.position().toPoint() + QPoint(0, self.verticalOffset())

    def _shape_pointer(self, event: QMouseEvent) -> None:
        edge = False
        if self.hovered is not None and self.scale is not None:
            block = self.blocks.face(self.hovered).block
            edge = on_edge(self.scale, block, self._whole(event))
        shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _near_edge(self, point: QPoint) -> None:
        """Scroll on where something is dragged beyond the edge."""
        bar = self.verticalScrollBar()
        if point.y() < 0:
            bar.setValue(bar.value() - bar.singleStep())
        elif point.y() > self.viewport().height():
            bar.setValue(bar.value() + bar.singleStep())

    # What is dragged from the bank

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """An activity may come in."""
        if dragged_activity(event.mimeData()) and self.scale is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show with a line where it would come in."""
        if not dragged_activity(event.mimeData()) or self.scale is None:
            event.ignore()
            return
        event.acceptProposedAction()
        point = event.position().toPoint() + QPoint(0, self.verticalOffset())
        self.insert_at = self.dragging.height_of(self.scale, self.dragging.place(self.scale, point))
        self.viewport().update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It has gone elsewhere."""
        self.insert_at = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which activity was let go where."""
        self.insert_at = None
        key = dragged_activity(event.mimeData())
        if key and self.scale is not None:
            event.acceptProposedAction()
            point = event.position().toPoint() + QPoint(0, self.verticalOffset())
            self.activity_dropped.emit(key, self.dragging.place(self.scale, point))
        self.viewport().update()
