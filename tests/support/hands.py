"""Two hands on the keyboard: keys go wherever the focus is, as a person's do."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

PATIENCE = 30_000
"""Milliseconds that anything is waited for; a process may have to come up on a busy machine."""
_FAR = 60
"""Most steps of Tab from any control of a page to any other."""


class Hands:
    """Presses and types on the widget in focus, in a window or in a dialog it has opened."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot, self._window = qtbot, window

    @property
    def here(self) -> QWidget:
        """The widget in focus; in a dialog as soon as one is open."""
        if QApplication.activeWindow() is None and QApplication.activeModalWidget() is None:
            # A window manager gives the focus back when a dialog has closed; here may be none.
            self._window.activateWindow()
        self._qtbot.waitUntil(lambda: _focus() is not None, timeout=PATIENCE)
        widget = _focus()
        assert widget is not None, "it was there a moment ago"
        return widget

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each named as in menus: "Ctrl+N", "Return", "Alt+Up"."""
        for name in keys:
            stroke = QKeySequence(name)[0]
            self._qtbot.keyClick(self.here, stroke.key(), stroke.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type ordinary characters; the first may open the field that takes the others."""
        for character in text:
            self._qtbot.keyClicks(self.here, character)

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until this widget has the focus; whoever cannot use a mouse must get there."""
        for _ in range(_FAR):
            if self.here is wanted:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {wanted!r}, but to {self.here!r}")


def _focus() -> QWidget | None:
    """The widget that keys go to, None while a dialog has opened and not yet taken them."""
    widget, dialog = QApplication.focusWidget(), QApplication.activeModalWidget()
    if widget is not None and dialog is not None and not dialog.isAncestorOf(widget):
        return None
    return widget
