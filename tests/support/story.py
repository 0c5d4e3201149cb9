"""One run of the program as a story: a window, hands on the keyboard, eyes on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.programme import Programme
from aiplanner.main import services_for
from aiplanner.store.engine import open_library
from aiplanner.ui.dialogs.new_programme import NewProgramme
from aiplanner.ui.jobs import Jobs
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.page import Page
from aiplanner.ui.settings import Settings
from aiplanner.ui.theme import Theme
from aiplanner.ui.windows import Windows
from tests.support.hands import PATIENCE, Hands
from tests.support.leaks import finish_deletions


class Story:
    """One run of the program: a window, hands on the keyboard, eyes on the page."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.hands, self._qtbot = window, Hands(qtbot, window), qtbot

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until this holds."""
        self._qtbot.waitUntil(until, timeout=PATIENCE)

    def begin(self, title: str, starter: str = "") -> None:
        """From Home: a new programme from the first starter, or from the one of that title."""
        self.wait(lambda: bool(self.window.home.beginnings.found))
        self.hands.press("Ctrl+N")
        dialog = self.window.findChild(NewProgramme)
        assert dialog is not None
        self.hands.type(title)
        while not dialog.contents.toPlainText().startswith(starter):
            self.hands.press("Down")
        self.hands.press("Return")
        self.wait(lambda: self.window.frame is not None)

    @property
    def now(self) -> Programme:
        """The open programme."""
        assert self.window.frame is not None, "a programme is open"
        return self.window.frame.document.now

    def page(self, kind: type[Page]) -> Page:
        """The page on show, which is of that kind."""
        frame = self.window.frame
        assert frame is not None
        assert isinstance(frame.page, kind)
        return frame.page


@contextmanager
def running(
    qtbot: QtBot, qapp: QApplication, place: Path, now: Callable[[], datetime] | None = None
) -> Iterator[Story]:
    """The program from start to end, over the library at that place, by its own clock or `now`."""
    look = (qapp.font(), qapp.palette(), qapp.styleSheet())
    library, jobs, settings = open_library(str(place)), Jobs(), Settings()
    theme = Theme(qapp, "light", 100)
    services = services_for(library, jobs, settings)
    windows = Windows(services if now is None else replace(services, now=now), theme)
    window = windows.open()
    qtbot.waitActive(window)
    try:
        yield Story(window, qtbot)
    finally:
        windows.quit()
        jobs.close()
        library.close()
        theme.setParent(None)
        theme.deleteLater()
        finish_deletions()  # or all that is about to go would be dressed anew
        qapp.setFont(look[0])
        qapp.setPalette(look[1])
        qapp.setStyleSheet(look[2])
