"""What the user may choose of the look, kept for the next start."""

from __future__ import annotations

from aiplanner.ui.fonts import TEXT_SIZES
from aiplanner.ui.settings import Settings
from aiplanner.ui.theme import Theme


class Look:
    """Changes theme and text size for all windows at once."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        self._theme, self._settings = theme, settings

    def choose_theme(self, choice: str) -> None:
        """Take one of `theme.CHOICES`."""
        self._take(choice, self._theme.text_size)

    def larger(self) -> None:
        """One step larger text, up to 200 %."""
        self._step(1)

    def smaller(self) -> None:
        """One step smaller text, down to 100 %."""
        self._step(-1)

    def normal(self) -> None:
        """Text at 100 %."""
        self._take(self._theme.choice, TEXT_SIZES[0])

    def _step(self, by: int) -> None:
        at = TEXT_SIZES.index(self._theme.text_size) + by
        if 0 <= at < len(TEXT_SIZES):
            self._take(self._theme.choice, TEXT_SIZES[at])

    def _take(self, choice: str, text_size: int) -> None:
        self._theme.choose(choice, text_size)
        self._settings.theme, self._settings.text_size = choice, text_size
