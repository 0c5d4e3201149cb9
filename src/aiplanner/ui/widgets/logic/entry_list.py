"""The entries of one part as a list that is as high as they are: moved by key or dragged."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from aiplanner.app.logic_words import Entry
from aiplanner.domain.ids import RowId
from aiplanner.ui import fonts
from aiplanner.ui.models.lines import Index
from aiplanner.ui.models.logic import GROUND, KEY, PartModel
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel
from aiplanner.ui.widgets.running_order.drag import drag_items
from aiplanner.ui.widgets.thread.wrapping import wrapped

MIME = "application/x-aiplanner-logic-note"
PAD, _AIR = 12, 5
"""Pixels beside the words of an entry, and above and below them."""
_MOST = 12
"""Lines of an entry that are shown; it is told whole when it is written."""
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFTS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_WRITES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class _Delegate(QStyledItemDelegate):
    """The entry in as many lines as it takes, and below it what it stands on."""

    def __init__(self, view: EntryList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, and what they stand on in the second ink."""
        easel = Easel(painter, in_force())
        easel.ground(option, "only", ruled=False)
        rect = option.rect.adjusted(PAD, _AIR, -PAD, 0)
        for words, role in _words(str(index.data()), str(index.data(GROUND) or "")):
            colour = easel.tokens.ink if role == "body" else easel.tokens.ink2
            height = _line_height(role)
            for line in wrapped(words, rect.width(), fonts.font(role), _MOST):
                easel.text(
                    QRect(rect.topLeft(), QSize(rect.width(), height)),
                    line,
                    colour,
                    fonts.font(role),
                )
                rect.translate(0, height)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """All its lines at the width of the list."""
        return self._view.size_of(index.row())


def height_of(entry: Entry, width: int, face: str) -> int:
    """The height of an entry in a list of that width, in pixels; `face` is the type in use."""
    return _height(entry.text, entry.ground, width - 2 * PAD, face)


@lru_cache(maxsize=8192)
def _height(text: str, ground: str, room: int, _face: str) -> int:
    lines = (
        len(wrapped(words, room, fonts.font(role), _MOST)) * _line_height(role)
        for words, role in _words(text, ground)
    )
    return sum(lines) + 2 * _AIR


def _words(text: str, ground: str) -> list[tuple[str, fonts.Role]]:
    below: list[tuple[str, fonts.Role]] = [(ground, "secondary")] if ground else []
    return [(text or " ", "body"), *below]


def _line_height(role: fonts.Role) -> int:
    return QFontMetrics(fonts.font(role)).height()


class EntryList(QListView):
    """Enter writes, L ties, Del deletes, Alt with arrows moves; arrows go on beyond its ends."""

    shifted = Signal(object, int, int)
    """An entry, by how many parts, and by how many places."""
    dropped = Signal(object, int)
    """An entry that was dragged here, and the place among those that stand here."""
    writing_wanted = Signal(object)
    deleting_wanted = Signal(object)
    tying_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    """An entry, and where its menu opens."""
    left_list = Signal(int)
    """The arrow keys went beyond the end (1) or the beginning (-1)."""

    def __init__(self, name: str, model: PartModel) -> None:
        super().__init__()
        self._part = model
        self._face = ""
        self._drop_at: int | None = None
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self.writing_wanted.emit(index.data(KEY)))
        for changed in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged):
            changed.connect(self.fit)
        self.fit()

    @property
    def _asks(self) -> Mapping[Qt.Key, SignalInstance]:
        """What a key asks to be done with the entry."""
        return {
            **dict.fromkeys(_WRITES, self.writing_wanted),
            Qt.Key.Key_Delete: self.deleting_wanted,
            Qt.Key.Key_L: self.tying_wanted,
        }

    @property
    def entry(self) -> RowId | None:
        """The entry that is chosen."""
        index = self.currentIndex()
        return RowId(index.data(KEY)) if index.isValid() else None

    def choose(self, row: int) -> None:
        """Choose the entry at a place, or the one nearest to it."""
        count = self.model().rowCount()
        if count:
            self.setCurrentIndex(self.model().index(max(0, min(row, count - 1)), 0))

    def place_of(self, row: int) -> QRect:
        """Where an entry stands in the list."""
        return self.visualRect(self.model().index(row, 0))

    def size_of(self, row: int) -> QSize:
        """The room that an entry takes."""
        width = self.viewport().width()
        return QSize(width, height_of(self._part.entries[row], width, self._face))

    def fit(self) -> None:
        """Take the height of all entries; hidden where there is none."""
        self._face = QGuiApplication.font().toString()
        width, shown = self.viewport().width(), self._part.entries
        self.setFixedHeight(sum(height_of(entry, width, self._face) for entry in shown))
        self.setVisible(bool(shown))

    # What Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width words take another number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text takes another height."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self.scheduleDelayedItemsLayout()
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, move, delete; or walk on to what stands above or below the list."""
        entry, key = self.entry, Qt.Key(event.key())
        if entry is None:
            super().keyPressEvent(event)
        elif event.modifiers() == _ALT and key in _SHIFTS:
            self.shifted.emit(entry, *_SHIFTS[key])
        elif key in self._asks and event.modifiers() in _PLAIN:
            self._asks[key].emit(entry)
        elif not self._walked_on(key):
            super().keyPressEvent(event)

    def _walked_on(self, key: Qt.Key) -> bool:
        row, last = self.currentIndex().row(), self.model().rowCount() - 1
        beyond = {Qt.Key.Key_Up: row <= 0, Qt.Key.Key_Down: row >= last}.get(key, False)
        if beyond:
            self.left_list.emit(1 if key == Qt.Key.Key_Down else -1)
        return beyond

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose an entry, so that it can be seen where the focus is."""
        super().focusInEvent(event)
        self.choose(max(self.currentIndex().row(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Only one list shows what is chosen."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.clearSelection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask what to do with the entry."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            corner = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_wanted.emit(index.data(KEY), self.viewport().mapToGlobal(corner))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the entry that is chosen."""
        index = self.currentIndex()
        if index.isValid():
            data = QMimeData()
            data.setData(MIME, str(index.data(KEY)).encode())
            data.setText(str(index.data()))
            drag_items(self, data)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome an entry."""
        event.setAccepted(event.mimeData().hasFormat(MIME))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        event.setAccepted(event.mimeData().hasFormat(MIME))
        self._show_drop(self._place(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It has gone elsewhere."""
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """It comes in at that place."""
        self._show_drop(None)
        event.acceptProposedAction()
        self.dropped.emit(dragged(event.mimeData()), self._place(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The entries, and the line where another would come in."""
        super().paintEvent(event)
        if self._drop_at is not None:
            painter, last = QPainter(self.viewport()), self.model().rowCount() - 1
            above = self._drop_at <= last
            place = self.place_of(min(self._drop_at, last))
            y = place.top() if above else place.bottom() - 2
            painter.fillRect(0, max(0, y - 1), self.width(), 3, QColor(in_force().accent))
            painter.end()

    def _show_drop(self, place: int | None) -> None:
        self._drop_at = place
        self.viewport().update()

    def _place(self, at: QPoint) -> int:
        index = self.indexAt(at)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (at.y() > self.visualRect(index).center().y())


def dragged(data: QMimeData) -> RowId:
    """The entry that is being dragged."""
    return RowId(bytes(data.data(MIME).data()).decode("ascii", "replace"))
