"""Paint a photo of the strip: the picture in the middle, its words below, a frame in focus."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from aiplanner.ui.tokens import INSIDE, RADIUS, STEP, in_force


class PhotoTile(QStyledItemDelegate):
    """What is chosen has a ground and, in focus, a frame; the picture keeps its colours."""

    def __init__(self, picture: QSize, parent: QObject) -> None:
        """`picture` is the room of a picture, in pixels."""
        super().__init__(parent)
        self._picture = picture

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one."""
        tokens, box = in_force(), option.rect.adjusted(STEP, STEP, -STEP, -STEP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.accent if focused else tokens.hairline
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.setBrush(QColor(tokens.tint if chosen else tokens.surface))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        inside = box.adjusted(INSIDE, INSIDE, -INSIDE, -STEP)
        picture = QRect(inside.topLeft(), QSize(inside.width(), self._picture.height()))
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, picture)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(option.font)
        words = QRect(inside.left(), picture.bottom() + STEP, inside.width(), 0)
        words.setBottom(inside.bottom())
        text = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The picture, a line of words, and the air around both."""
        line = option.fontMetrics.lineSpacing()
        return self._picture + QSize(2 * (INSIDE + STEP), line + 4 * STEP + INSIDE)
