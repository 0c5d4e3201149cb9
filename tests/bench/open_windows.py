"""Real windows of the program over a library in a file, and how long a keystroke takes in them."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

# In the order in which the program imports them: Qt must not come in before the library.
from aiplanner.main import services_for
from aiplanner.store.engine import open_library

# isort: split
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from aiplanner.app.digest import digest
from aiplanner.domain.programme import Programme
from aiplanner.ui.jobs import Jobs
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.settings import Settings
from aiplanner.ui.theme import Theme
from aiplanner.ui.windows import Windows

_SIZE = 1366, 768


@contextmanager
def windows_on(folder: Path, page: str, *programmes: Programme) -> Iterator[list[MainWindow]]:
    """A window on a page of each programme: all of one program, as users have them."""
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["XDG_CONFIG_HOME"] = str(folder)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    library, jobs = open_library(str(folder / "library.aiplanner")), Jobs()
    windows = Windows(services_for(library, jobs, Settings()), Theme(app, "light", 100))
    try:
        for programme in programmes:
            library.add(programme, digest(programme), datetime.now(UTC))
        yield [_opened(windows, jobs, programme, page) for programme in programmes]
    finally:
        windows.quit()
        jobs.close()
        library.close()


def _opened(windows: Windows, jobs: Jobs, programme: Programme, page: str) -> MainWindow:
    window = windows.open()
    window.resize(*_SIZE)
    window.open_programme(programme.id)
    jobs.drain()
    QApplication.processEvents()
    assert window.frame is not None, "it is open"
    window.frame.go(page)
    QApplication.processEvents()
    return window


def painted_after(keys: str) -> float:
    """Milliseconds from a key until nothing that it set off is left to do or to paint."""
    stroke = QKeySequence(keys)[0]
    QApplication.processEvents()
    begun = time.perf_counter()
    QTest.keyClick(focus(), stroke.key(), stroke.keyboardModifiers())
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


def focus() -> QWidget:
    """The widget that a key goes to."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the window is active"
    return widget
