"""Tell, from inside a process, when its first window was painted and what memory that took."""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class PaintWatch(QObject):
    """Waits for the first paint of a window, reports on stdout, and ends the process's loop."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__()
        self._seen = False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what passes; take nothing away."""
        painted = event.type() == QEvent.Type.Paint
        if painted and not self._seen and isinstance(watched, QWidget) and watched.isWindow():
            self._seen = True
            # The widgets inside are painted in the same turn of the loop; report after it.
            QTimer.singleShot(0, self._report)
        return False

    def _report(self) -> None:
        print(json.dumps({"painted_ns": time.monotonic_ns(), "peak_kib": _peak_kib()}), flush=True)
        QApplication.closeAllWindows()
        QCoreApplication.quit()


def _peak_kib() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def watch_the_loop() -> None:
    """Begin to watch at the moment the program enters Qt's event loop."""
    enter = QApplication.exec

    def exec_watched(*_: Any) -> int:
        app = QCoreApplication.instance()
        assert app is not None
        watch = PaintWatch(app)
        try:
            return enter()
        finally:
            app.removeEventFilter(watch)

    QApplication.exec = exec_watched
