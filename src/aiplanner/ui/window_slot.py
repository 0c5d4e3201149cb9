"""The place of one window beside that of a programme: made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from aiplanner.ui.settings import Settings

Window = TypeVar("Window", bound=QWidget)

_FIRST_SIZE = QSize(1180, 760)


class WindowSlot(Generic[Window]):
    """Closing the window only hides it; `shut` ends it."""

    def __init__(self, make: Callable[[], Window], place: str, settings: Settings) -> None:
        """`place` is the name under which the settings remember where the window was."""
        self._make, self._place, self._settings = make, place, settings
        self.window: Window | None = None

    def wanted(self, over: QWidget) -> Window:
        """The window; at first over another, where it was the last time."""
        if self.window is None:
            self.window = self._make()
            self._settings.place_window(self.window, _FIRST_SIZE, self._place, over.window())
        return self.window

    def bring(self) -> None:
        """Show the window in front of all others, if it was made."""
        if self.window is not None:
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def shut(self) -> None:
        """Close the window for good."""
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()
