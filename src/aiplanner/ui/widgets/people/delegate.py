"""Paint the cells of the people table, open a field in one, take what is typed or refuse it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from aiplanner.domain.errors import PlanError
from aiplanner.ui import fonts
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.people import Index, PeopleModel
from aiplanner.ui.models.people_cells import COLUMN_NAMES, HINTS, Column
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.field_keys import WAYS, keeps_in_cell, leaves, show_refused
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of
from aiplanner.ui.widgets.text_field import TextField, is_undo_key

_Hint = QStyledItemDelegate.EndEditHint


class PeopleDelegate(QStyledItemDelegate):
    """Serves one table; at most one field is open at a time."""

    taken = Signal(int, int, str)
    """Row, column, and the way to go on from there."""
    refused = Signal(str, QRect)
    """Why a value was refused, and where the cell is; an empty sentence ends an earlier refusal."""

    def __init__(self, view: QTableView, model: PeopleModel) -> None:
        super().__init__(view)
        self._view, self._people = view, model
        self._index = QPersistentModelIndex()
        self.editor: TextField | None = None
        """The field that is open."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the row, the words of the cell, and the ring of the focus."""
        line, column = self._people.line(index.row()), Column(index.column())
        easel = Easel(painter, in_force())
        easel.ground(option, place_of(column, len(Column)), ring=False)
        main = column is Column.NAME and line.person is not None
        font = fonts.font("body" if column is Column.NAME else "secondary", strong=main)
        colour = easel.tokens.ink if main else easel.tokens.ink2
        easel.text(cell_rect(option.rect), line.words(column), colour, font)
        if option.state & QStyle.StateFlag.State_HasFocus:
            easel.ring(QRectF(option.rect.adjusted(0, 0, -1, -1)))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field for a cell, holding what the cell holds."""
        column = Column(index.column())
        field = TextField(COLUMN_NAMES[column], HINTS.get(column, ""), parent)
        field.setProperty("inside", "cell")
        field.setText(self._people.line(index.row()).typed(column))
        field.selectAll()
        field.textEdited.connect(lambda: self._mark_refused(field, ""))
        self._index = QPersistentModelIndex(index)
        self.editor = field
        self._mark_refused(field, "")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The field was filled when it was made; what is typed in it is never overwritten."""

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """The value is taken when a field is left, not when Qt asks."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Over its cell."""
        editor.setGeometry(option.rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The field is gone."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def leave(self) -> None:
        """Take what stands in an open field and close it; what is refused is given up."""
        editor = self.editor
        if editor is not None:
            self._take(editor)
            self._close(editor)

    def leave_taken(self, editor: TextField) -> None:
        """Take the value and close the field; it stays open where the value is refused."""
        if self._take(editor) is not None:
            self._close(editor)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab take the value and go on, Escape gives it up, leaving takes it."""
        if not isinstance(editor, TextField):
            return False
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(editor, event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            return keeps_in_cell(event, touched=editor.text() != self._before())
        if leaves(event):
            self.leave_taken(editor)
        return False

    def _on_key(self, editor: TextField, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape or self._gives_up(editor, event):
            self._close(editor)
        elif event.key() in WAYS:
            row = self._take(editor)
            if row is not None:
                column = self._index.column()
                self._close(editor)
                self.taken.emit(row, column, WAYS[event.key()])
        else:
            return False
        return True

    def _gives_up(self, editor: TextField, event: QKeyEvent) -> bool:
        """Undo in a field that is not taken yet means: as it was."""
        return is_undo_key(event) and editor.text() != self._before()

    def _before(self) -> str:
        if not self._index.isValid():
            return ""
        return self._people.line(self._index.row()).typed(Column(self._index.column()))

    def _take(self, editor: TextField) -> int | None:
        """Make the edit; the row to go on from, None where the plan refuses or the row is gone."""
        if not self._index.isValid():
            return None
        row = self._index.row()
        try:
            person = self._people.write(row, Column(self._index.column()), editor.text())
        except PlanError as error:
            self._mark_refused(editor, sentence(error))
            return None
        if person is not None and self._people.line(self._index.row()).person is None:
            editor.clear()  # the next to add has a name of their own
        return row if person is None else self._people.row_of(person)

    def _close(self, editor: TextField) -> None:
        self._mark_refused(editor, "")
        self.closeEditor.emit(editor, _Hint.NoHint)

    def _mark_refused(self, editor: TextField, why: str) -> None:
        show_refused(editor, why)
        cell = QRect()
        if self._index.isValid():
            index = self._people.index(self._index.row(), self._index.column())
            cell = self._view.visualRect(index)
        self.refused.emit(why, cell)
