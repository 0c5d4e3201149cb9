"""The table of planned and real times; Enter, or a click on the offer, takes a row's offer."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.real_times import Column, RealTimesModel
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex

_WIDTHS = {Column.PLANNED: 130, Column.REAL: 130, Column.BESIDE: 130, Column.OFFER: 196}
"""Pixels at 100 % text size; the item takes the rest."""
MOST_ROWS = 12
"""More rows than that are scrolled."""


class _Delegate(QStyledItemDelegate):
    """Paints one cell; what took longer is in the colour of a warning, and its sign says so."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words."""
        model = index.model()
        assert isinstance(model, RealTimesModel), "the delegate serves this table alone"
        line, tokens = model.line(index), in_force()
        if line is None:
            return
        column, easel = Column(index.column()), Easel(painter, tokens)
        whole = line.item_id is None
        easel.ground(option, place_of(column, len(Column)), quiet=whole)
        strong = column is Column.ITEM or whole
        font = fonts.font("body" if column is Column.ITEM else "secondary", strong=strong)
        colour = tokens.ink if strong else tokens.ink2
        if column is Column.BESIDE and line.longer:
            colour = tokens.warn
        if column is Column.OFFER:
            colour = tokens.accent
        easel.text(cell_rect(option.rect), str(model.data(index)), colour, font)


class RealTimesTable(RowTable):
    """As high as its rows, as far as there is room."""

    taken = Signal()
    """The offer of the chosen row is wanted."""

    def __init__(self, model: RealTimesModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Planned and real times"), Column.ITEM, parent)
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.verticalHeader().setDefaultSectionSize(row_height())
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, fonts.scaled(width))
        rows = min(model.rowCount(), MOST_ROWS) * self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + rows + 2)
        self.setMinimumWidth(fonts.scaled(sum(_WIDTHS.values()) + 250))
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the offer."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.OFFER:
            self.taken.emit()
