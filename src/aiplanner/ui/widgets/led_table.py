"""The table of items behind a figure: Enter or a double click goes to one on Sessions."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.led_items import Column, LedModel
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex

_WIDTHS = {Column.HOW: 148, Column.LEAD: 130, Column.SESSION: 150, Column.MINUTES: 80}
"""Pixels at 100 % text size; the title takes the rest."""
_TITLE_AT_LEAST = 190


class _Delegate(QStyledItemDelegate):
    """Paints one line, or title and facts below each other where there is little room."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words."""
        table, model = self.parent(), index.model()
        assert isinstance(table, LedTable), "the delegate belongs to its table"
        assert isinstance(model, LedModel), "the table shows nothing else"
        line, easel = model.line(index), Easel(painter, in_force())
        if line is None:
            return
        if table.narrow:
            easel.ground(option, "only")
            easel.two_lines(cell_rect(option.rect), line.title, line.facts)
            return
        column = Column(index.column())
        easel.ground(option, place_of(column, len(Column)))
        main = column is Column.WHAT
        font = fonts.font("body" if main else "secondary", strong=main)
        ink = easel.tokens.ink if main else easel.tokens.ink2
        easel.text(cell_rect(option.rect), line.words(column), ink, font)


class LedTable(RowTable):
    """As high as its rows; Escape leads back to the figure."""

    chosen = Signal(str)
    """The id of the item that is wanted."""
    left = Signal()

    def __init__(self, model: LedModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Items behind the figure"), Column.WHAT, parent)
        self._led = model
        self.narrow = False
        """Whether there is room for one column only."""
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._choose)

    def fit(self) -> None:
        """Take the height of all rows at the present text size."""
        self.narrow = self.width() < fonts.scaled(sum(_WIDTHS.values()) + _TITLE_AT_LEAST)
        lines: tuple[fonts.Role, ...] = ("body", "secondary") if self.narrow else ("body",)
        self.verticalHeader().setDefaultSectionSize(row_height(lines))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, fonts.scaled(width))
            self.setColumnHidden(column, self.narrow)
        rows = self._led.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go to one column, or back to all, as the room asks."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the item, Escape back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        line = self._led.line(index)
        if line is not None:
            self.chosen.emit(line.item)
