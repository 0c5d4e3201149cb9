"""The logic model is written, moved, tied and taken from the plan, by key and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from aiplanner.app.logic_words import beginnings
from aiplanner.domain.edits.findings import delete_findings
from aiplanner.domain.edits.logic import stands_on
from aiplanner.domain.findings import LogicNote, LogicPart
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.ui.dialogs.stands_on import StandsOn
from aiplanner.ui.document import Document
from aiplanner.ui.pages.logic import LogicView
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.logic.entry_list import MIME, EntryList
from aiplanner.ui.widgets.logic.part_section import NextField, PartSection
from aiplanner.ui.widgets.text_area import TextArea
from tests.support.logic_programme import entry, logic_programme, without_model
from tests.support.open_documents import opened
from tests.support.rich_programme import blank_programme

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class Shown:
    """The view, its document, what it said and where it wanted to go."""

    view: LogicView
    document: Document
    said: list[str]
    gone: list[str]

    def texts(self, part: LogicPart) -> list[str]:
        return [note.text for note in self.document.now.logic if note.kind is part]

    def section(self, part: LogicPart) -> PartSection:
        return self.view.board.sections[part]

    def go_to(self, begins: str) -> LogicNote:
        note = entry(self.document.now, begins)
        assert self.view.board.go_to(note.id)
        return note

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, held)

    def type(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)

    @property
    def chosen(self) -> str:
        """The entry in focus."""
        found = self.view.board.chosen()
        return "" if found is None else self.document.now.get(found[1], LogicNote).text


def shown(programme: Programme, qtbot: QtBot) -> Iterator[Shown]:
    with opened(programme) as (document, services):
        said: list[str] = []
        gone: list[str] = []
        there = replace(
            services,
            say=lambda text, **_ways: said.append(text),
            go=lambda _page, row=None, document="": gone.append(document),
        )
        view = LogicView(document, there)
        qtbot.addWidget(view)
        view.resize(1140, 700)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.arrive()
        yield Shown(view, document, said, gone)
        view.close()


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


# Moving


def test_alt_with_arrows_moves_within_a_part_and_to_the_next(model: Shown) -> None:
    note = model.go_to("Time on")
    model.press(Qt.Key.Key_Up, ALT)
    assert model.texts(LogicPart.ENABLER)[0] == note.text
    assert model.chosen == note.text
    model.press(Qt.Key.Key_Up, ALT)  # there is no further place
    assert model.texts(LogicPart.ENABLER)[0] == note.text

    model.press(Qt.Key.Key_Right, ALT)
    assert model.texts(LogicPart.ACTIVITY)[-1] == note.text
    assert model.chosen == note.text
    model.press(Qt.Key.Key_Left, ALT)
    model.press(Qt.Key.Key_Left, ALT)
    assert model.texts(LogicPart.ENABLER)[-1] == note.text
    assert model.document.history.undo_label == "Move an entry"


def test_the_window_s_keys_move_and_delete_too(model: Shown) -> None:
    note = model.go_to("Time on")
    verbs = model.view.verbs()
    verbs["move_up"]()
    assert model.texts(LogicPart.ENABLER)[0] == note.text
    verbs["move_down"]()
    assert model.texts(LogicPart.ENABLER)[1] == note.text
    verbs["delete"]()
    assert note.text not in model.texts(LogicPart.ENABLER)
    verbs["add"]()
    assert isinstance(QApplication.focusWidget(), NextField)


def test_an_entry_is_dragged_to_a_place_of_another_part(model: Shown) -> None:
    note = entry(model.document.now, "A board")
    entries = model.section(LogicPart.ENABLER).list
    drop(entries, note.id, entries.place_of(0).topLeft() + QPoint(5, 2))
    assert model.texts(LogicPart.ENABLER)[0] == note.text

    drop(entries, note.id, entries.place_of(1).bottomLeft() + QPoint(5, -2))
    assert model.texts(LogicPart.ENABLER)[1] == note.text, "counted without itself"

    section = model.section(LogicPart.ACTIVITY)
    assert section.list.isHidden()
    drop(section, note.id, QPoint(5, 5))
    assert model.texts(LogicPart.ACTIVITY) == [note.text]


def drop(onto: EntryList | PartSection, key: RowId, at: QPoint) -> None:
    data = QMimeData()
    data.setData(MIME, key.encode())
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    onto.dropEvent(QDropEvent(QPointF(at), move, data, left, PLAIN))


def test_something_else_that_is_dropped_changes_nothing(model: Shown) -> None:
    before = model.document.now
    drop(model.section(LogicPart.RISK), RowId("ł nothing"), QPoint(5, 5))
    drop(model.section(LogicPart.RISK), before.actions[0].id, QPoint(5, 5))

    assert model.document.now == before


def test_arrow_keys_go_from_the_entries_to_the_next_field_and_back(model: Shown) -> None:
    model.go_to("Time on")
    model.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is model.section(LogicPart.ENABLER).next_field
    model.press(Qt.Key.Key_Up)
    assert model.chosen == "Time on Tuesdays"


# Deleting


def test_an_entry_is_deleted_and_comes_back(model: Shown) -> None:
    note = model.go_to("A manager")
    model.press(Qt.Key.Key_Delete)

    assert note.id not in model.document.now.rows
    assert model.said == [f"Deleted “{note.text}”."]
    assert model.chosen == "Time on Tuesdays", "the focus goes on to what is left"
    model.press(Qt.Key.Key_Delete)
    assert isinstance(QApplication.focusWidget(), NextField), "nothing is left in the part"
    model.document.undo()
    model.document.undo()
    assert note.text in model.texts(LogicPart.ENABLER)


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
    choose(section, "Somebody asks early")

    assert bare.texts(LogicPart.ENABLER) == ["Somebody asks early"]
    assert section.offer.isHidden(), "it is offered no more"
    assert bare.section(LogicPart.RISK).offer.isHidden()


def test_a_blank_programme_offers_nothing(blank: Shown) -> None:
    assert blank.view.take_button.isHidden()
    assert not blank.view.teaching.isHidden()


def test_the_menu_of_an_entry_moves_it_to_any_part(model: Shown) -> None:
    note = model.go_to("A board")
    entries = model.section(LogicPart.ACTIVITY).list
    entries.menu_wanted.emit(note.id, QPoint())
    choose(model.view.board, "Evidence")

    assert model.texts(LogicPart.EVIDENCE)[-1] == note.text


def choose(around: object, text: str) -> None:
    """Take a line of the menu that is open."""
    assert isinstance(around, PartSection) or around is not None
    menus = [menu for menu in QApplication.topLevelWidgets() if isinstance(menu, QMenu)]
    [found] = [a for menu in menus for a in _lines(menu) if a.text().replace("&", "") == text]
    found.trigger()
    for menu in menus:
        menu.close()


def _lines(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if action.menu() is None]


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
