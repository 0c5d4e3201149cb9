"""The rail: the pages of a programme, always in sight, one stop for the Tab key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.tokens import BETWEEN, INSIDE, RADIUS, Tokens, in_force
from aiplanner.ui.widgets.paint import Easel

Index = QModelIndex | QPersistentModelIndex

WIDTH = 186
"""Width of the rail in pixels at 100 % text size."""
_ROW, _LINE = 37, 17


@dataclass(frozen=True, slots=True)
class RailRow:
    """One page: its key, its icon (in the colour of that token), its name.

    `status` is a word beside it ("done", "now"); `after_line` puts a dividing line above it.
    """

    key: str
    icon: str
    label: str
    colour: str = "ink2"
    status: str = ""
    after_line: bool = False


class RailModel(QAbstractListModel):
    """The rows of the rail for Qt and for screen readers."""

    def __init__(self, rows: Sequence[RailRow]) -> None:
        super().__init__()
        self.rows = tuple(rows)

    def show_rows(self, rows: Sequence[RailRow]) -> None:
        """Show the same pages with other words beside them."""
        for n, (before, after) in enumerate(zip(self.rows, rows, strict=True)):
            if before != after:
                self.rows = (*self.rows[:n], after, *self.rows[n + 1 :])
                self.dataChanged.emit(self.index(n), self.index(n))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many pages there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The label; spoken with its status."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.label}, {row.status}" if row.status else row.label
        return None


class _RailDelegate(QStyledItemDelegate):
    """Paints a page of the rail: the one on show stands on paper with a bar in the accent."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row, and above some of them a line."""
        above = _LINE if _row_of(index).after_line else 0
        return QSize(fonts.scaled(WIDTH), fonts.scaled(_ROW) + above)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, the icon, the label, the status."""
        row, tokens, rect = _row_of(index), in_force(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.after_line:
            line = QRect(
                rect.left() + BETWEEN, rect.top() + _LINE // 2, rect.width() - 2 * BETWEEN, 1
            )
            painter.fillRect(line, QColor(tokens.hairline))
            rect = rect.adjusted(0, _LINE, 0, 0)
        _paint_row(painter, option, rect.adjusted(INSIDE, 1, -INSIDE, -1), row, tokens)
        painter.restore()


class Rail(QListView):
    """Chooses the page on show; `turned` tells the key when the user does."""

    turned = Signal(str)
    renamed = Signal()
    """Pages are called something else now."""

    def __init__(self, rows: Sequence[RailRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RailModel(rows)
        self._model.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(_RailDelegate(self))
        self.setProperty("look", "rail")
        self.setAccessibleName(_("Pages"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_rows(self, rows: Sequence[RailRow]) -> None:
        """Show the same pages with other words beside them."""
        before = self._model.rows
        self._model.show_rows(rows)
        if [row.label for row in before] != [row.label for row in rows]:
            self.renamed.emit()

    def name_with(self, name: Callable[[Sequence[RailRow]], object]) -> None:
        """Tell the names of the pages now, and whenever they change."""
        self.renamed.connect(lambda: name(self._model.rows))
        name(self._model.rows)

    def show_page(self, key: str) -> None:
        """Mark the page that is on show."""
        for n, row in enumerate(self._model.rows):
            if row.key == key:
                self.setCurrentIndex(self._model.index(n))

    def sizeHint(self) -> QSize:
        """As wide as the words at this text size ask."""
        return QSize(fonts.scaled(WIDTH), 200)

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.turned.emit(_row_of(now).key)


def _row_of(index: Index) -> RailRow:
    model = index.model()
    assert isinstance(model, RailModel), "the delegate serves the rail alone"
    return model.rows[index.row()]


def _paint_row(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: RailRow, tokens: Tokens
) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    _paint_ground(painter, option, rect, tokens)
    easel = Easel(painter, tokens)
    inside = rect.adjusted(BETWEEN - 4, 0, -BETWEEN + 6, 0)
    colour = str(getattr(tokens, row.colour))
    words = inside.adjusted(easel.icon(inside, row.icon, colour) + BETWEEN - 6, 0, 0, 0)
    font = fonts.font("body", strong=chosen)
    easel.text(words, row.label, tokens.ink, font)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    easel.text(words, row.status, tokens.ink2, fonts.font("secondary"), right)


def _paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRect, tokens: Tokens
) -> None:
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen:
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(rect.adjusted(0, 0, -rect.width() + 3 * RADIUS, 0), RADIUS, RADIUS)
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(rect.adjusted(3, 0, 0, 0), RADIUS - 1, RADIUS - 1)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(tokens.hover))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
    widget = option.widget
    if chosen and widget is not None and widget.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
