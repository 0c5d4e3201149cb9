"""What keys do in the picture of the thread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from aiplanner.domain.thread_layout import Way

if TYPE_CHECKING:
    from aiplanner.ui.widgets.thread.view import ThreadView

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_PLAIN: Mapping[int, Way] = {
    _Key.Key_Up: "up",
    _Key.Key_Down: "down",
    _Key.Key_Left: "left",
    _Key.Key_Right: "right",
    _Key.Key_Home: "first",
    _Key.Key_End: "last",
}
_BESIDE: Mapping[int, Way] = {_Key.Key_Left: "beside-left", _Key.Key_Right: "beside-right"}
_PAGES: Mapping[int, Way] = {_Key.Key_PageUp: "up", _Key.Key_PageDown: "down"}
_PAGE = 5
"""Cards that Page up and Page down go."""


def on_key(view: ThreadView, event: QKeyEvent) -> bool:
    """Do what a key means; False where it means nothing here."""
    return _go(view, event) or _choose_line(view, event) or _do(view, event)


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~_Mod.KeypadModifier


def _go(view: ThreadView, event: QKeyEvent) -> bool:
    key, held = event.key(), _held(event)
    if held == _Mod.NoModifier and key in _PLAIN:
        view.step(_PLAIN[key])
    elif held == _Mod.NoModifier and key in _PAGES:
        view.step(_PAGES[key], _PAGE)
    elif held == _Mod.ControlModifier and key in _BESIDE:
        view.step(_BESIDE[key])
    else:
        return False
    return True


def _choose_line(view: ThreadView, event: QKeyEvent) -> bool:
    """Shift with left and right goes through the lines of the current card."""
    if _held(event) != _Mod.ShiftModifier or event.key() not in _BESIDE:
        return False
    view.choose_line(back=event.key() == _Key.Key_Left)
    return True


def _do(view: ThreadView, event: QKeyEvent) -> bool:
    if _held(event) not in (_Mod.NoModifier, _Mod.ShiftModifier):
        return False
    if event.key() in (_Key.Key_Return, _Key.Key_Enter):
        view.opened.emit()
    elif event.key() == _Key.Key_L:
        view.link_wanted.emit()
    elif event.key() == _Key.Key_Escape and (view.pull.under_way or view.knot is not None):
        view.give_up()
    else:
        return False
    return True
