"""The list of findings on a shelf: chosen, edited in place, and dragged to another place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.findings import FIRST, MIME, SECOND, TEXT, FindingsModel
from aiplanner.ui.widgets.clip_table import ClipTable
from aiplanner.ui.widgets.findings.delegate import FindingsDelegate, height_of
from aiplanner.ui.widgets.running_order.drag import drag_items
from aiplanner.ui.widgets.scroll import bring_into_sight
from aiplanner.ui.widgets.writing import Take, Writing

_WIDTHS = {FIRST: 138, SECOND: 190}
"""Pixels of the facts at 100 % text size; the text takes the rest."""
_TEXT_AT_LEAST = 250
"""With less room for the text the facts go below it."""


class FindingsTable(ClipTable):
    """Several can be chosen; Enter or F2 edits, Alt with the arrows moves (by the window)."""

    chosen = Signal()
    """Another finding is current, or others are chosen."""
    above_wanted = Signal()
    """Up was pressed on the first."""

    def __init__(self, model: FindingsModel, take: Take, parent: QWidget | None = None) -> None:
        super().__init__(_("Findings"), parent)
        self._findings = model
        self.setModel(model)
        self._delegate = FindingsDelegate(self, model)
        self.setItemDelegate(self._delegate)
        self.writing = Writing(self.viewport(), take)
        _dress(self)
        self.writing.taken.connect(self._go_on)
        self.writing.given_up.connect(lambda _row: self.setFocus())
        self.writing.closed.connect(self.setFocus)
        self.doubleClicked.connect(self._begin_at)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.chosen.emit())
        model.modelReset.connect(self._on_reset)
        self._on_reset()

    # What is chosen

    @property
    def ids(self) -> list[RowId]:
        """The chosen findings, from top to bottom."""
        return [self._findings.ids[row] for row in self.chosen_rows()]

    @property
    def current(self) -> RowId | None:
        """The finding in focus, if it is chosen."""
        row = self.currentIndex().row()
        there = 0 <= row < self._findings.rowCount() and self.selectionModel().hasSelection()
        return self._findings.ids[row] if there else None

    def choose(self, row: int) -> None:
        """Choose one row, or the last where there are fewer."""
        last = self._findings.rowCount() - 1
        if last >= 0:
            self.go_to(max(0, min(row, last)), TEXT)

    def choose_ids(self, ids: Sequence[RowId]) -> None:
        """Go to the first of these and choose them all."""
        rows = [row for row in map(self._findings.row_of, ids) if row is not None]
        if rows:
            self.choose(min(rows))
            self.add_rows(rows)

    # Editing

    def begin_here(self) -> None:
        """Open the field over the text of the finding in focus."""
        self._begin_at(self.currentIndex())

    def finish(self) -> None:
        """Take what stands in an open field."""
        self.writing.finish()

    def _begin_at(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self.scrollTo(index)
        row, where = index.row(), self._text_place(index.row())
        finding = self._findings.finding(row)
        name = str(self._findings.headerData(TEXT, Qt.Orientation.Horizontal))
        self.writing.begin(finding.id, TEXT, name, " ".join(finding.text.split()), where)

    def _text_place(self, row: int) -> QRect:
        return self.visualRect(self._findings.index(row, TEXT)).adjusted(2, 1, -2, -1)

    def _go_on(self, row: str, _column: int, _before: str) -> None:
        """Enter goes down to the next."""
        at = self._findings.row_of(RowId(row))
        if at is not None:
            self.choose(at + 1)
        self.setFocus()

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits; Up from the first goes to the field above; clipboard keys are the page's."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, _KEYPAD)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.begin_here()
        elif event.key() == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self.above_wanted.emit()
        elif not self.clips(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Letters do nothing here: findings are looked for with Ctrl+F."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose a finding where none is, so that it can be seen where the focus is."""
        super().focusInEvent(event)
        bring_into_sight(self)
        if not self.selectionModel().hasSelection():
            self.choose(max(self.currentIndex().row(), 0))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag what is chosen by a small label."""
        drag_items(self, self._findings.mimeData(self.selectionModel().selectedIndexes()))

    def dropEvent(self, event: QDropEvent) -> None:
        """Rows are moved by the edit: Qt must not take the dragged ones away itself."""
        super().dropEvent(event)
        if event.mimeData().hasFormat(MIME):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _on_reset(self) -> None:
        self.writing.finish()
        self.setAccessibleName(self._findings.shelf.name)
        self.measure()

    def measure(self) -> None:
        """Give the facts their own columns, or put them below the text."""
        shelf = self._findings.shelf
        narrow = self.viewport().width() < fonts.scaled(sum(_WIDTHS.values()) + _TEXT_AT_LEAST)
        self._delegate.narrow = narrow
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, fonts.scaled(width))
            self.setColumnHidden(column, narrow)
        height = height_of(shelf.lines, below=shelf.below or narrow)
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def _dress(view: QTableView) -> None:
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setDragEnabled(True)
    view.setAcceptDrops(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    view.setDragDropOverwriteMode(False)
    view.setDropIndicatorShown(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    head = view.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    head.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
    head.hide()
