"""A story sheet is sent out, filled in, comes back, and its story stands on the Discover page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.app.form_names import field_name
from aiplanner.domain.findings import Story
from aiplanner.ui.pages.phase import PhasePage
from aiplanner.ui.returned.lines import State
from aiplanner.ui.returned.window import ReturnedWindow
from tests.support.form_fields import fill_with_pikepdf, fill_with_pypdf
from tests.support.hands import PATIENCE, Hands
from tests.support.packs import rendered
from tests.support.story import Story as Run
from tests.support.story import running

SHEET = "story-sheet"
ANNA = {
    "text": "The taxi that waited",
    "happened": "He came in and sat down.\nNobody had asked him to.",
    "quote": "Привіт · Łódź · Fàilte · أمل",
    "shared": "p1",
}
BEN = {"text": "Soup at the long table", "happened": "We put the tables together.", "shared": "p3"}


@dataclass
class Desk:
    """A programme that runs, the sheet as it is sent out, and what comes back of it."""

    run: Run
    folder: Path
    qtbot: QtBot

    @property
    def blank(self) -> Path:
        """The story sheet as an empty form, made from the programme as it is."""
        out = self.folder / "blank.pdf"
        rendered(self.run.now, out, (SHEET,), fillable=True)
        return out

    def named(self, said: dict[str, str]) -> dict[str, str]:
        """What was filled in, by the names of the fields: of the one session there is."""
        [session] = self.run.now.sessions
        return {field_name(SHEET, session.id, None, key): text for key, text in said.items()}

    @property
    def forms(self) -> ReturnedWindow:
        """The window for what came back."""
        assert self.run.window.frame is not None
        window = self.run.window.frame.forms.window
        assert window is not None
        return window

    @property
    def stories(self) -> list[Story]:
        return list(self.run.now.stories)

    @property
    def shelf(self) -> list[str]:
        """What stands on the shelf of the Discover page."""
        self.run.window.activateWindow()
        self.run.hands.press("Ctrl+3")
        page = self.run.page(PhasePage)
        assert isinstance(page, PhasePage)
        model = page.found.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def drop(self, window: QWidget, *paths: Path) -> None:
        """Drop files as the system does."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        at, copy, left = QPointF(30, 30), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        for kind in (QDragEnterEvent, QDropEvent):
            event = kind(at, copy, data, left, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(window, event)

    def wait_until_read(self, count: int) -> None:
        def read() -> bool:
            lines = self.forms.pile.lines
            return len(lines) >= count and not self.forms.pile.progress[1]

        self.qtbot.waitUntil(read, timeout=PATIENCE)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with running(qtbot, qapp, tmp_path / "library.aiplanner") as run:
        run.begin("Going home well", "Blank")
        yield Desk(run, tmp_path, qtbot)


@pytest.mark.timeout(200)
def test_a_sheet_that_was_filled_in_comes_back_and_is_taken(desk: Desk) -> None:
    blank, back = desk.blank, desk.folder / "back"
    back.mkdir()
    fill_with_pypdf(blank, desk.named(ANNA), back / "anna.pdf")
    fill_with_pikepdf(blank, desk.named(BEN), back / "ben.pdf")
    letter = back / "letter.pdf"
    letter.write_text("Dear all, here are our stories.")

    desk.drop(desk.run.window, back)
    desk.wait_until_read(3)
    states = {line.path.name: line.state for line in desk.forms.pile.lines}
    assert states == {
        "anna.pdf": State.READY,
        "ben.pdf": State.READY,
        "letter.pdf": State.REFUSED,
    }
    assert desk.stories == []

    hands = Hands(desk.qtbot, desk.forms)
    hands.press("Ctrl+Shift+Return")
    desk.qtbot.waitUntil(lambda: len(desk.stories) == 2, timeout=PATIENCE)
    first, second = desk.stories
    assert (first.text, first.happened) == (ANNA["text"], ANNA["happened"])
    assert (first.quote, first.shared) == (ANNA["quote"], True)
    assert (second.text, second.shared) == (BEN["text"], False)
    hands.press("Esc")
    assert desk.shelf == [ANNA["text"], BEN["text"]]

    desk.run.hands.press("Ctrl+Z")
    assert desk.shelf == [ANNA["text"]]
    desk.run.hands.press("Ctrl+Z")
    assert desk.shelf == []


@pytest.mark.timeout(200)
def test_what_was_taken_is_known_when_the_program_is_started_again(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    place = tmp_path / "library.aiplanner"
    with running(qtbot, qapp, place) as run:
        run.begin("Going home well", "Blank")
        desk = Desk(run, tmp_path, qtbot)
        anna = fill_with_pypdf(desk.blank, desk.named(ANNA), tmp_path / "anna.pdf")
        desk.drop(run.window, anna)
        desk.wait_until_read(1)
        Hands(qtbot, desk.forms).press("Ctrl+Return")
        assert len(desk.stories) == 1

    with running(qtbot, qapp, place) as run:
        desk = Desk(run, tmp_path, qtbot)
        run.wait(lambda: bool(run.window.home.model.rows))
        desk.drop(run.window, anna)
        run.wait(lambda: bool(run.window.home.notice.offer))
        assert run.window.home.notice.offer == "This form belongs to “Going home well”."
        run.window.home.notice.answer()
        run.wait(lambda: run.window.frame is not None and run.window.frame.forms.window is not None)
        desk.wait_until_read(1)
        assert "taken in before" in desk.forms.panel.notes.text()
        assert not desk.forms.take.isEnabled()
        assert len(desk.stories) == 1
