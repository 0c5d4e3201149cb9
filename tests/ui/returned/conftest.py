"""What tests of returned forms need: a reader that is a double, a programme, the window."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aiplanner.domain.programme import Programme
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from tests.support import form_double
from tests.support.hands import Hands
from tests.support.kept_programmes import workshop
from tests.support.returned_desk import Desk, Write
from tests.ui.conftest import Keep


@pytest.fixture
def services(services: Services) -> Services:
    """With a reader for forms."""
    return replace(services, worker_command=(sys.executable, form_double.__file__))


@pytest.fixture
def kept(keep: Keep) -> Programme:
    return keep(workshop())


@pytest.fixture
def write(tmp_path: Path, kept: Programme) -> Write:
    return Write(tmp_path, kept)


@pytest.fixture
def frame(window: MainWindow, services: Services, kept: Programme, qtbot: QtBot) -> ProgrammeFrame:
    """The workshop, open in the window."""
    window.open_programme(kept.id)
    services.jobs.drain()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.frame is not None
    return window.frame


@pytest.fixture
def desk(frame: ProgrammeFrame, services: Services, qtbot: QtBot, write: Write) -> Desk:
    """The window for returned forms, as its keys open it."""
    Hands(qtbot, frame.window()).press("Ctrl+Shift+F")
    forms = frame.forms.window
    assert forms is not None
    with qtbot.waitActive(forms):
        forms.activateWindow()
    return Desk(frame, forms, Hands(qtbot, forms), services, qtbot, write)
