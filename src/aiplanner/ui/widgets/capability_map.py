"""A map of figures: tinted by size, each cell with its number, walked with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from aiplanner.domain.cycle import Phase
from aiplanner.ui import fonts
from aiplanner.ui.models.heat import NAME, NOTE, PHASE, STRENGTH, HeatModel, HeatRow
from aiplanner.ui.tokens import ICON, in_force, mix
from aiplanner.ui.widgets.paint import PAD, Easel, cell_rect, phase_width, place_of, row_height

Index = QModelIndex | QPersistentModelIndex

_MOST = 0.42
"""How much of the accent the strongest cell takes; ink stays legible on it in every theme."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_ALL_WIDTH, _LEAST, _NAME_AT_MOST = 54, 38, 250
"""Pixels at 100 % text size."""
_EDGE, _AIR = 2, 16
"""Pixels left of the words of a head at least, and more where there is room."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def _height(name: str, room: int, font: QFont) -> int:
    """Of a name in as many lines as it needs."""
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(room, 1), 10_000), _WRAP, name).height()


def _row_height(row: HeatRow, room: int) -> int:
    """What the name of a row needs in so many pixels, with its note below it."""
    words = _height(row.name, room, fonts.font("body", strong=not row.quiet))
    one_line = QFontMetrics(fonts.font("body")).height()
    return row_height(("body", "secondary") if row.note else ("body",)) - one_line + words


class _Head(QHeaderView):
    """Shows phases by mark and name, other heads by their words, over the edge of their figures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One column's head."""
        painter.save()
        left = PAD if section == NAME else _EDGE
        easel, inside = Easel(painter, in_force()), rect.adjusted(left, 0, -PAD, 0)
        easel.rule(rect)
        words = self._words(section)
        phase = self.model().headerData(section, Qt.Orientation.Horizontal, PHASE)
        if isinstance(phase, Phase):
            self._phase(easel, inside, phase, words)
        else:
            align = _MIDDLE if section == NAME else _RIGHT
            easel.text(
                inside, words, easel.tokens.ink2, fonts.font("secondary", strong=True), align
            )
        painter.restore()

    def _phase(self, easel: Easel, inside: QRect, phase: Phase, words: str) -> None:
        """Mark and name; all marks alone where there is no room (names are told on pointing)."""
        if self._has_room():
            easel.phase(inside.adjusted(inside.width() - phase_width(words), 0, 0, 0), phase, words)
        else:
            edge = inside.width() - fonts.scaled(ICON)
            easel.icon(inside.adjusted(edge, 0, 0, 0), phase.value, easel.tokens.phase(phase))

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))

    def _has_room(self) -> bool:
        shown = [n for n in range(1, self.count()) if not self.isSectionHidden(n)]
        phases = [n for n in shown if self.model().headerData(n, Qt.Orientation.Horizontal, PHASE)]
        return all(phase_width(self._words(n)) <= self.sectionSize(n) - PAD - _EDGE for n in phases)


class _Delegate(QStyledItemDelegate):
    """Tints a cell by its figure; the figure stands in it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, tint, words, and the ring of the focus over them."""
        easel, table = Easel(painter, in_force()), option.widget
        last = index.model().columnCount() - 1
        easel.ground(option, place_of(index.column(), last + 1), ring=False)
        strength = float(index.data(STRENGTH) or 0)
        if strength:
            tint = mix(easel.tokens.surface, easel.tokens.accent, _MOST * strength)
            painter.fillRect(option.rect.adjusted(0, 0, 0, -1), QColor(tint))
        rect = cell_rect(option.rect)
        if index.column() == NAME:
            self._name(easel, rect, index)
        else:
            strong = strength > 0 or index.column() == last
            ink = easel.tokens.ink if strong else easel.tokens.ink2
            words = fonts.font("body", strong=strong)
            figures = option.rect.adjusted(_EDGE, 0, -PAD, 0)
            easel.text(figures, str(index.data()), ink, words, _RIGHT)
        if isinstance(table, QTableView) and table.hasFocus() and table.currentIndex() == index:
            easel.ring(option.rect.toRectF())

    @staticmethod
    def _name(easel: Easel, rect: QRect, index: Index) -> None:
        model = index.model()
        quiet = isinstance(model, HeatModel) and model.rows[index.row()].quiet
        name, note = str(index.data()), str(index.data(NOTE) or "")
        font = fonts.font("body", strong=not quiet)
        ink = easel.tokens.ink2 if quiet else easel.tokens.ink
        upper = _height(name, rect.width(), font)
        lower = QFontMetrics(fonts.font("secondary")).height() if note else 0
        top = rect.top() + (rect.height() - upper - lower) // 2
        easel.painter.setFont(font)
        easel.painter.setPen(QColor(ink))
        easel.painter.drawText(QRect(rect.left(), top, rect.width(), upper), _WRAP, name)
        if note:
            below = QRect(rect.left(), top + upper, rect.width(), lower)
            easel.text(below, note, easel.tokens.ink2, fonts.font("secondary"))


class CapabilityMap(QTableView):
    """As high as its rows; arrows walk through the cells, Enter or a click opens one."""

    opened = Signal(QModelIndex)
    """A cell whose items are wanted."""
    walked = Signal(QModelIndex)
    """The focus went to another cell."""

    def __init__(self, name: str, model: HeatModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heat = model
        self.setHorizontalHeader(_Head(self))
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self.opened)
        self.selectionModel().currentChanged.connect(lambda now, _was: self.walked.emit(now))

    def fit(self) -> None:
        """Take the height of all rows and share the width at the present text size."""
        heat, last = self._heat.heat, self._heat.columnCount() - 1
        shown = [n for n in range(1, last) if heat.shows(n)]
        for column in range(1, last):
            self.setColumnHidden(column, column not in shown)
        spare = self.width() - fonts.scaled(_ALL_WIDTH) - self._names()
        extra = {n: self._needed(n) + _AIR // 2 for n in shown if n in heat.spare}
        spare -= sum(extra.values())
        widest = max(map(self._needed, range(1, last)))
        shared = spare // max(len(shown) - len(extra), 1)
        width = max(fonts.scaled(_LEAST), min(widest + _AIR, shared))
        for column in shown:
            self.setColumnWidth(column, extra.get(column, width))
        self.setColumnWidth(last, fonts.scaled(_ALL_WIDTH))
        taken = width * (len(shown) - len(extra)) + sum(extra.values())
        room = self.width() - taken - fonts.scaled(_ALL_WIDTH) - 2 * PAD
        rows = [_row_height(row, room) for row in self._heat.rows]
        for n, height in enumerate(rows):
            self.setRowHeight(n, height)
        self.horizontalHeader().setFixedHeight(row_height())
        self.setFixedHeight(row_height() + sum(rows))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first figure, so that it can be seen where the focus is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() or self.currentIndex().column() == NAME:
            row = max(self.currentIndex().row(), 0)
            self.setCurrentIndex(self._heat.index(row, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell in focus."""
        if event.key() in _ENTER and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _names(self) -> int:
        """What the widest name needs, so that it is not cut off where there is room for all."""
        metrics = QFontMetrics(fonts.font("body", strong=True))
        widest = max((metrics.horizontalAdvance(row.name) for row in self._heat.rows), default=0)
        return min(widest + 2 * PAD + 4, fonts.scaled(_NAME_AT_MOST))

    def _needed(self, column: int) -> int:
        """What the head of a column needs, and never less than a figure of four digits does."""
        head = self._heat.heat.heads[column]
        metrics = QFontMetrics(fonts.font("secondary", strong=True))
        words = phase_width(head.words) if head.phase else metrics.horizontalAdvance(head.words)
        return max(fonts.scaled(_LEAST), words + PAD + _EDGE)
