"""Keep the open windows: one a programme, and one at Home to begin with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication

from aiplanner.domain.ids import RowId
from aiplanner.ui.document import Document
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme

_STEP_ASIDE = QPoint(32, 32)
_FIRST_SIZE = QSize(1366, 820)


class Windows:
    """Opens windows and lets go of them when they close; the last one ends the program."""

    def __init__(self, services: Services, theme: Theme) -> None:
        self._services = replace(services, document_of=self.document_of)
        self._theme = theme
        self._open: list[MainWindow] = []

    @property
    def open_windows(self) -> tuple[MainWindow, ...]:
        """The windows, oldest first."""
        return tuple(self._open)

    def open(self, file: Path | None = None) -> MainWindow:
        """Open a window at Home, or on the programme in a file."""
        window = MainWindow(self._services, self._theme, self)
        self._services.settings.place_window(window, _FIRST_SIZE)
        if self._open:
            window.move(self._open[-1].pos() + _STEP_ASIDE)
        self._open.append(window)
        window.closed.connect(self._on_closed)
        window.show()
        if file is not None:
            window.open_file(file)
        return window

    def raise_programme(self, programme_id: str, row: str = "") -> bool:
        """Bring the window of a programme forward, at a row; False when none has it open."""
        for window in self._open:
            if window.frame is not None and window.programme_id == programme_id:
                window.raise_()
                window.activateWindow()
                if row:
                    window.frame.show_place(row)
                return True
        return False

    def document_of(self, programme_id: RowId) -> Document | None:
        """The programme as a window has it open, or None."""
        frames = [window.frame for window in self._open if window.programme_id == programme_id]
        return next((frame.document for frame in frames if frame is not None), None)

    def quit(self) -> None:
        """Close every window; one that cannot save stays, and the program with it."""
        for window in self.open_windows:
            window.close()

    def _on_closed(self, window: MainWindow) -> None:
        self._open.remove(window)
        window.deleteLater()
        if not self._open:
            QApplication.quit()
