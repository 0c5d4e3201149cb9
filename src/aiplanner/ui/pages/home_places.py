"""The places where searched words stand, below the programmes of Home."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.hits import HitsModel, Place
from aiplanner.ui.tokens import BETWEEN, in_force
from aiplanner.ui.widgets.card import on_card
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex

_TITLE_WIDTH = 360
"""Pixels of the column that names the programme, at 100 % text size."""
_ROOM = 8


class _Delegate(QStyledItemDelegate):
    """Paints the words found, then the title in secondary type."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row has the same height."""
        return QSize(80, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        tokens = in_force()
        easel, title = Easel(painter, tokens), bool(index.column())
        easel.ground(option, place_of(index.column(), 2))
        font = fonts.font("secondary" if title else "body")
        rect = cell_rect(option.rect)
        easel.text(rect, str(index.data()), tokens.ink2 if title else tokens.ink, font)


class PlacesTable(RowTable):
    """Places to go to: Enter or a double click."""

    chosen = Signal(object)
    """The Place."""

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Words found"), 0, parent)
        self._places = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.horizontalHeader().hide()
        self.doubleClicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Set heights and widths anew for the present text size."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.setColumnWidth(1, fonts.scaled(_TITLE_WIDTH))

    def _choose(self, index: QModelIndex) -> None:
        place = self._places.line(index)
        if place is not None:
            self.chosen.emit(place)


class Places(QWidget):
    """A heading and the table of places; hidden while nothing is searched."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = HitsModel()
        self._model.setParent(self)
        self.table = PlacesTable(self._model)
        self.heading = label(_("Where these words stand"), "section")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(BETWEEN)
        body.addWidget(self.heading)
        body.addWidget(on_card(self.table))
        self.hide()

    def show_places(self, places: Sequence[Place]) -> None:
        """Show places, or nothing at all."""
        self._model.show(places)
        self.table.fit()
        row = self.table.verticalHeader().defaultSectionSize()
        head = self.heading.sizeHint().height() + BETWEEN
        self.setMaximumHeight(head + row * len(places) + _ROOM)
        self.setMinimumHeight(head + row * min(len(places), 3) + _ROOM)
        self.setVisible(bool(places))
