"""The people of one group as a list: dragged from group to group, or moved by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Person
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.people import Index
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, row_height
from aiplanner.ui.widgets.running_order.drag import drag_items

MIME = "application/x-aiplanner-person"
_PERSON = Qt.ItemDataRole.UserRole
_FACT = Qt.ItemDataRole.UserRole + 1
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Delegate(QStyledItemDelegate):
    """The name, and beside it where they come from."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, name, organisation."""
        easel, rect = Easel(painter, in_force()), cell_rect(option.rect)
        easel.ground(option, "only", ruled=False)
        taken = easel.text(rect, str(index.data()), easel.tokens.ink, fonts.font("body"))
        rest = rect.adjusted(taken + 8, 0, 0, 0)
        fact = str(index.data(_FACT) or "")
        if rest.width() > fonts.scaled(40):
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            easel.text(rest, fact, easel.tokens.ink2, fonts.font("secondary"), right)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(option.rect.width(), row_height() - 6)


class Members(QListWidget):
    """As high as its people; Alt with left and right moves who is chosen to another group."""

    shifted = Signal(object, int)
    """A person, and by how many groups."""
    dropped = Signal(object, int)
    """A person who was dragged here, and the place."""
    menu_wanted = Signal(object, QPoint)
    left_list = Signal(int)
    """The arrow keys went beyond the end (1) or the beginning (-1)."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drop_at: int | None = None
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_people(self, people: Sequence[tuple[Person, str]]) -> None:
        """Show people, each with a fact beside the name; who is chosen stays chosen."""
        here = self.person
        if [(p.id, p.name, fact) for p, fact in people] == self._shown():
            return
        self.clear()
        for person, fact in people:
            item = QListWidgetItem(person.name or _("Without a name"))
            item.setData(_PERSON, person.id)
            item.setData(_FACT, fact)
            spoken = ", ".join(filter(None, (person.name, fact)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(spoken)
            self.addItem(item)
        if here is not None:
            self.choose(here)
        self.fit()

    @property
    def person(self) -> RowId | None:
        """Who is chosen."""
        item = self.currentItem()
        return None if item is None else RowId(item.data(_PERSON))

    def choose(self, person: RowId) -> bool:
        """Choose a person; whether they are here."""
        for row in range(self.count()):
            if self.item(row).data(_PERSON) == person:
                self.setCurrentRow(row)
                return True
        return False

    def fit(self) -> None:
        """Take the height of all people, and of one place more where there is nobody."""
        self.setFixedHeight(max(1, self.count()) * (row_height() - 6) + 4)

    def _shown(self) -> list[tuple[object, str, object]]:
        items = (self.item(row) for row in range(self.count()))
        return [(item.data(_PERSON), item.text(), item.data(_FACT)) for item in items]

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with left or right moves; arrows beyond an end go on to the next group."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        person, key = self.person, Qt.Key(event.key())
        if alt and key in _SIDEWAYS:
            if person is not None:
                self.shifted.emit(person, _SIDEWAYS[key])
        elif key == Qt.Key.Key_Down and self.currentRow() >= self.count() - 1:
            self.left_list.emit(1)
        elif key == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_list.emit(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and person is not None:
            self._ask(self.visualItemRect(self.currentItem()).bottomLeft())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose somebody, so that it can be seen where the focus is."""
        super().focusInEvent(event)
        if self.count():
            self.setCurrentRow(max(self.currentRow(), 0))
            self.currentItem().setSelected(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Only one list shows who is chosen."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.clearSelection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask where they should go."""
        if self.person is not None:
            self._ask(event.pos())

    def _ask(self, place: QPoint) -> None:
        self.menu_wanted.emit(self.person, self.viewport().mapToGlobal(place))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag who is chosen."""
        item = self.currentItem()
        if item is not None:
            data = QMimeData()
            data.setData(MIME, str(item.data(_PERSON)).encode())
            data.setText(item.text())
            drag_items(self, data)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a person."""
        event.setAccepted(event.mimeData().hasFormat(MIME))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would go."""
        event.setAccepted(event.mimeData().hasFormat(MIME))
        self._drop_at = self._place(event.position().toPoint())
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They have gone elsewhere."""
        super().dragLeaveEvent(event)
        self._drop_at = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """They come in at that place."""
        person = RowId(bytes(event.mimeData().data(MIME).data()).decode("ascii", "replace"))
        self._drop_at = None
        self.viewport().update()
        event.acceptProposedAction()
        self.dropped.emit(person, self._place(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The people, and the line where somebody would come in."""
        super().paintEvent(event)
        if self._drop_at is not None:
            painter = QPainter(self.viewport())
            y = self._drop_at * (row_height() - 6)
            colour = QColor(in_force().accent)
            painter.fillRect(0, max(0, y - 1), self.viewport().width(), 3, colour)
            painter.end()

    def _place(self, at: QPoint) -> int:
        item = self.itemAt(at)
        if item is None:
            return self.count()
        cell = self.visualItemRect(item)
        return self.row(item) + (at.y() > cell.center().y())
