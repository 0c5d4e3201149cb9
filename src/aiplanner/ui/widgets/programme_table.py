"""The table of programmes on Home: two lines a row, phase as mark and word, more at the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from aiplanner.app.ports import Summary
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.programme_words import facts_words, title_words
from aiplanner.ui.models.programmes import Column, ProgrammesModel
from aiplanner.ui.tokens import ICON, in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable
from aiplanner.ui.widgets.text_field import TextField

Index = QModelIndex | QPersistentModelIndex

_WIDTHS = {Column.PHASE: 150, Column.NEXT: 220, Column.CHANGED: 124, Column.MORE: 44}
"""Pixels at 100 % text size; the title takes the rest."""
_TITLE_AT_LEAST = 260
"""With less room for titles, what comes next goes to their second line."""
_QUEUED = Qt.ConnectionType.QueuedConnection
_SHED = (Column.NEXT, Column.CHANGED)


class _Delegate(QStyledItemDelegate):
    """Paints a programme."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row has the same height."""
        return QSize(80, row_height(("body", "secondary")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then what the column says."""
        model = index.model()
        assert isinstance(model, ProgrammesModel), "the delegate serves this table alone"
        summary = model.summary(index)
        if summary is None:
            return
        tokens = in_force()
        easel, column = Easel(painter, tokens), Column(index.column())
        easel.ground(option, place_of(column, len(Column)))
        rect = cell_rect(option.rect)
        if column is Column.TITLE:
            easel.two_lines(rect, title_words(summary), self._facts(summary, index))
        elif column is Column.PHASE:
            phase = model.phase(summary)
            if phase is not None:
                easel.phase(rect, phase, str(index.data()))
        elif column is Column.MORE:
            side = fonts.scaled(ICON)
            easel.icon(
                option.rect.adjusted((option.rect.width() - side) // 2, 0, 0, 0),
                "more",
                tokens.ink2,
            )
        else:
            role: fonts.Role = "body" if column is Column.NEXT else "secondary"
            colour = tokens.ink if column is Column.NEXT else tokens.ink2
            easel.text(rect, str(index.data()), colour, fonts.font(role))

    def _facts(self, summary: Summary, index: Index) -> str:
        table, facts = self.parent(), facts_words(summary)
        if isinstance(table, ProgrammeTable) and table.narrow:
            facts = f"{facts} · {index.model().index(index.row(), Column.NEXT).data()}"
        return facts

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """A title is changed in the program's own text field."""
        field = TextField(_("Title"), parent=parent)
        field.setProperty("inside", "cell")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the whole title chosen."""
        assert isinstance(editor, QLineEdit), "made by createEditor"
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()


class ProgrammeTable(RowTable):
    """Programmes to open, change and put away; signals carry the row's id."""

    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)
    """The id, and where on the screen the menu should open."""
    edited = Signal()
    """A title was typed, or given up."""

    def __init__(self, model: ProgrammesModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Programmes"), Column.TITLE, parent)
        self._programmes = model
        self.narrow = False
        """Whether there is room for titles and phases only."""
        self.setModel(model)
        delegate = _Delegate(self)
        delegate.closeEditor.connect(lambda *_: self.edited.emit(), _QUEUED)
        self.setItemDelegate(delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.fit()

    def fit(self) -> None:
        """Set heights and widths anew for the present text size."""
        self.verticalHeader().setDefaultSectionSize(row_height(("body", "secondary")))
        self.narrow = self.width() < fonts.scaled(sum(_WIDTHS.values()) + _TITLE_AT_LEAST)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, fonts.scaled(width))
            self.setColumnHidden(column, self.narrow and column in _SHED)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def whole_height(self, rows: int | None = None) -> int:
        """Pixels that the head and so many rows (None: all) take."""
        count = self._programmes.rowCount() if rows is None else rows
        row = self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().sizeHint().height() + count * row

    @property
    def editing(self) -> bool:
        """Whether a title is being typed; the rows must stay as they are until it is taken."""
        return self.state() is QAbstractItemView.State.EditingState

    def chosen(self) -> str | None:
        """The id of the chosen programme."""
        summary = self._programmes.summary(self.currentIndex())
        return None if summary is None else str(summary.id)

    def choose_row(self, row: int) -> None:
        """Choose the programme that stands at `row`, or the last."""
        count = self._programmes.rowCount()
        if count:
            self.setCurrentIndex(self._programmes.index(max(0, min(row, count - 1)), 0))

    def rename_chosen(self) -> None:
        """Change the chosen title in place."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(index.siblingAtColumn(Column.TITLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; F2 changes the title whatever the column; the menu key opens the menu."""
        chosen = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen:
            self.opened.emit(chosen)
        elif event.key() == Qt.Key.Key_F2 and chosen:
            self.rename_chosen()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the dots at the end of a row opens its menu."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        if left and index.isValid() and index.column() == Column.MORE:
            self._want_menu(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        index = self.indexAt(event.position().toPoint())
        summary = self._programmes.summary(index)
        if summary is not None and index.column() != Column.MORE:
            self.opened.emit(summary.id)

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        """The menu of the chosen row, by mouse or key."""
        if self.currentIndex().isValid():
            self._want_menu(self.currentIndex())

    def _want_menu(self, index: QModelIndex) -> None:
        summary = self._programmes.summary(index)
        if summary is not None:
            cell = self.visualRect(index.siblingAtColumn(Column.MORE))
            corner = self.viewport().mapToGlobal(cell.bottomLeft())
            self.menu_wanted.emit(summary.id, corner)
