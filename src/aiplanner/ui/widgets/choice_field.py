"""A field with a few answers to choose from; the wheel never changes it in passing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_LETTERS = 14
"""Room for the arrow and so many letters in all is enough, where there is no more."""
_ALONG = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ChoiceField(QComboBox):
    """Answers as (key, words); `picked` tells the key when the user chooses."""

    picked = Signal(str)

    def __init__(
        self, name: str, answers: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, words in answers:
            self.addItem(words, key)
        self.activated.connect(lambda _row: self.picked.emit(self.key))

    @property
    def key(self) -> str:
        """The key of the answer on show."""
        return str(self.currentData())

    def offer(self, answers: Sequence[tuple[str, str]]) -> None:
        """Offer these answers from now on; the one on show stays, or it is the first of them."""
        there = [(self.itemData(n), self.itemText(n)) for n in range(self.count())]
        if there == list(answers):
            return
        shown = self.key
        self.clear()
        for key, words in answers:
            self.addItem(words, key)
        self.show_key(shown)

    def show_key(self, key: str) -> None:
        """Show an answer without telling."""
        self.setCurrentIndex(max(self.findData(key), 0))

    def minimumSizeHint(self) -> QSize:
        """A long answer must not make its page wide: the list below shows it whole."""
        letters = self.fontMetrics().averageCharWidth() * _LETTERS
        whole = self.sizeHint()
        return QSize(min(letters, whole.width()), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw an answer that is too long cut off with "…", not in the middle of a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width()
        elided = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, elided, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list for the keys that go along it, so that no answer is given in passing."""
        if event.key() in _ALONG and event.modifiers() in _BARE:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
