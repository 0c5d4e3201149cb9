"""Strands side by side: cards in the table, written and walked by keyboard as one with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.rows import Strand
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.theme import Theme
from tests.support.hall import TWO, Hall, hall_of
from tests.support.open_documents import opened
from tests.support.plans import named

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def hall(qtbot: QtBot, theme: Theme) -> Iterator[Hall]:
    with opened(TWO) as (document, services):
        page = SessionsPage(document, services)
        yield hall_of(qtbot, document, page)
        page.leave()


def test_each_strand_is_a_card_and_the_table_keeps_one_row_for_them(hall: Hall) -> None:
    first, second = hall.cards()
    assert hall.titles_on(first) == ["Strand A", "Headline", "Retell", "add"]
    assert hall.titles_on(second) == ["Day room", "Wishes", "add"]
    assert hall.in_table() == ["Welcome", "Two groups", "Strand A", "Check-out", "add"]
    left, right = (hall.place_of(card) for card in hall.cards())
    assert left.top() == right.top()
    assert left.right() < right.left()
    host = hall.table.visualRect(hall.model.index(first.lane.first, 0))
    assert host.top() < left.top()
    assert left.bottom() < host.bottom()


def test_every_line_of_a_card_is_in_sight_without_scrolling(hall: Hall) -> None:
    for card in hall.cards():
        for row in range(card.lane.first, card.lane.last + 1):
            assert card.rowHeight(row) > 12
            assert card.rowViewportPosition(row) >= 0
            below = card.rowViewportPosition(row) + card.rowHeight(row)
            assert below <= card.viewport().height()


def test_the_arrows_go_in_through_and_out_again(hall: Hall) -> None:
    hall.go("Welcome")
    seen = []
    for _n in range(6):
        hall.press(Key.Key_Down)
        seen.append(hall.here()[0])
    assert seen == ["Two groups", "Strand A", "Headline", "Retell", "add", "Check-out"]
    assert QApplication.focusWidget() is hall.table
    back = []
    for _n in range(6):
        hall.press(Key.Key_Up)
        back.append(hall.here()[0])
    assert back == ["add", "Retell", "Headline", "Strand A", "Two groups", "Welcome"]


def test_the_focus_is_on_the_card_of_the_row(hall: Hall) -> None:
    first, second = hall.cards()
    hall.go("Headline")
    assert QApplication.focusWidget() is first
    hall.press(Key.Key_Right, Modifier.ControlModifier)
    assert (QApplication.focusWidget(), hall.here()) == (second, ("Wishes", Column.WHAT))
    hall.press(Key.Key_Left, Modifier.ControlModifier)
    assert QApplication.focusWidget() is first
    hall.press(Key.Key_Down, Modifier.ControlModifier)
    assert (QApplication.focusWidget(), hall.here()[0]) == (hall.table, "Check-out")
    hall.go("Wishes")
    hall.press(Key.Key_Up, Modifier.ControlModifier)
    assert hall.here()[0] == "Two groups"


def test_left_and_right_go_along_the_head_and_on_to_the_next_card(hall: Hall) -> None:
    hall.go("Strand A")
    seen = []
    for _n in range(3):
        hall.press(Key.Key_Right)
        seen.append(hall.here())
    assert seen == [
        ("Strand A", Column.ROOM),
        ("Strand A", Column.LEAD),
        ("Day room", Column.WHAT),
    ]
    hall.press(Key.Key_Left)
    assert hall.here() == ("Strand A", Column.WHAT)


def test_room_and_lead_of_a_strand_are_written_on_its_head(hall: Hall) -> None:
    hall.go("Strand A", Column.ROOM)
    hall.type("Seminar room")
    hall.press(Key.Key_Tab)
    hall.type("Amal")
    hall.press(Key.Key_Return)
    [found] = [
        row
        for row in hall.document.now.rows.values()
        if isinstance(row, Strand) and row.room == "Seminar room"
    ]
    assert found.lead == "Amal"
    assert hall.cards()[0].accessibleName() == "Strand A, Seminar room"
    hall.document.undo()
    hall.document.undo()
    assert hall.document.now == TWO


def test_tab_goes_on_from_card_to_card_while_typing(hall: Hall) -> None:
    hall.go("add", Column.WHAT)
    assert hall.here()[0] == "add"
    hall.type("Share")
    hall.press(Key.Key_Return)
    assert [i.title for i in hall.document.now.items_of(named(TWO, "Headline").parent_id)] == [
        "Headline",
        "Retell",
        "Share",
    ]
    hall.go("Share", hall.cards()[0].delegate.shown[-1])
    hall.press(Key.Key_F2)
    hall.press(Key.Key_Tab)
    assert hall.here()[0] == "add"
    for _column in hall.cards()[0].delegate.shown:
        hall.press(Key.Key_Tab)
    assert hall.here() == ("Day room", Column.WHAT)
    editor = hall.table.editor
    assert editor is not None
    assert hall.cards()[1].isAncestorOf(editor)
    hall.press(Key.Key_Escape)
    assert QApplication.focusWidget() is hall.cards()[1]


def test_tab_leaves_the_running_order_from_a_card_both_ways(hall: Hall) -> None:
    hall.go("Wishes")
    hall.press(Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    assert not hall.table.has_focus()
    after.setFocus()
    hall.press(Key.Key_Backtab)
    assert hall.here()[0] == "Wishes"
    assert QApplication.focusWidget() is hall.cards()[1]
    hall.press(Key.Key_Backtab)
    assert not hall.table.has_focus()


def test_the_verbs_of_the_page_act_on_the_card_in_focus(hall: Hall) -> None:
    hall.go("Headline")
    hall.page.verbs()["duplicate"]()
    assert hall.titles_on(hall.cards()[0])[:3] == ["Strand A", "Headline", "Headline"]
    hall.page.verbs()["delete"]()
    hall.go("Headline")
    hall.page.verbs()["move_down"]()
    assert hall.titles_on(hall.cards()[0])[:3] == ["Strand A", "Retell", "Headline"]
    hall.page.verbs()["move_down"]()
    assert hall.titles_on(hall.cards()[1])[:3] == ["Day room", "Headline", "Wishes"]
    assert QApplication.focusWidget() is hall.cards()[1]
    for _n in range(4):
        hall.document.undo()
    assert hall.document.now == TWO
    assert hall.titles_on(hall.cards()[0]) == ["Strand A", "Headline", "Retell", "add"]


def test_alt_with_arrows_takes_an_item_out_of_its_card_and_in_again(hall: Hall) -> None:
    hall.go("Retell")
    hall.press(Key.Key_Left, Modifier.AltModifier)
    assert named(hall.document.now, "Retell").strand_id is None
    assert QApplication.focusWidget() is hall.table
    hall.press(Key.Key_Right, Modifier.AltModifier)
    assert hall.here()[0] == "Retell"
    assert QApplication.focusWidget() is hall.cards()[0]


def test_a_new_item_in_a_card_is_given_up_with_escape(hall: Hall) -> None:
    hall.go("Headline")
    hall.page.verbs()["add"]()
    assert hall.table.editor is not None
    hall.press(Key.Key_Escape)
    assert hall.document.now == TWO


def test_what_a_card_refuses_is_said_beside_its_cell(hall: Hall) -> None:
    hall.go("Headline", Column.MINUTES)
    hall.type("soon")
    hall.press(Key.Key_Return)
    note = hall.table._note
    assert note.isVisible()
    card = hall.cards()[0]
    beside = card.mapTo(hall.table.viewport(), QPoint())
    assert abs(note.x() - beside.x()) < card.width()
    hall.press(Key.Key_Escape)
    assert named(hall.document.now, "Headline").length.minutes == 30
