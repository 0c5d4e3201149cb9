"""The logic model is written, tied, taken from the plan and read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.app.logic_words import beginnings
from aiplanner.domain.edits.findings import delete_findings
from aiplanner.domain.edits.logic import stands_on
from aiplanner.domain.findings import LogicPart
from aiplanner.ui.dialogs.stands_on import StandsOn
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.logic.part_section import NextField
from aiplanner.ui.widgets.text_area import TextArea
from tests.support.logic_programme import entry, logic_programme, without_model
from tests.support.logic_view import ALT, CONTROL, Shown, choose, shown
from tests.support.rich_programme import blank_programme


@pytest.fixture
def model(qtbot: QtBot, theme: Theme) -> Iterator[Shown]:
    """A model with an entry or two in each part."""
    yield from shown(logic_programme(), qtbot)


@pytest.fixture
def bare(qtbot: QtBot, theme: Theme) -> Iterator[Shown]:
    """A programme full of findings, without a model."""
    yield from shown(without_model(), qtbot)


@pytest.fixture
def blank(qtbot: QtBot, theme: Theme) -> Iterator[Shown]:
    """A programme that holds nothing."""
    yield from shown(blank_programme(), qtbot)


# Writing


def test_entries_are_typed_one_after_the_other(blank: Shown) -> None:
    assert isinstance(QApplication.focusWidget(), NextField)
    for text in ("Trust", "Time on Tuesdays"):
        blank.type(text)
        blank.press(Qt.Key.Key_Return)

    assert blank.texts(LogicPart.ENABLER) == ["Trust", "Time on Tuesdays"]
    assert isinstance(QApplication.focusWidget(), NextField)
    blank.document.undo()
    assert blank.texts(LogicPart.ENABLER) == ["Trust"]


def test_a_pasted_list_becomes_entries_in_one_step(blank: Shown) -> None:
    blank.section(LogicPart.RISK).next_field.setFocus()
    QGuiApplication.clipboard().setText("- Winter\r\n• A new system\n\n3. Nobody to ask")
    blank.press(Qt.Key.Key_V, CONTROL)

    assert blank.texts(LogicPart.RISK) == ["Winter", "A new system", "Nobody to ask"]
    blank.document.undo()
    assert blank.texts(LogicPart.RISK) == []


def test_what_the_plan_refuses_is_said_and_stays_in_the_field(blank: Shown) -> None:
    field = blank.section(LogicPart.ENABLER).next_field
    field.setText("too much")
    field.captured.emit(["much " * 20_001])

    assert blank.texts(LogicPart.ENABLER) == []
    assert len(blank.said) == 1
    assert field.text()


def test_an_entry_is_changed_where_it_stands(model: Shown) -> None:
    model.go_to("Time on")
    model.press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, TextArea)
    assert field.accessibleName() == "Entry of Enablers"
    model.type("Time on Fridays")
    model.press(Qt.Key.Key_Return)

    assert "Time on Fridays" in model.texts(LogicPart.ENABLER)
    assert model.chosen == "Time on Fridays"
    model.document.undo()
    assert "Time on Tuesdays" in model.texts(LogicPart.ENABLER)


def test_escape_gives_up_and_nothing_is_refused_beside_the_field(model: Shown) -> None:
    model.go_to("Time on")
    model.press(Qt.Key.Key_Return)
    model.type("Another")
    model.press(Qt.Key.Key_Escape)
    assert model.chosen == "Time on Tuesdays"

    model.press(Qt.Key.Key_Return)
    model.press(Qt.Key.Key_Backspace)
    model.press(Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), TextArea), "the field stays with its refusal"
    model.view.leave()
    assert "Time on Tuesdays" in model.texts(LogicPart.ENABLER)


def test_leaving_takes_what_is_typed(model: Shown) -> None:
    model.go_to("Time on")
    model.press(Qt.Key.Key_F2)
    model.type("Every day")
    model.view.leave()

    assert "Every day" in model.texts(LogicPart.ENABLER)


# Tying


def test_an_entry_is_tied_to_what_is_found_by_typing(model: Shown, qtbot: QtBot) -> None:
    note = model.go_to("Time on")
    model.press(Qt.Key.Key_L)
    dialog = the_dialog(model)
    QTest.keyClicks(dialog.search, "we ask at nine")
    shown_ = [n for n in range(dialog.list.count()) if not dialog.list.item(n).isHidden()]
    assert [dialog.list.item(n).text() for n in shown_] == [
        "Possibility statement: We ask at nine what is still missing."
    ]
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.list
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.found.text() == "1 found · 1 ticked"
    dialog.done_button.click()

    [statement] = stands_on(model.document.now, note.id)
    assert statement.text == "We ask at nine what is still missing."
    index = model.section(LogicPart.ENABLER).list.currentIndex()
    told = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert told == "Time on Tuesdays, stands on: We ask at nine what is still missing."
    assert model.chosen == note.text
    model.document.undo()
    assert stands_on(model.document.now, note.id) == ()


def test_a_tie_is_taken_off_and_cancel_changes_nothing(model: Shown) -> None:
    note = model.go_to("A board")
    dialog = model.view.commands.tie(note.id)
    assert dialog.ticked == [model.document.now.actions[0].id]
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.reject()
    assert len(stands_on(model.document.now, note.id)) == 1

    dialog = model.view.commands.tie(note.id)
    for n in range(dialog.list.count()):
        dialog.list.item(n).setCheckState(Qt.CheckState.Unchecked)
    dialog.done_button.click()
    assert stands_on(model.document.now, note.id) == ()


def the_dialog(model: Shown) -> StandsOn:
    [dialog] = model.view.window().findChildren(StandsOn)
    return dialog


def test_a_statement_that_is_changed_is_told_anew_beside_its_entries(model: Shown) -> None:
    now = model.document.now
    gone = [row.id for row in now.statements]
    entries = model.section(LogicPart.MEDIUM).model.entries
    assert "stands on: We ask" in entries[0].ground
    model.document.edit("less", lambda plan: delete_findings(plan, gone))

    assert model.section(LogicPart.MEDIUM).model.entries[0].ground == ""


# From the plan


def test_an_empty_board_teaches_and_takes_what_the_plan_holds(bare: Shown) -> None:
    assert not bare.view.teaching.isHidden()
    count = len(beginnings(bare.document.now))
    assert bare.view.take_button.text() == f"Take {count} entries from the plan"
    bare.view.take_button.click()

    assert len(bare.document.now.logic) == count
    assert bare.said == [f"Added {count} entries."]
    assert bare.view.teaching.isHidden()
    evidence = [note for note in bare.document.now.logic if note.kind is LogicPart.EVIDENCE]
    assert all(stands_on(bare.document.now, note.id) for note in evidence)
    bare.document.undo()
    assert bare.document.now.logic == ()
    assert not bare.view.teaching.isHidden()


def test_a_part_offers_its_own_in_a_menu(bare: Shown) -> None:
    section = bare.section(LogicPart.ENABLER)
    assert section.offer.text() == "1 from the plan…"
    section.offer.click()
    choose("Somebody asks early")

    assert bare.texts(LogicPart.ENABLER) == ["Somebody asks early"]
    assert section.offer.isHidden(), "it is offered no more"
    assert bare.section(LogicPart.RISK).offer.isHidden()


def test_a_blank_programme_offers_nothing(blank: Shown) -> None:
    assert blank.view.take_button.isHidden()
    assert not blank.view.teaching.isHidden()


# Reading and printing


def test_screen_readers_are_told_every_part_and_entry(model: Shown) -> None:
    board = model.view.board
    assert "- Time on Tuesdays" in board.accessibleDescription()
    for section in board:
        assert section.list.accessibleName()
        assert section.list.accessibleDescription().startswith(str(len(section.model.entries)))
        assert section.next_field.accessibleName().startswith("Add to ")


def test_the_model_is_copied_as_text_and_printed(model: Shown) -> None:
    model.view.copy_button.click()
    assert "Enablers\n- A manager" in QGuiApplication.clipboard().text()
    model.view.print_button.click()
    model.view.print_future.click()
    assert model.gone == ["programme-logic-model", "future-view"]


def test_the_models_keep_their_promises(model: Shown) -> None:
    testers = [
        QAbstractItemModelTester(
            s.model, QAbstractItemModelTester.FailureReportingMode.Fatal, model.view
        )
        for s in model.view.board
    ]
    note = model.go_to("Time on")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        model.press(key, ALT)
    model.press(Qt.Key.Key_Delete)
    model.document.undo()

    assert note.id in model.document.now.rows
    assert len(testers) == len(LogicPart)


@pytest.mark.parametrize(
    "shape", [(1140, 100, 5), (800, 100, 3), (800, 150, 2), (400, 200, 1)], ids=str
)
def test_columns_go_below_each_other_and_nothing_is_cut_off(
    model: Shown, theme: Theme, qtbot: QtBot, shape: tuple[int, int, int]
) -> None:
    width, size, across = shape
    theme.choose("light", size)
    model.view.resize(width, 600)
    qtbot.waitUntil(lambda: model.view.board.across == across)
    QApplication.processEvents()

    area = model.view.findChild(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    board = model.view.board
    assert board.minimumSizeHint().width() <= board.width()
    for section in board:
        entries = section.list
        last = len(section.model.entries) - 1
        assert entries.place_of(last).bottom() <= entries.viewport().height()
        for words in section.findChildren(QLabel):
            assert words.height() >= words.heightForWidth(words.width())


def test_an_entry_is_shown_wherever_it_stands(model: Shown) -> None:
    note = entry(model.document.now, "Home by noon")
    model.view.show_row(note.id)
    assert model.chosen == "Home by noon"
    model.view.show_row(model.document.now.id)
    assert isinstance(QApplication.focusWidget(), TextArea)
    model.view.arrive()
    model.view.future_button.click()
    assert isinstance(QApplication.focusWidget(), TextArea)


def test_a_view_that_is_hidden_catches_up_when_it_is_shown(model: Shown) -> None:
    model.view.hide()
    gone = [note.id for note in model.document.now.logic]
    model.document.edit("less", lambda plan: delete_findings(plan, gone))
    model.view.show()

    assert not model.view.teaching.isHidden()
    assert all(section.list.isHidden() for section in model.view.board)


# The view from the future


def test_the_future_is_written_in_place_beside_the_dream(model: Shown) -> None:
    card = model.view.future
    assert card.dream.text().startswith("Home by noon (in two years)")
    card.day.setFocus()
    model.press(Qt.Key.Key_A, CONTROL)
    model.type("3 March 2030")
    model.press(Qt.Key.Key_Return)
    card.text.setFocus()
    model.press(Qt.Key.Key_A, CONTROL)
    model.type("The door stands open")

    head = model.document.now.head
    assert str(head.future_day) == "2030-03-03"
    assert head.future == "The door stands open"
    model.document.undo()
    assert model.document.now.head.future.startswith("We walk in")


def test_an_unclear_day_is_refused_beside_its_field(model: Shown) -> None:
    card = model.view.future
    card.day.setFocus()
    model.press(Qt.Key.Key_A, CONTROL)
    model.type("some day")
    model.press(Qt.Key.Key_Return)

    assert str(model.document.now.head.future_day) == "2029-01-12"
    assert any("some day" in w.text() for w in card.form.findChildren(QLabel) if w.isVisible())


def test_without_a_dream_it_says_where_one_is_written(blank: Shown) -> None:
    assert "Dream page" in blank.view.future.dream.text()


def test_tab_goes_through_every_entry_list_and_field_and_each_has_a_name(model: Shown) -> None:
    seen: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and here not in seen:
        seen.append(here)
        # The view from the future holds a field of many lines, which Tab leaves as well.
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()

    lists = [section.list for section in model.view.board]
    assert [widget for widget in seen if widget in lists] == lists, "in the order they are read"
    fields = [section.next_field for section in model.view.board]
    assert [widget for widget in seen if widget in fields] == fields
    for widget in seen:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
