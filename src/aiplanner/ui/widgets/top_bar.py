"""The bar at the head of a window: where one is at its left, what is at hand at its right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.tokens import BETWEEN, INSIDE
from aiplanner.ui.widgets.buttons import icon_button

HEIGHT = 44
"""Pixels at 100 % text size."""


class TopBar(QFrame):
    """A row of controls on paper with a hairline below; the menu stands at its right end."""

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "bar")
        self.menu_button = icon_button(_("Menu"), "more", self.open_menu, _("Menu (F10)"))
        self._menu = menu
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        for side in (self._left, self._right):
            side.setSpacing(INSIDE + 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(BETWEEN, 3, INSIDE, 4)
        row.setSpacing(INSIDE + 4)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(self._right)
        row.addWidget(self.menu_button)

    def sizeHint(self) -> QSize:
        """As high as the mock-ups draw it, growing with the text."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), fonts.scaled(HEIGHT)))

    def add_left(self, widget: QWidget) -> None:
        """Put a control before the gap in the middle."""
        self._left.addWidget(widget)

    def add_right(self, widget: QWidget) -> None:
        """Put a control between the gap and the menu."""
        self._right.addWidget(widget)
        QWidget.setTabOrder(widget, self.menu_button)

    def open_menu(self) -> None:
        """Open the menu under its button."""
        below = self.menu_button.rect().bottomRight()
        corner = self.menu_button.mapToGlobal(below)
        corner.setX(corner.x() - self._menu.sizeHint().width())
        self._menu.popup(corner)
