"""The running order inside its window: the keys of the menus, undo, and turning pages."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from aiplanner.app.ports import Save
from aiplanner.domain.delta import diff
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.programme import Programme
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from tests.support.memory_library import MemoryLibrary
from tests.support.open_documents import NOW
from tests.support.plans import breakout, item, named, pause, plan, session, strand
from tests.ui.conftest import Keep

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE = Modifier.NoModifier


class Open:
    """A window on the Sessions page."""

    def __init__(self, frame: ProgrammeFrame, page: SessionsPage) -> None:
        self.frame, self.page = frame, page

    @property
    def now(self) -> Programme:
        return self.frame.document.now

    def order(self) -> list[str]:
        return [line.title for line in self.page.model.lines() if line.item is not None]

    def choose(self, title: str, column: Column = Column.WHAT) -> None:
        self.page.table.setFocus()
        self.page.table.choose_id(named(self.now, title).id, column)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.fixture
def shown(window: MainWindow, services: Services, keep: Keep, qtbot: QtBot) -> Iterator[Open]:
    programme = keep(
        plan(
            session(
                "10:00",
                item("Welcome", "5"),
                item("Interviews", "40"),
                pause("15"),
                breakout("Groups", strand("A", item("Headline", "30")), strand("B")),
                item("Check-out", "10"),
            ),
            session("09:00", item("Dreaming", "30")),
            title="Ours",
        )
    )
    with qtbot.waitActive(window):
        window.activateWindow()
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    window.frame.go("sessions")
    assert isinstance(window.frame.page, SessionsPage)
    yield Open(window.frame, window.frame.page)
    window.go_home()
    services.jobs.drain()


def test_the_keys_of_the_menus_work_in_the_table(shown: Open) -> None:
    before = shown.now
    shown.choose("Welcome")
    shown.press(Key.Key_Down, Modifier.AltModifier)
    assert shown.order()[:2] == ["Interviews", "Welcome"]
    shown.press(Key.Key_D, Modifier.ControlModifier)
    assert shown.order()[:3] == ["Interviews", "Welcome", "Welcome"]
    shown.press(Key.Key_Delete)
    assert shown.order()[:3] == ["Interviews", "Welcome", "Break"]
    assert shown.frame.notice.isVisible()
    assert shown.frame.notice.words.text() == "Deleted Welcome."
    shown.frame.notice.answer_button.click()
    assert shown.order()[:3] == ["Interviews", "Welcome", "Welcome"]
    for _n in range(2):
        shown.press(Key.Key_Z, Modifier.ControlModifier)
    assert shown.now == before
    shown.press(Key.Key_Y, Modifier.ControlModifier)
    assert shown.order()[:2] == ["Interviews", "Welcome"]


def test_a_field_keeps_the_keys_that_mean_something_in_it(shown: Open) -> None:
    shown.choose("Interviews")
    shown.press(Key.Key_F2)
    assert shown.page.table.editor is not None
    shown.press(Key.Key_Home)
    shown.press(Key.Key_Delete)
    shown.press(Key.Key_Return)
    assert shown.order()[1] == "nterviews"
    assert len(shown.order()) == 6


def test_ins_writes_a_new_item_below(shown: Open) -> None:
    shown.choose("Welcome")
    shown.press(Key.Key_Insert)
    QTest.keyClicks(QApplication.focusWidget(), "Warm-up")
    shown.press(Key.Key_Return)
    assert shown.order()[:3] == ["Welcome", "Warm-up", "Interviews"]


def test_the_agenda_is_copied_for_a_mail(shown: Open) -> None:
    shown.choose("Welcome")
    shown.press(Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier)
    copied = QApplication.clipboard().mimeData()
    assert "10:05  Interviews\n10:45  Break" in copied.text()
    assert "<td>Interviews</td>" in copied.html().replace("&nbsp;", "")
    assert shown.frame.notice.words.text().startswith("Copied the agenda, without private notes.")


def test_tab_leaves_the_table_and_comes_back(shown: Open) -> None:
    shown.choose("Welcome")
    shown.press(Key.Key_Tab)
    assert QApplication.focusWidget() is not shown.page.table
    shown.press(Key.Key_Backtab)
    assert QApplication.focusWidget() is shown.page.table


def test_delete_in_the_inspector_deletes_no_item(shown: Open) -> None:
    shown.choose("Welcome")
    shown.page.inspector.item.kind.setFocus()
    shown.press(Key.Key_Delete)
    assert shown.order()[0] == "Welcome"
    shown.press(Key.Key_Escape)
    assert shown.page.table.hasFocus()


def test_pages_up_and_down_turn_the_sessions(shown: Open) -> None:
    shown.press(Key.Key_PageDown, Modifier.ControlModifier)
    assert shown.page.head.chooser.text() == "Session 2 of 2"
    shown.press(Key.Key_PageUp, Modifier.ControlModifier)
    assert shown.page.head.chooser.text() == "Session 1 of 2"


def test_turning_the_page_takes_what_is_typed(shown: Open) -> None:
    shown.choose("Welcome")
    shown.press(Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Hello")
    shown.frame.go("overview")
    assert named(shown.now, "Hello").kind is not None


def test_a_walk_through_the_keys_and_back_ends_where_it_began(shown: Open) -> None:
    dice, before = random.Random(11), shown.now
    for _n in range(150):
        wander(shown, dice)
        fresh = RunningOrderModel(shown.frame.document, shown.page.model._desk)
        fresh.show_session(shown.page.model.session_id)
        assert shown.page.model.lines() == fresh.lines()
        fresh.deleteLater()
    shown.page.leave()
    while shown.frame.document.history.undo_label is not None:
        shown.frame.undo()
    assert shown.now == before


def wander(shown: Open, dice: random.Random) -> None:
    table, model = shown.page.table, shown.page.model
    if table.editor is None:
        table.setFocus()
        table.choose(dice.randrange(model.rowCount()), dice.choice(table.shown()))
    alt, control = Modifier.AltModifier, Modifier.ControlModifier
    keys = [
        (Key.Key_Down, alt),
        (Key.Key_Up, alt),
        (Key.Key_Left, alt),
        (Key.Key_Right, alt),
        (Key.Key_Delete, NONE),
        (Key.Key_Insert, NONE),
        (Key.Key_D, control),
        (Key.Key_Z, control),
        (Key.Key_Y, control),
        (Key.Key_Return, NONE),
        (Key.Key_Tab, NONE),
        (Key.Key_Backtab, NONE),
        (Key.Key_Escape, NONE),
        (Key.Key_F2, NONE),
    ]
    if dice.random() < 0.4:
        QTest.keyClicks(
            QApplication.focusWidget(), dice.choice(["10", "11:15", "Talk", "x", "Break"])
        )
    else:
        shown.press(*dice.choice(keys))


def test_undo_goes_to_the_session_and_the_item_it_changes(shown: Open) -> None:
    shown.choose("Interviews", Column.MINUTES)
    shown.press(Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "50")
    shown.press(Key.Key_Return)
    shown.choose("Check-out")
    shown.page.sessions.turn_to(1)
    shown.frame.undo()
    assert shown.page.sessions.index == 0
    line = shown.page.table.line_in_focus()
    assert line is not None
    assert line.title == "Interviews"
    shown.page.sessions.turn_to(1)
    shown.page.sessions.delete()
    shown.frame.undo()
    assert shown.page.sessions.index == 1
    shown.page.sessions.turn_to(0)
    shown.frame.redo()
    assert shown.page.head.chooser.text() == "Session 1 of 1"


def test_an_open_menu_goes_when_somebody_elses_changes_come_in(
    shown: Open, library: MemoryLibrary, services: Services
) -> None:
    gone = named(shown.now, "Interviews").id
    shown.choose("Interviews")
    shown.page.popups.open_menu(QPoint(5, 5))
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    before, revision = library.load(shown.now.id)
    after = delete_items(before, [gone])
    library.save(Save(before.id, revision, diff(before, after), after), NOW)
    shown.frame.document.edit("Rename", lambda now: rename(now, "Mine"))
    shown.frame.document.flush()
    services.jobs.drain()
    assert gone not in shown.now.rows
    assert QApplication.activePopupWidget() is None
