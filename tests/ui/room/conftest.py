"""What tests of the room view need: a clock that is set by hand, and the window that F5 opens."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.room.window import RoomWindow
from aiplanner.ui.services import Services
from tests.support.day_clock import DayClock
from tests.support.room_hands import day_in_two_parts
from tests.ui.conftest import Keep


@pytest.fixture
def clock() -> DayClock:
    """Twelve minutes to ten, until it is set."""
    return DayClock("09:48")


@pytest.fixture
def services(services: Services, clock: DayClock) -> Services:
    """The usual ones, at the time of that clock."""
    return replace(services, now=clock)


@pytest.fixture
def frame(window: MainWindow, services: Services, keep: Keep, qtbot: QtBot) -> ProgrammeFrame:
    """The programme of the day, open in the window."""
    window.open_programme(keep(day_in_two_parts()).id)
    services.jobs.drain()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.frame is not None
    return window.frame


@pytest.fixture
def room(frame: ProgrammeFrame) -> RoomWindow:
    """The room view of the session of the day, as F5 opens it."""
    QTest.keyClick(frame.window(), Qt.Key.Key_F5)
    assert frame.room.window is not None
    return frame.room.window
