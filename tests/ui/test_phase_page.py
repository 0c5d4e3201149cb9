"""What a group found is written down, ordered, grouped and merged, all of it by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Phase
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import link
from aiplanner.domain.findings import (
    DreamKind,
    Question,
    QuestionPart,
    Theme,
    Topic,
)
from aiplanner.ui.dialogs.link import LinkDialog
from aiplanner.ui.pages.phase_commands import FindingCommands
from tests.support.phase_desk import CONTROL, PhaseDesk, cycle, key, phase_desk, stories
from tests.support.timeline_desk import listen

THREE = ("The bag was packed", "The plan on the board", "A call on the second day")
Enter = Qt.Key.Key_Return


@pytest.fixture
def blank(qtbot: QtBot) -> Iterator[PhaseDesk]:
    """Discover, where nothing was found yet."""
    with phase_desk(cycle(), Phase.DISCOVER, qtbot) as desk:
        yield desk


@pytest.fixture
def three(qtbot: QtBot) -> Iterator[PhaseDesk]:
    """Discover with three stories and a theme."""
    rows = (*stories(THREE), Theme(key(9), 0, "The day before"))
    with phase_desk(cycle(*rows), Phase.DISCOVER, qtbot) as desk:
        yield desk


def test_an_empty_page_teaches_and_begins_where_things_are_written_down(blank: PhaseDesk) -> None:
    found = blank.page.found
    assert "No stories yet" in found.empty.words.text()
    assert found.table.isHidden()
    assert QApplication.focusWidget() is found.capture


def test_enter_writes_down_and_goes_on_to_the_next(
    blank: PhaseDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = listen(monkeypatch)
    for text in THREE:
        blank.type(f"  {text} ")
        blank.press(Enter)
    assert blank.texts() == list(THREE)
    assert QApplication.focusWidget() is blank.page.found.capture
    assert blank.page.found.capture.text() == ""
    assert heard[-1] == "Written down: 3 stories."
    assert blank.document.history.undo_label == "Write down “A call on the second day”"
    assert not any(story.shared for story in blank.now.stories), "nothing is shared unasked"
    blank.press(Enter)
    assert len(blank.texts()) == 3, "an empty line is nothing"
    for _step in range(3):
        blank.document.undo()
    assert blank.texts() == []


def test_a_pasted_list_is_one_finding_a_line_and_one_step_of_undo(blank: PhaseDesk) -> None:
    blank.paste("• The bag was packed\r\n\r\n2. The plan on the board\n  - A call\n")
    assert blank.texts() == ["The bag was packed", "The plan on the board", "A call"]
    assert blank.said == ["Wrote down 3 stories."]
    blank.document.undo()
    assert blank.texts() == []


def test_one_pasted_line_is_only_typed(blank: PhaseDesk) -> None:
    blank.paste("A single line")
    assert blank.page.found.capture.text() == "A single line"
    assert blank.texts() == []


def test_what_is_half_typed_is_kept_when_the_page_is_left(blank: PhaseDesk) -> None:
    blank.type("Half a sto")
    blank.page.leave()
    assert blank.texts() == ["Half a sto"]


def test_what_is_too_long_is_refused_below_the_field(blank: PhaseDesk) -> None:
    blank.paste("A short one\n" + "x" * 100_001)
    assert "too long" in blank.page.found.refusal.text()
    assert blank.texts() == [], "all of a list or nothing"
    blank.type("A")
    assert blank.page.found.refusal.isHidden()


def test_one_line_that_is_too_long_is_refused_and_not_cut_off(blank: PhaseDesk) -> None:
    blank.paste("x" * 100_001)
    blank.press(Enter)
    assert blank.texts() == []
    assert "too long" in blank.page.found.refusal.text()


def test_a_text_is_edited_in_its_place_and_enter_goes_down(three: PhaseDesk) -> None:
    three.press(Qt.Key.Key_Down)
    table = three.page.found.table
    assert QApplication.focusWidget() is table
    three.press(Enter)
    three.type("The bag stood ready")
    three.press(Enter)
    assert three.texts()[0] == "The bag stood ready"
    assert table.currentIndex().row() == 1
    assert three.document.history.undo_label == "Change “The bag was packed”"
    three.do("rename")
    three.type("nothing of this")
    three.press(Qt.Key.Key_Escape)
    assert three.texts()[1] == THREE[1]
    three.press(Qt.Key.Key_Up)
    three.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is three.page.found.capture, "up from the first leaves"


def test_findings_are_moved_by_keys_and_it_is_spoken(
    three: PhaseDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = listen(monkeypatch)
    table = three.page.found.table
    table.choose_ids([key(1), key(2)])
    three.do("move_down")
    assert three.texts() == [THREE[2], THREE[0], THREE[1]]
    assert heard[-1] == "The bag was packed is number 2 of 3 now."
    assert table.ids == [key(1), key(2)], "what was moved stays chosen"
    three.do("move_down")
    assert heard[-1] == "There is no further place to go."
    three.do("move_up")
    assert three.texts() == list(THREE)
    assert three.document.history.undo_label == "Move 2 stories"


def test_findings_are_dragged_to_another_place(three: PhaseDesk) -> None:
    model = three.page.found.model
    data = model.mimeData([model.index(2, 0)])
    move = Qt.DropAction.MoveAction
    model.dropMimeData(data, move, 0, 0, model.index(-1, -1))
    assert three.texts() == [THREE[2], THREE[0], THREE[1]]
    model.dropMimeData(data, move, -1, -1, model.index(-1, -1))
    assert three.texts() == list(THREE)


def test_findings_are_deleted_with_a_way_back(three: PhaseDesk) -> None:
    three.page.found.table.choose_ids([key(1), key(3)])
    three.do("delete")
    assert three.texts() == [THREE[1]]
    assert three.said == ["Deleted 2 stories."]
    three.document.undo()
    assert three.texts() == list(THREE)


def test_the_same_told_twice_is_merged(three: PhaseDesk) -> None:
    three.document.edit("Quote", lambda now: set_fields(now, key(2), quote="Is it that easy?"))
    three.document.edit("Tie", lambda now: link(now, key(2), key(9)))
    table = three.page.found.table
    table.choose_ids([key(1)])
    three.do("merge")
    assert len(three.texts()) == 3, "one alone has nothing to be merged with"
    assert three.said.pop() == "Choose the ones that say the same, then merge them."
    table.choose_ids([key(1), key(2)])
    three.do("merge")
    assert three.texts() == [THREE[0], THREE[2]]
    assert three.said == ["Merged 2 stories into “The bag was packed”."]
    kept = three.now.stories[0]
    assert kept.quote == "Is it that easy?"
    assert [one.id for one in three.now.became(kept.id)] == [key(9)]


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (FindingCommands.merge, "Choose the ones that say the same, then merge them."),
        (FindingCommands.ask_theme, "Choose stories first: they are put in a theme together."),
        (FindingCommands.tie, "Choose a finding in the list first."),
        (FindingCommands.whence, "Choose a finding in the list first."),
        (FindingCommands.untie, "Choose a finding in the list first."),
        (FindingCommands.show_thread, "Choose a finding in the list first."),
    ],
)
def test_a_key_with_nothing_chosen_says_what_to_choose(
    blank: PhaseDesk, do: Callable[[FindingCommands], None], told: str
) -> None:
    do(blank.page.found.commands)
    assert blank.said == [told]
    assert blank.gone == []


def test_what_is_written_down_has_the_kind_that_was_chosen(qtbot: QtBot) -> None:
    with phase_desk(cycle(), Phase.DREAM, qtbot) as desk:
        field = desk.page.found.kinds["dream"]
        desk.type("A warm house")
        desk.press(Enter)
        field.show_key(DreamKind.PHRASE.value)
        desk.type("Home before lunch")
        desk.press(Enter)
        assert [dream.kind for dream in desk.now.dreams] == [DreamKind.WISH, DreamKind.PHRASE]
        assert desk.page.found.model.line(1).first == "phrase"


def test_a_question_moved_beyond_its_part_takes_the_next_part(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (
        Question(key(1), 0, QuestionPart.WISH, "Three wishes?"),
        Question(key(2), 0, QuestionPart.WARM_UP, "What do you like here?"),
        Question(key(3), 0, QuestionPart.WARM_UP, "What brought you here?"),
    )
    with phase_desk(cycle(*rows), Phase.DEFINE, qtbot) as desk:
        desk.page.found.turn_by(1)
        assert desk.texts() == ["What do you like here?", "What brought you here?", "Three wishes?"]
        heard = listen(monkeypatch)
        desk.page.found.table.choose_ids([key(3)])
        desk.do("move_down")
        assert desk.texts()[1:] == ["What brought you here?", "Three wishes?"]
        assert desk.now.get(key(3), Question).part is QuestionPart.WISH
        assert heard[-1].endswith("Wishes")
        desk.do("move_down")
        assert desk.texts()[1:] == ["Three wishes?", "What brought you here?"]


def test_a_finding_somebody_is_led_to_is_chosen_on_its_shelf(three: PhaseDesk) -> None:
    three.page.show_row(key(9))
    three.page.arrive()
    found = three.page.found
    assert found.shelf.key == "theme"
    assert found.table.ids == [key(9)]
    assert QApplication.focusWidget() is found.table


def test_a_story_is_shown_though_the_positive_core_was_on_show(three: PhaseDesk) -> None:
    three.page.found.turn_by(2)
    assert three.page.found.shelf.key == "core"
    three.page.show_row(key(2))
    assert (three.page.found.shelf.key, three.page.found.table.current) == ("story", key(2))


def test_nothing_is_deleted_while_its_details_are_written(three: PhaseDesk) -> None:
    three.page.found.table.choose_ids([key(1)])
    three.page.details.take_focus()
    three.do("delete")
    three.do("move_down")
    assert three.texts() == list(THREE)


def test_what_is_done_stands_by_session_and_leads_to_sessions(three: PhaseDesk) -> None:
    does = three.page.does
    shown = [(line.clock, line.minutes, line.what) for line in does.items.lines]
    assert shown == [
        ("", "", "Session 1, Best of what is · 40 min"),
        ("10:05", "40", "Paired interviews"),
        ("", "", "Session 2, What could be · 20 min"),
        ("14:00", "20", "More interviews"),
    ]
    assert does.words.text() == "2 items in 2 sessions · 1 h"
    does.table.setFocus()
    does.table.selectRow(1)
    three.press(Enter)
    assert three.gone == [("sessions", does.items.lines[1].id)]
    does.add_button.click()
    assert three.gone[-1] == (Phase.DISCOVER, does.first)


def test_what_is_brought_leads_to_its_own_page(qtbot: QtBot) -> None:
    rows = (Topic(key(1), 0, "Going home well"), Topic(key(2), 0, "One plan"))
    with phase_desk(cycle(*rows), Phase.DISCOVER, qtbot) as desk:
        section = desk.page.brings.sections[0]  # type: ignore[union-attr]  # only Define has fields here
        assert section.accessibleName() == "2 topics"
        assert section.accessibleDescription() == "Going home well · One plan"
        section.click()
        assert desk.gone == [("define", key(1))]
        desk.document.edit("Change", lambda now: set_fields(now, key(2), text="One shared plan"))
        section = desk.page.brings.sections[0]  # type: ignore[union-attr]  # as above
        assert "One shared plan" in section.accessibleDescription()


def test_ctrl_v_in_the_list_writes_every_line_down(three: PhaseDesk) -> None:
    three.press(Qt.Key.Key_Down)
    three.paste("Fourth\nFifth")
    assert three.texts() == [*THREE, "Fourth", "Fifth"]
    three.page.found.table.choose_ids([key(1), key(2)])
    three.press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == f"{THREE[0]}\n{THREE[1]}"


def test_the_menu_of_the_list_says_everything_that_can_be_done(three: PhaseDesk) -> None:
    three.page.found.table.choose_ids([key(1), key(2)])
    three.page.found.more.click()
    menu = three.page.found.table.findChildren(QMenu)[-1]
    words = {action.text().replace("&", "").partition("\t")[::2] for action in menu.actions()}
    assert {
        ("Merge", "Ctrl+Shift+M"),
        ("Put in a theme…", "Ctrl+G"),
        ("Move up", "Alt+Up"),
        ("Delete", "Del"),
    } <= {(text, keys) for text, keys in words}
    usable = {
        action.text().replace("&", "").partition("\t")[0]: action for action in menu.actions()
    }
    assert usable["Merge"].isEnabled()
    assert not usable["Tie to another…"].isEnabled(), "one is tied at a time"
    usable["Merge"].trigger()
    menu.close()
    assert three.texts() == [THREE[0], THREE[2]]


def test_a_finding_is_tied_to_another_and_shown_in_the_thread(three: PhaseDesk) -> None:
    three.page.found.table.choose_ids([key(3)])
    three.page.details.tie_button.click()
    dialog = three.page.window().findChildren(LinkDialog)[-1]
    dialog.field.setText("day before")
    dialog.tie_button.click()
    assert [one.id for one in three.now.became(key(3))] == [key(9)]
    three.page.details.thread_button.click()
    assert three.gone == [("thread", key(3))]


def test_an_empty_shelf_leads_to_the_sheet_that_fills_it(blank: PhaseDesk) -> None:
    button = blank.page.found.empty.button
    assert button is not None
    button.click()
    assert blank.gone == [("print", None, "story-sheet")]
