"""The thread as a table: the same cards in words, walked and tied by the same keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.thread import Card
from aiplanner.ui.models.thread_list import Column, ThreadListModel
from aiplanner.ui.tokens import BETWEEN, ICON, STEP, in_force
from aiplanner.ui.widgets.menus import menu_place
from aiplanner.ui.widgets.paint import Easel, Place, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {Column.KIND: 178, Column.TIES: 300, Column.LACKS: 120}
"""Pixels at 100 % text size, at least; what is left goes to the finding and what it is tied to."""
_TIES_SHARE = 45
"""Hundredths of what the finding and its ties have together."""
_TEXT_AT_LEAST = 220
_SHED = (Column.TIES, Column.LACKS)
"""What gives way, one after the other, where there is no room."""


class _Delegate(QStyledItemDelegate):
    """Paints a card in a row."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row has the same height."""
        return QSize(80, row_height(self._lines()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then what the column says."""
        model = index.model()
        assert isinstance(model, ThreadListModel), "the delegate serves this table alone"
        card = model.line(index)
        if card is None:
            return
        easel, column = Easel(painter, in_force()), Column(index.column())
        easel.ground(option, self._place(column))
        rect, words = cell_rect(option.rect), str(index.data() or "")
        if column is Column.KIND:
            self._kind(easel, rect, card, words)
        elif column is Column.LACKS:
            self._lacks(easel, rect, words)
        elif column is Column.TEXT and self._shed():
            below = (str(model.index(index.row(), c).data() or "") for c in self._shed())
            easel.two_lines(rect, words, " · ".join(filter(None, reversed([*below]))))
        else:
            strong = column is Column.TEXT
            ink = easel.tokens.ink if strong else easel.tokens.ink2
            easel.text(rect, words, ink, fonts.font("body", strong=strong))

    def _place(self, column: Column) -> Place:
        shown = [one for one in Column if one not in self._shed()]
        return place_of(shown.index(column), len(shown))

    def _kind(self, easel: Easel, rect: QRect, card: Card, words: str) -> None:
        colour = easel.tokens.ink2 if card.phase is None else easel.tokens.phase(card.phase)
        icon = "note" if card.phase is None else card.phase.value
        taken = easel.icon(rect, icon, colour, ICON - 2) + STEP
        easel.text(rect.adjusted(taken, 0, 0, 0), words, easel.tokens.ink2, fonts.font())

    def _lacks(self, easel: Easel, rect: QRect, words: str) -> None:
        if words:
            taken = easel.icon(rect, "warn", easel.tokens.warn, ICON - 4) + STEP
            easel.text(rect.adjusted(taken, 0, 0, 0), words, easel.tokens.warn, fonts.font())

    def _shed(self) -> tuple[Column, ...]:
        table = self.parent()
        return table.shed if isinstance(table, ThreadTable) else ()

    def _lines(self) -> tuple[fonts.Role, ...]:
        return ("body", "secondary") if self._shed() else ("body",)


class ThreadTable(RowTable):
    """Shows cards as rows; what is done to them is told, and done by whoever owns the plan."""

    moved = Signal()
    """Another row is current."""
    opened = Signal()
    """The current finding should be shown where it was found."""
    link_wanted = Signal()
    """The current finding should be tied to another that is looked for."""
    menu_wanted = Signal(QPoint)

    def __init__(self, model: ThreadListModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Thread as a list"), Column.TEXT, parent)
        self.rows = model
        self.shed: tuple[Column, ...] = ()
        """Columns that there is no room for: they are the second line of each finding then."""
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self.moved.emit())
        self.fit()

    @property
    def here(self) -> RowId | None:
        """The current finding."""
        card = self.rows.line(self.currentIndex())
        return None if card is None else card.id

    def choose(self, finding: RowId | None) -> bool:
        """Go to a finding; False where it is not shown."""
        row = None if finding is None else self.rows.row_of(finding)
        if row is None:
            return False
        self.setCurrentIndex(self.rows.index(row, Column.TEXT))
        return True

    def choose_first(self) -> None:
        """Go to the first finding, where none is current."""
        if self.here is None and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, Column.TEXT))

    def fit(self) -> None:
        """Set heights and widths anew for the present text size."""
        widths = {column: fonts.scaled(width) for column, width in _WIDTHS.items()}
        widths[Column.LACKS] = max(widths[Column.LACKS], self._lacks_width())
        room = self.width() - sum(widths.values()) - fonts.scaled(_TEXT_AT_LEAST)
        count = 0
        while room < 0 and count < len(_SHED):
            room += widths[_SHED[count]]
            count += 1
        both = self.width() - widths[Column.KIND] - widths[Column.LACKS]
        widths[Column.TIES] = max(widths[Column.TIES], both * _TIES_SHARE // 100)
        self.shed = _SHED[:count]
        lines: tuple[fonts.Role, ...] = ("body", "secondary") if self.shed else ("body",)
        self.verticalHeader().setDefaultSectionSize(row_height(lines))
        for column, width in widths.items():
            self.setColumnWidth(column, width)
            self.setColumnHidden(column, column in self.shed)

    def _lacks_width(self) -> int:
        """Pixels that the longest of the marks needs with its icon."""
        metrics = QFontMetrics(fonts.font())
        marks = {card.lacks for card in self.rows.lines}
        longest = max((metrics.horizontalAdvance(words) for words in marks), default=0)
        return longest + ICON + STEP + 2 * BETWEEN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, L ties; otherwise as tables do."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_L and plain:
            self.link_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it where it was found."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or below the current row."""
        if self.currentIndex().isValid():
            self.menu_wanted.emit(menu_place(self, event))
