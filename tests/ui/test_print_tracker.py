"""Printing the list of actions from Home, over the real pack worker."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from aiplanner.ui.dialogs.print_tracker import PrintTracker
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.pages.home_actions import ActionsRoom
from aiplanner.ui.services import Services
from tests.support.choices import pick
from tests.support.open_documents import NOW
from tests.support.print_pages import PATIENCE, REAL
from tests.support.to_do import action, programme_of
from tests.ui.conftest import Keep

TODAY = NOW.astimezone().date()


@pytest.fixture
def services(services: Services) -> Services:
    """With the worker that draws packs."""
    return replace(services, worker_command=REAL)


@pytest.fixture
def dialog(window: MainWindow, services: Services, keep: Keep) -> PrintTracker:
    """The dialog, opened by Ctrl+P over a list of two programmes."""
    keep(programme_of(100, "Ward 4", action(1, "Discharge board", due=TODAY - timedelta(days=3))))
    keep(programme_of(101, "Theatre 2", action(2, "Good stories", due=TODAY)))
    keep(programme_of(102, "Far", action(3, "Not shown", due=TODAY + timedelta(days=90))))
    window.actions_by_key["actions"].trigger()
    services.jobs.drain()
    window.actions_by_key["print"].trigger()
    room = window.home.to_do
    assert isinstance(room, ActionsRoom)
    [made] = room.findChildren(PrintTracker)
    return made


def words(file: Path) -> str:
    """All words of a PDF."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def test_ctrl_p_saves_what_the_list_shows_as_a_pdf(
    dialog: PrintTracker, qtbot: QtBot, tmp_path: Path
) -> None:
    pick(qtbot, dialog.choices.size_of_print, "large")
    QTest.keyClick(dialog.foot.save_button, Qt.Key.Key_Space)
    [asking] = dialog.findChildren(QFileDialog)
    place = tmp_path / "tracker.pdf"
    asking.fileSelected.emit(str(place))
    asking.reject()
    qtbot.waitUntil(lambda: not dialog.foot.busy, timeout=PATIENCE)
    assert "tracker.pdf" in dialog.foot.outcome.text
    said = words(place)
    assert "Discharge board" in said
    assert "Theatre 2" in said
    assert "Not shown" not in said
    assert [link.text() for link in dialog.foot.outcome.links] == ["Open it", "Show the folder"]
    dialog.reject()


def test_it_is_put_on_paper(dialog: PrintTracker, qtbot: QtBot, tmp_path: Path) -> None:
    printed = tmp_path / "printed.pdf"

    def paper(_pages: int, _size: str) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        return printer

    dialog.printing.make_printer = paper
    QTest.keyClick(dialog.foot.print_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QPrintDialog)), timeout=PATIENCE)
    dialog.findChildren(QPrintDialog)[0].accept()
    qtbot.waitUntil(lambda: not dialog.foot.busy and printed.exists(), timeout=PATIENCE)
    assert len(PdfReader(printed).pages) >= 1
    dialog.reject()


def test_cancel_and_closing_end_the_process(dialog: PrintTracker, tmp_path: Path) -> None:
    place = tmp_path / "tracker.pdf"
    dialog._save_at(place)
    assert dialog.foot.busy
    QTest.keyClick(dialog.foot.cancel_button, Qt.Key.Key_Space)
    assert not dialog.foot.busy
    assert "Nothing was written" in dialog.foot.outcome.text
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not place.exists()


def test_an_empty_list_offers_nothing_to_print(window: MainWindow, services: Services) -> None:
    assert not window.actions_by_key["print"].isEnabled()
    window.actions_by_key["actions"].trigger()
    services.jobs.drain()
    assert not window.actions_by_key["print"].isEnabled()
