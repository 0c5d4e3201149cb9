"""The table of what is done in a phase: Enter goes to the item in its running order."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.phase_items import Column, Line, PhaseItems
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex

_WIDTHS: Mapping[Column, int] = {
    Column.CLOCK: 68,
    Column.MINUTES: 58,
    Column.GROUP: 132,
    Column.CAPABILITIES: 138,
    Column.SHEETS: 96,
}
"""Pixels at 100 % text size; what is done takes the rest."""
_GIVES_WAY = (Column.SHEETS, Column.GROUP, Column.CAPABILITIES)
"""Columns that go, in this order, where there is no room for titles."""
_WHAT_AT_LEAST = 220
_MOST_ROWS = 4
"""More rows than these scroll, by whole rows, so that none is ever cut through."""
_FIGURES = (Column.CLOCK, Column.MINUTES)


class _Delegate(QStyledItemDelegate):
    """Paints an item, or the heading of a session."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words."""
        model = index.model()
        assert isinstance(model, PhaseItems), "the delegate serves this table alone"
        line, easel, column = model.line(index), Easel(painter, in_force()), Column(index.column())
        if line is None:
            return
        place = "only" if line.headed else place_of(column, len(Column))
        easel.ground(option, place, quiet=line.headed)
        rect, tokens = cell_rect(option.rect), easel.tokens
        if column is Column.CAPABILITIES:
            easel.badges(rect, line.badges)
            return
        main = column is Column.WHAT and not line.headed
        plain = fonts.font("secondary" if line.headed else "body", strong=main or line.headed)
        colour = tokens.ink2 if line.headed or line.quiet else tokens.ink
        figures = column in _FIGURES and not line.headed
        side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
        words = line.words(column)
        easel.text(rect, words, colour, plain, side | Qt.AlignmentFlag.AlignVCenter)


class PhaseItemsTable(RowTable):
    """As high as its rows, up to a few; a session's heading goes to the session."""

    chosen = Signal(str)
    """The id of an item, or of a session."""

    def __init__(self, model: PhaseItems, parent: QWidget | None = None) -> None:
        super().__init__(_("What we do"), Column.WHAT, parent)
        self._items = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.doubleClicked.connect(self._choose)
        model.rowsInserted.connect(self.fit)
        model.rowsRemoved.connect(self.fit)
        model.rowsMoved.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the rows and give each column its room."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        room = self.viewport().width() - fonts.scaled(_WHAT_AT_LEAST)
        shown = dict(_WIDTHS)
        for column in _GIVES_WAY:
            if fonts.scaled(sum(shown.values())) > room:
                del shown[column]
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, fonts.scaled(width))
            self.setColumnHidden(column, column not in shown)
        high = min(self._items.rowCount(), _MOST_ROWS) * row_height()
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + high + 2 * self.frameWidth())
        self._span_heads()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text has another size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _span_heads(self) -> None:
        """The name of a session runs over its whole row."""
        self.clearSpans()
        for row, line in enumerate(self._items.lines):
            if line.headed:
                self.setSpan(row, 0, 1, len(Column))

    def _choose(self, index: QModelIndex) -> None:
        line: Line | None = self._items.line(index)
        if line is not None:
            self.chosen.emit(line.id)
