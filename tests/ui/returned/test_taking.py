"""Returned forms are looked at and taken by keyboard alone; nothing enters before that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from aiplanner.app.ports import WorldError
from aiplanner.ui.errors import sentence
from aiplanner.ui.returned.lines import State
from tests.support.filled_forms import story_form, write_form
from tests.support.hands import PATIENCE
from tests.support.memory_library import MemoryLibrary
from tests.support.returned_desk import KEYS, TAXI, Desk

NAME = QAccessible.Text.Name


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
    words = [one.text() for one in desk.form.findChildren(QLabel)]
    assert words.count("left out") == 1
    assert "3 of 4 answers → a story" in words


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


def test_of_all_that_are_taken_those_that_could_not_be_are_told(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI), desk.write("ben", KEYS))
    desk.hands.press("Return", "Space", *["Down"] * 4, "Space")  # of anna's, consent alone
    desk.hands.press("Ctrl+Shift+Return")
    desk.qtbot.waitUntil(lambda: not desk.forms.pile.progress[1], timeout=PATIENCE)
    assert desk.states == [State.READY, State.TAKEN]
    assert desk.forms.parts.said.text() == "1 sheet is taken. 1 could not be: its line says why."
    assert desk.spoken[0] == "anna.pdf: Story sheet, Morning · could not be taken"
    assert desk.forms.panel.refusal.text()


def test_the_form_that_is_taken_back_is_shown(desk: Desk) -> None:
    desk.read(desk.write("anna", TAXI), desk.write("ben", KEYS))
    desk.hands.press("Ctrl+Return", "Ctrl+Return", "Up")
    assert "anna.pdf" in desk.forms.panel.where.text()
    desk.hands.press("Ctrl+Z")
    assert "ben.pdf" in desk.forms.panel.where.text()
    assert desk.form.keys == {"text", "happened", "shared"}


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


def test_what_was_taken_back_comes_in_again_like_any_form(desk: Desk) -> None:
    anna = desk.write("anna", TAXI)
    desk.read(anna)
    desk.hands.press("Ctrl+Return", "Ctrl+Z", "Ctrl+Y", "Ctrl+Z", "Del")
    desk.services.jobs.drain()
    desk.read(anna)
    assert desk.forms.panel.notes.text() == ""
    assert desk.form.keys == {"text", "happened", "quote", "shared"}
    desk.hands.press("Ctrl+Return")
    assert [story.text for story in desk.stories] == ["The taxi"]


def test_taken_back_after_it_left_the_list_it_is_forgotten_too(
    desk: Desk, library: MemoryLibrary
) -> None:
    desk.read(desk.write("anna", TAXI))
    desk.hands.press("Ctrl+Return", "Del", "Ctrl+Z")
    desk.services.jobs.drain()
    assert desk.stories == []
    assert library.forms == set()
    desk.hands.press("Ctrl+Y")
    desk.services.jobs.drain()
    assert len(library.forms) == 1


def test_the_same_answers_of_two_people_are_known_while_one_of_them_stands(
    desk: Desk, library: MemoryLibrary
) -> None:
    desk.read(desk.write("anna", TAXI), desk.write("ben", TAXI))
    desk.hands.press("Ctrl+Return")
    desk.forms.list.turn_to(1)
    desk.hands.press("Return", "Space", "Ctrl+Return", "Ctrl+Z")
    desk.services.jobs.drain()
    assert desk.states == [State.TAKEN, State.READY]
    assert len(library.forms) == 1


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
    assert desk.forms.parts.said.text() == sentence(WorldError("library-busy"))
    library.refusing = None
