"""Dress the application from the tokens: palette, style sheet and type, as the system asks."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from aiplanner.assets import resource
from aiplanner.ui import fonts, icons
from aiplanner.ui.tokens import RADIUS, Tokens, themes

Choice = Literal["system", "light", "dark", "contrast"]
CHOICES: tuple[Choice, ...] = get_args(Choice)

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Unknown,
}
_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
}
_FAINT = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
_SHEET_ICONS = {
    "icon_down": ("down", "ink"),
    "icon_up": ("up", "ink"),
    "icon_forward": ("forward", "ink"),
    "icon_check": ("check", "on_accent"),
    "icon_dash": ("dash", "on_accent"),
    "icon_check_ink": ("check", "ink"),
    "icon_dot": ("dot", "accent"),
}


_TICK, _MARK = 16, 14
"""Edges of a tick box and of the marks in menus and fields, in pixels at 100 % text size."""


def palette(tokens: Tokens) -> QPalette:
    """The palette of a theme; what cannot be used is in ink-2, which still reads."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(getattr(tokens, name)))
    for role in _FAINT:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink2))
    return made


def style_sheet(tokens: Tokens, icon_folder: Path) -> str:
    """The style sheet of a theme at the present text size; its icons are left in `icon_folder`."""
    values = {
        **tokens.colours(),
        **{role: f"{fonts.points(role):.2f}" for role in fonts.SCALES},
        **{
            field: icons.write_tinted(name, getattr(tokens, colour), icon_folder).as_posix()
            for field, (name, colour) in _SHEET_ICONS.items()
        },
        "radius": str(RADIUS),
        "row_small": str(fonts.scaled(28)),
        "tick": str(fonts.scaled(_TICK)),
        "tick_round": str(fonts.scaled(_TICK) // 2),
        "mark": str(fonts.scaled(_MARK)),
    }
    return Template(resource("style.qss").read_text(encoding="utf-8")).substitute(values)


class Theme(QObject):
    """The dress of the running application: follows the system until told otherwise."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system", text_size: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._icons = QTemporaryDir()
        self._system_points = app.font().pointSizeF()
        self.choice: Choice = _known(choice)
        self.text_size = text_size
        app.setStyle(QStyleFactory.create("Fusion"))
        self._hints = app.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.apply)
        self._wishes.contrastPreferenceChanged.connect(self.apply)
        self._hints.setColorScheme(_SCHEMES[self.choice])
        self.apply()

    def choose(self, choice: str, text_size: int) -> None:
        """Take the user's choice of theme and of text size (per cent) and show it at once."""
        self.choice, self.text_size = _known(choice), text_size
        self._hints.setColorScheme(_SCHEMES[self.choice])
        self.apply()

    @property
    def tokens(self) -> Tokens:
        """The theme that the choice and the system together ask for."""
        follows = self.choice in ("system", "contrast")
        dark = (
            self._hints.colorScheme() is Qt.ColorScheme.Dark if follows else self.choice == "dark"
        )
        wished = self._wishes.contrastPreference() is Qt.ContrastPreference.HighContrast
        shade = "dark" if dark else "light"
        return themes()[f"contrast-{shade}" if wished or self.choice == "contrast" else shade]

    def apply(self) -> None:
        """Set type, palette and style sheet anew."""
        tokens = self.tokens
        self._app.setStyleSheet("")  # to undress and dress takes Qt a fifth of changing clothes
        self._app.setFont(fonts.body_font(self._system_points, self.text_size))
        self._app.setPalette(palette(tokens))
        self._app.setStyleSheet(style_sheet(tokens, Path(self._icons.path())))
        self.changed.emit()


def _known(choice: str) -> Choice:
    return choice if choice in CHOICES else "system"
