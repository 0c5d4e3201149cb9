"""The small map of capabilities and phases: every cell carries its number."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from aiplanner.domain.cycle import Phase
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.overview_map import ALL, CAPABILITIES, NAME, PHASES, STRENGTH, MapModel
from aiplanner.ui.tokens import ICON, in_force, mix
from aiplanner.ui.widgets.paint import Easel, cell_rect, phase_width, place_of, row_height

Index = QModelIndex | QPersistentModelIndex

_MOST = 0.42
"""How much of the accent the strongest cell takes; ink stays legible on it in every theme."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COLUMN, _ALL_WIDTH, _NAME_AT_LEAST = 108, 66, 210
"""Pixels at 100 % text size."""


class _Head(QHeaderView):
    """Shows the phases by mark and name, over the right edge of their numbers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One column's head."""
        tokens, model = in_force(), self.model()
        words = str(model.headerData(section, Qt.Orientation.Horizontal))
        painter.save()
        easel, inside = Easel(painter, tokens), cell_rect(rect)
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, QColor(tokens.hairline))
        if section in (NAME, ALL):
            align = _RIGHT if section == ALL else Qt.AlignmentFlag.AlignVCenter
            easel.text(inside, words, tokens.ink2, fonts.font("secondary", strong=True), align)
        else:
            self._phase(easel, inside, PHASES[section - 1], words)
        painter.restore()

    def _phase(self, easel: Easel, inside: QRect, phase: Phase, words: str) -> None:
        """Mark and name; all marks alone where there is no room (names are told on pointing)."""
        if self._has_room():
            left = inside.width() - phase_width(words)
            easel.phase(inside.adjusted(left, 0, 0, 0), phase, words)
        else:
            edge = inside.width() - fonts.scaled(ICON)
            easel.icon(inside.adjusted(edge, 0, 0, 0), phase.value, easel.tokens.phase(phase))

    def _has_room(self) -> bool:
        names = (self.model().headerData(n, Qt.Orientation.Horizontal) for n in range(1, ALL))
        widest = max(phase_width(str(name)) for name in names)
        return widest <= cell_rect(QRect(0, 0, self.sectionSize(1), 1)).width()


class _Delegate(QStyledItemDelegate):
    """Tints a cell by its minutes; the number stands in it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, tint, words."""
        tokens, column = in_force(), index.column()
        easel, total = Easel(painter, tokens), index.row() == len(CAPABILITIES)
        easel.ground(option, place_of(column, ALL + 1))
        strength = float(index.data(STRENGTH) or 0)
        if strength:
            tint = mix(tokens.surface, tokens.accent, _MOST * strength)
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), QColor(tint))
        words, rect = str(index.data()), cell_rect(option.rect)
        if column == NAME:
            easel.text(
                rect,
                words,
                tokens.ink2 if total else tokens.ink,
                fonts.font("body", strong=not total),
            )
        else:
            strong = strength > 0 or column == ALL or total
            ink = tokens.ink if strong else tokens.ink2
            easel.text(rect, words, ink, fonts.font("body", strong=strong), _RIGHT)


class MapTable(QTableView):
    """As high as its rows; arrows walk through the cells."""

    def __init__(self, model: MapModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(_Head(self))
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Minutes on each capability, by phase"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    def fit(self) -> None:
        """Take the height of all rows at the present text size."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        spare = self.width() - fonts.scaled(_ALL_WIDTH + _NAME_AT_LEAST)
        least = fonts.scaled(_ALL_WIDTH - 14)
        for column in range(1, ALL):
            width = min(fonts.scaled(_COLUMN), spare // len(PHASES))
            self.setColumnWidth(column, max(width, least))
        self.setColumnWidth(ALL, fonts.scaled(_ALL_WIDTH))
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        self.horizontalHeader().setFixedHeight(row_height())
        self.setFixedHeight(row_height() + rows)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose a cell where none is, so that it can be seen where the focus is."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
