"""The badge of a capability: filled where an item leads on it, outlined where it supports."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui.tokens import Tokens
from aiplanner.ui.widgets.paint import Easel, badge_size
from aiplanner.ui.widgets.picture import Picture


def spoken(name: str, *, leads: bool) -> str:
    """What a badge says in words, for example "Vision, led on"."""
    how = _("{capability}, led on") if leads else _("{capability}, supported")
    return how.format(capability=name)


class Badge(Picture):
    """Two capital letters; `name` is the capability's whole name, said and shown as a tool tip."""

    def __init__(self, mark: str, name: str, *, leads: bool, parent: QWidget | None = None) -> None:
        self._mark, self._leads = mark, leads
        super().__init__(spoken(name, leads=leads), parent)
        self.setToolTip(self.text())

    def natural_size(self) -> QSize:
        """Room for the letters."""
        return QSize(*badge_size(self._mark))

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """The letters in their frame."""
        Easel(painter, tokens).badge(self.rect(), self._mark, leads=self._leads)
