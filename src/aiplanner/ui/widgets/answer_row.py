"""One question with a few answers, each given by a single key; the hands never leave the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import STEP
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.flow import FlowLayout
from aiplanner.ui.widgets.labels import label

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ONWARD = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Answer(NamedTuple):
    """An answer: its key in the code, its words, and the keys of the keyboard that give it."""

    key: str
    words: str
    strokes: str


class AnswerRow(QWidget):
    """A key answers and goes on; arrows left and right change the answer and stay."""

    answered = Signal(str)
    """The key of an answer, or nothing where it was cleared."""
    onward = Signal(int)
    """The next question (1) is wanted, or the one before (-1)."""

    def __init__(
        self, name: str, answers: Sequence[Answer], *, clears: bool = True, first: str = ""
    ) -> None:
        super().__init__()
        self._name, self._answers, self._clears = name, tuple(answers), clears
        self.key = ""
        self.name = label(name, "strong")
        self.beside = label("", "secondary")
        self.buttons = [self._button(answer) for answer in self._answers]
        row = QWidget()
        flow = FlowLayout(row, STEP)
        for button in self.buttons:
            flow.addWidget(button)
        flow.addWidget(self.beside)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        body.addWidget(self.name)
        body.addWidget(row)
        self.show_key(first)

    def show_key(self, key: str) -> None:
        """Show an answer without telling; nothing: none is given."""
        self.key = key
        place = self._place
        for n, button in enumerate(self.buttons):
            button.setChecked(n == place)
            tab = Qt.FocusPolicy.StrongFocus if n == max(place, 0) else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)
        self.setFocusProxy(self.buttons[max(place, 0)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that answer, change, clear and go on; Tab and Space are Qt's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in _CLEAR and self._clears:
                event.accept()  # Del would delete the sheet
                return True
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.modifiers() in _PLAIN and self._on_key(event)
        return super().eventFilter(watched, event)

    @property
    def _place(self) -> int:
        return next((n for n, one in enumerate(self._answers) if one.key == self.key), -1)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _ONWARD:
            self.onward.emit(_ONWARD[key])
        elif key in _CLEAR and self._clears:
            self._give("")
        elif not self._stroke(event.text().casefold()):
            return False
        return True

    def _stroke(self, text: str) -> bool:
        found = next((one for one in self._answers if text and text in one.strokes), None)
        if found is None:
            return False
        self._give(found.key)
        self.onward.emit(1)
        return True

    def _step(self, by: int) -> None:
        place = min(max(self._place + by, 0), len(self._answers) - 1)
        self._give(self._answers[place].key)

    def _give(self, key: str) -> None:
        held = any(button.hasFocus() for button in self.buttons)
        self.show_key(key)
        if held:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        words = self._answers[self._place].words if key else _("not answered")
        announce(self, _("{name}: {answer}").format(name=self._name, answer=words))
        self.answered.emit(key)

    def _button(self, answer: Answer) -> Button:
        words = _("{key}  {words}").format(key=answer.strokes[0].upper(), words=answer.words)
        button = Button(words, "chip")
        button.setCheckable(True)
        button.setAccessibleName(_("{name}: {answer}").format(name=self._name, answer=answer.words))
        button.clicked.connect(lambda _checked: self._give(answer.key))
        button.installEventFilter(self)
        return button
