"""What tests of the window need: a library in memory, a clock that stands, a theme, a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.app import content
from aiplanner.app.digest import digest
from aiplanner.app.ports import Shelf
from aiplanner.domain.edits.programme import copied
from aiplanner.domain.programme import Programme
from aiplanner.ui.jobs import Jobs
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.services import Services
from aiplanner.ui.settings import Settings
from aiplanner.ui.theme import Theme
from aiplanner.ui.windows import Windows
from tests.support.activities import BANK
from tests.support.bank_desk import Desk, at_desk
from tests.support.leaks import finish_deletions
from tests.support.memory_library import MemoryLibrary
from tests.support.open_documents import FIRST_NEW, NOW
from tests.support.plans import counted_ids

Keep = Callable[..., Programme]


@pytest.fixture
def library() -> MemoryLibrary:
    """An empty library."""
    return MemoryLibrary()


@pytest.fixture
def services(library: MemoryLibrary, qtbot: QtBot) -> Iterator[Services]:
    """What a window gets; its jobs are finished when the test ends."""
    jobs = Jobs()
    yield Services(library, jobs, Settings(), now=lambda: NOW, new_id=counted_ids(FIRST_NEW))
    jobs.close()


@pytest.fixture
def theme(qapp: QApplication, qtbot: QtBot) -> Iterator[Theme]:
    """The light theme at 100 %; the application is left as it was found."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    made = Theme(qapp, "light", 100)
    yield made
    made.setParent(None)
    made.deleteLater()
    finish_deletions()  # or all that is about to go would be dressed anew
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def windows(services: Services, theme: Theme) -> Iterator[Windows]:
    """No window yet; those that are opened are closed when the test ends."""
    made = Windows(services, theme)
    yield made
    if isinstance(library := services.library, MemoryLibrary):
        library.refusing = None
    for window in made.open_windows:
        if window.frame is not None:
            window.frame.paper.clear()  # or each would ask about what a test left half typed
    made.quit()
    services.jobs.drain()


@pytest.fixture
def window(windows: Windows, services: Services) -> MainWindow:
    """A window at Home, its list on show."""
    made = windows.open()
    services.jobs.drain()
    return made


@pytest.fixture
def keep(library: MemoryLibrary) -> Keep:
    """Puts a programme into the library: `keep(programme, days_ago=0, shelf=ACTIVE)`."""
    fresh = counted_ids(2 * FIRST_NEW)

    def put(programme: Programme, days_ago: int = 0, shelf: Shelf = Shelf.ACTIVE) -> Programme:
        if programme.id in library.kept:  # plans count their ids from 1 each time
            programme = copied(programme, programme.head.title, fresh)
        library.add(programme, digest(programme), NOW - timedelta(days=days_ago))
        if shelf is not Shelf.ACTIVE:
            library.shelve(programme.id, shelf, NOW)
        return programme

    return put


@pytest.fixture
def desk(
    window: MainWindow,
    services: Services,
    keep: Keep,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    """The example's session with a small bank of activities beside it."""
    monkeypatch.setattr(content, "activities", lambda: BANK)
    yield at_desk(window, services, keep, qtbot)
    window.go_home()
    services.jobs.drain()
