"""The table of what is still to be done: a box to tick, when, what, who, and in which programme."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aiplanner.app.action_words import day_words, due_words, facts_words, what_words
from aiplanner.app.tracked import Tracked
from aiplanner.domain.findings import Sort
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.actions import ActionsModel, Column, Key, key_of, programme_words
from aiplanner.ui.tokens import ICON, in_force
from aiplanner.ui.widgets.menus import menu_place
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of, row_height
from aiplanner.ui.widgets.row_table import RowTable

Index = QModelIndex | QPersistentModelIndex

_WIDTHS = {Column.TICK: 58, Column.DUE: 190, Column.WHO: 170, Column.PROGRAMME: 230}
"""Pixels at 100 % text size; what is to be done takes the rest."""
_WHAT_AT_LEAST = 300
"""With less room for it, programme and person go to its second line."""
_BOX = 15
"""Edge of the box to tick, in pixels at 100 % text size."""
_LINES: tuple[fonts.Role, ...] = ("body", "secondary")


class _Delegate(QStyledItemDelegate):
    """Paints a thing to do."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row has the same height."""
        return QSize(80, row_height(_LINES))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then what the column says."""
        table, model = self.parent(), index.model()
        assert isinstance(table, ActionTable), "the delegate serves this table alone"
        assert isinstance(model, ActionsModel), "so does the model"
        one = model.line(index)
        if one is None:
            return
        tokens = in_force()
        easel, column = Easel(painter, tokens), Column(index.column())
        easel.ground(option, place_of(table.place_of_column(column), table.columns_shown))
        rect = cell_rect(option.rect)
        match column:
            case Column.TICK:
                if one.sort is not Sort.REVIEW:
                    _box(easel, option.rect)
            case Column.DUE:
                _due(easel, rect, one, model)
            case Column.WHAT:
                easel.two_lines(rect, what_words(one), table.facts(one))
            case Column.WHO:
                easel.text(rect, str(index.data()), tokens.ink, fonts.font("body"))
            case Column.PROGRAMME:
                easel.text(rect, str(index.data()), tokens.ink2, fonts.font("secondary"))


class ActionTable(RowTable):
    """Space ticks, Enter opens; both hand over the line."""

    opened = Signal(object)
    ticked = Signal(object)
    menu_wanted = Signal(object, QPoint)
    """The line, and where on the screen the menu should open."""

    def __init__(self, model: ActionsModel, parent: QWidget | None = None) -> None:
        super().__init__(_("Actions"), Column.WHAT, parent)
        self._actions = model
        self.setAccessibleDescription(_("Space marks as done, Enter opens the programme there."))
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._on_double_clicked)
        self.fit()

    def fit(self) -> None:
        """Set heights and widths anew for the present text size, and shed what has no room."""
        self.verticalHeader().setDefaultSectionSize(row_height(_LINES))
        least = fonts.scaled(sum(_WIDTHS.values()) + _WHAT_AT_LEAST)
        for column in (Column.PROGRAMME, Column.WHO):
            self.setColumnHidden(column, self.width() < least)
            least -= fonts.scaled(_WIDTHS[column])
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, fonts.scaled(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @property
    def columns_shown(self) -> int:
        """How many columns there is room for."""
        return sum(not self.isColumnHidden(column) for column in Column)

    def place_of_column(self, column: Column) -> int:
        """Which of the shown columns it is."""
        return sum(not self.isColumnHidden(other) for other in Column if other < column)

    def whole_height(self) -> int:
        """Pixels that the head and all rows take."""
        rows = self.verticalHeader().defaultSectionSize() * self._actions.rowCount()
        return self.horizontalHeader().sizeHint().height() + rows

    def facts(self, one: Tracked) -> str:
        """The second line of what is to be done, with what has no column."""
        parts = [facts_words(one, self._actions.today())]
        if self.isColumnHidden(Column.WHO):
            parts.insert(0, " ".join(one.person.split()))
        if self.isColumnHidden(Column.PROGRAMME):
            parts.insert(1, programme_words(one))
        return " · ".join(filter(None, parts))

    def chosen(self) -> Tracked | None:
        """The chosen line."""
        return self._actions.line(self.currentIndex())

    def chosen_key(self) -> Key | None:
        """What tells the chosen line from every other."""
        one = self.chosen()
        return None if one is None else key_of(one)

    def choose_row(self, row: int) -> None:
        """Choose the line that stands at `row`, or the last."""
        count = self._actions.rowCount()
        if count:
            at = self._actions.index(max(0, min(row, count - 1)), Column.DUE)
            self.setCurrentIndex(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter opens."""
        one = self.chosen()
        if one is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(one)
        elif one is not None and event.key() == Qt.Key.Key_Space:
            self.ticked.emit(one)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        one = self._actions.line(index)
        left = event.button() is Qt.MouseButton.LeftButton
        if left and one is not None and index.column() == Column.TICK:
            self.ticked.emit(one)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the chosen line, by mouse or key."""
        one = self.chosen()
        if one is not None:
            self.menu_wanted.emit(one, menu_place(self, event))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        one = self._actions.line(index)
        if one is not None and index.column() != Column.TICK:
            self.opened.emit(one)


def _box(easel: Easel, rect: QRect) -> None:
    side = fonts.scaled(_BOX)
    left = rect.left() + (rect.width() - side) // 2
    top = rect.top() + (rect.height() - side) // 2
    easel.painter.save()
    easel.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    easel.painter.setPen(QPen(QColor(easel.tokens.border), 1.5))
    easel.painter.drawRoundedRect(QRectF(left, top, side, side), 3, 3)
    easel.painter.restore()


def _due(easel: Easel, rect: QRect, one: Tracked, model: ActionsModel) -> None:
    """Two lines in the ink, or with a mark and in the colour of danger where it is overdue."""
    today, tokens = model.today(), easel.tokens
    words, more = due_words(one, today), day_words(one, today)
    late = model.overdue(one)
    strong, small = fonts.font("body", strong=late or bool(more)), fonts.font("secondary")
    upper = QFontMetrics(strong).height()
    height = upper + (QFontMetrics(small).height() if more else 0)
    top = rect.top() + (rect.height() - height) // 2
    first = QRect(rect.left(), top, rect.width(), upper)
    if late:
        first.setLeft(rect.left() + easel.icon(first, "warn", tokens.danger, ICON - 4) + 5)
    easel.text(first, words, tokens.danger if late else tokens.ink, strong)
    below = QRect(first.left(), top + upper, first.width(), height - upper)
    if more:
        easel.text(below, more, tokens.ink2, small)
