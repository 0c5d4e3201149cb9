"""A table whose rows are chosen, copied and pasted several at a time, with a menu of its own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.widgets.menus import menu_place

_Select = QItemSelectionModel.SelectionFlag


class ClipTable(QTableView):
    """What is copied and pasted, and what the menu holds, is the page's business."""

    menu_wanted = Signal(QPoint)
    """The place on the screen where the menu should open."""
    copy_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def measure(self) -> None:
        """Give rows and columns their sizes, for the room and the text size there are."""

    def chosen_rows(self) -> list[int]:
        """The chosen rows, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def go_to(self, row: int, column: int) -> None:
        """Go to a cell and choose its row."""
        index = self.model().index(row, column)
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect | _Select.Rows)
        self.scrollTo(index)

    def add_rows(self, rows: Iterable[int]) -> None:
        """Choose these rows too, in one go: there may be thousands."""
        several, model = QItemSelection(), self.model()
        for row in rows:
            several.select(model.index(row, 0), model.index(row, 0))
        self.selectionModel().select(several, _Select.Select | _Select.Rows)

    def clips(self, event: QKeyEvent) -> bool:
        """Whether a key was one of the clipboard, which the page is told then."""
        for key, wanted in (
            (QKeySequence.StandardKey.Copy, self.copy_wanted),
            (QKeySequence.StandardKey.Paste, self.paste_wanted),
        ):
            if event.matches(key):
                wanted.emit()
                return True
        return False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or below the current cell."""
        self.menu_wanted.emit(menu_place(self, event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure for the room there is now."""
        super().resizeEvent(event)
        self.measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text has another size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self.measure()
