"""The view of the logic model as tests hold it: by keyboard, with what it said and where it led."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from aiplanner.domain.findings import LogicNote, LogicPart
from aiplanner.domain.programme import Programme
from aiplanner.ui.document import Document
from aiplanner.ui.pages.logic import LogicView
from aiplanner.ui.widgets.logic.part_section import PartSection
from tests.support.logic_programme import entry
from tests.support.open_documents import opened

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class Shown:
    """The view, its document, what it said and where it wanted to go."""

    view: LogicView
    document: Document
    said: list[str]
    gone: list[str]

    def texts(self, part: LogicPart) -> list[str]:
        return [note.text for note in self.document.now.logic if note.kind is part]

    def section(self, part: LogicPart) -> PartSection:
        return self.view.board.sections[part]

    def go_to(self, begins: str) -> LogicNote:
        note = entry(self.document.now, begins)
        assert self.view.board.go_to(note.id)
        return note

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, held)

    def type(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)

    @property
    def chosen(self) -> str:
        """The entry in focus."""
        found = self.view.board.chosen()
        return "" if found is None else self.document.now.get(found[1], LogicNote).text


def shown(programme: Programme, qtbot: QtBot) -> Iterator[Shown]:
    with opened(programme) as (document, services):
        said: list[str] = []
        gone: list[str] = []
        there = replace(
            services,
            say=lambda text, **_ways: said.append(text),
            go=lambda _page, row=None, document="": gone.append(document),
        )
        view = LogicView(document, there)
        qtbot.addWidget(view)
        view.resize(1140, 700)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.arrive()
        yield Shown(view, document, said, gone)
        view.close()


def choose(text: str) -> None:
    """Take a line of the menu that is open, or of one that opens from it."""
    menus = [menu for menu in QApplication.topLevelWidgets() if isinstance(menu, QMenu)]
    lines = [action for menu in menus for action in menu.actions() if action.menu() is None]
    [found] = [action for action in lines if action.text().replace("&", "") == text]
    found.trigger()
    for menu in menus:
        menu.close()
