"""Small buttons to narrow a list by: one opens a few answers, one is simply on or off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.menus import Entry, menu_of

_DOWN = " ▾"


class Chip(Button):
    """Shows by its ground, its mark and aloud whether it narrows the list."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "chip", parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class ChoiceChip(Chip):
    """One of several answers, or any; `picked` tells that the user has chosen."""

    picked = Signal()

    def __init__(
        self, name: str, answers: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`answers` are (key, words)."""
        super().__init__(name + _DOWN, parent)
        self._name, self._answers = name, tuple(answers)
        self.key = ""
        """The key of the answer; empty is any."""
        self.clicked.connect(self._open)
        self.show_key("")

    def show_key(self, key: str, words: str = "") -> None:
        """Show an answer without telling; `words` where it is none of the usual ones."""
        self.key = key
        chosen = words or dict(self._answers).get(key, "")
        self.setText((chosen or self._name) + _DOWN)
        self.setChecked(bool(key))
        said = chosen or _("any")
        self.setAccessibleName(_("{name}: {answer}").format(name=self._name, answer=said))
        self.updateGeometry()

    def menu_now(self) -> QMenu:
        """The answers, with a tick at the one that holds."""
        any_answer = Entry(_("Any"), partial(self._pick, ""), on=not self.key)
        entries = [
            Entry(words, partial(self._pick, key), on=key == self.key)
            for key, words in self._answers
        ]
        return menu_of([any_answer, *entries], self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the answers too."""
        if event.key() == Qt.Key.Key_Down:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self.setChecked(bool(self.key))  # a click must not tell what only an answer tells
        self.menu_now().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _pick(self, key: str) -> None:
        self.show_key(key)
        self.picked.emit()
