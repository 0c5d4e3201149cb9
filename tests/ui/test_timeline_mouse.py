"""The timeline by mouse: what is dragged shows the session as it would be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import State
from aiplanner.domain.edits.items import delete_items
from aiplanner.ui.theme import Theme
from tests.support.timeline_desk import TimelineDesk, timeline_desk

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[TimelineDesk]:
    with timeline_desk(qtbot) as made:
        yield made


def test_dragging_shows_the_session_as_it_would_be_and_moves_when_let_go(
    desk: TimelineDesk,
) -> None:
    start, end = desk.rect("Interviews").center(), desk.rect("Break").bottomLeft() + QPoint(40, -3)
    desk.hold(start, end)
    assert desk.titles()[1] == "Interviews", "nothing has happened yet"
    preview = desk.view.dragging.preview
    assert preview is not None
    face = preview.face(desk.item("Interviews").id)
    assert face is not None
    assert face.clock == "10:20"
    assert desk.view.dragging.words() == "10:20 to 11:00"
    desk.qtbot.mouseRelease(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert desk.titles()[:3] == ["Welcome", "Break", "Interviews"]
    assert desk.document.history.undo_label == "Move Interviews"


def test_escape_gives_a_drag_up(desk: TimelineDesk) -> None:
    before = desk.document.now
    end = desk.rect("Break").bottomLeft() + QPoint(40, -3)
    desk.hold(desk.rect("Interviews").center(), end)
    desk.press(Key.Key_Escape)
    desk.qtbot.mouseRelease(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert desk.document.now is before


def test_what_somebody_else_deletes_while_it_is_dragged_is_let_go(desk: TimelineDesk) -> None:
    start, gone = desk.rect("Interviews").center(), desk.item("Interviews").id
    desk.hold(start, start + QPoint(0, 40))
    desk.document.edit("theirs", lambda now: delete_items(now, [gone]))
    after = desk.document.now
    desk.pull(start + QPoint(0, 90))
    desk.qtbot.mouseRelease(desk.view.viewport(), Qt.MouseButton.LeftButton)
    assert desk.document.now is after


def test_a_click_beside_the_blocks_keeps_the_place(desk: TimelineDesk) -> None:
    desk.choose("Interviews")
    desk.press(Key.Key_Down, Mod.ShiftModifier)
    place = QPoint(3, 3)
    assert not desk.view.indexAt(place).isValid()
    desk.qtbot.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.chosen() == "Break"


def test_an_item_can_be_dragged_into_a_strand_and_out_again(desk: TimelineDesk) -> None:
    desk.view.zoom_by(0)
    target = desk.rect("Wishes")
    desk.drag(desk.rect("Close").center(), QPoint(target.center().x(), target.bottom() - 2))
    strand_b = desk.document.now.strands_of(desk.item("Groups").id)[1]
    assert desk.titles(strand_b.id) == ["Wishes", "Close"]
    desk.drag(desk.rect("Wishes").center(), desk.rect("Welcome").topLeft() + QPoint(30, 1))
    assert desk.titles()[0] == "Wishes"


def test_a_breakout_cannot_be_dragged_into_itself(desk: TimelineDesk) -> None:
    before = desk.document.now
    groups = desk.rect("Groups")
    desk.drag(groups.topLeft() + QPoint(60, 8), desk.rect("Wishes").center())
    assert desk.document.now is before


def test_the_lower_edge_changes_the_length_in_steps_with_ctrl_by_the_minute(
    desk: TimelineDesk,
) -> None:
    assert desk.view.scale is not None
    minute = desk.view.scale.paper.minute
    edge = desk.rect("Interviews").bottomLeft() + QPoint(80, -2)
    desk.drag(edge, edge + QPoint(0, round(11 * minute)))
    assert desk.item("Interviews").length.minutes == 50
    edge = desk.rect("Interviews").bottomLeft() + QPoint(80, -2)
    desk.drag(edge, edge + QPoint(0, round(-8 * minute)), Mod.ControlModifier)
    assert desk.item("Interviews").length.minutes == 42


def test_a_pinned_block_is_dragged_to_another_clock_time(desk: TimelineDesk) -> None:
    desk.view.zoom_by(0)
    assert desk.view.scale is not None
    close = desk.rect("Close").center()
    desk.drag(close, close + QPoint(0, round(20 * desk.view.scale.paper.minute)))
    pin = desk.item("Close").pin
    assert pin is not None
    assert f"{pin:%H:%M}" == "12:20"


def test_with_shift_a_block_is_pinned_where_it_is_let_go(desk: TimelineDesk) -> None:
    assert desk.view.scale is not None
    place = desk.rect("Interviews").center()
    down = QPoint(0, round(10 * desk.view.scale.paper.minute))
    desk.drag(place, place + down, Mod.ShiftModifier)
    pin = desk.item("Interviews").pin
    assert pin is not None
    assert f"{pin:%H:%M}" == "10:15"


def test_what_is_parked_is_planned_again_when_it_is_dragged_in(desk: TimelineDesk) -> None:
    desk.view.zoom_by(0)
    desk.drag(desk.rect("Later").center(), desk.rect("Welcome").topLeft() + QPoint(30, 1))
    assert desk.item("Later").state is State.PLANNED
    assert desk.start("Later") == "10:00"
