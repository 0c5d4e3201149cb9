"""Have Tab come to controls in their place, though they were made late."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_from(place: QWidget, controls: Iterable[QWidget]) -> None:
    """Put these controls, in their order, where `place` stands among all that Tab comes to."""
    before = place
    while before.focusPolicy() is Qt.FocusPolicy.NoFocus:  # Qt orders nothing after these
        before = before.previousInFocusChain() or place
        if before is place:
            return
    for control in controls:
        QWidget.setTabOrder(before, control)
        before = control
