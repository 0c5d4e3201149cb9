"""The timeline by keyboard: chosen, moved, stretched, written, drawn, and heard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Kind
from aiplanner.domain.edits.items import add_item, set_length
from aiplanner.domain.ids import new_id
from aiplanner.domain.rows import Item
from aiplanner.domain.timeline import Shape
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Sort
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.theme import Theme
from tests.support.timeline_desk import TimelineDesk, listen, timeline_desk

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[TimelineDesk]:
    with timeline_desk(qtbot) as made:
        yield made


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return listen(monkeypatch)


def test_the_view_is_turned_by_the_word_in_the_head_and_remembered(desk: TimelineDesk) -> None:
    assert desk.timeline.shown == "timeline"
    assert desk.page.views.choice.current == "timeline"
    assert desk.view.hasFocus()
    desk.page.views.turn()
    assert desk.timeline.shown == "table"
    assert desk.page.table.hasFocus()
    desk.page.views.turn()
    again = SessionsPage(desk.document, desk.page._services)
    desk.qtbot.addWidget(again)
    assert again.views.timeline.shown == "timeline"


def test_what_is_chosen_in_one_view_is_chosen_in_the_other(desk: TimelineDesk) -> None:
    desk.choose("Headline")
    line = desk.page.table.line_in_focus()
    assert line is not None
    assert line.title == "Headline"
    desk.page.table.choose_id(desk.item("Interviews").id, Column.WHAT)
    assert desk.chosen() == "Interviews"


def test_arrows_walk_from_block_to_block(desk: TimelineDesk) -> None:
    desk.choose("Welcome")
    desk.press(Key.Key_Down)
    assert desk.chosen() == "Interviews"
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Right)
    assert desk.chosen() == "A"
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Right)
    assert desk.chosen() == "Wishes"
    desk.press(Key.Key_End)
    assert desk.chosen() == "Read"


def test_shift_and_arrows_choose_several_for_every_verb(desk: TimelineDesk) -> None:
    desk.choose("Welcome")
    desk.press(Key.Key_Down, Mod.ShiftModifier)
    assert desk.page.table.chosen_items() == [desk.item(t).id for t in ("Welcome", "Interviews")]
    desk.page.verbs()["delete"]()
    assert desk.titles()[:2] == ["Break", "Groups"]
    desk.document.undo()
    assert desk.titles()[:2] == ["Welcome", "Interviews"]


def test_plus_and_minus_change_the_length_in_steps_of_five(
    desk: TimelineDesk, heard: list[str]
) -> None:
    desk.choose("Interviews")
    desk.qtbot.keyClicks(desk.view, "+")
    assert desk.item("Interviews").length.minutes == 45
    assert heard[-1] == "Interviews, 45 min, ends 10:50"
    desk.qtbot.keyClicks(desk.view, "--")
    assert desk.item("Interviews").length.minutes == 35
    for _ in range(3):
        desk.press(Key.Key_Down, Mod.AltModifier | Mod.ShiftModifier)
    assert desk.item("Interviews").length.minutes == 50
    assert desk.document.history.undo_label == "Change the length of Interviews"


def test_alt_and_arrows_move_as_in_the_table(desk: TimelineDesk, heard: list[str]) -> None:
    desk.choose("Interviews")
    desk.page.verbs()["move_up"]()
    assert desk.titles()[:2] == ["Interviews", "Welcome"]
    assert heard[-1] == "Interviews, now first, starts 10:00"
    assert desk.chosen() == "Interviews"
    desk.choose("Close")
    desk.press(Key.Key_Right, Mod.AltModifier)
    groups = desk.item("Groups")
    first = desk.document.now.strands_of(groups.id)[0]
    assert desk.titles(first.id) == ["Headline", "Pick", "Close"]


def test_a_title_is_written_where_it_stands_and_a_figure_is_its_length(desk: TimelineDesk) -> None:
    desk.choose("Interviews")
    desk.press(Key.Key_F2)  # the window's key for it
    desk.page.verbs()["rename"]()
    field = desk.view.writing.field
    assert field is not None
    field.setText("")
    desk.qtbot.keyClicks(field, "Stories")
    desk.qtbot.keyClick(field, Key.Key_Return)
    assert desk.titles()[1] == "Stories"
    assert desk.view.hasFocus()
    desk.qtbot.keyClicks(desk.view, "5")
    field = desk.view.writing.field
    assert field is not None
    assert field.text() == "5"
    desk.qtbot.keyClicks(field, "0")
    desk.qtbot.keyClick(field, Key.Key_Return)
    assert desk.item("Stories").length.minutes == 50


def test_an_unclear_length_is_refused_beside_the_field(desk: TimelineDesk) -> None:
    desk.choose("Interviews")
    desk.qtbot.keyClicks(desk.view, "5")
    field = desk.view.writing.field
    assert field is not None
    desk.qtbot.keyClicks(field, " soon")
    desk.qtbot.keyClick(field, Key.Key_Return)
    assert desk.view.writing.field is field, "it stays open to be mended"
    assert "no length" in desk.view.writing._note.words.text()
    desk.qtbot.keyClick(field, Key.Key_Escape)
    assert desk.view.writing.field is None
    assert desk.item("Interviews").length.minutes == 40


def test_ins_writes_a_new_item_here_title_first_then_its_length(desk: TimelineDesk) -> None:
    desk.choose("Welcome")
    desk.page.verbs()["add"]()
    field = desk.view.writing.field
    assert field is not None
    desk.qtbot.keyClicks(field, "Warm up")
    desk.qtbot.keyClick(field, Key.Key_Return)
    field = desk.view.writing.field
    assert field is not None
    desk.qtbot.keyClicks(field, "10")
    desk.qtbot.keyClick(field, Key.Key_Return)
    assert desk.titles()[:3] == ["Welcome", "Warm up", "Interviews"]
    assert desk.start("Interviews") == "10:15"


def test_a_new_item_that_is_given_up_leaves_nothing(desk: TimelineDesk) -> None:
    before = desk.document.now
    desk.choose("Welcome")
    desk.page.verbs()["add"]()
    assert desk.view.writing.field is not None
    desk.qtbot.keyClick(desk.view.writing.field, Key.Key_Escape)
    assert desk.document.now.rows.keys() == before.rows.keys()


def test_the_first_item_that_is_given_up_leaves_nothing(desk: TimelineDesk) -> None:
    desk.page.sessions.turn_to(1)
    empty = desk.document.now
    for begin in (desk.page.verbs()["add"], desk.timeline.pane.empty_wanted.emit):
        begin()
        assert desk.view.writing.field is not None
        desk.qtbot.keyClick(desk.view.writing.field, Key.Key_Escape)
        assert desk.document.now.rows.keys() == empty.rows.keys()


def test_whoever_clicks_elsewhere_while_writing_goes_on_there(desk: TimelineDesk) -> None:
    desk.choose("Welcome")
    desk.press(Key.Key_Return)
    assert desk.view.writing.field is not None
    desk.qtbot.keyClicks(desk.view.writing.field, "Arrive")
    desk.qtbot.mouseClick(desk.page.head.venue, Qt.MouseButton.LeftButton)
    assert desk.titles()[0] == "Arrive"
    assert QApplication.focusWidget() is desk.page.head.venue


def test_tab_takes_what_was_written_and_stays_in_the_picture(desk: TimelineDesk) -> None:
    desk.choose("Welcome")
    desk.press(Key.Key_Return)
    assert desk.view.writing.field is not None
    desk.qtbot.keyClicks(desk.view.writing.field, "Arrive")
    desk.qtbot.keyClick(desk.view.writing.field, Key.Key_Tab)
    assert desk.titles()[0] == "Arrive"
    assert desk.view.hasFocus()


def test_free_time_asks_the_bank_for_something_to_fill_it(desk: TimelineDesk) -> None:
    row = desk.view.blocks.row_of(desk.item("Close").id, Shape.GAP)
    assert row is not None
    desk.view.choose(row)
    with desk.qtbot.waitSignal(desk.page.table.bank_wanted):
        desk.press(Key.Key_Return)


def test_a_breakout_says_why_it_cannot_be_made_longer(
    qtbot: QtBot, desk: TimelineDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.document.now
    desk.choose("Groups")
    desk.qtbot.keyClicks(desk.view, "+")
    assert desk.document.now is before


def test_undo_shows_what_came_back(desk: TimelineDesk) -> None:
    desk.choose("Interviews")
    desk.page.verbs()["delete"]()
    desk.choose("Close")
    desk.document.undo()
    assert desk.chosen() == "Interviews"


def test_what_comes_in_above_a_choice_in_a_collapsed_section_expands_it(
    desk: TimelineDesk,
) -> None:
    session_id, table = desk.document.now.sessions[0].id, desk.page.table
    heading = Item(new_id(), 0, session_id, kind=Kind.SECTION, title="Morning")
    desk.document.edit("", lambda now: add_item(now, heading, session_id, 1))
    desk.choose("Close")
    place_to_add = desk.page.model.row_of(Sort.ADD, session_id)
    assert place_to_add is not None
    table.choose(place_to_add)  # which is no block: the choice here stays
    desk.page.model.fold(frozenset({heading.id}))
    # After some edits Qt tells of the choice while blocks still come in.
    desk.timeline.model.rowsAboutToBeInserted.connect(lambda *_rows: desk.view.chosen.emit())
    fresh = Item(new_id(), 0, session_id, title="Hello")
    desk.document.edit("", lambda now: add_item(now, fresh, session_id, 0))
    assert not desk.page.model.folded
    line = table.line_in_focus()
    assert line is not None
    assert line.title == desk.chosen() == "Close"


def test_it_is_drawn_larger_smaller_and_to_fit(desk: TimelineDesk) -> None:
    def height() -> float:
        assert desk.view.scale is not None
        return desk.view.scale.height

    natural = height()
    desk.press(Key.Key_Up, Mod.ControlModifier)
    assert height() > natural
    desk.press(Key.Key_Down, Mod.ControlModifier)
    assert height() == natural
    desk.timeline.pane.fit.click()
    assert height() <= desk.view.viewport().height()
    assert desk.page._services.settings.word("sessions/timeline-size") == "0"
    desk.timeline.pane.fit.click()
    assert height() == natural


def test_every_block_is_a_child_with_a_name_for_screen_readers(desk: TimelineDesk) -> None:
    face = QAccessible.queryAccessibleInterface(desk.view)
    assert face is not None
    names = [face.child(n).text(QAccessible.Text.Name) for n in range(face.childCount())]
    assert "10:05 to 10:45, Interviews, 40 min, Discover" in names
    assert "11:35, 25 minutes free before Close." in names
    assert desk.view.accessibleDescription().splitlines()[0] == (
        "10:00 to 10:05, Welcome, 5 min, Define, everyone"
    )


def test_an_empty_session_says_what_to_do(desk: TimelineDesk) -> None:
    desk.page.sessions.turn_to(1)
    pane = desk.timeline.pane
    assert pane.empty.isVisible()
    assert pane.empty.button is not None
    pane.empty.button.click()
    field = desk.view.writing.field
    assert field is not None
    desk.qtbot.keyClicks(field, "Hello")
    desk.qtbot.keyClick(field, Key.Key_Return)
    assert desk.titles(desk.document.now.sessions[1].id) == ["Hello"]
    assert not pane.empty.isVisible()


def test_everything_is_painted_at_every_size(desk: TimelineDesk) -> None:
    """Nothing raises while painting: what is dragged, chosen, over its time, or very small."""
    desk.document.edit(
        "Longer", lambda now: set_length(now, desk.item("Interviews").id, "80 (70-120)")
    )
    image = QImage(desk.view.viewport().size(), QImage.Format.Format_ARGB32)
    for steps in (0, 1, 1, -1, -1, -1, -1, -1):
        desk.view.zoom_by(steps)
        for row in range(desk.view.blocks.rowCount()):
            desk.view.choose(row)
            image.fill(0)
            painter = QPainter(image)
            desk.view.viewport().render(painter, QPoint())
            painter.end()
            assert any(image.pixel(x, 40) for x in range(0, image.width(), 7))


def test_a_resize_settles_at_every_height(
    desk: TimelineDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The scroll bar takes width, and is asked for anew when the width changes: it must end."""
    measured: list[int] = []
    refresh = desk.view.refresh

    def counted() -> None:
        measured.append(desk.view.viewport().width())
        refresh()

    monkeypatch.setattr(desk.view, "refresh", counted)
    for height in (560, 640, 700, 760, 820, 900, 1100):
        measured.clear()
        desk.page.resize(1000, height)
        desk.view.choose(2)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 300)
        assert len(measured) < 12
