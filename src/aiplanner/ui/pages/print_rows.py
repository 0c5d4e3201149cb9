"""Paint the rows of the documents to print, and take ticks by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from aiplanner.ui import fonts
from aiplanner.ui.models.print_documents import FIGURES, DocumentsModel, Index
from aiplanner.ui.tokens import INSIDE, STEP, in_force
from aiplanner.ui.widgets.paint import Easel

_BOX, _ROUND = 16, 3
"""Edge (at 100 % text size) and rounding of a tick box in pixels, as style.qss draws them."""
_LEFT, _CHEVRON = 12, 14
"""Pixels before a row's first mark, and of the mark that opens a group."""
_TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Select)
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SELECTED = QStyle.StateFlag.State_Selected.value
_MOUSE_OVER = QStyle.StateFlag.State_MouseOver.value
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DocumentDelegate(QStyledItemDelegate):
    """Serves one tree with a DocumentsModel."""

    def __init__(self, view: QTreeView, model: DocumentsModel) -> None:
        super().__init__(view)
        self._view, self._documents = view, model

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line; a group has more air."""
        height = QFontMetrics(fonts.font()).height()
        return QSize(120, height + (INSIDE if index.parent().isValid() else 2 * INSIDE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, the box, the title and the figures."""
        easel, group = Easel(painter, in_force()), not index.parent().isValid()
        rect = option.rect
        self._ground(easel, option, group=group)
        box = _box(rect)
        if group:
            opened = self._view.isExpanded(self._documents.index(index.row(), 0))
            mark = QRect(rect.left() + _LEFT, rect.top(), fonts.scaled(_CHEVRON), rect.height())
            easel.icon(mark, "down" if opened else "forward", easel.tokens.ink2, _CHEVRON)
        _draw_box(easel, box, Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))
        figures = str(index.data(FIGURES) or "")
        small = fonts.font("secondary")
        wide = QFontMetrics(small).horizontalAdvance(figures) + 2
        right = QRect(rect.right() - wide - INSIDE, rect.top(), wide, rect.height())
        easel.text(right, figures, easel.tokens.ink2, small, _RIGHT)
        words = QRect(box.right() + INSIDE + 2, rect.top(), 0, rect.height())
        words.setRight(right.left() - INSIDE)
        easel.text(words, str(index.data()), easel.tokens.ink, fonts.font(strong=group))

    def editorEvent(
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on the box or Space ticks; a click beside the box of a group opens it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(event, index)
        left = isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton
        if not left or not isinstance(event, QMouseEvent):
            return False
        released = event.type() is QEvent.Type.MouseButtonRelease
        group = not index.parent().isValid()
        around = _box(option.rect).adjusted(-STEP, -INSIDE, STEP, INSIDE)
        if around.contains(event.position().toPoint()):
            if released:
                self._documents.toggle(index)
            return True
        if group and released:
            self._turn(index)
        return False

    def _on_key(self, event: QKeyEvent, index: Index) -> bool:
        group = not index.parent().isValid()
        if event.key() in _TICKING or (event.key() in _OPENING and not group):
            self._documents.toggle(index)
        elif event.key() in _OPENING:
            self._turn(index)
        else:
            return False
        return True

    def _turn(self, index: Index) -> None:
        place = self._documents.index(index.row(), 0)
        self._view.setExpanded(place, not self._view.isExpanded(place))

    def _ground(self, easel: Easel, option: QStyleOptionViewItem, *, group: bool) -> None:
        """Hairlines part the groups only."""
        state = option.state.value
        if state & (_SELECTED | _MOUSE_OVER):
            easel.ground(option, "only")
        first = not option.rect.top() + self._view.verticalScrollBar().value()
        if group and not first:
            line = QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1)
            easel.painter.fillRect(line, QColor(easel.tokens.hairline))


def _box(rect: QRect) -> QRect:
    """Where the tick box of a row is."""
    left, edge = rect.left() + _LEFT + fonts.scaled(_CHEVRON) + INSIDE, fonts.scaled(_BOX)
    return QRect(left, rect.top() + (rect.height() - edge) // 2, edge, edge)


def _draw_box(easel: Easel, box: QRect, state: Qt.CheckState) -> None:
    tokens, on = easel.tokens, state is not Qt.CheckState.Unchecked
    easel.painter.save()
    easel.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    easel.painter.setPen(QPen(QColor(tokens.accent if on else tokens.border), 1))
    easel.painter.setBrush(QColor(tokens.accent if on else tokens.surface))
    easel.painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, 0.5, 0.5), _ROUND, _ROUND)
    easel.painter.restore()
    if on:
        mark = "check" if state is Qt.CheckState.Checked else "dash"
        easel.icon(box.adjusted(1, 1, 1, 1), mark, tokens.on_accent, _BOX)
