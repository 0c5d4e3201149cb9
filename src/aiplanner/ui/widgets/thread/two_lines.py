"""Paint entries of a list in two lines: the thing itself, and below it what is said of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, row_height

BELOW = Qt.ItemDataRole.UserRole + 1
"""The role of the second line; the first is what the entry displays."""


class TwoLines(QStyledItemDelegate):
    """Paints an entry on the ground of its row; the whole row is chosen."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every entry has the same height."""
        return QSize(120, row_height(("body", "secondary")))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground and both lines."""
        easel = Easel(painter, in_force())
        easel.ground(option, "only")
        easel.two_lines(cell_rect(option.rect), str(index.data()), str(index.data(BELOW) or ""))
