"""What keys and the focus mean to a field that is open where a row stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from aiplanner.ui.widgets.text_field import is_undo_key

_KEPT = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Escape})
"""What these mean to the window must not happen while a field is open."""
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


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


def put_away(field: QWidget, watcher: QObject) -> bool:
    """Close a field; whether it had the focus, which then needs another place.

    Who clicked elsewhere has the focus there already, and keeps it.
    """
    held = field.window().focusWidget() is field
    field.removeEventFilter(watcher)
    field.hide()
    field.deleteLater()
    return held
