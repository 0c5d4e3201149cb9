"""Paint a table of plain words: what names the row strong, long words over several lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from aiplanner.ui import fonts
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import PAD, Easel, place_of

Index = QModelIndex | QPersistentModelIndex

_AIR = 10
"""Pixels above and below the words together."""
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class WordsDelegate(QStyledItemDelegate):
    """Rows may be as high as their words need (`resizeRowsToContents`)."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words."""
        easel = Easel(painter, in_force())
        easel.ground(option, place_of(index.column(), index.model().columnCount()))
        named = index.column() == 0
        painter.setFont(_font(index))
        painter.setPen(QColor(easel.tokens.ink if named else easel.tokens.ink2))
        painter.drawText(_room(option.rect), _FLAGS, str(index.data()))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """What the words need at the width of their column."""
        table = self.parent()
        assert isinstance(table, QTableView), "the delegate belongs to its table"
        width = table.columnWidth(index.column())
        room = _room(QRect(0, 0, max(width, 40), 10_000))
        words = QFontMetrics(_font(index)).boundingRect(room, _FLAGS, str(index.data()))
        return QSize(width, words.height() + _AIR)


def _room(rect: QRect) -> QRect:
    return rect.adjusted(PAD, 0, 0, 0)


def _font(index: Index) -> QFont:
    return fonts.font("secondary", strong=index.column() == 0)
