"""Hold a session in a process of its own: press what a person presses, tell when it is stored.

Run as a program with a library's path, a programme's id and a number, it presses so many keys of
`PRESSES`, each when a clock in London shows the time beside it, and writes a line once the library
has what came of it. Then it waits to be killed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

from aiplanner.store.engine import open_library

# isort: split
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from aiplanner.main import services_for
from aiplanner.ui.document import Document
from aiplanner.ui.jobs import Jobs
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.settings import Settings
from aiplanner.ui.theme import Theme
from aiplanner.ui.windows import Windows
from tests.support.day_clock import DayClock

PRESSES = (
    ("10:00", Qt.Key.Key_PageDown),
    ("10:12", Qt.Key.Key_PageDown),
    ("10:20", Qt.Key.Key_Plus),
    ("10:21", Qt.Key.Key_PageUp),
)
_LOOK_MS = 10


class Holder:
    """Goes from one press to the next as soon as the one before is stored."""

    def __init__(self, window: MainWindow, programme_id: str, most: int, clock: DayClock) -> None:
        self._window, self._programme_id, self._clock = window, programme_id, clock
        self._presses = PRESSES[:most]
        self._steps = self._doing()
        self._timer = QTimer(window)
        self._timer.timeout.connect(lambda: next(self._steps))
        self._timer.start(_LOOK_MS)

    def _doing(self) -> Iterator[None]:
        self._window.open_programme(self._programme_id)
        while self._window.frame is None:
            yield
        frame = self._window.frame
        frame.open_room()
        room = frame.room.window
        assert room is not None
        while not room.isActiveWindow():
            yield
        for number, (when, key) in enumerate(self._presses, 1):
            self._clock.show(when)
            QTest.keyClick(room, key)
            yield from _stored(frame.document)
            print(number, flush=True)
        while True:
            yield


def _stored(document: Document) -> Iterator[None]:
    while document.state != "saved":
        yield


def _hold(place: str, programme_id: str, most: str) -> None:
    app, clock = QApplication([]), DayClock("09:55")
    app.setQuitOnLastWindowClosed(False)
    jobs, settings = Jobs(), Settings()
    services = replace(services_for(open_library(place), jobs, settings), now=clock)
    windows = Windows(services, Theme(app, "light", 100))
    holder = Holder(windows.open(), programme_id, int(most), clock)
    app.exec()
    del holder


if __name__ == "__main__":
    _hold(*sys.argv[1:])
