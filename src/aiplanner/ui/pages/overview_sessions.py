"""The table of sessions on the overview: from here one goes to their running orders."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.overview_sessions import Column, SessionsModel
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex

_WIDTHS = {Column.DAY: 138, Column.TIME: 124, Column.HOLDS: 150, Column.OVER: 190}
"""Pixels at 100 % text size; the session takes the rest."""
_TITLE_AT_LEAST = 200
"""With less room for titles the facts go to a second line."""
_Row = tuple[fonts.Role, ...]
_WIDE: _Row = ("body",)
_NARROW: _Row = ("body", "secondary")


class _Delegate(QStyledItemDelegate):
    """Paints one line; an overrun is in the colour of a warning, and says so."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words."""
        model = index.model()
        assert isinstance(model, SessionsModel), "the delegate serves this table alone"
        line, tokens = model.line(index), in_force()
        if line is None:
            return
        column, easel = Column(index.column()), Easel(painter, tokens)
        table = self.parent()
        assert isinstance(table, SessionsTable), "the delegate belongs to its table"
        if table.narrow:
            easel.ground(option, "only")
            easel.two_lines(cell_rect(option.rect), line.title, line.facts)
            return
        easel.ground(option, place_of(column, len(Column)))
        main = column is Column.SESSION
        font = fonts.font("body" if main else "secondary", strong=main)
        colour = tokens.ink if main else tokens.ink2
        if column is Column.OVER and line.late:
            colour = tokens.warn
        easel.text(cell_rect(option.rect), line.words(column), colour, font)


class SessionsTable(RowTable):
    """As high as its rows; Enter or a double click opens a session."""

    chosen = Signal(str)

    def __init__(self, model: SessionsModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Sessions"), Column.SESSION, parent)
        self._sessions = model
        self.narrow = False
        """Whether there is room for one column only."""
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._choose)

    def fit(self) -> None:
        """Take the height of all rows at the present text size."""
        self.narrow = self.width() < fonts.scaled(sum(_WIDTHS.values()) + _TITLE_AT_LEAST)
        self.verticalHeader().setDefaultSectionSize(row_height(_NARROW if self.narrow else _WIDE))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, fonts.scaled(width))
            self.setColumnHidden(column, self.narrow)
        rows = self._sessions.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go to one column, or back to all, as the room asks."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        line = self._sessions.line(index)
        if line is not None:
            self.chosen.emit(line.id)
