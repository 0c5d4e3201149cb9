"""The table of a plan B, in which each item is chosen to be done in full, short, or not at all."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aiplanner.domain.plan_b import Choice
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.plan_b import Column, Line, PlanBModel
from aiplanner.ui.tokens import BETWEEN, in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex

_WIDTHS = {Column.BEFORE: 66, Column.AFTER: 72, Column.MINUTES: 88, Column.HOW: 84, Column.WHY: 290}
"""Pixels at 100 % text size; the title takes the rest."""
_TITLE_AT_LEAST = 220
"""With less room for titles the reasons go; the one of the chosen row stands below the table."""
_MOST_ROWS = 14
_KEYS = {Qt.Key.Key_F: Choice.FULL, Qt.Key.Key_S: Choice.SHORT, Qt.Key.Key_K: Choice.SKIP}


class _Delegate(QStyledItemDelegate):
    """Paints an item; what is cut stands out, what falls away steps back."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row has the same height."""
        return QSize(60, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the words of the column."""
        model = index.model()
        assert isinstance(model, PlanBModel), "the delegate serves this table alone"
        line = model.line(index)
        if line is None:
            return
        tokens, column = in_force(), Column(index.column())
        easel = Easel(painter, tokens)
        easel.ground(option, place_of(column, len(Column)), quiet=line.quiet)
        rect = cell_rect(option.rect)
        if column is Column.WHAT:
            rect = rect.adjusted(line.depth * BETWEEN, 0, 0, 0)
        colour = tokens.ink2 if _steps_back(line, column) else tokens.ink
        strong = line.cut and column in (Column.AFTER, Column.MINUTES, Column.HOW)
        role: fonts.Role = "secondary" if column is Column.WHY else "body"
        easel.text(rect, line.words[column], colour, fonts.font(role, strong=strong))


class PlanBTable(RowTable):
    """F, S and K say how the chosen item is done, R leaves it to the rule, Space goes round."""

    chosen = Signal(object)
    """The line in focus, or None."""
    wished = Signal(str, object)
    """An item's id, and the choice for it (None: by the rule)."""

    def __init__(self, model: PlanBModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Items"), Column.WHAT, parent)
        self._plan = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setWordWrap(False)
        self.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        model.dataChanged.connect(lambda *_: self._tell())
        self.fit()

    @property
    def line(self) -> Line | None:
        """The item in focus."""
        return self._plan.line(self.currentIndex())

    def fit(self) -> None:
        """Set heights and widths anew for the present text size and room."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        narrow = self.width() < fonts.scaled(sum(_WIDTHS.values()) + _TITLE_AT_LEAST)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, fonts.scaled(width))
        self.setColumnHidden(Column.WHY, narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def sizeHint(self) -> QSize:
        """Room for all rows, up to a screenful."""
        rows = max(3, min(self._plan.rowCount(), _MOST_ROWS))
        head = self.horizontalHeader().sizeHint().height()
        return QSize(super().sizeHint().width(), head + rows * row_height() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter chooses; Space goes on to the next way of doing it."""
        line, plain = self.line, not event.modifiers()
        if line is None or not plain:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_R:
            self.wished.emit(line.id, None)
        elif event.key() == Qt.Key.Key_Space:
            self.wished.emit(line.id, _next(line))
        elif event.key() in _KEYS:
            choice = _KEYS[Qt.Key(event.key())]
            if choice in line.ways:
                self.wished.emit(line.id, choice)
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.chosen.emit(self.line)


def _steps_back(line: Line, column: Column) -> bool:
    return line.gone or line.quiet or column in (Column.BEFORE, Column.WHY)


def _next(line: Line) -> Choice:
    return line.ways[(line.ways.index(line.choice) + 1) % len(line.ways)]
