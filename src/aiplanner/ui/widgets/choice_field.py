"""A field with a few answers to choose from; the wheel never changes it in passing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceField(QComboBox):
    """Answers as (key, words); `picked` tells the key when the user chooses."""

    picked = Signal(str)

    def __init__(
        self, name: str, answers: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, words in answers:
            self.addItem(words, key)
        self.activated.connect(lambda _row: self.picked.emit(self.key))

    @property
    def key(self) -> str:
        """The key of the answer on show."""
        return str(self.currentData())

    def show_key(self, key: str) -> None:
        """Show an answer without telling."""
        self.setCurrentIndex(max(self.findData(key), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
