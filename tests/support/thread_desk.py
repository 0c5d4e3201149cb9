"""A Thread page on show, and hands for keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.ui.document import Document
from aiplanner.ui.pages.thread import ThreadPage
from aiplanner.ui.services import Services
from tests.support.hands import Hands
from tests.support.open_documents import opened
from tests.support.threads import found

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class ThreadDesk:
    """The page, its document, what was said, and where one was sent."""

    def __init__(self, qtbot: QtBot, document: Document, services: Services) -> None:
        self.said: list[str] = []
        self.went: list[tuple[object, ...]] = []
        there = replace(
            services,
            say=lambda text, **_ways: self.said.append(text),
            go=lambda page, row=None, document="": self.went.append((page, row, document)),
        )
        self.document, self._qtbot = document, qtbot
        self.page = ThreadPage(document, there)
        self.view, self.table = self.page.view, self.page.table
        self.hands = Hands(qtbot, self.page)

    @property
    def here(self) -> str:
        """The text of the current finding, in the view on show."""
        return self.text(self.page.shown.here)

    @property
    def lit(self) -> set[str]:
        """The texts of the cards of the thread of the current one."""
        return {self.text(key) for key in self.view.lit}

    @property
    def knots(self) -> set[tuple[str, str]]:
        """The knots of the plan by the texts they join."""
        return {
            (self.text(link.source_id), self.text(link.target_id))
            for link in self.document.now.links
        }

    def text(self, key: RowId | None) -> str:
        """What a finding says; empty for none."""
        return "" if key is None else str(getattr(self.document.now.rows[key], "text", ""))

    def choose(self, text: str) -> None:
        """Go to a finding."""
        assert self.page.shown.choose(found(self.document.now, text))

    def shown(self) -> list[str]:
        """The texts of the findings that are shown, in the order of a cycle."""
        return [self.text(card.id) for card in self.page.rows.lines]

    def middle(self, text: str) -> QPoint:
        """The middle of a card in the view."""
        row = self.view.cards.row_of(found(self.document.now, text))
        assert row is not None
        return self.view.visualRect(self.view.cards.index(row)).center()

    def drag(self, source: str, target: str) -> None:
        """Draw a line from card to card."""
        port, start, end = self.view.viewport(), self.middle(source), self.middle(target)
        self._qtbot.mousePress(port, _LEFT, _NONE, start)
        for point in (start + (end - start) / 2, end):
            self.pull(point)
        self._qtbot.mouseRelease(port, _LEFT, _NONE, end)

    def pull(self, point: QPoint) -> None:
        """Move the pointer with the button held."""
        port = self.view.viewport()
        there = port.mapToGlobal(point)
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, point.toPointF(), there.toPointF(), _LEFT, _LEFT, _NONE
        )
        QApplication.sendEvent(port, event)

    def click(self, point: QPoint) -> None:
        """Click somewhere in the picture."""
        self._qtbot.mouseClick(self.view.viewport(), _LEFT, _NONE, point)


@contextmanager
def at_thread(qtbot: QtBot, programme: Programme) -> Iterator[ThreadDesk]:
    """The page over a programme, in focus."""
    with opened(programme) as (document, services):
        desk = ThreadDesk(qtbot, document, services)
        qtbot.addWidget(desk.page)
        desk.page.resize(1500, 900)
        with qtbot.waitActive(desk.page):
            desk.page.show()
            desk.page.activateWindow()
        desk.page.arrive()
        yield desk
        desk.page.leave()
        desk.page.close()
