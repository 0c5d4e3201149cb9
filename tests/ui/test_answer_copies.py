"""Evaluation results reach a spreadsheet by the clipboard."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from aiplanner.app.clip_cells import from_html, from_tsv
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.services import Services
from tests.support.evaluated import BEST, evaluations, example, with_sheets
from tests.ui.conftest import Keep


def copied(window: MainWindow, services: Services) -> str:
    """What the window says when the action was called from the menu."""
    window.actions_by_key["copy_answers"].trigger()
    services.jobs.drain()
    assert window.frame is not None
    return window.frame.notice.words.text()


def test_the_results_are_copied_as_a_table_for_both_kinds_of_program(
    window: MainWindow, services: Services, keep: Keep
) -> None:
    programme = keep(with_sheets(example(), evaluations(2)))
    window.open_programme(programme.id)
    services.jobs.drain()

    assert copied(window, services).startswith("Copied the evaluation results")
    data = QApplication.clipboard().mimeData()
    rows = from_tsv(data.text())
    assert rows == from_html(data.html())
    assert ["Your view", "2", "What was best for you?", f"{BEST}, number 1", "1"] in rows


def test_without_answers_the_clipboard_is_left_alone(
    window: MainWindow, services: Services, keep: Keep
) -> None:
    window.open_programme(keep(example()).id)
    services.jobs.drain()
    QApplication.clipboard().setText("mine")

    assert copied(window, services) == "No answers have been taken in yet."
    assert QApplication.clipboard().text() == "mine"
