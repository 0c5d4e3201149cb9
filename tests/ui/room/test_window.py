"""The room view: it shows the moment, does what is pressed, and stores it at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.room.window import RoomWindow
from aiplanner.ui.services import Services
from tests.support.day_clock import DayClock, local
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import named, plan, the_session
from tests.support.room_hands import begun, double_click, key, offered, pause_until, press, seen
from tests.ui.conftest import Keep

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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
        key(room, Qt.Key.Key_Plus)
        run = document.now.run_of(room.session_id)
        assert run is not None
        assert run.extra == 0, "there is nothing to give minutes to"
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
