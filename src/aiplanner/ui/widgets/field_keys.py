"""What keys and the focus mean to a field that is open where a row stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from aiplanner.ui.widgets.text_field import is_undo_key

_KEPT = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Escape})
"""What these mean to the window must not happen while a field is open."""
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)

Way = Literal["down", "next", "previous"]
WAYS: Mapping[int, Way] = {
    Qt.Key.Key_Return: "down",
    Qt.Key.Key_Enter: "down",
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "previous",
}
"""Which way the keys that take a cell's value go on in its table."""
_CELL_KEPT = _KEPT | {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
"""In a table the arrows, too, would go to another row behind the field's back."""


def keeps_in_cell(event: QKeyEvent, *, touched: bool) -> bool:
    """Keep what the window means by a key from a cell's open field; whether it was one."""
    ours = event.key() in _CELL_KEPT or (is_undo_key(event) and touched)
    if ours:
        event.accept()
    return ours


def follow_key(
    event: QKeyEvent,
    *,
    touched: bool,
    take: Callable[[], object],
    give_up: Callable[[], object],
) -> bool:
    """Take at Enter and Tab, give up at Escape and at undo of what is `touched`.

    Whether the key is done with; what is typed goes on to the field.
    """
    gives_up = event.key() == Qt.Key.Key_Escape or (is_undo_key(event) and touched)
    if event.type() is QEvent.Type.ShortcutOverride:
        if event.key() in _KEPT or gives_up:
            event.accept()
            return True
        return False
    if event.type() is not QEvent.Type.KeyPress:
        return False
    if gives_up:
        give_up()
    elif event.key() in _TAKING:
        take()
    else:
        return False
    return True


def leaves(event: QEvent) -> bool:
    """Whether the focus goes from the field for good, and not to a menu for a moment."""
    if not isinstance(event, QFocusEvent):
        return False
    return event.lostFocus() and event.reason() not in _PASSING


def show_refused(field: QWidget, why: str) -> None:
    """Frame a field whose value is refused and have the reason read out with it ("": taken)."""
    if bool(field.property("refused")) != bool(why):
        field.setProperty("refused", bool(why))
        field.style().unpolish(field)
        field.style().polish(field)
    field.setAccessibleDescription(why)


def put_away(field: QWidget, watcher: QObject) -> bool:
    """Close a field; whether it had the focus, which then needs another place.

    Who clicked elsewhere has the focus there already, and keeps it.
    """
    held = field.window().focusWidget() is field
    field.removeEventFilter(watcher)
    field.hide()
    field.deleteLater()
    return held
