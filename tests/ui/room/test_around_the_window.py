"""Around the room view: what is said when it is closed, what is spoken, and how it fits."""

from __future__ import annotations

from datetime import time, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.ui.dialogs.plan_b import PlanBDialog
from aiplanner.ui.dialogs.real_times import RealTimes
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.room.window import RoomWindow
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets import announcer
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.labels import ElidedLabel
from aiplanner.ui.widgets.picture import Picture
from tests.support.day_clock import DayClock
from tests.support.plans import named, the_session
from tests.support.room_hands import begun, press, seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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


def test_the_kept_place_is_where_the_window_opens_again(
    room: RoomWindow, frame: ProgrammeFrame
) -> None:
    room.resize(760, 500)
    room.close()
    frame.open_room()
    assert frame.room.window is not None
    assert (frame.room.window.width(), frame.room.window.height()) == (760, 500)


class TestPlanB:
    def test_it_is_asked_for_the_rest_as_late_as_we_are(
        self, room: RoomWindow, clock: DayClock, frame: ProgrammeFrame
    ) -> None:
        begun(room, clock, "10:22")
        press(room, "plan_b")
        dialog = room.findChild(PlanBDialog)
        assert dialog is not None
        assert dialog.late_field.text() == "12"
        begun_items = {named(frame.document.now, title).id for title in ("Welcome", "Pairs")}
        assert dialog.plan is not None
        assert not begun_items & {one.item_id for one in dialog.plan.outcomes}
        dialog.reject()

    def test_what_is_accepted_is_told_in_the_room_and_can_be_undone_there(
        self, room: RoomWindow, clock: DayClock, frame: ProgrammeFrame
    ) -> None:
        clock.show("10:15")
        room.refresh()
        press(room, "plan_b")
        dialog = room.findChild(PlanBDialog)
        assert dialog is not None
        dialog.accept_button.click()
        before = frame.document.now
        assert the_session(before).start == time(10, 15)
        assert room.notice.offer
        room.notice.answer_button.click()
        assert the_session(frame.document.now).start == time(10)


def test_a_session_that_somebody_deletes_closes_all_that_is_about_it(
    room: RoomWindow, clock: DayClock, frame: ProgrammeFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(room, clock, "10:22")
    times = RealTimes(frame, frame.document, room.session_id)
    times.open()
    told: list[str] = []
    monkeypatch.setattr(frame.notice, "say", lambda text, *_more: told.append(text))
    frame.document.edit("theirs", lambda now: delete_session(now, room.session_id))
    assert told == ["That session was deleted, so its room view was closed."]
    assert not room.isVisible()
    assert not times.isVisible()
