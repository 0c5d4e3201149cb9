"""Forms come into their window by drop, choice and folder, and each file has its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.sessions import add_session
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.pages.overview import OverviewPage
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.returned import gathering
from aiplanner.ui.returned.lines import State
from aiplanner.ui.services import Services
from tests.support.filled_forms import story_form, write_form
from tests.support.hands import PATIENCE
from tests.support.kept_programmes import workshop
from tests.support.leaks import finish_deletions
from tests.support.returned_desk import KEYS, TAXI, Desk, Write, drop_on, settle
from tests.ui.conftest import Keep


def test_files_and_folders_are_chosen_in_dialogs(desk: Desk, tmp_path: Path) -> None:
    desk.write("anna", TAXI)
    for key, mode in (
        ("Ins", QFileDialog.FileMode.ExistingFiles),
        ("Ctrl+Shift+O", QFileDialog.FileMode.Directory),
    ):
        desk.hands.press(key)
        dialog = desk.forms.findChild(QFileDialog)
        assert dialog is not None
        assert dialog.fileMode() is mode
        dialog.filesSelected.emit([str(tmp_path / "anna.pdf")])
        dialog.fileSelected.emit(str(tmp_path))
        dialog.close()
        finish_deletions()
        settle(desk.forms, desk.services, desk.qtbot)
    assert [line.path.name for line in desk.forms.pile.lines] == ["anna.pdf"]


def test_a_typed_folder_is_taken_though_those_on_the_way_are_chosen_too(
    desk: Desk, tmp_path: Path
) -> None:
    inner = tmp_path / "forms"
    inner.mkdir()
    desk.write("ben", KEYS)
    desk.write("anna", TAXI).rename(inner / "anna.pdf")
    desk.hands.press("Ctrl+Shift+O")
    dialog = desk.forms.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(tmp_path), str(inner)])  # and of no single one, as Qt does then
    dialog.close()
    finish_deletions()
    settle(desk.forms, desk.services, desk.qtbot)
    assert [line.path for line in desk.forms.pile.lines] == [inner / "anna.pdf"]


def test_a_file_that_comes_again_is_read_again_and_its_ticks_stay(desk: Desk) -> None:
    anna = desk.write("anna", TAXI)
    desk.read(anna)
    desk.hands.press("Return", "Down", "Space")  # the headline is left out
    ticked = desk.form.keys
    assert "text" not in ticked
    desk.read(anna, desk.write("ben", KEYS))
    assert [line.path.name for line in desk.forms.pile.lines] == ["anna.pdf", "ben.pdf"]
    assert desk.forms.pile.lines[0].ticked == ticked
    desk.write("anna", {**TAXI, "quote": "Home by noon"})
    desk.read(anna)
    assert [line.path.name for line in desk.forms.pile.lines] == ["ben.pdf", "anna.pdf"]
    assert "text" in desk.forms.pile.lines[1].ticked


def test_of_a_file_that_comes_again_what_was_taken_stays(desk: Desk) -> None:
    anna = desk.write("anna", TAXI)
    desk.read(anna)
    desk.hands.press("Ctrl+Return")
    desk.read(anna)
    assert desk.states == [State.TAKEN, State.READY]
    assert not desk.forms.pile.lines[1].ticked


def test_what_is_refused_has_its_line_and_enters_nothing(desk: Desk, tmp_path: Path) -> None:
    before = desk.frame.document.now
    letter = tmp_path / "refuse.pdf"
    letter.touch()
    gone = desk.write("gone", TAXI, document="my-sheet")
    desk.read(letter, gone, desk.write("anna", TAXI))
    assert desk.states == [State.REFUSED, State.REFUSED, State.READY]
    assert "This file is no PDF" in desk.spoken[0]
    assert "is not there any more" in desk.spoken[1]
    assert desk.forms.panel.title.text() == "refuse.pdf"
    assert desk.forms.panel.refusal.text().startswith("This file is no PDF")
    assert desk.forms.parts.count.text() == "3 files · 1 to look at · 2 refused"
    assert desk.frame.document.now is before


def test_a_form_of_another_programme_says_whose_it_is(
    desk: Desk, keep: Keep, tmp_path: Path
) -> None:
    other = keep(replace(workshop()))
    form = story_form(other, TAXI)
    desk.read(write_form(tmp_path / "other.pdf", form))
    assert desk.states == [State.REFUSED]
    assert "This form belongs to “Workshop”." in desk.spoken[0]


def test_a_mended_file_takes_the_place_of_the_refused_one(desk: Desk) -> None:
    bad = desk.write("anna", TAXI, document="my-sheet")
    desk.read(bad)
    desk.write("anna", TAXI)
    desk.read(*(bad,))
    assert desk.states == [State.READY]


def test_a_hundred_forms_are_read_and_taken_each_as_its_own_step(
    desk: Desk, tmp_path: Path
) -> None:
    for number in range(100):
        desk.write(f"form {number:03}", {**TAXI, "text": f"Story {number}"})
    desk.read(*(tmp_path,))
    assert desk.forms.parts.count.text() == "100 files · 100 to look at"
    desk.hands.press("Ctrl+Shift+Return")
    desk.qtbot.waitUntil(lambda: not desk.forms.pile.progress[1], timeout=PATIENCE)
    assert [story.text for story in desk.stories] == [f"Story {n}" for n in range(100)]
    assert desk.forms.parts.said.text() == "100 sheets are taken."
    desk.hands.press("Ctrl+Z")
    assert len(desk.stories) == 99


def test_sheets_that_are_taken_are_not_each_drawn_while_the_next_is_taken(
    desk: Desk, tmp_path: Path
) -> None:
    for number in range(20):
        desk.write(f"form {number:03}", {**TAXI, "text": f"Story {number}"})
    desk.read(tmp_path)
    drawn: list[int] = []
    desk.forms.parts.progress.valueChanged.connect(drawn.append)
    desk.forms.looks.setInterval(PATIENCE)
    desk.hands.press("Ctrl+Shift+Return")
    desk.qtbot.waitUntil(lambda: not desk.forms.pile.progress[1], timeout=PATIENCE)
    assert len(desk.stories) == 20
    assert len(drawn) <= 2, "when it begins, and when it is done"
    assert desk.forms.parts.count.text() == "20 files · 20 taken"
    assert desk.spoken[19] == "form 019.pdf: Taken: Story sheet, Morning"


def test_the_overview_behind_the_window_follows_when_there_is_time(desk: Desk) -> None:
    page = desk.frame.page
    assert isinstance(page, OverviewPage)
    evening = Session(RowId("e" * 32), 0, title="Evening")
    desk.frame.document.edit("add a session", lambda now: add_session(now, evening))
    assert page.totals.text().startswith("2 sessions"), "not in the step that takes a form"
    desk.qtbot.waitUntil(lambda: page.totals.text().startswith("3 sessions"), timeout=PATIENCE)


def test_of_more_files_than_are_read_at_one_go_the_rest_is_not_kept_quiet(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "MOST", 2)
    for name in ("anna", "ben", "cleo"):
        desk.write(name, {**TAXI, "text": name})
    desk.read(tmp_path)
    assert desk.forms.parts.said.text().startswith("2 files are read.")
    assert "choose them again for the rest" in desk.forms.parts.said.text()
    desk.read(tmp_path)
    assert {line.path.stem for line in desk.forms.pile.lines} == {"anna", "ben", "cleo"}


def test_escape_stops_reading_first_and_closes_then(desk: Desk, tmp_path: Path) -> None:
    drop_on(desk.forms, (desk.write("hang", TAXI), desk.write("anna", TAXI)))
    desk.services.jobs.drain()
    assert desk.forms.halt.isVisible()
    desk.hands.press("Esc")
    assert desk.forms.pile.lines == []
    assert desk.forms.parts.said.text() == "Stopped. 2 files were not read."
    desk.hands.press("Esc")
    assert not desk.forms.isVisible()


def test_what_was_read_is_there_when_the_window_is_opened_again(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI))
    desk.hands.press("Esc")
    desk.frame.forms.open()
    assert desk.forms.isVisible()
    assert desk.states == [State.READY]


def test_without_forms_the_window_says_what_to_do(desk: Desk) -> None:
    assert desk.forms.parts.empty.isVisible()
    buttons = [one for one in desk.forms.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in buttons if "Choose" in one.text()] == [
        "Choose files…",
        "Choose a folder…",
    ], "each is offered once"
    assert not desk.forms.take.isVisible()
    assert desk.hands.here is desk.forms.parts.empty.button
    desk.hands.tab_to(desk.forms.parts.empty_folder)
    desk.hands.tab_to(desk.forms.kept)
    desk.read(desk.write("anna", TAXI))
    assert desk.hands.here is desk.forms.list, "wherever the focus was, the form is what is new"


@pytest.mark.parametrize("door", ["print", "tally", "menu"])
def test_the_window_is_opened_from_where_forms_are_thought_of(
    frame: ProgrammeFrame, door: str
) -> None:
    inside: QWidget = frame
    if door == "tally":
        frame.paper.open()
        assert frame.paper.window is not None
        inside = frame.paper.window
    elif door == "print":
        frame.go("print")
    else:
        window = frame.window()
        assert isinstance(window, MainWindow)
        window.actions_by_key["returned"].trigger()
    for button in inside.findChildren(QPushButton):
        if button.isVisible() and button.text() == "Forms that came back…":
            button.click()
    assert frame.forms.window is not None
    assert frame.forms.window.isVisible()


def test_forms_dropped_on_a_page_come_to_the_window(
    frame: ProgrammeFrame, services: Services, write: Write, qtbot: QtBot
) -> None:
    drop_on(frame.window(), (write("anna", TAXI),))
    forms = frame.forms.window
    assert forms is not None
    settle(forms, services, qtbot)
    assert [line.state for line in forms.pile.lines] == [State.READY]


def test_forms_dropped_on_home_say_whose_they_are_and_lead_there(
    window: MainWindow, services: Services, write: Write, kept: Programme, qtbot: QtBot
) -> None:
    drop_on(window, (write("anna", TAXI), write("ben", KEYS)))

    def told() -> bool:
        services.jobs.drain()
        return bool(window.home.notice.offer)

    qtbot.waitUntil(told, timeout=PATIENCE)
    assert window.home.notice.offer == "2 of 2 forms belong to “Workshop”."
    window.home.notice.answer()
    services.jobs.drain()
    assert window.frame is not None
    assert window.frame.document.now.id == kept.id
    forms = window.frame.forms.window
    assert forms is not None
    settle(forms, services, qtbot)
    assert [line.state for line in forms.pile.lines] == [State.READY, State.READY]
    assert window.frame.document.now == kept


def test_what_is_no_form_dropped_on_home_says_so(
    window: MainWindow, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    letter = tmp_path / "refuse.pdf"
    letter.touch()
    drop_on(window, (letter,))

    def told() -> bool:
        services.jobs.drain()
        return window.home.notice.words.text().startswith("This file is no PDF")

    qtbot.waitUntil(told, timeout=PATIENCE)
    assert window.frame is None


def test_of_two_drops_on_home_in_a_row_the_second_is_told(
    window: MainWindow, services: Services, write: Write, tmp_path: Path, qtbot: QtBot
) -> None:
    letter = tmp_path / "refuse.pdf"
    letter.touch()
    drop_on(window, (write("anna", TAXI), write("ben", KEYS)))
    drop_on(window, (letter,))

    def told() -> bool:
        services.jobs.drain()
        return bool(window.home.notice.offer) or "Reading" not in window.home.notice.words.text()

    qtbot.waitUntil(told, timeout=PATIENCE)
    assert window.home.notice.words.text().startswith("This file is no PDF")
    assert not window.home.notice.offer
