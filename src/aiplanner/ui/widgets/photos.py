"""The photos of the wall side by side, to walk along, move, and drop more on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QListView

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.photos import PhotosModel
from aiplanner.ui.tokens import AROUND, STEP, in_force
from aiplanner.ui.widgets.photo_tile import PhotoTile

_SMALL = QSize(132, 99)
"""Pixels of a small picture at 100 % text size."""
NO_PHOTOS = _("No photos yet. Add the first, or drop it here.")


class PhotoStrip(QListView):
    """`stepped` by Alt with an arrow, `unwanted` by Delete, `opened` by Enter or F2."""

    stepped = Signal(int)
    unwanted = Signal()
    opened = Signal()
    dropped = Signal(object)
    """QMimeData."""

    def __init__(self, model: PhotosModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(_("Photos of the wall"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setSpacing(STEP)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAcceptDrops(True)
        small = QSize(fonts.scaled(_SMALL.width()), fonts.scaled(_SMALL.height()))
        self.setItemDelegate(PhotoTile(small, self))
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def sizeHint(self) -> QSize:
        """Room for a few rows of photos, where the screen has it."""
        return QSize(fonts.scaled(520), fonts.scaled(300))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photos; while there are none, what to do (it is the place to drop them)."""
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(in_force().ink2))
        painter.setFont(fonts.font())
        room = self.viewport().rect().adjusted(AROUND, AROUND, -AROUND, -AROUND)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, NO_PHOTOS)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, delete and open by keys."""
        step = _STEPS.get(event.key())
        if step is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        elif event.key() in _OPENS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome picture files and pictures."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Wherever they are dropped, they come last."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what is dropped."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())


_STEPS: Mapping[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
