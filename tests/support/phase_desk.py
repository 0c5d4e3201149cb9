"""The page of a phase on show, and a person at its keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Phase
from aiplanner.domain.edits.findings import add_findings
from aiplanner.domain.findings import Finding, Story
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.ui.document import Document
from aiplanner.ui.pages.phase import PhasePage
from aiplanner.ui.services import Services
from tests.support.open_documents import opened
from tests.support.plans import item, plan, session

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def key(number: int) -> RowId:
    """An id of a finding."""
    return RowId(f"f{number:031x}")


def cycle(*rows: Finding) -> Programme:
    """A programme with two sessions that has found this."""
    programme = plan(
        session(
            "10:00",
            item("Welcome", "5", phase=Phase.DEFINE),
            item("Paired interviews", "40", phase=Phase.DISCOVER, group="pairs"),
            title="Best of what is",
        ),
        session(
            "14:00", item("More interviews", "20", phase=Phase.DISCOVER), title="What could be"
        ),
    )
    return add_findings(programme, rows)


@dataclass
class PhaseDesk:
    """A page, its document, what it said, and where it went."""

    page: PhasePage
    document: Document
    services: Services
    said: list[str]
    gone: list[tuple[object, ...]]

    @property
    def now(self) -> Programme:
        return self.document.now

    def texts(self) -> list[str]:
        model = self.page.found.model
        return [model.line(row).text for row in range(model.rowCount())]

    def press(self, name: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, name, keys)

    def type(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)

    def do(self, verb: str) -> None:
        self.page.verbs()[verb]()

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CONTROL)


@contextmanager
def phase_desk(programme: Programme, phase: Phase, qtbot: QtBot) -> Iterator[PhaseDesk]:
    """The page of a phase, with the focus where work begins."""
    with opened(programme) as (document, services):
        said: list[str] = []
        gone: list[tuple[object, ...]] = []
        there = replace(
            services,
            say=lambda text, **_ways: said.append(text),
            go=lambda *place: gone.append(place),
            open_bank=lambda *place: gone.append(place),
        )
        page = PhasePage(document, there, phase)
        qtbot.addWidget(page)
        page.resize(1180, 900)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.arrive()
        yield PhaseDesk(page, document, there, said, gone)
        services.jobs.drain()
        page.close()


def stories(texts: Sequence[str], **facts: object) -> list[Finding]:
    """Stories of these headlines, with ids from 1 on."""
    return [Story(key(n), 0, text, **facts) for n, text in enumerate(texts, 1)]  # type: ignore[arg-type]  # facts of a story
