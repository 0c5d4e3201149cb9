"""The watch over what tests leave behind sees what it must see."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.support import leaks


def test_a_thread_that_goes_on_is_named() -> None:
    before, stop = leaks.threads_now(), threading.Event()
    thread = threading.Thread(target=stop.wait, name="forgotten")
    thread.start()
    try:
        assert leaks.left_threads(before, grace=0) == ["thread forgotten"]
    finally:
        stop.set()
        thread.join()
    assert leaks.left_threads(before) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists a process's children")
def test_a_child_process_that_goes_on_is_named_and_ended() -> None:
    before = leaks.children_now()
    with subprocess.Popen(["sleep", "60"]) as child:
        [left] = leaks.left_children(before, grace=0)
        assert left.startswith(f"child process {child.pid}:")
    assert child.returncode < 0
    assert leaks.left_children(before) == []


def test_a_window_and_a_running_timer_are_named(qapp: QApplication) -> None:
    before = leaks.windows_now()
    window = QWidget()
    timer = QTimer(window)
    timer.start(60_000)
    kinds = sorted(line.split()[0] for line in leaks.left_of_qt(before))
    window.deleteLater()
    assert kinds == ["timer", "window"]
    assert leaks.left_of_qt(before) == []


def test_a_stopped_timer_and_a_child_widget_are_no_business_of_the_watch(
    qapp: QApplication,
) -> None:
    before = leaks.windows_now()
    window = QWidget()
    inner, timer = QWidget(window), QTimer(window)
    assert not timer.isActive()
    assert not [line for line in leaks.left_of_qt(before) if repr(inner) in line or "timer" in line]
    window.deleteLater()
