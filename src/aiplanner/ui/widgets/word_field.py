"""A text field that completes words known already: what is added is marked until it is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from aiplanner.ui.widgets.text_field import TextField

_BETWEEN = ",;&/"


class WordField(TextField):
    """Typing "An" writes "Ana" with its "a" marked; typing on replaces the mark, Delete drops it.

    In a list ("Ben, An") the last word is completed. Tab and Enter take what stands there.
    """

    def __init__(
        self, name: str, words: Sequence[str], hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, hint, parent)
        self.known = tuple(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Complete after a letter at the end of the text."""
        super().keyPressEvent(event)
        if (
            event.text().isprintable()
            and event.text()
            and self.cursorPosition() == len(self.text())
        ):
            self._complete()

    def _complete(self) -> None:
        text = self.text()
        begins = max((text.rfind(sign) for sign in _BETWEEN), default=-1) + 1
        piece = text[begins:].lstrip()
        rest = self._rest(piece, text)
        if rest:
            self.setText(text + rest)
            self.setSelection(len(text), len(rest))

    def _rest(self, piece: str, text: str) -> str:
        for typed in dict.fromkeys((text, piece)):
            for word in self.known if typed else ():
                if word.casefold().startswith(typed.casefold()) and len(word) > len(typed):
                    return word[len(typed) :]
        return ""
