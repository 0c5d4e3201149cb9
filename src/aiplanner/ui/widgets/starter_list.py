"""The list in which a starter is chosen: its title, its hours, its promise."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.starters import StartersModel
from aiplanner.ui.tokens import INSIDE, in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, row_height

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Delegate(QStyledItemDelegate):
    """Paints title and promise one under the other, the hours at the right of the title."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(120, row_height(("body", "secondary")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words."""
        model = index.model()
        assert isinstance(model, StartersModel), "the delegate serves this list alone"
        one, easel, rect = model.beginning(index), Easel(painter, in_force()), option.rect
        if one is None:
            return
        easel.ground(option, "only")
        words, small = cell_rect(rect), fonts.font("secondary")
        lower = QFontMetrics(small).height()
        top = words.adjusted(0, 0, 0, -lower)
        taken = easel.text(top, one.fact, easel.tokens.ink2, small, _RIGHT)
        strong = fonts.font("body", strong=True)
        title = top.adjusted(0, 0, -taken - INSIDE, 0)
        easel.text(title, one.starter.title, easel.tokens.ink, strong)
        under = words.adjusted(0, QFontMetrics(strong).height(), 0, 0)
        easel.text(under, one.starter.promise, easel.tokens.ink2, small)


class StarterList(QListView):
    """Arrow keys walk along it; `taken` tells that Enter or a double click took one."""

    taken = Signal()
    shown = Signal(object)
    """The Beginning that is looked at now."""

    def __init__(self, model: StartersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._starters = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Starters"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self.taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the chosen one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        one = self._starters.beginning(now)
        if one is not None:
            self.shown.emit(one)
