"""Evaluation results reach a spreadsheet by the clipboard and as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog

from aiplanner.app.clip_cells import from_html, from_tsv
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.services import Services
from tests.support.evaluated import BEST, evaluations, example, with_sheets
from tests.support.leaks import finish_deletions
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


def test_the_results_are_saved_as_a_file_from_the_menu(
    window: MainWindow, services: Services, keep: Keep, tmp_path: Path
) -> None:
    formula = [{"best": "=HYPERLINK(A1)"}]
    window.open_programme(keep(with_sheets(example(), formula)).id)
    services.jobs.drain()
    window.actions_by_key["save_answers"].trigger()
    services.jobs.drain()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(".csv")
    place = tmp_path / "results.csv"
    dialog.fileSelected.emit(str(place))
    dialog.close()
    finish_deletions()
    services.jobs.drain()
    assert "'=HYPERLINK(A1)" in place.read_text(encoding="utf-8-sig")
    assert window.frame is not None
    assert window.frame.notice.words.text().startswith("Saved results.csv")


def test_nothing_to_save_is_said_before_a_place_is_asked_for(
    window: MainWindow, services: Services, keep: Keep
) -> None:
    window.open_programme(keep(example()).id)
    services.jobs.drain()
    window.actions_by_key["save_answers"].trigger()
    services.jobs.drain()
    assert window.findChild(QFileDialog) is None
    assert window.frame is not None
    assert window.frame.notice.words.text() == "No answers have been taken in yet."


def test_a_place_that_cannot_be_written_to_is_told(
    window: MainWindow, services: Services, keep: Keep, tmp_path: Path
) -> None:
    (tmp_path / "taken").touch()
    window.open_programme(keep(with_sheets(example(), evaluations(1))).id)
    services.jobs.drain()
    window.actions_by_key["save_answers"].trigger()
    services.jobs.drain()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "taken" / "results.csv"))
    dialog.close()
    finish_deletions()
    services.jobs.drain()
    assert window.frame is not None
    assert "could not be written" in window.frame.notice.words.text()


def test_what_is_copied_is_no_formula_either(
    window: MainWindow, services: Services, keep: Keep
) -> None:
    window.open_programme(keep(with_sheets(example(), [{"best": "=1+1"}])).id)
    services.jobs.drain()
    copied(window, services)
    data = QApplication.clipboard().mimeData()
    assert from_tsv(data.text())[1][3] == "'=1+1"
    assert from_html(data.html())[1][3] == "'=1+1"
