"""Which strands stand side by side, and what the mouse does with their cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.content import StarterItem, StarterStrand
from aiplanner.domain.edits.items import add_item, delete_items
from aiplanner.domain.ids import new_id
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lanes import blocks_of
from aiplanner.ui.models.running_order_lines import Sort
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.running_order.lane_view import LaneView
from tests.support.hall import NONE, TWO, Hall, hall_of, in_two
from tests.support.open_documents import opened
from tests.support.plans import breakout, item, named, plan, session, strand

Key = Qt.Key


@pytest.fixture
def hall(qtbot: QtBot, theme: Theme) -> Iterator[Hall]:
    with opened(TWO) as (document, services):
        page = SessionsPage(document, services)
        yield hall_of(qtbot, document, page)
        page.leave()


@pytest.mark.parametrize(
    ("strands", "cards"),
    [
        ((strand("A"),), 0),
        ((strand("A"), strand("B"), strand("C")), 3),
        ((strand("A"), strand("B"), strand("C"), strand("D")), 0),
        ((strand("A", breakout("Inner", strand("x"), strand("y"))), strand("B")), 0),
    ],
)
def test_two_or_three_plain_strands_stand_side_by_side(
    qtbot: QtBot, theme: Theme, strands: tuple[StarterStrand, ...], cards: int
) -> None:
    with opened(in_two(*strands)) as (document, services):
        hall = hall_of(qtbot, document, SessionsPage(document, services))
        hall.page.resize(1500, 720)
        assert len(hall.cards()) == cards
        shown = len(hall.in_table())
        held = {lane.strand for b in blocks_of(hall.model.lines()) for lane in b.lanes}
        assert len(held) == cards
        assert (shown == hall.model.rowCount()) is (cards == 0)
        hall.page.leave()


def test_where_there_is_no_room_they_stand_one_below_the_other(hall: Hall) -> None:
    hall.go("Wishes")
    hall.squeeze(500)
    assert hall.cards() == []
    assert len(hall.in_table()) == hall.model.rowCount()
    assert hall.here()[0] == "Wishes"
    assert QApplication.focusWidget() is hall.table
    hall.squeeze(860)
    assert len(hall.cards()) == 2


def test_one_below_the_other_can_be_chosen_and_is_remembered(hall: Hall) -> None:
    hall.page.popups.turn_strands()
    assert hall.cards() == []
    settings = hall.page.popups._settings
    assert settings.word("sessions/strands") == "stacked"
    hall.page.popups.turn_strands()
    assert len(hall.cards()) == 2
    assert settings.word("sessions/strands") == ""


def test_cards_follow_what_happens_elsewhere(hall: Hall) -> None:
    welcome = named(hall.document.now, "Welcome").id
    kept = hall.cards()
    hall.document.edit("", lambda now: delete_items(now, [welcome]))
    assert hall.titles_on(kept[0]) == ["Strand A", "Headline", "Retell", "add"]
    hall.document.undo()
    assert hall.cards() == kept
    breakout_id = named(hall.document.now, "Two groups").id
    hall.go("Wishes")
    hall.document.edit("", lambda now: delete_items(now, [breakout_id]))
    assert hall.cards() == []
    hall.document.undo()
    assert hall.titles_on(hall.cards()[1]) == ["Day room", "Wishes", "add"]


def test_no_card_shows_what_comes_in_elsewhere(hall: Hall) -> None:
    now = hall.document.now
    session_id, first = now.sessions[0].id, named(now, "Welcome")
    shown = [hall.titles_on(card) for card in hall.cards()]
    below, above = (replace(first, id=new_id(), title="New") for _n in range(2))
    hall.document.edit("", lambda now: add_item(now, below, session_id, 3))
    assert [hall.titles_on(card) for card in hall.cards()] == shown
    # One goes and one comes, so that the cards keep their places.
    hall.document.edit(
        "", lambda now: add_item(delete_items(now, [first.id]), above, session_id, 0)
    )
    assert [hall.titles_on(card) for card in hall.cards()] == shown


def test_a_third_strand_joins_and_a_fourth_makes_them_stack(hall: Hall) -> None:
    hall.page.resize(1500, 720)
    hall.go("Two groups")
    hall.page.items.add_strand()
    hall.press(Key.Key_Escape)
    assert len(hall.cards()) == 3
    hall.page.items.add_strand()
    hall.press(Key.Key_Escape)
    assert hall.cards() == []


def dropped_on(card: LaneView, place: QPoint, mime: QMimeData) -> bool:
    """Whether the card takes what is let go there, as Qt asks it."""
    buttons, action = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction
    port = card.viewport()
    at = QPointF(place)
    QApplication.sendEvent(port, QDragEnterEvent(at, action, mime, buttons, NONE))
    QApplication.sendEvent(port, QDragMoveEvent(at, action, mime, buttons, NONE))
    drop = QDropEvent(at, action, mime, buttons, NONE)
    QApplication.sendEvent(port, drop)
    return drop.isAccepted()


def test_items_are_dragged_from_the_table_and_from_card_to_card(hall: Hall) -> None:
    _first, second = hall.cards()
    for title in ("Welcome", "Headline"):
        hall.go(title)
        mime = hall.dragged()
        wishes = hall.model.row_of_id(named(hall.document.now, "Wishes").id)
        assert wishes is not None
        cell = second.visualRect(hall.model.index(wishes, Column.WHAT))
        assert dropped_on(second, cell.topLeft() + QPoint(9, 1), mime)
    held = hall.document.now.items_of(named(TWO, "Wishes").parent_id)
    assert [i.title for i in held] == ["Welcome", "Headline", "Wishes"]
    assert hall.here()[0] == "Headline"
    below = QPoint(20, second.viewport().height() - 2)
    hall.go("Welcome")
    assert dropped_on(second, below, hall.dragged())
    held = hall.document.now.items_of(named(TWO, "Wishes").parent_id)
    assert [i.title for i in held] == ["Headline", "Wishes", "Welcome"]


def test_a_click_in_the_head_goes_to_what_stands_there(hall: Hall) -> None:
    card = hall.cards()[0]
    row = card.lane.first
    for column in (Column.LEAD, Column.ROOM, Column.WHAT):
        centre = card.visualRect(hall.model.index(row, column)).center()
        QTest.mouseClick(card.viewport(), Qt.MouseButton.LeftButton, NONE, centre)
        assert hall.here() == ("Strand A", column)
    centre = card.visualRect(hall.model.index(row, Column.ROOM)).center()
    QTest.mouseDClick(card.viewport(), Qt.MouseButton.LeftButton, NONE, centre)
    hall.type("Attic")
    hall.press(Key.Key_Return)
    line = hall.model.line(row)
    assert (line.sort, line.room) == (Sort.STRAND, "Attic")


def test_a_long_session_scrolls_to_the_row_on_a_card(qtbot: QtBot, theme: Theme) -> None:
    items: list[StarterItem] = [item(f"Item {n}", "5") for n in range(30)]
    tail = breakout("Groups", strand("", item("Last of all", "5")), strand(""))
    with opened(plan(session("10:00", *items, tail))) as (document, services):
        hall = hall_of(qtbot, document, SessionsPage(document, services))
        hall.go("Item 0")
        hall.go("Last of all")
        card = hall.cards()[0]
        cell = card.visualRect(hall.table.currentIndex())
        corner = card.viewport().mapTo(hall.table.viewport(), cell.topLeft())
        assert 0 <= corner.y() <= hall.table.viewport().height() - cell.height()
        hall.page.leave()
