"""The timeline on the Sessions page: chosen, moved, stretched and written, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Kind, Phase, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import clock_text
from aiplanner.domain.timeline import Shape
from aiplanner.ui.document import Document
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets import announcer
from tests.support.open_documents import opened
from tests.support.plans import breakout, item, named, pause, plan, session, strand

Key, Mod = Qt.Key, Qt.KeyboardModifier
PLAN = plan(
    session(
        "10:00",
        item("Welcome", "5", phase=Phase.DEFINE, group="everyone"),
        item("Interviews", "40", phase=Phase.DISCOVER),
        pause("15"),
        breakout(
            "Groups",
            strand("A", item("Headline", "30"), item("Pick", "5")),
            strand("B", item("Wishes", "25")),
        ),
        item("Close", "10", at="12:00"),
        item("Later", "20", state=State.PARKED),
        item("Read", kind=Kind.TASK),
        title="Best of what is",
        planned=120,
    ),
    session("09:00", title="Nothing yet"),
)


class Desk:
    """The page with its timeline on show."""

    def __init__(self, qtbot: QtBot, document: Document, services: Services) -> None:
        self.qtbot, self.document = qtbot, document
        self.page = SessionsPage(document, services)
        self.timeline = self.page.views.timeline
        self.view = self.timeline.view

    def titles(self, parent: RowId | None = None) -> list[str]:
        now = self.document.now
        return [i.title for i in now.items_of(parent or now.sessions[0].id)]

    def item(self, title: str) -> Item:
        return named(self.document.now, title)

    def choose(self, title: str) -> Item:
        found = self.item(title)
        row = self.view.blocks.row_of(found.id)
        assert row is not None
        self.view.choose(row)
        return found

    def start(self, title: str) -> str:
        assert self.page.model.clock is not None
        slot = self.page.model.clock.slots[self.item(title).id]
        return "" if slot.start is None else clock_text(slot.start)

    def press(self, key: Qt.Key, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        self.qtbot.keyClick(self.view, key, mod)

    def chosen(self) -> str:
        face = self.view.face_in_focus()
        assert face is not None
        return face.title

    def rect(self, title: str, shape: Shape = Shape.ITEM) -> QPoint:
        row = self.view.blocks.row_of(self.item(title).id, shape, Shape.IDLE)
        assert row is not None
        return self.view.visualRect(self.view.blocks.index(row))

    def drag(self, start: QPoint, end: QPoint, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        self.hold(start, end, mod)
        self.qtbot.mouseRelease(self.view.viewport(), Qt.MouseButton.LeftButton, mod, end)

    def hold(self, start: QPoint, end: QPoint, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        """Press and move, and let nothing go yet."""
        port = self.view.viewport()
        self.qtbot.mousePress(port, Qt.MouseButton.LeftButton, mod, start)
        for point in (start + (end - start) / 2, end):
            event = QMouseEvent(
                QMouseEvent.Type.MouseMove,
                point.toPointF(),
                port.mapToGlobal(point).toPointF(),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                mod,
            )
            QApplication.sendEvent(port, event)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    with opened(PLAN) as (document, services):
        made = Desk(qtbot, document, replace(services, say=lambda text, **_more: None))
        qtbot.addWidget(made.page)
        made.page.resize(1180, 900)
        made.page.show()
        qtbot.waitExposed(made.page)
        made.page.activateWindow()
        made.page.views.turn()
        yield made
        made.page.leave()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    real = announcer.QAccessibleAnnouncementEvent

    def noted(widget: object, text: str) -> object:
        said.append(text)
        return real(widget, text)  # type: ignore[call-overload]

    monkeypatch.setattr(announcer, "QAccessibleAnnouncementEvent", noted)
    return said


def test_the_view_is_turned_by_the_word_in_the_head_and_remembered(desk: Desk) -> None:
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


def test_what_is_chosen_in_one_view_is_chosen_in_the_other(desk: Desk) -> None:
    desk.choose("Headline")
    line = desk.page.table.line_in_focus()
    assert line is not None
    assert line.title == "Headline"
    desk.page.table.choose_id(desk.item("Interviews").id, Column.WHAT)
    assert desk.chosen() == "Interviews"


def test_arrows_walk_from_block_to_block(desk: Desk) -> None:
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


def test_shift_and_arrows_choose_several_for_every_verb(desk: Desk) -> None:
    desk.choose("Welcome")
    desk.press(Key.Key_Down, Mod.ShiftModifier)
    assert desk.page.table.chosen_items() == [desk.item(t).id for t in ("Welcome", "Interviews")]
    desk.page.verbs()["delete"]()
    assert desk.titles()[:2] == ["Break", "Groups"]
    desk.document.undo()
    assert desk.titles()[:2] == ["Welcome", "Interviews"]


def test_plus_and_minus_change_the_length_in_steps_of_five(desk: Desk, heard: list[str]) -> None:
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


def test_alt_and_arrows_move_as_in_the_table(desk: Desk, heard: list[str]) -> None:
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


def test_a_title_is_written_where_it_stands_and_a_figure_is_its_length(desk: Desk) -> None:
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


def test_an_unclear_length_is_refused_beside_the_field(desk: Desk) -> None:
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


def test_ins_writes_a_new_item_here_title_first_then_its_length(desk: Desk) -> None:
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


def test_a_new_item_that_is_given_up_leaves_nothing(desk: Desk) -> None:
    before = desk.document.now
    desk.choose("Welcome")
    desk.page.verbs()["add"]()
    assert desk.view.writing.field is not None
    desk.qtbot.keyClick(desk.view.writing.field, Key.Key_Escape)
    assert desk.document.now.rows.keys() == before.rows.keys()


def test_dragging_shows_the_session_as_it_would_be_and_moves_when_let_go(desk: Desk) -> None:
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


def test_escape_gives_a_drag_up(desk: Desk) -> None:
    before = desk.document.now
    end = desk.rect("Break").bottomLeft() + QPoint(40, -3)
    desk.hold(desk.rect("Interviews").center(), end)
    desk.press(Key.Key_Escape)
    desk.qtbot.mouseRelease(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert desk.document.now is before


def test_an_item_can_be_dragged_into_a_strand_and_out_again(desk: Desk) -> None:
    desk.view.zoom_by(0)
    target = desk.rect("Wishes")
    desk.drag(desk.rect("Close").center(), QPoint(target.center().x(), target.bottom() - 2))
    strand_b = desk.document.now.strands_of(desk.item("Groups").id)[1]
    assert desk.titles(strand_b.id) == ["Wishes", "Close"]
    desk.drag(desk.rect("Wishes").center(), desk.rect("Welcome").topLeft() + QPoint(30, 1))
    assert desk.titles()[0] == "Wishes"


def test_a_breakout_cannot_be_dragged_into_itself(desk: Desk) -> None:
    before = desk.document.now
    groups = desk.rect("Groups")
    desk.drag(groups.topLeft() + QPoint(60, 8), desk.rect("Wishes").center())
    assert desk.document.now is before


def test_the_lower_edge_changes_the_length_in_steps_with_ctrl_by_the_minute(desk: Desk) -> None:
    assert desk.view.scale is not None
    minute = desk.view.scale.paper.minute
    edge = desk.rect("Interviews").bottomLeft() + QPoint(80, -2)
    desk.drag(edge, edge + QPoint(0, round(11 * minute)))
    assert desk.item("Interviews").length.minutes == 50
    edge = desk.rect("Interviews").bottomLeft() + QPoint(80, -2)
    desk.drag(edge, edge + QPoint(0, round(-8 * minute)), Mod.ControlModifier)
    assert desk.item("Interviews").length.minutes == 42


def test_a_pinned_block_is_dragged_to_another_clock_time(desk: Desk) -> None:
    desk.view.zoom_by(0)
    assert desk.view.scale is not None
    close = desk.rect("Close").center()
    desk.drag(close, close + QPoint(0, round(20 * desk.view.scale.paper.minute)))
    pin = desk.item("Close").pin
    assert pin is not None
    assert f"{pin:%H:%M}" == "12:20"


def test_with_shift_a_block_is_pinned_where_it_is_let_go(desk: Desk) -> None:
    assert desk.view.scale is not None
    place = desk.rect("Interviews").center()
    down = QPoint(0, round(10 * desk.view.scale.paper.minute))
    desk.drag(place, place + down, Mod.ShiftModifier)
    pin = desk.item("Interviews").pin
    assert pin is not None
    assert f"{pin:%H:%M}" == "10:15"


def test_what_is_parked_is_planned_again_when_it_is_dragged_in(desk: Desk) -> None:
    desk.view.zoom_by(0)
    desk.drag(desk.rect("Later").center(), desk.rect("Welcome").topLeft() + QPoint(30, 1))
    assert desk.item("Later").state is State.PLANNED
    assert desk.start("Later") == "10:00"


def test_free_time_asks_the_bank_for_something_to_fill_it(desk: Desk) -> None:
    row = desk.view.blocks.row_of(desk.item("Close").id, Shape.GAP)
    assert row is not None
    desk.view.choose(row)
    with desk.qtbot.waitSignal(desk.page.table.bank_wanted):
        desk.press(Key.Key_Return)


def test_a_breakout_says_why_it_cannot_be_made_longer(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.document.now
    desk.choose("Groups")
    desk.qtbot.keyClicks(desk.view, "+")
    assert desk.document.now is before


def test_undo_shows_what_came_back(desk: Desk) -> None:
    desk.choose("Interviews")
    desk.page.verbs()["delete"]()
    desk.choose("Close")
    desk.document.undo()
    assert desk.chosen() == "Interviews"


def test_it_is_drawn_larger_smaller_and_to_fit(desk: Desk) -> None:
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


def test_every_block_is_a_child_with_a_name_for_screen_readers(desk: Desk) -> None:
    face = QAccessible.queryAccessibleInterface(desk.view)
    assert face is not None
    names = [face.child(n).text(QAccessible.Text.Name) for n in range(face.childCount())]
    assert "10:05 to 10:45, Interviews, 40 min, Discover" in names
    assert "11:35, 25 minutes free before Close." in names
    assert desk.view.accessibleDescription().splitlines()[0] == (
        "10:00 to 10:05, Welcome, 5 min, Define, everyone"
    )


def test_an_empty_session_says_what_to_do(desk: Desk) -> None:
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


def test_everything_is_painted_at_every_size(desk: Desk) -> None:
    """Nothing raises while painting: what is dragged, chosen, over its time, or very small."""
    desk.document.edit("Longer", lambda now: _longer(now, desk.item("Interviews").id))
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


def _longer(now, row):  # type: ignore[no-untyped-def]
    from aiplanner.domain.edits.items import set_length

    return set_length(now, row, "80 (70-120)")
