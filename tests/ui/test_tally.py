"""Returned paper is typed in at speed by keyboard alone, one sheet a step, nothing assumed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.findings import add_finding, delete_findings
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.findings import Story, Theme
from aiplanner.domain.ids import RowId
from aiplanner.ui.dialogs.question import Question
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from aiplanner.ui.tally.fields import LineField
from aiplanner.ui.tally.window import TallyWindow
from aiplanner.ui.widgets.buttons import Button
from tests.support.hands import Hands
from tests.support.kept_programmes import workshop
from tests.ui.conftest import Keep


@pytest.fixture
def frame(window: MainWindow, services: Services, keep: Keep, qtbot: QtBot) -> ProgrammeFrame:
    """The workshop with its story and themes, open in the window."""
    window.open_programme(keep(workshop()).id)
    services.jobs.drain()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.frame is not None
    return window.frame


@pytest.fixture
def tally(frame: ProgrammeFrame, qtbot: QtBot) -> TallyWindow:
    """The window for typing in, as Ctrl+R opens it."""
    QTest.keyClick(frame.window(), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    made = frame.paper.window
    assert made is not None
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


@pytest.fixture
def hands(tally: TallyWindow, qtbot: QtBot) -> Hands:
    return Hands(qtbot, tally)


def stories(frame: ProgrammeFrame) -> list[Story]:
    """The stories after the one that was there."""
    return list(frame.document.now.stories[1:])


def type_story(hands: Hands, headline: str, consent: str) -> None:
    """A story as it is typed from paper: headline, what happened, the rest empty, consent."""
    hands.type(headline)
    hands.press("Return")
    hands.type("He waited.")
    hands.press("Return", "Return", "Return")
    hands.type(consent)
    hands.press("Return")


def lines(tally: TallyWindow) -> list[str]:
    return [tally.entries.index(row).data() for row in range(tally.entries.rowCount())]


def test_sheet_after_sheet_is_typed_without_leaving_the_keys(
    frame: ProgrammeFrame, tally: TallyWindow, hands: Hands
) -> None:
    type_story(hands, "The taxi", "y")
    type_story(hands, "The keys", "n")
    told = [(s.teller, s.text, s.happened, s.shared, s.gathered) for s in stories(frame)]
    assert told == [
        ("S2", "The taxi", "He waited.", True, "paired interview"),
        ("S3", "The keys", "He waited.", False, "paired interview"),
    ]
    first = frame.document.now.sessions[0].id
    assert {story.session_id for story in stories(frame)} == {first}
    assert hands.here is tally.form.fields["text"]
    assert tally.form.values["teller"] == "S4"
    assert tally.parts.count.text() == "2 sheets typed in"
    assert lines(tally) == [
        "Story sheet 2: S3 The keys · not shared",
        "Story sheet 1: S2 The taxi · may be shared",
    ]


def test_consent_is_never_assumed(frame: ProgrammeFrame, tally: TallyWindow, hands: Hands) -> None:
    hands.type("The taxi")
    hands.press("Ctrl+Return")
    assert stories(frame) == []
    assert "Press Y or N" in tally.form.fields["shared"].accessibleDescription()
    hands.type("y")  # the focus is where the answer is missing
    hands.press("Ctrl+Return")
    [story] = stories(frame)
    assert story.shared
    assert tally.form.fields["shared"].typed == ""


def test_an_empty_sheet_is_not_taken(
    frame: ProgrammeFrame, tally: TallyWindow, hands: Hands
) -> None:
    hands.press("Ctrl+Return")
    assert stories(frame) == []
    assert hands.here is tally.form.fields["text"]
    assert "Nothing is typed yet" in tally.form.fields["text"].accessibleDescription()


def test_each_sheet_is_one_step_of_undo_and_the_list_follows(
    frame: ProgrammeFrame, tally: TallyWindow, hands: Hands
) -> None:
    type_story(hands, "The taxi", "y")
    type_story(hands, "The keys", "n")
    hands.press("Ctrl+Z")
    assert [story.text for story in stories(frame)] == ["The taxi"]
    assert (len(lines(tally)), tally.parts.count.text()) == (1, "1 sheet typed in")
    assert tally.parts.said.text() == "Undone: type in Story sheet 2"
    hands.press("Ctrl+Y")
    assert [story.text for story in stories(frame)] == ["The taxi", "The keys"]
    assert len(lines(tally)) == 2


def test_the_last_sheet_is_opened_and_corrected(
    frame: ProgrammeFrame, tally: TallyWindow, hands: Hands
) -> None:
    type_story(hands, "The taxi", "y")
    hands.press("Alt+Up")
    assert tally.take.text() == "Correct it"
    assert tally.form.values["shared"] == "yes"
    hands.press("Ctrl+A")
    hands.type("The bus")
    hands.press("Tab", "Tab", "Tab", "Tab")
    hands.type("n")
    hands.press("Ctrl+Return")
    [story] = stories(frame)
    assert (story.text, story.shared, story.teller) == ("The bus", False, "S2")
    assert lines(tally) == ["Story sheet 1: S2 The bus · not shared"]
    assert tally.take.text() == "Take the sheet"
    hands.press("Ctrl+Z")
    assert stories(frame)[0].text == "The taxi"
    hands.press("Ctrl+Z")
    assert stories(frame) == []
    assert lines(tally) == []


def test_a_half_typed_sheet_is_not_lost_to_a_correction_or_a_closed_window(
    frame: ProgrammeFrame, tally: TallyWindow, hands: Hands, qtbot: QtBot
) -> None:
    type_story(hands, "The taxi", "y")
    hands.type("Half")
    hands.press("Alt+Up")
    assert tally.form.values["text"] == "Half"
    tally.close()
    frame.paper.open("three-wishes")
    assert tally.isVisible()
    assert tally.form.values["text"] == "Half"
    with qtbot.waitActive(tally):
        tally.activateWindow()
    hands.press("Ctrl+Backspace")
    assert tally.form.values["text"] == ""


def answer(window: MainWindow, words: str) -> None:
    """Press an answer of the question that the window put."""
    shown = [one for one in window.findChildren(Question) if one.isVisible()]
    assert len(shown) == 1
    [pressed] = [b for b in shown[0].findChildren(Button) if b.text() == words]
    pressed.click()


def test_a_half_typed_sheet_is_asked_about_before_its_window_goes(
    window: MainWindow, frame: ProgrammeFrame, tally: TallyWindow, hands: Hands, qtbot: QtBot
) -> None:
    hands.type("Half")
    tally.close()
    window.close()
    assert window.isVisible()
    answer(window, "Back to the sheet")
    assert tally.isVisible()
    assert tally.form.values["text"] == "Half"
    window.go_home()
    assert window.frame is frame
    answer(window, "Cancel")
    with qtbot.waitSignal(window.closed):
        window.close()
        answer(window, "Close without it")
    assert not stories(frame)


def test_a_correction_is_half_typed_once_it_says_something_else(
    window: MainWindow, frame: ProgrammeFrame, tally: TallyWindow, hands: Hands
) -> None:
    type_story(hands, "The taxi", "y")
    assert tally.half_typed == ""
    hands.press("Alt+Up")
    assert tally.half_typed == "", "it says what was taken"
    hands.type("!")
    assert tally.half_typed == "Story sheet 1"
    window.go_home()
    assert window.frame is frame
    answer(window, "Close without it")
    assert window.frame is None


def test_votes_are_counted_theme_by_theme(
    frame: ProgrammeFrame, tally: TallyWindow, hands: Hands
) -> None:
    frame.paper.open("theme-summary")
    hands.type("3")
    hands.press("Return")
    hands.type("many")
    hands.press("Return")
    quiet = frame.document.now.themes[1]
    assert "“many” is no number" in tally.form.fields[quiet.id].accessibleDescription()
    hands.press("Ctrl+A")
    hands.type("-1")
    hands.press("Return")
    assert "too small or too large" in tally.form.fields[quiet.id].accessibleDescription()
    hands.press("Ctrl+A")
    hands.type("2")
    hands.press("Return")
    assert [theme.votes for theme in frame.document.now.themes] == [3, 7]
    assert tally.form.begun is False
    hands.press("Ctrl+Z")
    assert [theme.votes for theme in frame.document.now.themes] == [None, 5]
    assert lines(tally) == []


def test_a_line_break_is_typed_with_shift(
    frame: ProgrammeFrame, tally: TallyWindow, hands: Hands
) -> None:
    frame.paper.open("dream-sheet")
    hands.press("Return", "Return")
    hands.type("We know")
    hands.press("Shift+Return")
    hands.type("who comes.")
    hands.press("Return")
    hands.type("2028")
    hands.press("Return")
    [dream] = frame.document.now.dreams
    assert (dream.text, dream.horizon) == ("We know\nwho comes.", "2028")


def test_the_pile_is_remembered(
    frame: ProgrammeFrame, tally: TallyWindow, services: Services
) -> None:
    session = frame.document.now.sessions[1].id
    tally.choose(None, session)
    tally.head.gathered.setText("told to the group")
    tally.head.gathered.left.emit()
    again = TallyWindow(frame.document, services)
    assert again.head.pile == tally.head.pile
    assert (again.head.pile.session_id, again.head.pile.gathered) == (session, "told to the group")
    again.deleteLater()


def test_a_theme_deleted_meanwhile_leaves_the_form(
    frame: ProgrammeFrame, tally: TallyWindow, hands: Hands
) -> None:
    frame.paper.open("theme-summary")
    themes = [theme.id for theme in frame.document.now.themes]
    frame.document.edit("delete", lambda now: delete_findings(now, themes[:1]))
    assert list(tally.form.fields) == themes[1:]
    frame.document.edit("delete", lambda now: delete_findings(now, themes[1:]))
    assert tally.parts.empty.isVisible()
    assert not tally.take.isEnabled()
    hands.press("Ctrl+Return")
    assert frame.document.now.themes == ()
    assert tally.parts.empty.button is not None
    tally.parts.empty.button.click()
    assert (tally.isVisible(), frame.page.guide_topic()) == (False, "phase:discover")


def test_how_many_votes_there_are_is_told_once_and_while_one_types(
    frame: ProgrammeFrame, tally: TallyWindow
) -> None:
    frame.paper.open("theme-summary")
    key, field = next(iter(tally.form.fields.items()))
    assert isinstance(field, LineField)
    assert field.placeholderText() == ""
    shown = [label.text() for label in tally.form.findChildren(QLabel) if label.isVisible()]
    [votes] = [theme.votes for theme in frame.document.now.themes if theme.id == key]
    assert f"{votes or 0} votes so far" in shown


def test_the_list_says_what_it_is_for_until_there_is_one(tally: TallyWindow, hands: Hands) -> None:
    assert (tally.parts.none.isVisible(), tally.list.isVisible()) == (True, False)
    type_story(hands, "The taxi", "y")
    assert (tally.parts.none.isVisible(), tally.list.isVisible()) == (False, True)


def test_a_theme_that_comes_in_takes_no_votes_that_are_half_typed(
    frame: ProgrammeFrame, tally: TallyWindow, hands: Hands
) -> None:
    frame.paper.open("theme-summary")
    first, second = (theme.id for theme in frame.document.now.themes)
    hands.type("3")
    hands.press("Return")
    hands.type("4")
    theme = Theme(RowId("e" * 32), 0, "A colleague’s")
    frame.document.edit("add", lambda now: add_finding(now, theme, 0))
    assert tally.form.values == {theme.id: "", first: "3", second: "4"}
    assert hands.here is tally.form.fields[second]


def test_another_session_chosen_late_keeps_what_is_typed(
    frame: ProgrammeFrame, tally: TallyWindow, hands: Hands
) -> None:
    type_story(hands, "The taxi", "y")
    hands.type("The keys")
    tally.head.choose(None, frame.document.now.sessions[1].id)
    assert tally.form.values["text"] == "The keys"
    tally.clear()
    hands.press("Alt+Up")
    tally.head.choose(None, frame.document.now.sessions[0].id)
    assert (tally.take.text(), tally.form.values["text"]) == ("Correct it", "The taxi")


def test_a_session_deleted_meanwhile_does_not_make_the_pile_of_another(
    frame: ProgrammeFrame, tally: TallyWindow
) -> None:
    chosen = frame.document.now.sessions[1].id
    tally.choose(None, chosen)
    frame.document.edit("delete", lambda now: delete_session(now, chosen))
    assert tally.head.pile.session_id is None
    assert tally.head.session.currentText() == "not known"
