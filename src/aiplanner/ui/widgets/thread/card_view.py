"""The picture of the thread as a view on its cards: where they are, scrolling, what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from aiplanner.domain.ids import RowId
from aiplanner.domain.thread import ancestry, descent
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.thread import Card, Index, ThreadModel
from aiplanner.ui.models.thread_edits import Knot
from aiplanner.ui.tokens import STEP, in_force
from aiplanner.ui.widgets.paint import Easel
from aiplanner.ui.widgets.thread.canvas import paint_thread
from aiplanner.ui.widgets.thread.pulling import Pull
from aiplanner.ui.widgets.thread.scale import Scale, measures

_NOTHING: frozenset[RowId] = frozenset()


class CardView(QListView):
    """Shows cards; what they are, which is current and what is dragged decides the picture.

    It is a list to Qt, which is how screen readers get to its cards; the places are its own.
    """

    def __init__(self, model: ThreadModel, pull: Pull, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = model
        self.pull = pull
        self.scale: Scale | None = None
        self.lit: frozenset[RowId] = _NOTHING
        """The current card with all it came from and all that became of it."""
        self.knot: Knot | None = None
        """The chosen line."""
        self.hovered: RowId | None = None
        """The card under the pointer."""
        self.setUniformItemSizes(True)  # what a list would measure is never looked at
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)
        self.setAccessibleName(_("Thread"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    @property
    def here(self) -> RowId | None:
        """The current card."""
        index = self.currentIndex()
        return self.cards.card(index.row()).id if index.isValid() else None

    def card_of(self, key: RowId) -> Card | None:
        """The card of a finding that is shown."""
        row = self.cards.row_of(key)
        return None if row is None else self.cards.card(row)

    def offset(self) -> QPoint:
        """What is scrolled away, to the left and above."""
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def refresh(self) -> None:
        """Measure anew what the model shows now."""
        scene = self.cards.scene
        self.scale = None
        if scene is not None:
            sizes = measures(len(scene.layout.columns), self.viewport().width())
            self.scale = Scale(scene.thread, scene.layout, sizes)
        self.light()
        self.updateGeometries()
        self.viewport().update()

    def light(self) -> None:
        """Find the thread of the current card anew; a line that is gone is chosen no more."""
        scene, here = self.cards.scene, self.here
        self.lit = _NOTHING
        if scene is not None and here is not None:
            thread = scene.thread
            self.lit = frozenset({here, *ancestry(thread, here), *descent(thread, here)})
            if self.knot is not None and self.knot[1] not in thread.became(self.knot[0]):
                self.knot = None
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Give the scroll bars their ranges; a list's own would be those of a list."""
        if self.scale is None:
            return
        port = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.scale.height - port.height()))
        down.setPageStep(port.height())
        down.setSingleStep(round(self.scale.sizes.down / 3))
        across.setRange(0, max(0, self.scale.width - port.width()))
        across.setPageStep(port.width())
        across.setSingleStep(round(self.scale.sizes.across / 3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_thread(self, Easel(painter, in_force()))
        painter.end()

    # What Qt asks of a view

    def visualRect(self, index: Index) -> QRect:
        """Where a card is in the view."""
        if self.scale is None or not index.isValid():
            return QRect()
        key = self.cards.card(index.row()).id
        if key not in self.scale.layout.places:
            return QRect()
        return self.scale.rect(key).toRect().translated(-self.offset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The card at a point that no heading lies over."""
        if self.scale is None or point.y() < self.scale.sizes.head - STEP:
            return QModelIndex()
        key = self.scale.at(QPointF(point + self.offset()))
        row = None if key is None else self.cards.row_of(key)
        return QModelIndex() if row is None else self.cards.index(row)

    def scrollTo(
        self,
        index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a card into sight, clear of the headings."""
        if self.scale is None or not index.isValid():
            return
        rect, port = self.visualRect(index), self.viewport().rect()
        port.setTop(self.scale.sizes.head)
        spare = round(min(self.scale.sizes.down, max(0, port.height() - rect.height())) / 3)
        rect.adjust(0, -spare, 0, spare)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setValue(down.value() + _shift(rect.top(), rect.bottom(), port.top(), port.bottom()))
        edge = self.scale.sizes.left
        left, right = rect.left() - edge, rect.right() + edge
        across.setValue(across.value() + _shift(left, right, port.left(), port.right()))

    def moveCursor(
        self, _action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Keys are `on_key`'s business."""
        return self.currentIndex()

    def horizontalOffset(self) -> int:
        """Pixels that are scrolled away at the left."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """Pixels that are scrolled away above."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """No card is hidden."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the card at the corner of a rectangle."""
        self.selectionModel().select(self.indexAt(rect.topLeft()), command)

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        """What is chosen may be anywhere, and all that is tied to it changes with it."""
        return QRegion(self.viewport().rect())

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The headings stay where they are, so everything is painted anew."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text has another size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED and self.isVisible():
            self.refresh()


def _shift(low: int, high: int, least: int, most: int) -> int:
    """How far to scroll so that a span is in sight, its beginning first."""
    if low < least:
        return low - least
    return min(high - most, low - least) if high > most else 0
