"""The fields of a sheet that is typed in: Enter goes on, and consent takes one key."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from aiplanner.app.tally_sheets import NO, YES, Blank, Entry
from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import BETWEEN
from aiplanner.ui.widgets.text_area import TextArea
from aiplanner.ui.widgets.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_LINES = 6
"""Lines that an answer grows to before it scrolls."""


class LinesField(TextArea):
    """An answer of some length: Enter goes on, Shift+Enter begins a new line."""

    entered = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name, hint, least=1, most=_LINES)

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.toPlainText()

    def show_typed(self, words: str) -> None:
        """Show what was typed before, or nothing."""
        self.show_text(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in _ENTER and event.modifiers() in _BARE:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LineField(TextField):
    """A short answer."""

    entered = Signal()
    edited = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name, hint)
        self.returnPressed.connect(self.entered)
        self.textEdited.connect(lambda _text: self.edited.emit())

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.text()

    def show_typed(self, words: str) -> None:
        """Show what was typed before, or nothing."""
        self.setText(words)


class _Answer(QRadioButton):
    """One of the answers; the keys of all work on each."""

    pressed_key = Signal(str)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with Y or N, go on with Enter."""
        if event.key() in _ENTER and event.modifiers() in _BARE:
            self.entered.emit()
        elif event.text().lower() in _KEYS:
            self.pressed_key.emit(_KEYS[event.text().lower()])
        else:
            super().keyPressEvent(event)


_KEYS = {_("y"): YES, _("n"): NO}
_ANSWERS = ((YES, _("Y: yes")), (NO, _("N: no, or not answered")))


class ConsentField(QWidget):
    """Yes or no by one key; at first neither."""

    entered = Signal()
    edited = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        self.answers = {key: self._answer(words, f"{name} {hint}") for key, words in _ANSWERS}
        for answer in self.answers.values():
            row.addWidget(answer)
        row.addStretch(1)
        self.setFocusProxy(self.answers[YES])

    @property
    def typed(self) -> str:
        """The answer; empty while there is none."""
        return next((key for key, one in self.answers.items() if one.isChecked()), "")

    def show_typed(self, words: str) -> None:
        """Show an answer, or that there is none."""
        self._group.setExclusive(False)
        for key, answer in self.answers.items():
            answer.setChecked(key == words)
        self._group.setExclusive(True)

    def _answer(self, words: str, name: str) -> _Answer:
        answer = _Answer(words)
        answer.setAccessibleName(f"{name} {words}")
        answer.entered.connect(self.entered)
        answer.pressed_key.connect(self._press)
        answer.toggled.connect(lambda _on: self.edited.emit())
        self._group.addButton(answer)
        return answer

    def _press(self, key: str) -> None:
        self.answers[key].setFocus()
        self.answers[key].setChecked(True)


BlankField: TypeAlias = LinesField | LineField | ConsentField


def field_for(blank: Blank) -> BlankField:
    """The field in which a blank is typed."""
    if blank.entry is Entry.CONSENT:
        return ConsentField(blank.words, blank.hint)
    if blank.entry is Entry.NUMBER:
        return LineField(blank.words, "")  # its hint stands below, to be seen while one types
    kind = LinesField if blank.entry is Entry.LINES else LineField
    return kind(blank.words, blank.hint)
