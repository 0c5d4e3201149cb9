"""Kept answers are looked at, deleted and brought back by keyboard, and saved as a table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from aiplanner.app.clip_cells import from_tsv
from aiplanner.domain.programme import Programme
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.returned.kept import KeptAnswers
from aiplanner.ui.services import Services
from tests.support.evaluated import BEST, evaluations, example, with_sheets
from tests.support.hands import Hands
from tests.support.leaks import finish_deletions
from tests.ui.conftest import Keep


@dataclass(frozen=True)
class Shelf:
    """The dialog over a programme with two evaluations, and two hands."""

    frame: ProgrammeFrame
    kept: KeptAnswers
    hands: Hands
    services: Services

    @property
    def names(self) -> list[str]:
        model = self.kept.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    @property
    def sizes(self) -> list[int]:
        """How many answers each sheet has."""
        model = self.kept.model
        sheets = [model.line(model.index(row)) for row in range(model.rowCount())]
        return [len(sheet.answers) for sheet in sheets if sheet is not None]

    @property
    def count(self) -> int:
        return len(self.frame.document.now.answers)


@pytest.fixture
def kept(keep: Keep) -> Programme:
    return keep(with_sheets(example(), evaluations(2)))


@pytest.fixture
def shelf(window: MainWindow, services: Services, kept: Programme, qtbot: QtBot) -> Shelf:
    return opened(window, services, kept, qtbot)


def opened(window: MainWindow, services: Services, plan: Programme, qtbot: QtBot) -> Shelf:
    """The dialog as the menu opens it."""
    window.open_programme(plan.id)
    services.jobs.drain()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.actions_by_key["kept_answers"].trigger()
    services.jobs.drain()
    assert window.frame is not None
    dialog = window.findChild(KeptAnswers)
    assert dialog is not None
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    return Shelf(window.frame, dialog, Hands(qtbot, dialog), services)


def test_each_sheet_is_listed_with_its_answers_beside_their_questions(shelf: Shelf) -> None:
    assert shelf.names == ["Your view", "Your view"]
    assert shelf.hands.here is shelf.kept.list
    shelf.hands.press("Down")
    form = shelf.kept.form
    assert form is not None
    assert form.lines[-1].said.said == f"{BEST}, number 1"
    assert form.keys == frozenset(), "nothing is ticked to be deleted from the start"
    heard = QAccessible.queryAccessibleInterface(form.lines[0].tick).text(QAccessible.Text.Name)
    assert heard == "I knew why I was asked to come.: fully"


def test_a_sheet_is_deleted_and_brought_back(shelf: Shelf) -> None:
    before = shelf.frame.document.now
    shelf.hands.press("Del")
    assert shelf.names == ["Your view"]
    assert shelf.count == 3
    assert shelf.kept.words.text() == "Deleted: 3 answers of Your view."
    assert shelf.kept.form is not None
    assert shelf.kept.form.lines[-1].said.said == f"{BEST}, number 1"
    assert shelf.hands.here is shelf.kept.list
    shelf.hands.press("Ctrl+Z")
    assert shelf.frame.document.now == before
    shelf.hands.press("Ctrl+Y")
    assert shelf.count == 3


def test_the_answer_in_focus_is_deleted_or_those_that_are_ticked(shelf: Shelf) -> None:
    shelf.hands.press("Return", "Down", "Del")
    assert shelf.sizes == [2, 3]
    assert shelf.kept.remove.text() == "Delete the sheet"
    shelf.hands.press("Space")
    assert shelf.kept.remove.text() == "Delete these 2"
    shelf.hands.press("Del")
    assert shelf.names == ["Your view"]
    shelf.hands.press("Ctrl+Z", "Ctrl+Z")
    assert shelf.count == 6


def test_when_the_last_is_deleted_the_dialog_says_so_and_undo_is_at_hand(shelf: Shelf) -> None:
    high = shelf.kept.height()
    shelf.hands.press("Del", "Del")
    assert shelf.count == 0
    assert shelf.kept.empty.isVisible()
    assert not shelf.kept.remove.isVisible()
    assert not shelf.kept.save.isEnabled()
    assert shelf.hands.here is shelf.kept.close_button
    shelf.hands.press("Ctrl+Z")
    assert shelf.names == ["Your view"]
    assert not shelf.kept.empty.isVisible()
    assert shelf.hands.here is shelf.kept.list
    assert shelf.kept.height() == high, "it does not grow out of the screen"


def test_the_results_are_saved_from_here_as_a_table(shelf: Shelf, tmp_path: Path) -> None:
    shelf.hands.tab_to(shelf.kept.save)
    shelf.hands.press("Space")
    shelf.services.jobs.drain()
    dialog = shelf.kept.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "out"))
    dialog.close()
    finish_deletions()
    shelf.services.jobs.drain()
    text = (tmp_path / "out.csv").read_bytes().decode("utf-8-sig")
    assert f'Your view,2,What was best for you?,"{BEST}, number 1",1\r\n' in text
    assert shelf.kept.words.text().startswith("Saved out.csv")


def test_the_results_are_copied_from_here(shelf: Shelf) -> None:
    shelf.kept.copy.click()
    shelf.services.jobs.drain()
    rows = from_tsv(QApplication.clipboard().text())
    assert ["Your view", "2", "What was best for you?", f"{BEST}, number 1", "1"] in rows
