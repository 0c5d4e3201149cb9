"""Find what a test left running: windows, timers, threads, pool jobs, child processes."""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

GRACE = 2.0
"""Seconds that something already on its way out is given."""
_TASKS = Path("/proc/self/task")


def threads_now() -> frozenset[threading.Thread]:
    """The Python threads alive; one that Qt made counts for Qt's pool, not here."""
    dummy = threading._DummyThread
    return frozenset(t for t in threading.enumerate() if not isinstance(t, dummy))


def left_threads(before: frozenset[threading.Thread], grace: float = GRACE) -> list[str]:
    """The names of the threads begun since `before` that do not end by themselves."""
    begun = threads_now() - before
    for thread in begun:
        thread.join(grace)
    return sorted(f"thread {thread.name}" for thread in begun if thread.is_alive())


def children_now() -> frozenset[int]:
    """The ids of this process's children; empty where the system does not tell (not Linux)."""
    found: set[int] = set()
    if _TASKS.exists():
        for task in _TASKS.iterdir():
            with contextlib.suppress(OSError):  # the task may end while it is being read
                found.update(int(pid) for pid in (task / "children").read_bytes().split())
    return frozenset(found)


def left_children(before: frozenset[int], grace: float = GRACE) -> list[str]:
    """Name, and end, the child processes begun since `before` that still run."""
    return [_end(pid) for pid in sorted(children_now() - before) if not _ends(pid, grace)]


def _ends(pid: int, grace: float) -> bool:
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], grace)[0])
    finally:
        os.close(handle)


def _end(pid: int) -> str:
    words = b""
    with contextlib.suppress(OSError):  # it may end by itself at any moment
        words = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ")
        os.kill(pid, signal.SIGKILL)
    return f"child process {pid}: {words.decode(errors='replace').strip()}"


def qt_in_use() -> bool:
    """Whether this process has a QApplication with widgets; asks without importing Qt."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets is not None and widgets.QApplication.instance() is not None


def windows_now() -> list[QWidget]:
    """The parentless widgets alive, less Qt's own tool tip, which lives for ever."""
    from PySide6.QtWidgets import QApplication

    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parentWidget() is None and widget.metaObject().className() != "QTipLabel"
    ]


def left_of_qt(before: list[QWidget]) -> list[str]:
    """The windows, running timers and pool jobs that a test left."""
    finish_deletions()
    windows, timers = _new_windows(before), _timers()
    if windows or timers:
        gc.collect()  # a cycle of Python references may be all that holds them
        finish_deletions()
        windows, timers = _new_windows(before), _timers()
    left = [f"window {widget!r}" for widget in windows]
    left += [f"timer {timer!r} of {timer.parent()!r}" for timer in timers]
    return left + _jobs()


def finish_deletions() -> None:
    """Delete at once what Qt was told to delete later."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _new_windows(before: list[QWidget]) -> list[QWidget]:
    return [widget for widget in windows_now() if widget not in before]


def _timers() -> list[QTimer]:
    return [timer for timer in _all_timers() if timer.isActive()]


def _all_timers() -> Iterator[QTimer]:
    from PySide6.QtCore import QTimer
    from shiboken6 import Shiboken

    return (o for o in Shiboken.getAllValidWrappers() if isinstance(o, QTimer))


def _jobs() -> list[str]:
    from PySide6.QtCore import QThreadPool

    done = QThreadPool.globalInstance().waitForDone(int(GRACE * 1000))
    return [] if done else ["job in Qt's thread pool"]
