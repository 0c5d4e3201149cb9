"""After the day: planned and real times side by side, taken over, copied, forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.modeltest import ModelTester

from aiplanner.domain.lengths import length_text
from aiplanner.ui.dialogs.real_times import RealTimes
from aiplanner.ui.models.real_times import Column
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.room.window import RoomWindow
from tests.support.day_clock import DayClock
from tests.support.plans import named, the_session
from tests.support.room_hands import begun, press, seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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


def test_the_sessions_menu_leads_there_once_it_was_held(
    room: RoomWindow, clock: DayClock, frame: ProgrammeFrame
) -> None:
    frame.go("sessions", the_session(frame.document.now).id)
    assert not _entry(frame).isEnabled()
    begun(room, clock, "10:12")
    _entry(frame).trigger()
    dialog = frame.window().findChild(RealTimes)
    assert dialog is not None
    texts = [line.real for line in dialog.model.lines]
    assert texts == ["10:00 · 12 min", "under way", "to come", "to come", "under way"]
    dialog.leave.click()


def _entry(frame: ProgrammeFrame) -> QAction:
    page = frame.page
    assert isinstance(page, SessionsPage)
    actions = page.head.menu().actions()
    [found] = [a for a in actions if a.text().replace("&", "") == "Planned and real times…"]
    return found
