"""A Sessions page with its timeline on show, and hands for keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Kind, Phase, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import clock_text
from aiplanner.domain.timeline import Shape
from aiplanner.ui.document import Document
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.services import Services
from aiplanner.ui.widgets import announcer
from tests.support.open_documents import opened
from tests.support.plans import breakout, item, named, pause, plan, session, strand

Key, Mod = Qt.Key, Qt.KeyboardModifier
PLAN = plan(
    session(
        "10:00",
        item("Welcome", "5", phase=Phase.DEFINE, group="everyone"),
        item("Interviews", "40", phase=Phase.DISCOVER),
        pause("15"),
        breakout(
            "Groups",
            strand("A", item("Headline", "30"), item("Pick", "5")),
            strand("B", item("Wishes", "25")),
        ),
        item("Close", "10", at="12:00"),
        item("Later", "20", state=State.PARKED),
        item("Read", kind=Kind.TASK),
        title="Best of what is",
        planned=120,
    ),
    session("09:00", title="Nothing yet"),
)


class TimelineDesk:
    """The page with its timeline on show."""

    def __init__(self, qtbot: QtBot, document: Document, services: Services) -> None:
        self.qtbot, self.document = qtbot, document
        self.page = SessionsPage(document, services)
        self.timeline = self.page.views.timeline
        self.view = self.timeline.view

    def titles(self, parent: RowId | None = None) -> list[str]:
        now = self.document.now
        return [i.title for i in now.items_of(parent or now.sessions[0].id)]

    def item(self, title: str) -> Item:
        return named(self.document.now, title)

    def choose(self, title: str) -> Item:
        found = self.item(title)
        row = self.view.blocks.row_of(found.id)
        assert row is not None
        self.view.choose(row)
        return found

    def start(self, title: str) -> str:
        assert self.page.model.clock is not None
        slot = self.page.model.clock.slots[self.item(title).id]
        return "" if slot.start is None else clock_text(slot.start)

    def press(self, key: Qt.Key, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        self.qtbot.keyClick(self.view, key, mod)

    def chosen(self) -> str:
        face = self.view.face_in_focus()
        assert face is not None
        return face.title

    def rect(self, title: str, shape: Shape = Shape.ITEM) -> QRect:
        row = self.view.blocks.row_of(self.item(title).id, shape, Shape.IDLE)
        assert row is not None
        return self.view.visualRect(self.view.blocks.index(row))

    def drag(self, start: QPoint, end: QPoint, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        self.hold(start, end, mod)
        self.qtbot.mouseRelease(self.view.viewport(), Qt.MouseButton.LeftButton, mod, end)

    def hold(self, start: QPoint, end: QPoint, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        """Press and move, and let nothing go yet."""
        port = self.view.viewport()
        self.qtbot.mousePress(port, Qt.MouseButton.LeftButton, mod, start)
        for point in (start + (end - start) / 2, end):
            self.pull(point, mod)

    def pull(self, point: QPoint, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        """Move on to a point with the button down."""
        port = self.view.viewport()
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            point.toPointF(),
            port.mapToGlobal(point).toPointF(),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            mod,
        )
        QApplication.sendEvent(port, event)


@contextmanager
def timeline_desk(qtbot: QtBot) -> Iterator[TimelineDesk]:
    """The first session of `PLAN` as a timeline that has the focus."""
    with opened(PLAN) as (document, services):
        made = TimelineDesk(qtbot, document, replace(services, say=lambda text, **_more: None))
        qtbot.addWidget(made.page)
        made.page.resize(1180, 900)
        made.page.show()
        qtbot.waitExposed(made.page)
        made.page.activateWindow()
        made.page.views.turn()
        yield made
        made.page.leave()


def listen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced from now on."""
    said: list[str] = []
    real = announcer.QAccessibleAnnouncementEvent

    def noted(widget: object, text: str) -> object:
        said.append(text)
        return real(widget, text)

    monkeypatch.setattr(announcer, "QAccessibleAnnouncementEvent", noted)
    return said
