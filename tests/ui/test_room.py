"""The room view: it shows the moment, does what is pressed, stores it at once, and lets go."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.domain.lengths import length_text
from aiplanner.domain.programme import Programme
from aiplanner.ui.dialogs.real_times import RealTimes
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.models.real_times import Column
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.room.window import RoomWindow
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets import announcer
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.labels import ElidedLabel
from aiplanner.ui.widgets.picture import Picture
from tests.support.day_clock import DAY, DayClock, local
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import breakout, item, named, plan, session, strand, the_session
from tests.ui.conftest import Keep

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def morning() -> Programme:
    rooms = breakout("Rooms", strand("A", item("Stories", "10")), strand("B", item("Wishes", "20")))
    first = session(
        "10:00",
        item("Welcome", "10", lead="Anna"),
        item("Pairs", "40", group="pairs"),
        rooms,
        item("Close", "10"),
        title="Best of what is",
        day=DAY,
        time_zone="Europe/London",
        planned=80,
    )
    return plan(first, session("14:00", item("More", "10"), title="Afternoon"), title="Ours")


@pytest.fixture
def clock() -> DayClock:
    return DayClock("09:48")


@pytest.fixture
def services(services: Services, clock: DayClock) -> Services:
    return replace(services, now=clock)


@pytest.fixture
def frame(window: MainWindow, services: Services, keep: Keep, qtbot: QtBot) -> ProgrammeFrame:
    """The programme of the day, open in the window."""
    window.open_programme(keep(morning()).id)
    services.jobs.drain()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.frame is not None
    return window.frame


@pytest.fixture
def room(frame: ProgrammeFrame) -> RoomWindow:
    """The room view of the session of the day, as F5 opens it."""
    QTest.keyClick(frame.window(), Qt.Key.Key_F5)
    assert frame.room.window is not None
    return frame.room.window


def begun(room: RoomWindow, clock: DayClock, *nexts: str) -> None:
    """Start at ten, and go on when a clock shows these times."""
    for when in ("10:00", *nexts):
        clock.show(when)
        press(room, "next")
    room.refresh()


def press(room: RoomWindow, key: str) -> None:
    """Click a button."""
    button = room.foot.buttons[key]
    assert button.isVisible(), f"{key} is not offered"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def double_click(room: RoomWindow, key: str) -> None:
    """Press and release twice, as the system tells it: the second press is a double click."""
    press(room, key)
    button, left = room.foot.buttons[key], Qt.MouseButton.LeftButton
    middle = QPointF(button.rect().center())
    kind, none = QEvent.Type.MouseButtonDblClick, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, middle, button.mapToGlobal(middle), left, left, none)
    QApplication.sendEvent(button, event)
    QTest.mouseRelease(button, left)


def key(room: RoomWindow, name: Qt.Key) -> None:
    """Press a key, as a person or a clicker does."""
    QTest.keyClick(room, name)


def offered(room: RoomWindow) -> set[str]:
    """The buttons that can be pressed, by their words."""
    buttons = room.foot.buttons.values()
    return {button.text() for button in buttons if button.isVisible() and button.isEnabled()}


def seen(room: RoomWindow) -> list[str]:
    """All the words on the stage, from the top."""
    room.refresh()
    stage = room.stage
    parts = (stage.heading, stage.time, stage.coming, stage.next, stage.standing)
    return [part.text() for part in parts if part.isVisible()]


def pause_until(clock: DayClock, room: RoomWindow, when: str) -> None:
    """Let time go by; the window looks at the clock once a second."""
    clock.show(when)
    room.refresh()


class TestOpening:
    def test_f5_shows_the_session_of_the_day(self, room: RoomWindow) -> None:
        assert room.isVisible()
        assert room.windowTitle() == "Best of what is – room view"
        assert seen(room) == ["Best of what is", "12 min until 10:00", "First", "Welcome · 10 min"]
        assert offered(room) == {"We start late…", "Full screen", "Start"}

    def test_on_the_sessions_page_it_is_the_one_on_show(self, frame: ProgrammeFrame) -> None:
        second = the_session(frame.document.now, 2)
        frame.go("sessions", second.id)
        QTest.keyClick(frame.window(), Qt.Key.Key_F5)
        assert frame.room.window is not None
        assert frame.room.window.session_id == second.id
        frame.go("sessions", the_session(frame.document.now).id)
        frame.open_room()
        assert frame.room.window.session_id == the_session(frame.document.now).id

    def test_shift_f5_fills_the_screen_and_esc_leaves_it(
        self, frame: ProgrammeFrame, qtbot: QtBot
    ) -> None:
        QTest.keyClick(frame.window(), Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
        room = frame.room.window
        assert room is not None
        assert room.isFullScreen()
        assert "Leave full screen" in offered(room)
        qtbot.waitUntil(room.isActiveWindow)
        key(room, Qt.Key.Key_Escape)
        assert not room.isFullScreen()
        assert room.isVisible()
        key(room, Qt.Key.Key_Escape)
        assert room.isVisible(), "Esc of a clicker closes nothing"
        key(room, Qt.Key.Key_F5)
        assert room.isFullScreen()

    def test_without_a_session_it_says_what_to_do(
        self, window: MainWindow, services: Services, keep: Keep
    ) -> None:
        window.open_programme(keep(plan()).id)
        services.jobs.drain()
        assert window.frame is not None
        window.frame.open_room()
        assert window.frame.room.window is None
        assert "no session yet" in window.frame.notice.words.text()

    def test_it_goes_with_its_programme(
        self, window: MainWindow, room: RoomWindow, services: Services
    ) -> None:
        window.go_home()
        services.jobs.drain()
        assert not room.isVisible()


class TestOnItsWay:
    def test_the_moment_is_shown(self, room: RoomWindow, clock: DayClock) -> None:
        begun(room, clock)
        pause_until(clock, room, "10:03")
        assert seen(room) == [
            "Welcome",
            "7 min left",
            "Next at 10:10",
            "Pairs · 40 min",
            "On time · ends about 11:20, as planned",
        ]
        assert room.stage.place.text() == "Best of what is · item 1 of 4"
        assert room.stage.facts.text() == "Anna leads"
        assert room.stage.bar.text() == "3 of 10 minutes gone"
        assert offered(room) == {
            *("−5 min", "+5 min", "Plan B…", "Full screen", "End the session", "Next"),
        }

    def test_seconds_are_for_the_last_five_minutes(self, room: RoomWindow, clock: DayClock) -> None:
        begun(room, clock)
        pause_until(clock, room, "10:05:28")
        assert (room.stage.time.figure.number, room.stage.time.figure.words) == ("4:32", "left")
        assert room.stage.time.text() == "5 min left", "a reader is not told every second"

    def test_over_time_counts_on(self, room: RoomWindow, clock: DayClock) -> None:
        begun(room, clock)
        pause_until(clock, room, "10:10:30")
        assert seen(room)[1] == "0 time is up"
        pause_until(clock, room, "10:14:10")
        assert seen(room)[1:3] == ["+4 min over", "Next at 10:14"]
        assert seen(room)[-1] == "4 min behind · ends about 11:24, 4 min over 11:20"

    def test_minutes_are_given_and_taken(self, room: RoomWindow, clock: DayClock) -> None:
        begun(room, clock)
        press(room, "give")
        assert seen(room)[1] == "15 min left"
        key(room, Qt.Key.Key_Minus)
        key(room, Qt.Key.Key_Minus)
        assert room.stage.time.figure.number == "5:00"
        key(room, Qt.Key.Key_Plus)
        assert seen(room)[1] == "10 min left"

    def test_two_quick_clicks_give_ten_minutes(self, room: RoomWindow, clock: DayClock) -> None:
        begun(room, clock)
        double_click(room, "give")
        assert seen(room)[1] == "20 min left"

    def test_a_double_click_on_next_passes_nothing_over(
        self, room: RoomWindow, clock: DayClock
    ) -> None:
        clock.show("10:00")
        double_click(room, "next")
        assert seen(room)[0] == "Welcome"
        double_click(room, "next")
        assert seen(room)[0] == "Pairs"

    def test_a_clicker_starts_goes_on_and_back(self, room: RoomWindow, clock: DayClock) -> None:
        clock.show("10:00")
        key(room, Qt.Key.Key_PageDown)
        assert seen(room)[0] == "Welcome"
        clock.show("10:12")
        key(room, Qt.Key.Key_PageDown)
        assert seen(room)[:2] == ["Pairs", "40 min left"]
        clock.show("10:13")
        key(room, Qt.Key.Key_PageUp)
        assert seen(room)[:2] == ["Welcome", "+3 min over"]

    def test_a_clicker_never_ends_the_session(self, room: RoomWindow, clock: DayClock) -> None:
        begun(room, clock, "10:10", "10:50", "11:10")
        key(room, Qt.Key.Key_PageDown)
        assert seen(room)[:3] == ["Close", "10 min left", "This is the last item"]
        assert "last item" in room.notice.words.text()
        assert "Next" not in offered(room)
        press(room, "end")
        assert seen(room)[0] == "The session has ended"
        assert (
            room.stage.facts.text() == "10:00 to 11:10 · 1 h 10 min · 10 min earlier than planned"
        )
        press(room, "again")
        assert seen(room)[0] == "Close"

    def test_every_strand_is_told(self, room: RoomWindow, clock: DayClock) -> None:
        begun(room, clock, "10:10", "10:50")
        pause_until(clock, room, "10:56")
        assert [card.accessibleName() for card in room.stage.strands.cards] == [
            "A. Stories. 4:00 left",
            "B. Wishes. 14 min left",
        ]
        pause_until(clock, room, "11:01")
        assert room.stage.strands.cards[0].accessibleName() == "A. Done"
        press(room, "next")
        assert room.stage.strands.cards == []

    def test_an_item_taken_out_of_the_plan_is_left_behind(
        self, room: RoomWindow, clock: DayClock, frame: ProgrammeFrame
    ) -> None:
        begun(room, clock, "10:10")
        document = frame.document
        document.edit("x", lambda now: delete_items(now, [named(now, "Pairs").id]))
        assert seen(room)[:3] == ["No longer in the plan", "Next at 10:10", "Rooms · 20 min"]
        press(room, "next")
        assert seen(room)[0] == "Rooms"

    def test_a_session_that_is_deleted_closes_its_window(
        self, room: RoomWindow, frame: ProgrammeFrame
    ) -> None:
        document = frame.document
        document.edit("x", lambda now: delete_session(now, the_session(now).id))
        assert not room.isVisible()
        assert frame.room.window is None
        assert "deleted" in frame.notice.words.text()

    def test_it_looks_at_the_clock_once_a_second_while_it_is_seen(
        self, room: RoomWindow, clock: DayClock
    ) -> None:
        begun(room, clock)
        clock.pass_by(0.25)
        room._second.timeout.emit()
        assert room._second.isActive()
        assert room._second.interval() == 750, "the next whole second"
        clock.pass_by(90)
        room._second.timeout.emit()
        assert room.stage.time.figure.number == "9"
        room.hide()
        assert not room._second.isActive()


class TestKept:
    def test_every_press_is_in_the_library_at_once(
        self,
        room: RoomWindow,
        clock: DayClock,
        frame: ProgrammeFrame,
        library: MemoryLibrary,
        services: Services,
    ) -> None:
        begun(room, clock, "10:10")
        press(room, "give")
        services.jobs.drain()
        kept, _revision = library.load(frame.document.now.id)
        run = kept.run_of(the_session(kept).id)
        assert run is not None
        assert (run.item_id, run.since, run.extra) == (named(kept, "Pairs").id, local("10:10"), 5)

    def test_what_cannot_be_stored_yet_is_said(
        self,
        room: RoomWindow,
        clock: DayClock,
        library: MemoryLibrary,
        services: Services,
    ) -> None:
        from tests.ui.test_main_window import FULL

        library.refusing = FULL
        begun(room, clock)
        services.jobs.drain()
        assert room.foot.trouble.isVisible()
        library.refusing = None
        press(room, "give")
        services.jobs.drain()
        assert not room.foot.trouble.isVisible()

    def test_each_step_can_be_undone_by_name(
        self, room: RoomWindow, clock: DayClock, frame: ProgrammeFrame
    ) -> None:
        begun(room, clock, "10:10")
        key(room, Qt.Key.Key_Plus)
        names = []
        while (label := frame.document.history.undo_label) is not None:
            names.append(label)
            QTest.keyClick(room, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert names == ["Give 5 more minutes", "Go on to Pairs", "Start the session"]
        assert room.notice.words.text() == "Undone: Start the session"
        assert seen(room)[0] == "Best of what is"
        QTest.keyClick(room, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        assert seen(room)[0] == "Welcome"


class TestUnderWay:
    def test_closing_the_window_ends_nothing(
        self, room: RoomWindow, clock: DayClock, frame: ProgrammeFrame
    ) -> None:
        begun(room, clock, "10:10")
        strip = frame.room.strip
        assert not strip.isVisible()
        room.close()
        assert strip.isVisible()
        assert strip.words.text() == "“Best of what is” is under way: item 2 of 4, Pairs."
        clock.show("10:30")
        QTest.mouseClick(strip.go_on, Qt.MouseButton.LeftButton)
        assert not strip.isVisible()
        assert frame.room.window is not None
        assert seen(frame.room.window)[:2] == ["Pairs", "20 min left"]

    def test_opening_a_programme_says_what_is_under_way(
        self,
        window: MainWindow,
        room: RoomWindow,
        clock: DayClock,
        frame: ProgrammeFrame,
        services: Services,
    ) -> None:
        begun(room, clock, "10:10")
        programme = frame.document.now.id
        window.go_home()
        services.jobs.drain()
        clock.show("10:20")
        window.open_programme(programme)
        services.jobs.drain()
        assert window.frame is not None
        assert window.frame.room.strip.isVisible()
        QTest.mouseClick(window.frame.room.strip.end, Qt.MouseButton.LeftButton)
        assert not window.frame.room.strip.isVisible()
        assert window.frame.notice.offer == "The session has ended."
        window.frame.undo()
        assert window.frame.room.strip.isVisible()

    def test_after_a_day_nothing_is_under_way_any_more(
        self, window: MainWindow, room: RoomWindow, clock: DayClock, services: Services
    ) -> None:
        begun(room, clock, "10:10")
        programme = window.programme_id
        assert programme is not None
        window.go_home()
        services.jobs.drain()
        clock.moment += timedelta(hours=24)
        window.open_programme(programme)
        services.jobs.drain()
        assert window.frame is not None
        assert not window.frame.room.strip.isVisible()


class TestSpoken:
    @pytest.fixture
    def heard(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        found: list[str] = []
        monkeypatch.setattr(
            announcer.QAccessible,
            "updateAccessibility",
            lambda event: found.append(event.message()),
        )
        return found

    def test_only_another_item_and_the_last_minutes_are_announced(
        self, room: RoomWindow, clock: DayClock, heard: list[str]
    ) -> None:
        begun(room, clock)
        for seconds in range(0, 12 * 60, 1):
            clock.show("10:00")
            clock.pass_by(seconds)
            room.refresh()
        press(room, "next")
        assert heard == [
            "Now: Welcome. 10 min left. Next at 10:10: Pairs.",
            "5 minutes left",
            "1 minute left",
            "Time is up",
            "Now: Pairs. 40 min left. Next at 10:52: Rooms.",
        ]

    def test_every_control_and_picture_has_words(self, room: RoomWindow, clock: DayClock) -> None:
        begun(room, clock, "10:10", "10:50")
        pictures = [p for p in room.findChildren(Picture) if p.isVisible()]
        assert pictures
        assert all(picture.accessibleName() for picture in pictures)
        named_buttons = [b for b in room.findChildren(Button) if b.isVisible()]
        assert all(button.text() or button.accessibleName() for button in named_buttons)


class TestFitting:
    @pytest.mark.parametrize("text_size", [100, 150, 200])
    def test_nothing_is_cut_off(
        self, room: RoomWindow, clock: DayClock, theme: Theme, text_size: int
    ) -> None:
        theme.choose("dark", text_size)
        begun(room, clock, "10:10", "10:50")
        for size in ((1024, 640), (1366, 768), (2560, 1440)):
            room.resize(*size)
            QApplication.processEvents()  # the foot may take another line
            QApplication.processEvents()  # and the stage what is left
            assert (room.width(), room.height()) == size, "the foot asks for no more room"
            stage = room.stage
            parts = (stage.heading, stage.time, stage.bar, stage.strands, stage.next)
            edges = [_edges(part, stage) for part in (*parts, stage.standing)]
            assert all(foot <= top for (_top, foot), (top, _foot) in pairwise(edges)), size
            assert edges[-1][1] <= stage.height()
            assert _shown_whole(room.foot)

    def test_a_long_title_is_wrapped_and_shrunk_not_cut(
        self, room: RoomWindow, clock: DayClock, frame: ProgrammeFrame
    ) -> None:
        from aiplanner.domain.edits.fields import set_fields

        long = "Paired appreciative interviews about what gives life to this ward when it is best"
        document = frame.document
        document.edit("x", lambda now: set_fields(now, named(now, "Welcome").id, title=long))
        begun(room, clock)
        assert " ".join(room.stage.heading._lines) == long


def _edges(part: QWidget, stage: QWidget) -> tuple[int, int]:
    """Where a part of the stage begins and ends, from the top."""
    top = part.mapTo(stage, QPoint()).y()
    return top, top + part.height()


def _shown_whole(foot: QWidget) -> bool:
    return all(
        button.width() >= button.minimumSizeHint().width()
        for button in foot.findChildren(Button)
        if button.isVisible()
    ) and all(words.height() > 0 for words in foot.findChildren(ElidedLabel))


class TestRealTimes:
    @pytest.fixture
    def dialog(self, room: RoomWindow, clock: DayClock) -> RealTimes:
        begun(room, clock, "10:12", "10:47", "11:10")
        clock.show("11:20")
        press(room, "end")
        press(room, "actuals")
        found = room.findChild(RealTimes)
        assert found is not None
        return found

    def cells(self, dialog: RealTimes, column: Column) -> list[str]:
        model = dialog.model
        return [str(model.data(model.index(n, column))) for n in range(model.rowCount())]

    def test_every_item_stands_beside_its_plan(self, dialog: RealTimes) -> None:
        assert self.cells(dialog, Column.ITEM) == [
            *("Welcome", "Pairs", "Rooms", "Close", "The session")
        ]
        assert self.cells(dialog, Column.PLANNED)[0] == "10:00 · 10 min"
        assert self.cells(dialog, Column.REAL)[:2] == ["10:00 · 12 min", "10:12 · 35 min"]
        assert self.cells(dialog, Column.BESIDE) == [
            *("+2 min", "−5 min", "+3 min", "as planned", "as planned")
        ]
        assert self.cells(dialog, Column.OFFER)[:3] == [
            *("Use 12 min from now on", "Use 35 min from now on", "")
        ]

    def test_the_model_behaves(self, dialog: RealTimes, qtmodeltester: ModelTester) -> None:
        qtmodeltester.check(dialog.model)

    def test_one_row_is_taken_over_as_one_step(
        self, dialog: RealTimes, frame: ProgrammeFrame
    ) -> None:
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
        assert dialog.use.text() == "Use 35 min from now on"
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        document = frame.document
        assert length_text(named(document.now, "Pairs").length) == "35"
        assert length_text(named(document.now, "Welcome").length) == "10"
        assert document.history.undo_label == "Plan as long as it really took"
        assert not dialog.use.isEnabled()

    def test_a_click_on_the_offer_takes_it(self, dialog: RealTimes, frame: ProgrammeFrame) -> None:
        table: QAbstractItemView = dialog.table
        where = table.visualRect(dialog.model.index(0, Column.OFFER)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert length_text(named(frame.document.now, "Welcome").length) == "12"

    def test_all_are_taken_over_as_one_step(self, dialog: RealTimes, frame: ProgrammeFrame) -> None:
        before = frame.document.now
        QTest.mouseClick(dialog.use_all, Qt.MouseButton.LeftButton)
        lengths = [length_text(named(frame.document.now, t).length) for t in ("Welcome", "Pairs")]
        assert lengths == ["12", "35"]
        assert not dialog.use_all.isEnabled()
        frame.document.undo()
        assert frame.document.now == before

    def test_it_is_copied_as_lines_with_tabs(self, dialog: RealTimes) -> None:
        QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
        lines = QGuiApplication.clipboard().text().splitlines()
        assert lines[0].split("\t") == ["Item", "Planned", "Real", "Difference"]
        assert lines[1].split("\t") == ["Welcome", "10:00 · 10 min", "10:00 · 12 min", "+2 min"]
        assert len(lines) == 6

    def test_forgetting_leads_back_to_the_start(
        self, dialog: RealTimes, room: RoomWindow, frame: ProgrammeFrame
    ) -> None:
        QTest.mouseClick(dialog.forget, Qt.MouseButton.LeftButton)
        assert seen(room)[0] == "Best of what is"
        assert frame.document.history.undo_label == "Forget how the session went"


def test_the_kept_place_is_where_the_window_opens_again(
    room: RoomWindow, frame: ProgrammeFrame
) -> None:
    room.resize(760, 500)
    room.close()
    frame.open_room()
    assert frame.room.window is not None
    assert (frame.room.window.width(), frame.room.window.height()) == (760, 500)
