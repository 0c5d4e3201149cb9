"""The only one-line text field: it leaves undo to the programme and keeps text clean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from aiplanner.domain.integrity import TEXT
from aiplanner.ui.widgets.clean_text import CleanLine

_OURS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def lets_undo_through(event: QEvent) -> bool:
    """Whether a field's claim on undo or redo was turned down, so that the window takes the key."""
    if event.type() is not QEvent.Type.ShortcutOverride:
        return False
    if not (isinstance(event, QKeyEvent) and is_undo_key(event)):
        return False
    event.ignore()
    return True


def is_undo_key(event: QKeyEvent) -> bool:
    """Whether the key means undo or redo, which belong to the programme and not to a field."""
    return any(event.matches(key) for key in _OURS)


def without_undo(menu: QMenu) -> QMenu:
    """A field's own context menu less its undo and redo, which know nothing of the programme."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    first = menu.actions()[0] if menu.actions() else None
    if first is not None and first.isSeparator():
        menu.removeAction(first)
    return menu


class TextField(QLineEdit):
    """A line of text with a name that screen readers say; `left` fires when the focus goes."""

    left = Signal()

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setValidator(CleanLine(self))
        self.setMaxLength(TEXT + 1)  # too long is refused in words; Qt would cut it off in silence

    def event(self, event: QEvent) -> bool:
        """Let undo and redo through to the window's actions."""
        return not lets_undo_through(event) and super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key but undo and redo, also while the window has nothing to undo."""
        if is_undo_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer cut, copy and paste; undo stands in the window's menu."""
        menu = without_undo(self.createStandardContextMenu())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def setText(self, text: str | None) -> None:
        """Show a text from its beginning, unless somebody is typing in it."""
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing goes on at the end where the program gives the focus; Tab selects all."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and not self.hasSelectedText():
            self.setCursorPosition(len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing here has ended, and show the text from its beginning again."""
        super().focusOutEvent(event)
        self.left.emit()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.setCursorPosition(0)
