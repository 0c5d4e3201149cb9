"""The list of what was found: Enter or a double click adds, dragging takes along."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.models.bank import BankModel, BankRow
from aiplanner.ui.widgets.bank.delegate import BankDelegate
from aiplanner.ui.widgets.menus import menu_place
from aiplanner.ui.widgets.running_order.drag import drag_items

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class FoundList(QListView):
    """One activity is chosen as long as there is one."""

    wanted = Signal(str)
    """The key of the activity to add."""
    chosen = Signal()
    """Another activity is chosen, or the same with other facts."""
    menu_wanted = Signal(QPoint)
    """The place on the screen where the menu should open."""

    def __init__(self, model: BankModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bank = model
        self.setAccessibleName(_("Activities"))
        self.setModel(model)
        self.setItemDelegate(BankDelegate(self, model))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())

    @property
    def row(self) -> BankRow | None:
        """The row of the chosen activity."""
        found = self._bank.row(self.currentIndex())
        return found if found is not None and found.activity is not None else None

    def show_rows(self, rows: list[BankRow], *, keep: bool) -> None:
        """Show what was found: with `keep` the chosen activity stays chosen, else the first is."""
        before = self.row if keep else None
        self._bank.show(rows)
        place = QModelIndex()
        if before is not None and before.activity is not None:
            key = before.activity.key
            place = self._bank.place_of(key, suggested=bool(before.reasons))
            place = place if place.isValid() else self._bank.place_of(key)
        if place.isValid():
            self._choose(place)
        else:
            self.choose_first()

    def choose_key(self, key: str) -> None:
        """Choose an activity, where it is on show."""
        place = self._bank.place_of(key)
        if place.isValid():
            self._choose(place)

    def choose_first(self) -> None:
        """Go to the beginning."""
        self._choose(self._bank.first())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds; the list never begins to search by letters, the field above does."""
        if event.key() in _ENTER:
            self._on_activated(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the chosen activity; it stays in the bank."""
        if self.row is not None:
            drag_items(self, self._bank.mimeData([self.currentIndex()]), Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or below the chosen row."""
        if self.row is not None:
            self.menu_wanted.emit(menu_place(self, event))

    def _choose(self, place: QModelIndex) -> None:
        if place.isValid():
            self.selectionModel().setCurrentIndex(place, _ONE)
            self.scrollTo(place)
            if place.row() <= 1:
                self.scrollToTop()  # the heading above it belongs to it
        self.chosen.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._bank.row(index)
        if row is not None and row.activity is not None:
            self.wanted.emit(row.activity.key)
