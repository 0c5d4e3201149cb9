"""Make a choice in a drop-down as a hand does: open its list, go along it, take one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aiplanner.ui.widgets.choice_field import ChoiceField
from tests.support.hands import PATIENCE

Key = Qt.Key


def pick(qtbot: QtBot, field: ChoiceField, key: str) -> None:
    """Choose the answer of that key; the list is closed again afterwards."""
    field.setFocus()
    qtbot.keyClick(field, Key.Key_Down)
    listed = field.view()
    qtbot.keyClick(listed, Key.Key_Home)
    while str(listed.currentIndex().data(Qt.ItemDataRole.UserRole)) != key:
        before = listed.currentIndex().row()
        qtbot.keyClick(listed, Key.Key_Down)
        assert listed.currentIndex().row() > before, f"{key} is not among the answers"
    qtbot.keyClick(listed, Key.Key_Return)
    qtbot.waitUntil(lambda: not listed.isVisible(), timeout=PATIENCE)
