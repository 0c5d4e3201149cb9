"""Buttons by role: plain, the one filled button of a page, quiet, dangerous, or like a link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from aiplanner.ui import fonts, icons, tokens

_ICON_COLOURS = {"primary": "on_accent", "danger": "danger"}
_RESTYLED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


class Button(QPushButton):
    """A button whose icon keeps the colours of the theme; Enter presses it as Space does."""

    def __init__(
        self, text: str, role: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self.setProperty("role", role)
        self.setAutoDefault(False)
        if role in ("link", "small-link", "choice"):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tint()

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        if not self._icon_name:
            return
        theme = tokens.in_force()
        colour = getattr(theme, _ICON_COLOURS.get(str(self.property("role")), "ink"))
        edge = fonts.scaled(tokens.ICON - 2)
        self.setIcon(icons.for_control(self._icon_name, theme, colour, edge))
        self.setIconSize(QSize(edge, edge))


def button(
    text: str, do: Callable[[], object], role: str = "", icon: str = "", tip: str = ""
) -> Button:
    """A button that does one thing."""
    made = Button(text, role, icon)
    # `clicked` would hand its checked state to `do`.
    made.clicked.connect(lambda _checked: do())
    made.setToolTip(tip)
    return made


def icon_button(name: str, icon: str, do: Callable[[], object], tip: str = "") -> Button:
    """A quiet button that shows only an icon; `name` is what screen readers say."""
    made = button("", do, "quiet", icon, tip or name)
    made.setAccessibleName(name)
    return made
