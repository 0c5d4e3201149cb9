"""All sessions as months: a day is a cell, and what is on it can be moved to another."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from aiplanner.app.date_words import entry_sentence
from aiplanner.app.wording import day_text
from aiplanner.domain.dates import Entry
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.months import WEEK, Cell, Index, MonthsModel
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.all_sessions.month_delegate import MonthDelegate
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.menus import menu_place
from aiplanner.ui.widgets.writing import Take, Writing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STILL = 6
"""Pixels the pointer may move before a press is a drag."""
_DAYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


class MonthTable(QTableView):
    """Arrows go from day to day and through what is on one; with Alt they move it."""

    opened = Signal(str)
    moved = Signal(str, object)
    """The row of that id should have that day."""
    nudged = Signal(str, int)
    """The row of that id should go so many days on."""
    menu_wanted = Signal(QPoint)

    def __init__(self, model: MonthsModel, take: Take, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.months = model
        self.at = 0
        """The number, within its day, of the entry in focus."""
        self.target = QModelIndex()
        """The day over which something is dragged."""
        self._dragged: Entry | None = None
        self._from = QPoint()
        self.setModel(model)
        self.setItemDelegate(MonthDelegate(self))
        self.writing = Writing(self.viewport(), take)
        self.writing.closed.connect(self.setFocus)
        _dress(self)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._settle)

    def entry_in_focus(self) -> Entry | None:
        """The entry in focus."""
        found = self.months.cell(self.currentIndex()).entries
        return found[min(self.at, len(found) - 1)] if found else None

    def choose_id(self, row_id: RowId) -> None:
        """Go to an entry."""
        place = self.months.place_of(row_id)
        if place is not None:
            row, column, self.at = place
            self.setCurrentIndex(self.months.index(row, column))
            self.scrollTo(self.currentIndex())
            self.viewport().update()
            self._settle()

    def begin(self, text: str | None = None) -> None:
        """Open the field for the day of the entry in focus."""
        entry = self.entry_in_focus()
        if entry is None:
            return
        where = self.visualRect(self.currentIndex())
        before = day_text(entry.day) if entry.day else ""
        field = self.writing.begin(entry.row, 0, _("Date"), before, where)
        if text is not None:
            field.setText(text)

    def fit(self) -> None:
        """Give every week the height of its fullest day, headings one line."""
        self.clearSpans()
        line = QFontMetrics(fonts.font("secondary")).height() + STEP
        for n, row in enumerate(self.months.rows):
            if row.heading:
                self.setSpan(n, 0, 1, WEEK)
                section = QFontMetrics(fonts.font("section")).height()
                self.setRowHeight(n, section + 3 * INSIDE)
                continue
            dated = any(cell.day for cell in row.cells)
            most = max(len(cell.entries) for cell in row.cells)
            self.setRowHeight(n, (most + dated) * line + INSIDE + (line if dated else 0) // 2)

    def is_dragged(self, entry: Entry) -> bool:
        """Whether an entry is being dragged."""
        return self._dragged is not None and self.target.isValid() and entry == self._dragged

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go, with Alt they move; Enter opens; figures write the date."""
        entry = self.entry_in_focus()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = held == Qt.KeyboardModifier.AltModifier
        if entry is not None and alt and event.key() in _DAYS:
            self.nudged.emit(entry.row, _DAYS[Qt.Key(event.key())])
        elif entry is not None and not held and event.key() in _ENTER:
            self.opened.emit(entry.row)
        elif not held and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif not held and event.text().strip() and event.text().isprintable():
            self.begin(event.text())
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self.at = 0
                self.viewport().update()
                self._settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a day and what is on it."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        self._dragged, self._from = None, point
        if not self.months.cell(index).used:
            return
        self.at = max(0, self._entry_at(index, point))
        self.setFocus()
        self.setCurrentIndex(index)
        self.viewport().update()
        self._settle()
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = self.entry_in_focus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag an entry over the days."""
        point = event.position().toPoint()
        far = (point - self._from).manhattanLength() > _STILL
        if self._dragged is not None and event.buttons() & Qt.MouseButton.LeftButton and far:
            over = self.indexAt(point)
            self.target = over if self.months.cell(over).day else QModelIndex()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go over a day."""
        dragged, target = self._dragged, self.target
        self._dragged, self.target = None, QModelIndex()
        self.viewport().update()
        day = self.months.cell(target).day
        if dragged is not None and day is not None and day != dragged.day:
            self.moved.emit(dragged.row, day)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open what was clicked."""
        entry = self.entry_in_focus()
        if entry is not None:
            self.opened.emit(entry.row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or below the day in focus."""
        self.menu_wanted.emit(menu_place(self, event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the weeks anew."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text has another size."""
        super().changeEvent(event)
        if event.type() in fonts.RESIZED:
            self.fit()

    def _on_reset(self) -> None:
        """Other weeks: what was dragged over them is let go."""
        self._dragged, self.target = None, QModelIndex()
        self.fit()

    def _step(self, by: int) -> None:
        """The next entry of the day, and from the last on to the week below."""
        index, count = self.currentIndex(), len(self.months.cell(self.currentIndex()).entries)
        if 0 <= self.at + by < count:
            self.at += by
            announce(self, entry_sentence(self.months.cell(index).entries[self.at]))
        else:
            there = _week_beyond(self.months, index, by)
            if there is None:
                return
            last = len(self.months.cell(there).entries) - 1
            self.at = 0 if by > 0 else max(0, last)
            self.setCurrentIndex(there)
        self.viewport().update()
        self._settle()

    def _entry_at(self, index: Index, point: QPoint) -> int:
        cell = self.months.cell(index)
        rect = self.visualRect(index)
        return entry_number(cell, rect, point.y())

    def _settle(self) -> None:
        """Stay within what is on the day in focus."""
        found = self.months.cell(self.currentIndex()).entries
        self.at = min(self.at, max(0, len(found) - 1))


def entry_number(cell: Cell, rect: QRect, y: int) -> int:
    """The number of the entry at a height of a day's cell."""
    line = QFontMetrics(fonts.font("secondary")).height() + STEP
    first = rect.top() + STEP + (line if cell.day else 0)
    return max(0, min((y - first) // line, len(cell.entries) - 1))


def later(day: date | None, by: int, otherwise: date) -> date:
    """A day so many days on; what has none begins at `otherwise`."""
    return otherwise if day is None else day + timedelta(days=by)


def _week_beyond(model: MonthsModel, index: QModelIndex, by: int) -> QModelIndex | None:
    row = index.row() + by
    while 0 <= row < model.rowCount():
        there = model.index(row, index.column())
        if model.cell(there).used:
            return there
        row += by
    return None


def _dress(view: QTableView) -> None:
    view.setAccessibleName(_("Sessions by month"))
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    head = view.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    head.setHighlightSections(False)
    head.setSectionsClickable(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
