"""The field in which findings are written down one after the other."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence

from aiplanner.ui.widgets.clean_text import clean_line
from aiplanner.ui.widgets.scroll import bring_into_sight
from aiplanner.ui.widgets.text_field import TextField

_BULLET = re.compile(r"^\s*(?:[•·▪◦‣*–—-]|\d{1,3}[.)])\s+")


def lines_of(text: str) -> list[str]:
    """The lines of a pasted list that hold something, without bullets and numbers."""
    cleaned = (clean_line(_BULLET.sub("", line, count=1)).strip() for line in text.splitlines())
    return [line for line in cleaned if line]


class CaptureField(TextField):
    """Enter takes the line and clears the field for the next; a pasted list is taken at once."""

    captured = Signal(list)
    """Texts, one a finding."""
    below_wanted = Signal()
    """Down was pressed: on to the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Down goes on to the list, pasting several lines takes them all."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Down:
            self.below_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._takes_list():
            return
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be in sight, also where the page has scrolled on to the list."""
        super().focusInEvent(event)
        bring_into_sight(self)

    def take(self) -> None:
        """Hand over what is typed, if it is anything."""
        text = self.text().strip()
        if text:
            self.captured.emit([text])

    def _takes_list(self) -> bool:
        lines = lines_of(QGuiApplication.clipboard().text())
        if len(lines) > 1 and not self.text().strip():
            self.captured.emit(lines)
            return True
        return False
