"""Returned forms are looked at and taken by keyboard alone; nothing enters before that."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.app.ports import WorldError
from aiplanner.domain.findings import Story
from aiplanner.domain.programme import Programme
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.returned.answers import AnswersForm
from aiplanner.ui.returned.lines import State
from aiplanner.ui.returned.window import ReturnedWindow
from aiplanner.ui.services import Services
from tests.support import form_double
from tests.support.filled_forms import STORY, story_form, write_form
from tests.support.hands import PATIENCE, Hands
from tests.support.kept_programmes import workshop
from tests.support.leaks import finish_deletions
from tests.support.memory_library import MemoryLibrary
from tests.ui.conftest import Keep

NAME = QAccessible.Text.Name
TAXI = {
    "text": "The taxi",
    "happened": "He waited.\nAn hour.",
    "quote": "Off we go",
    "shared": "p1",
}
KEYS = {"text": "The keys", "happened": "They were under the mat.", "shared": "p3"}


@dataclass(frozen=True)
class Desk:
    """The window for returned forms, a folder for files, and two hands."""

    frame: ProgrammeFrame
    forms: ReturnedWindow
    hands: Hands
    services: Services
    qtbot: QtBot
    write: Write

    def read(self, *paths: Path) -> None:
        """Drop files on the window and wait until all are read."""
        drop_on(self.forms, paths)
        settle(self.forms, self.services, self.qtbot)

    @property
    def form(self) -> AnswersForm:
        """The answers on show."""
        assert self.forms.panel.form is not None
        return self.forms.panel.form

    @property
    def stories(self) -> list[Story]:
        """The stories after the one that was there."""
        return list(self.frame.document.now.stories[1:])

    @property
    def states(self) -> list[State]:
        return [line.state for line in self.forms.pile.lines]

    @property
    def spoken(self) -> list[str]:
        """What a screen reader says of each line of the list."""
        model, role = self.forms.model, Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row).data(role)) for row in range(model.rowCount())]


@dataclass(frozen=True)
class Write:
    """Writes story sheets of the first session of a programme: `write("anna", TAXI)`."""

    folder: Path
    programme: Programme

    def __call__(self, name: str, said: Mapping[str, str], document: str = STORY) -> Path:
        form = story_form(self.programme, said, self.programme.sessions[0].id, document=document)
        return write_form(self.folder / f"{name}.pdf", form)


@pytest.fixture
def services(services: Services) -> Services:
    """With a reader for forms."""
    return replace(services, worker_command=(sys.executable, form_double.__file__))


@pytest.fixture
def kept(keep: Keep) -> Programme:
    return keep(workshop())


@pytest.fixture
def write(tmp_path: Path, kept: Programme) -> Write:
    return Write(tmp_path, kept)


@pytest.fixture
def frame(window: MainWindow, services: Services, kept: Programme, qtbot: QtBot) -> ProgrammeFrame:
    """The workshop, open in the window."""
    window.open_programme(kept.id)
    services.jobs.drain()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.frame is not None
    return window.frame


@pytest.fixture
def desk(frame: ProgrammeFrame, services: Services, qtbot: QtBot, write: Write) -> Desk:
    """The window for returned forms, as its keys open it."""
    Hands(qtbot, frame.window()).press("Ctrl+Shift+F")
    forms = frame.forms.window
    assert forms is not None
    with qtbot.waitActive(forms):
        forms.activateWindow()
    return Desk(frame, forms, Hands(qtbot, forms), services, qtbot, write)


def settle(forms: ReturnedWindow, services: Services, qtbot: QtBot) -> None:
    def done() -> bool:
        services.jobs.drain()
        return bool(forms.pile.lines) and not forms.pile.progress[1]

    qtbot.waitUntil(done, timeout=PATIENCE)


def drop_on(window: QWidget, paths: tuple[Path, ...]) -> None:
    """Drop files on a window as the system does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, at = Qt.KeyboardModifier.NoModifier, QPointF(30, 30)
    QApplication.sendEvent(window, QDragEnterEvent(at, copy, data, left, none))
    QApplication.sendEvent(window, QDropEvent(at, copy, data, left, none))


def test_a_form_that_is_read_is_shown_and_nothing_is_entered(desk: Desk) -> None:
    before = desk.frame.document.now
    desk.read(desk.write("anna", TAXI))
    assert desk.spoken == ["anna.pdf: Story sheet, Morning · 4 answers"]
    assert desk.forms.list.selectionModel().selectedIndexes() == [desk.forms.model.index(0)]
    assert desk.forms.panel.title.text() == "Story sheet"
    assert "anna.pdf" in desk.forms.panel.where.text()
    answers = {line.said.key: line.said.said for line in desk.form.lines}
    assert answers["happened"] == "He waited.\nAn hour."
    assert desk.frame.document.now is before


def test_the_ticked_answers_are_taken_as_one_step_and_undone(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI))
    desk.hands.press("Ctrl+Return")
    [story] = desk.stories
    assert (story.text, story.happened, story.quote) == (
        "The taxi",
        "He waited.\nAn hour.",
        "Off we go",
    )
    assert story.shared
    assert story.session_id == desk.frame.document.now.sessions[0].id
    assert desk.states == [State.TAKEN]
    assert desk.forms.parts.said.text() == "Taken: 4 answers of Story sheet, Morning."
    desk.hands.press("Ctrl+Z")
    assert desk.stories == []
    assert desk.states == [State.READY]
    desk.hands.press("Ctrl+Y")
    assert [one.text for one in desk.stories] == ["The taxi"]
    assert desk.states == [State.TAKEN]


def test_only_what_is_ticked_is_taken(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI))
    desk.hands.press("Return", "Down", "Down", "Space")  # all, headline, what happened
    assert desk.forms.take.text() == "Take these 3"
    desk.hands.press("Ctrl+Return")
    [story] = desk.stories
    assert (story.text, story.happened) == ("The taxi", "")
    assert [one.text() for one in desk.form.findChildren(QLabel)].count("left out") == 1


def test_all_are_ticked_and_unticked_at_once(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI))
    assert desk.form.every.checkState() is Qt.CheckState.Checked
    desk.hands.press("Return", "Space")
    assert desk.form.keys == frozenset()
    assert not desk.forms.take.isEnabled()
    desk.hands.press("Down", "Space")
    assert desk.form.every.checkState() is Qt.CheckState.PartiallyChecked
    desk.hands.press("Up", "Space")
    assert desk.form.keys == {"text", "happened", "quote", "shared"}


def test_a_story_is_not_shared_where_its_teller_did_not_say_so(desk: Desk) -> None:
    silent = {key: text for key, text in TAXI.items() if key != "shared"}
    desk.read(desk.write("anna", silent))
    assert "does not say whether the story may be shared" in desk.forms.panel.notes.text()
    [consent] = [line for line in desk.form.lines if line.said.key == "shared"]
    assert not consent.tick.isEnabled()
    desk.hands.press("Ctrl+Return")
    assert [story.shared for story in desk.stories] == [False]


def test_a_sheet_that_cannot_be_taken_says_why_and_stays(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI))
    desk.hands.press("Return", "Space", *["Down"] * 4, "Space")  # consent alone
    assert desk.form.keys == {"shared"}
    before = desk.frame.document.now
    desk.hands.press("Ctrl+Return")
    assert desk.frame.document.now is before
    assert desk.states == [State.READY]
    assert desk.forms.panel.refusal.text()
    desk.hands.press("Up", "Space", "Ctrl+Return")
    assert [story.quote for story in desk.stories] == ["Off we go"]
    assert desk.forms.panel.refusal.text() == ""


def test_a_note_is_heard_where_the_ticks_begin(desk: Desk) -> None:
    desk.read(desk.write("anna", {**TAXI, "shared": "p2"}))
    heard = QAccessible.queryAccessibleInterface(desk.form.every)
    assert "wants details changed" in heard.text(QAccessible.Text.Description)
    assert "shared" not in desk.form.keys


def test_an_older_version_is_told_and_is_no_hindrance(desk: Desk) -> None:
    old = write_form(
        desk.write.folder / "old.pdf",
        story_form(desk.write.programme, TAXI, revision=desk.frame.document.revision + 3),
    )
    desk.read(old, desk.write("anna", KEYS))
    made = desk.frame.document.revision + 3
    assert desk.spoken[0] == f"old.pdf: Story sheet · 4 answers, from version {made}"
    assert f"Made from version {made}" in desk.forms.panel.notes.text()
    assert desk.form.keys == {"text", "happened", "quote", "shared"}


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
    assert [line.path.name for line in desk.forms.pile.lines] == ["anna.pdf", "anna.pdf"]


def test_after_a_form_is_taken_the_next_is_shown(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI), desk.write("ben", KEYS))
    desk.hands.press("Ctrl+Return")
    assert "ben.pdf" in desk.forms.panel.where.text()
    desk.hands.press("Ctrl+Return")
    assert [one.text for one in desk.stories] == ["The taxi", "The keys"]
    assert desk.frame.document.history.undo_label == "take Story sheet, Morning"
    desk.hands.press("Ctrl+Z")
    assert [one.text for one in desk.stories] == ["The taxi"]
    assert desk.states == [State.TAKEN, State.READY]


def test_the_same_answers_twice_are_told_and_not_ticked(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI), desk.write("anna (1)", TAXI))
    assert desk.spoken[1] == "anna (1).pdf: Story sheet, Morning · the same answers again"
    desk.hands.press("Down")
    assert "The same answers stand in anna.pdf." in desk.forms.panel.notes.text()
    assert not desk.forms.take.isEnabled()
    desk.hands.press("Ctrl+Shift+Return")
    assert desk.states == [State.TAKEN, State.READY]
    assert len(desk.stories) == 1


def test_what_was_taken_on_another_day_is_known_again(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI))
    desk.hands.press("Ctrl+Return")
    desk.services.jobs.drain()
    desk.hands.press("Del")
    assert desk.forms.model.rowCount() == 0
    desk.read(*(desk.write("later", TAXI),))
    assert "taken in before" in desk.forms.panel.notes.text()
    assert not desk.forms.take.isEnabled()


def test_what_is_refused_has_its_line_and_enters_nothing(desk: Desk, tmp_path: Path) -> None:
    before = desk.frame.document.now
    letter = tmp_path / "refuse.pdf"
    letter.touch()
    gone = desk.write("gone", TAXI, document="my-sheet")
    desk.read(letter, gone, desk.write("anna", TAXI))
    assert desk.states == [State.REFUSED, State.REFUSED, State.READY]
    assert "This file is no PDF" in desk.spoken[0]
    assert "is not there any more" in desk.spoken[1]
    assert desk.forms.panel.words.words.text().startswith("This file is no PDF")
    assert desk.forms.parts.count.text() == "3 files · 1 to look at · 2 refused"
    assert desk.frame.document.now is before


def test_a_form_of_another_programme_says_whose_it_is(
    desk: Desk, keep: Keep, tmp_path: Path
) -> None:
    other = keep(replace(workshop()))
    form = story_form(other, TAXI)
    desk.read(write_form(tmp_path / "other.pdf", form))
    assert desk.states == [State.REFUSED]
    assert "It is a form of “Workshop”." in desk.spoken[0]


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
    assert desk.hands.here is desk.forms.parts.empty.button
    desk.hands.tab_to(desk.forms.parts.empty_folder)


def test_every_control_has_a_name_and_a_tick_tells_question_and_answer(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI))
    tab = Qt.FocusPolicy.TabFocus.value
    stops = [
        one
        for one in desk.forms.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy().value & tab
    ]
    names = [QAccessible.queryAccessibleInterface(one).text(NAME) for one in stops]
    assert all(name.strip() for name in names), names
    said = [QAccessible.queryAccessibleInterface(line.tick).text(NAME) for line in desk.form.lines]
    assert said[0].endswith(": The taxi")


def test_a_refused_note_is_told_and_the_sheet_stays_taken(
    desk: Desk, library: MemoryLibrary
) -> None:
    desk.read(desk.write("anna", TAXI))
    library.refusing = WorldError("library-busy")
    desk.hands.press("Ctrl+Return")
    desk.services.jobs.drain()
    assert len(desk.stories) == 1
    library.refusing = None


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
