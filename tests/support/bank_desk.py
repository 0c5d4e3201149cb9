"""A window on the Sessions page with the activity bank, and two hands on the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Phase
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from tests.support.hands import Hands
from tests.support.plans import breakout, item, named, plan, session, strand


class Desk:
    """A window on the Sessions page, with two hands on the keyboard."""

    def __init__(self, frame: ProgrammeFrame, page: SessionsPage, hands: Hands) -> None:
        self.frame, self.page, self.hands = frame, page, hands
        self.pane, self.table = page.bank.pane, page.table

    @property
    def now(self) -> Programme:
        return self.frame.document.now

    @property
    def said(self) -> str:
        return self.frame.notice.words.text()

    def order(self) -> list[str]:
        return [line.title for line in self.page.model.lines() if line.item is not None]

    def found(self) -> list[str]:
        """The titles on show, headings among them."""
        model = self.pane.model
        return [str(model.index(n).data()) for n in range(model.rowCount())]

    def choose(self, title: str) -> None:
        self.table.setFocus()
        self.table.choose_id(named(self.now, title).id, Column.WHAT)

    def open_bank(self) -> None:
        self.hands.press("Ctrl+B")
        self.page._services.jobs.drain()

    def added(self, title: str) -> Item:
        return named(self.now, title)


def at_desk(
    window: MainWindow, services: Services, keep: Callable[..., Programme], qtbot: QtBot
) -> Desk:
    """Open a programme of two sessions on the first, with free time before its last item."""
    programme = keep(
        plan(
            session(
                "10:00",
                item("Welcome", "5", phase=Phase.DISCOVER),
                breakout("Groups", strand("A", item("Posters", "30")), strand("B")),
                item("Check-out", "10", at="11:30"),
                title="Best of what is",
                planned=100,
            ),
            session("09:00", item("Other", "30")),
        )
    )
    with qtbot.waitActive(window):
        window.activateWindow()
    window.resize(1366, 768)
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    window.frame.go("sessions")
    assert isinstance(window.frame.page, SessionsPage)
    return Desk(window.frame, window.frame.page, Hands(qtbot, window))
