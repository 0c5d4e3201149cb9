"""The picture of a timeline as a view on its blocks: where they are, scrolling, and size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.timeline import Index, TimelineModel
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel
from aiplanner.ui.widgets.timeline.canvas import paint_timeline
from aiplanner.ui.widgets.timeline.dragging import Dragging
from aiplanner.ui.widgets.timeline.scale import Scale
from aiplanner.ui.widgets.timeline.zoom import Zoom


class BlockView(QListView):
    """Shows blocks; what they are and what is dragged decides the picture.

    It is a list to Qt, which is how screen readers get to its blocks; the places are its own.
    """

    zoomed = Signal()
    """It is drawn at another size."""

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blocks = model
        self.zoom = Zoom()
        self.scale: Scale | None = None
        self.dragging = Dragging(model)
        self.hovered: int | None = None
        """The row under the pointer."""
        self.insert_at: float | None = None
        """The height, in the whole picture, at which something from elsewhere would come in."""
        self.setUniformItemSizes(True)  # what a list would measure is never looked at
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)
        self.setAccessibleName(_("Timeline"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)

    def refresh(self) -> None:
        """Measure anew what the model shows now."""
        scene = self.blocks.scene
        self.scale = None if scene is None else self.zoom.scale(scene.laid, self.viewport().size())
        self.setAccessibleDescription(self.blocks.words())
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Give the scroll bar its range; a list's own would make it come and go without end."""
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, round(self.scale.height) - high) if self.scale else 0)
        bar.setPageStep(high)
        bar.setSingleStep(24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_timeline(self, Easel(painter, in_force()))
        painter.end()

    # What Qt asks of a view

    def visualRect(self, index: Index) -> QRect:
        """Where a block is in the view."""
        if self.scale is None or not index.isValid():
            return QRect()
        box = self.scale.box(self.blocks.face(index.row()).block)
        top = round(box.top) - self.verticalOffset()
        return QRect(round(box.left), top, round(box.width), max(1, round(box.height)))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The innermost block at a point."""
        for row in reversed(range(self.blocks.rowCount())):
            if self.visualRect(self.blocks.index(row)).contains(point):
                return self.blocks.index(row)
        return QModelIndex()

    def scrollTo(
        self,
        index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a block into sight, its beginning first."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if rect.top() < 0:
            bar.setValue(bar.value() + rect.top() - 4)
        elif rect.bottom() > self.viewport().height():
            low = rect.bottom() - self.viewport().height() + 4
            bar.setValue(bar.value() + min(low, rect.top() - 4))

    def moveCursor(
        self, _action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Keys are `on_key`'s business."""
        return self.currentIndex()

    def horizontalOffset(self) -> int:
        """It never scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """Pixels that are scrolled away."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """No block is hidden."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the block at the corner of a rectangle."""
        self.selectionModel().select(self.indexAt(rect.topLeft()), command)

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        """What is chosen may be anywhere."""
        return QRegion(self.viewport().rect())

    def zoom_by(self, steps: int | None) -> None:
        """Draw it larger (1), smaller (-1), (0) all of it in sight, or (None) as `zoom` says."""
        if steps is not None:
            self.zoom.step(steps)
        self.refresh()
        self.scrollTo(self.currentIndex())
        self.zoomed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the lanes to the new width."""
        super().resizeEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text has another size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED and self.isVisible():
            self.refresh()
