"""A field to search with: a lens in it, Esc empties it, Down goes to what was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from aiplanner.ui import fonts, icons
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.text_field import TextField


class SearchField(TextField):
    """`sought` tells the words at every letter; `entered` that the user wants to go down."""

    sought = Signal(str)
    entered = Signal()

    def __init__(
        self, name: str, hint: str, parent: QWidget | None = None, *, width: int = 330
    ) -> None:
        """`width` is in pixels at 100 % text size; the field gives way when there is less room."""
        super().__init__(name, hint, parent)
        self._width = width
        self._lens = QAction(self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self._tint()
        self.textChanged.connect(self.sought)

    def sizeHint(self) -> QSize:
        """Wide enough for a few words."""
        return QSize(fonts.scaled(self._width), super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field, Down and Enter leave it for what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.ignore()  # a list below the field takes it, where there is one
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        self._lens.setIcon(
            icons.for_control("search", in_force(), in_force().ink2, fonts.scaled(16))
        )
