"""All sessions as a list that can be written in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aiplanner.domain.dates import Sort
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.all_sessions import (
    COLUMN_NAMES,
    EDITABLE,
    AllSessionsModel,
    Column,
    Line,
)
from aiplanner.ui.models.lines import Index
from aiplanner.ui.tokens import AROUND, ICON, INSIDE, in_force
from aiplanner.ui.widgets.menus import menu_place
from aiplanner.ui.widgets.paint import PAD, Easel, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable
from aiplanner.ui.widgets.writing import Take, Writing

_MOST = {
    Column.DAY: 150,
    Column.TIME: 150,
    Column.PLACE: 170,
    Column.HOLDS: 150,
    Column.NOTE: 240,
}
"""Pixels a column takes at most, at 100 % text size."""
_LEAST_TEXT = "10:00"
_GIVE_WAY = (Column.HOLDS, Column.PLACE, Column.TIME, Column.NOTE)
"""Columns that are left out, in this order, where titles would have too little room."""
_TITLE_AT_LEAST = 250
_MARKS = {Sort.TASK: "note", Sort.REVIEW: "check"}
_HAS_FOCUS = QStyle.StateFlag.State_HasFocus


class _Delegate(QStyledItemDelegate):
    """Paints a line: sessions in bold, tasks and reviews further in, with their mark."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, and the ring of the focus."""
        table = self.parent()
        assert isinstance(table, AllSessionsTable), "the delegate belongs to its table"
        line, easel = table.sessions.line(index), Easel(painter, in_force())
        if line is None:
            return
        shown = table.shown()
        column = Column(index.column())
        easel.ground(option, place_of(shown.index(column), len(shown)), ring=False)
        if column is Column.WHAT:
            _paint_title(easel, line, cell_rect(option.rect))
        else:
            warned = column is Column.NOTE and line.warned
            colour = easel.tokens.warn if warned else easel.tokens.ink2
            words = cell_rect(option.rect)
            easel.text(words, line.words[column], colour, fonts.font("secondary"))
        if option.state & _HAS_FOCUS:
            easel.ring(QRectF(option.rect.adjusted(0, 0, -1, -1)))


def _paint_title(easel: Easel, line: Line, rect: QRect) -> None:
    session = line.entry.sort is Sort.SESSION
    if not session:
        rect = rect.adjusted(AROUND, 0, 0, 0)
        mark = easel.icon(rect, _MARKS[line.entry.sort], easel.tokens.ink2, ICON - 4)
        rect = rect.adjusted(mark + INSIDE, 0, 0, 0)
    colour = easel.tokens.ink if session else easel.tokens.ink2
    easel.text(rect, line.words[Column.WHAT], colour, fonts.font("body", strong=session))


class AllSessionsTable(RowTable):
    """F2 or typing writes in the cell in focus, Enter opens what the line stands for."""

    opened = Signal(str)
    """Enter or a double click on the row of that id."""
    menu_wanted = Signal(QPoint)

    def __init__(self, model: AllSessionsModel, take: Take, parent: QWidget | None = None) -> None:
        super().__init__(_("All sessions"), Column.WHAT, parent)
        self.sessions = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.writing = Writing(self.viewport(), take)
        self.writing.closed.connect(self.setFocus)
        for changed in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
            changed.connect(self.fit)
        self.doubleClicked.connect(self._open)

    def shown(self) -> list[Column]:
        """The columns on show."""
        return [column for column in Column if not self.isColumnHidden(column)]

    def row_in_focus(self) -> RowId | None:
        """The id of the row in focus."""
        line = self.sessions.line(self.currentIndex())
        return None if line is None else line.entry.row

    def choose_id(self, row_id: RowId) -> None:
        """Go to a row, in the column where one is."""
        row = self.sessions.row_of(row_id)
        if row is not None:
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self.sessions.index(row, column))

    def begin(self, column: Column | None = None, text: str | None = None) -> None:
        """Open the field of a cell of the row in focus; `text` replaces what is there."""
        index = self.currentIndex()
        line = self.sessions.line(index)
        if line is None:
            return
        wanted = Column(index.column()) if column is None else column
        if wanted not in EDITABLE[line.entry.sort]:
            wanted = Column.WHAT
        self.showColumn(wanted)
        where = self.visualRect(self.sessions.index(index.row(), wanted))
        before = line.entry.title if wanted is Column.WHAT else line.words[wanted]
        field = self.writing.begin(line.entry.row, wanted, COLUMN_NAMES[wanted], before, where)
        if text is not None:
            field.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, typing writes."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self._open(self.currentIndex())
        elif not held and event.text().strip() and event.text().isprintable():
            self.begin(text=event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or below the row in focus."""
        self.menu_wanted.emit(menu_place(self, event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns where titles have too little room."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give columns and rows the room they need at the present text size."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        widths = {column: self._needed(column) for column in _MOST}
        room = self.viewport().width() - fonts.scaled(_TITLE_AT_LEAST)
        hidden = {column for column, width in widths.items() if not width}
        for column in _GIVE_WAY:
            if sum(w for c, w in widths.items() if c not in hidden) > room:
                hidden.add(column)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
            self.setColumnHidden(column, column in hidden)

    def _needed(self, column: Column) -> int:
        """The width of a column's longest words, up to a limit; 0 for a note nobody has."""
        texts = [line.words[column] for line in self.sessions.lines]
        if column in (Column.NOTE, Column.HOLDS) and not any(texts):
            return 0
        metrics = QFontMetrics(fonts.font("secondary"))
        texts += [COLUMN_NAMES[column], _LEAST_TEXT]
        longest = max(metrics.horizontalAdvance(text) for text in texts)
        return min(longest, fonts.scaled(_MOST[column])) + 2 * PAD + 2

    def _open(self, index: QModelIndex) -> None:
        line = self.sessions.line(index)
        if line is not None:
            self.opened.emit(line.entry.row)
