"""A table as high as its rows, which goes to one column of two lines where there is little room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aiplanner.ui import fonts
from aiplanner.ui.models.lines import LinesModel
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex

TITLE = 0
"""The column of the thing itself; it takes what the others leave."""
_WIDE: tuple[fonts.Role, ...] = ("body",)
_NARROW: tuple[fonts.Role, ...] = ("body", "secondary")


class FoldingLine(Protocol):
    """What a row says, in columns or in two lines."""

    @property
    def id(self) -> str:
        """The row of the programme that it leads to."""

    @property
    def title(self) -> str:
        """The thing itself."""

    @property
    def facts(self) -> str:
        """All the rest on one line."""

    def words(self, column: Any) -> str:
        """The words of a column."""


class FoldingTable(RowTable):
    """Enter or a double click goes to what a row is about."""

    chosen = Signal(str)
    """The id of the row of the programme that is wanted."""

    def __init__(
        self,
        name: str,
        model: LinesModel[Any],
        widths: Mapping[int, int],
        least: int,
        parent: QWidget | None = None,
    ) -> None:
        """`model` holds FoldingLines; `widths` of all columns but TITLE, which needs `least`.

        Both in pixels at 100 % text size.
        """
        super().__init__(name, TITLE, parent)
        self._lines, self._widths, self._least = model, widths, least
        self.narrow = False
        """Whether there is room for one column only."""
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._choose)

    def line(self, index: Index) -> FoldingLine | None:
        """What a row says."""
        line: FoldingLine | None = self._lines.line(index)
        return line

    def warns(self, _index: Index) -> bool:
        """Whether the words of a cell warn, and are in the colour for it."""
        return False

    def fit(self) -> None:
        """Take the height of all rows at the present text size."""
        self.narrow = self.width() < fonts.scaled(sum(self._widths.values()) + self._least)
        self.verticalHeader().setDefaultSectionSize(row_height(_NARROW if self.narrow else _WIDE))
        for column, width in self._widths.items():
            self.setColumnWidth(column, fonts.scaled(width))
            self.setColumnHidden(column, self.narrow)
        rows = self._lines.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go to one column, or back to all, as the room asks."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        line = self.line(index)
        if line is not None:
            self.chosen.emit(line.id)


class _Delegate(QStyledItemDelegate):
    """Paints one cell, or title and facts below each other where there is little room."""

    def __init__(self, table: FoldingTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words."""
        line, easel = self._table.line(index), Easel(painter, in_force())
        if line is None:
            return
        if self._table.narrow:
            easel.ground(option, "only")
            easel.two_lines(cell_rect(option.rect), line.title, line.facts)
            return
        column, tokens = index.column(), easel.tokens
        easel.ground(option, place_of(column, index.model().columnCount()))
        main = column == TITLE
        font = fonts.font("body" if main else "secondary", strong=main)
        colour = tokens.ink if main else tokens.ink2
        if self._table.warns(index):
            colour = tokens.warn
        easel.text(cell_rect(option.rect), line.words(column), colour, font)
