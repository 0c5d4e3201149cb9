"""Entries of the logic model are moved, dragged and deleted, by key, by mouse and from a menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.findings import delete_findings
from aiplanner.domain.findings import LogicPart
from aiplanner.domain.ids import RowId
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.logic.entry_list import MIME, EntryList
from aiplanner.ui.widgets.logic.part_section import NextField, PartSection
from tests.support.logic_programme import entry, logic_programme
from tests.support.logic_view import ALT, PLAIN, Shown, choose, shown


@pytest.fixture
def model(qtbot: QtBot, theme: Theme) -> Iterator[Shown]:
    """A model with an entry or two in each part."""
    yield from shown(logic_programme(), qtbot)


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


def test_the_menu_of_an_entry_moves_it_to_any_part(model: Shown) -> None:
    note = model.go_to("A board")
    entries = model.section(LogicPart.ACTIVITY).list
    entries.menu_wanted.emit(note.id, QPoint())
    choose("Evidence")

    assert model.texts(LogicPart.EVIDENCE)[-1] == note.text


@pytest.mark.parametrize(
    "line", ["Change\tF2", "Stands on…\tL", "Move up\tAlt+↑", "Evidence", "Delete"]
)
def test_an_entry_deleted_while_its_menu_is_open_is_said_to_be_gone(
    model: Shown, line: str
) -> None:
    note = model.go_to("A board")
    model.section(LogicPart.ACTIVITY).list.menu_wanted.emit(note.id, QPoint())
    model.document.edit("Delete", lambda now: delete_findings(now, [note.id]))
    choose(line)

    assert [said.partition(".")[0] for said in model.said] == ["That row is not there any more"]
