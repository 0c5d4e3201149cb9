"""Remember how the user likes the window: theme, text size, places of windows and panes."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QSplitter, QWidget

from aiplanner.ui.fonts import TEXT_SIZES
from aiplanner.ui.theme import CHOICES

_TITLE_BAR = QSize(0, 40)
"""Pixels that the frame of a window needs beside it."""


class Settings:
    """The user's own file of settings; what is missing or broken in it counts as never set."""

    def __init__(self) -> None:
        self._kept = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "aiplanner", "aiplanner"
        )
        self.passing: dict[str, object] = {}
        """What is remembered only until the program ends, by key."""

    @property
    def theme(self) -> str:
        """ "system", "light", "dark" or "contrast"."""
        kept = str(self._kept.value("look/theme", "system"))
        return kept if kept in CHOICES else "system"

    @theme.setter
    def theme(self, choice: str) -> None:
        self._kept.setValue("look/theme", choice)

    @property
    def text_size(self) -> int:
        """Size of all text in per cent, one of `fonts.TEXT_SIZES`."""
        kept = str(self._kept.value("look/text-size", 100))
        return int(kept) if kept.isdigit() and int(kept) in TEXT_SIZES else 100

    @text_size.setter
    def text_size(self, per_cent: int) -> None:
        self._kept.setValue("look/text-size", per_cent)

    def keep_window(self, window: QWidget, name: str = "main") -> None:
        """Remember where a window stands and how large it is."""
        self._kept.setValue(f"windows/{name}", window.saveGeometry())

    def place_window(
        self, window: QWidget, first: QSize, name: str = "main", over: QWidget | None = None
    ) -> None:
        """Put a window where it last stood; at first make it so large, on the screen of `over`."""
        kept = self._kept.value(f"windows/{name}")
        if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
            room = (over or window).screen().availableSize() - _TITLE_BAR
            window.resize(first.boundedTo(room))

    def follow_panes(self, splitter: QSplitter, name: str) -> None:
        """Give a splitter the widths it last had, and remember those it gets."""
        kept = self._kept.value(f"panes/{name}")
        if isinstance(kept, QByteArray):
            splitter.restoreState(kept)
        splitter.splitterMoved.connect(
            lambda: self._kept.setValue(f"panes/{name}", splitter.saveState())
        )

    def word(self, key: str, otherwise: str = "") -> str:
        """A word remembered under `key`, for example the last folder used."""
        return str(self._kept.value(f"words/{key}", otherwise))

    def keep_word(self, key: str, word: str) -> None:
        """Remember a word; an empty one leaves nothing behind."""
        if word:
            self._kept.setValue(f"words/{key}", word)
        else:
            self._kept.remove(f"words/{key}")
