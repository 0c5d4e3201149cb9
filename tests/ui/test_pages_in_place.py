"""While a programme is opened and its pages are made, nothing flashes up as a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.page_table import PAGES
from aiplanner.ui.services import Services
from tests.support.plans import item, plan, session
from tests.ui.conftest import Keep


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        shown = event.type() is QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


def test_no_part_of_a_page_is_ever_a_window(
    window: MainWindow, services: Services, keep: Keep, qapp: QApplication
) -> None:
    programme, watch = keep(plan(session("10:00", item("Welcome", "5")))), Watch()
    qapp.installEventFilter(watch)
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    for page in PAGES:
        window.frame.go(page.rail.key)
    qapp.removeEventFilter(watch)
    assert watch.seen == []
