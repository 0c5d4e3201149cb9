"""Paint the days of a month and what is on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from aiplanner.app.date_words import entry_title
from aiplanner.domain.dates import Entry, Sort
from aiplanner.domain.schedule import clock_text
from aiplanner.ui import fonts
from aiplanner.ui.models.months import Cell, Index
from aiplanner.ui.tokens import ICON, INSIDE, STEP, Tokens, in_force, mix
from aiplanner.ui.widgets.paint import Easel

if TYPE_CHECKING:
    from aiplanner.ui.widgets.all_sessions.month_table import MonthTable

_MARKS = {Sort.TASK: "note", Sort.REVIEW: "check"}
_ROUND = 4


class MonthDelegate(QStyledItemDelegate):
    """Serves one table of months."""

    def __init__(self, table: MonthTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A heading, or a day."""
        easel, rect = Easel(painter, in_force()), option.rect
        model = self._table.months
        row = model.rows[index.row()]
        if row.heading:
            words = rect.adjusted(INSIDE, INSIDE, -INSIDE, 0)
            easel.text(words, row.heading, easel.tokens.ink, fonts.font("section", strong=True))
            return
        cell = model.cell(index)
        if not cell.used:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(easel, rect, cell, index)
        line = QFontMetrics(fonts.font("secondary")).height() + STEP
        top = rect.top() + STEP
        if cell.day is not None:
            self._number(easel, QRect(rect.left() + INSIDE, top, rect.width() - INSIDE, line), cell)
            top += line
        current = index == self._table.currentIndex()
        for n, entry in enumerate(cell.entries):
            chosen = current and n == self._table.at
            where = QRect(rect.left() + 3, top + n * line, rect.width() - 6, line - 2)
            self._entry(easel, where, entry, chosen=chosen)
        painter.restore()

    def _ground(self, easel: Easel, rect: QRect, cell: Cell, index: Index) -> None:
        t, painter = easel.tokens, easel.painter
        weekend = cell.day is not None and cell.day.weekday() >= 5
        over = index == self._table.target
        painter.fillRect(rect, QColor(t.tint if over else t.canvas if weekend else t.surface))
        for edge in (
            QRect(rect.right(), rect.top(), 1, rect.height()),
            QRect(rect.left(), rect.bottom(), rect.width(), 1),
        ):
            painter.fillRect(edge, QColor(t.hairline))
        if over or (index == self._table.currentIndex() and self._table.hasFocus()):
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -2, -2))

    def _number(self, easel: Easel, rect: QRect, cell: Cell) -> None:
        assert cell.day is not None, "only a day has a number"
        t = easel.tokens
        today = cell.day == self._table.months.today
        font = fonts.font("secondary", strong=today)
        easel.text(rect, str(cell.day.day), t.accent if today else t.ink2, font)
        if today:
            width = QFontMetrics(font).horizontalAdvance(str(cell.day.day))
            below = QRect(rect.topLeft() + QPoint(0, rect.height() - 3), rect.bottomRight())
            easel.painter.fillRect(below.left(), below.top(), width, 2, QColor(t.accent))

    def _entry(self, easel: Easel, rect: QRect, entry: Entry, *, chosen: bool) -> None:
        t, painter = easel.tokens, easel.painter
        clashing = entry.row in self._table.months.clashing
        if entry.sort is Sort.SESSION:
            fill = mix(t.surface, t.warn if clashing else t.accent, 0.14)
            painter.setPen(_edge(t, chosen=chosen, clashing=clashing))
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        elif chosen:
            painter.setPen(_edge(t, chosen=True, clashing=False))
            painter.setBrush(QColor(t.tint))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        inside = rect.adjusted(STEP + 1, 0, -STEP, 0)
        mark = "warn" if clashing else _MARKS.get(entry.sort, "")
        if mark:
            taken = easel.icon(inside, mark, t.warn if clashing else t.ink2, ICON - 5)
            inside.adjust(taken + STEP, 0, 0, 0)
        faded = self._table.is_dragged(entry)
        colour = t.border if faded else t.ink if entry.sort is Sort.SESSION else t.ink2
        easel.text(inside, _words(entry), colour, fonts.font("secondary"))


def _words(entry: Entry) -> str:
    if entry.sort is not Sort.SESSION:
        return entry.title or entry_title(entry)
    start = f"{clock_text(entry.start)} " if entry.start is not None else ""
    return start + (entry.title or entry_title(entry))


def _edge(t: Tokens, *, chosen: bool, clashing: bool) -> QPen:
    colour = t.accent if chosen else t.warn if clashing else mix(t.surface, t.accent, 0.4)
    return QPen(QColor(colour), 2 if chosen else 1)
