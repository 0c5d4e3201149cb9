"""A field with its name above it, for dialogs."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from aiplanner.ui.tokens import STEP
from aiplanner.ui.widgets.labels import label
from aiplanner.ui.widgets.text_field import TextField


def named(field: TextField) -> QWidget:
    """The field under the name that screen readers say of it."""
    holder = QWidget()
    body = QVBoxLayout(holder)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(STEP)
    name = label(field.accessibleName(), "label")
    name.setBuddy(field)
    body.addWidget(name)
    body.addWidget(field)
    return holder
