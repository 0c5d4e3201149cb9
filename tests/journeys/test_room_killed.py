"""The room view survives the end of the program: killed at any press, it goes on where it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.store.engine import open_library
from tests.support.day_clock import DayClock
from tests.support.kept_programmes import keep
from tests.support.room_hands import day_in_two_parts, seen
from tests.support.sources import ROOT
from tests.support.story import running

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only there a process is killed -9"),
]


@contextmanager
def _held(place: Path, programme_id: str, presses: int) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the session and tells each press that is stored."""
    command = [sys.executable, "-m", "tests.support.room_holder", str(place), programme_id]
    command.append(str(presses))
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize(
    ("presses", "stands"),
    [
        (1, ("item 1 of 4, Welcome", "Welcome", "+20 min over", "Next at 10:30")),
        (3, ("item 2 of 4, Pairs", "Pairs", "27 min left", "Next at 10:57")),
        (4, ("item 1 of 4, Welcome", "Welcome", "+20 min over", "Next at 10:30")),
    ],
)
def test_killed_after_a_press_it_goes_on_at_the_same_place(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, presses: int, stands: tuple[str, ...]
) -> None:
    place = tmp_path / "library.aiplan"
    with closing(open_library(str(place))) as library:
        programme = keep(library, day_in_two_parts())
    with _held(place, programme.id, presses) as process:
        assert process.stdout is not None
        for number in range(1, presses + 1):
            assert process.stdout.readline() == f"{number}\n"
        os.kill(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    with running(qtbot, qapp, place, DayClock("10:30")) as story:
        story.window.open_programme(programme.id)
        story.wait(lambda: story.window.frame is not None)
        assert story.window.frame is not None
        desk = story.window.frame.room
        assert desk.strip.isVisible()
        assert stands[0] in desk.strip.words.text()
        desk.strip.go_on.click()
        assert desk.window is not None
        assert tuple(seen(desk.window)[:3]) == stands[1:]
