"""The actions of all programmes on Home, as a user works them by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from aiplanner.app.marking import Mark
from aiplanner.app.ports import Shelf, WorldError
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.findings import Action, Progress
from aiplanner.domain.programme import Programme
from aiplanner.ui.dialogs.own_names import OwnNames
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.models.actions import ActionsModel, Column
from aiplanner.ui.pages.home import ACTIONS, PROGRAMMES
from aiplanner.ui.pages.home_actions import ActionsRoom
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.windows import Windows
from tests.support.kept_programmes import store
from tests.support.memory_library import MemoryLibrary
from tests.support.open_documents import NOW
from tests.support.to_do import action, programme_of, promise, review, row_id, tracked
from tests.ui.conftest import Keep

OFFSCREEN_MENUS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TODAY = NOW.astimezone().date()
DONE = Progress.DONE


@pytest.fixture
def ward(keep: Keep) -> Programme:
    """Four things to do of one programme."""
    return keep(
        programme_of(
            100,
            "Home as it should be",
            action(1, "Discharge board", "Morag Reid", TODAY - timedelta(days=3)),
            promise(2, "I ask first", "Tom Baker", TODAY + timedelta(days=2)),
            review(3, "How far are we?", TODAY + timedelta(days=9)),
            action(4, "Rota wishes", "Lena and Morag Reid", TODAY + timedelta(days=90)),
        )
    )


def opened(window: MainWindow, services: Services) -> ActionsRoom:
    """The actions on show, every answer in, through the key of the menu."""
    window.actions_by_key["actions"].trigger()
    services.jobs.drain()
    assert window.home.to_do is not None
    return window.home.to_do


def texts(room: ActionsRoom) -> list[str]:
    """What the list shows."""
    return [one.text for one in room.model.lines]


def cell(room: ActionsRoom, column: Column, role: Qt.ItemDataRole) -> str:
    """What the chosen row says in a column."""
    return str(room.table.currentIndex().siblingAtColumn(column).data(role))


def progress(library: MemoryLibrary, programme: Programme, number: int = 1) -> Progress:
    """How far an action is in the library."""
    return library.load(programme.id)[0].get(row_id(number), Action).progress


def test_home_asks_for_no_actions_before_somebody_looks(
    window: MainWindow, library: MemoryLibrary, monkeypatch: pytest.MonkeyPatch, services: Services
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(library, "tracked", lambda *args, **_kind: asked.append(args) or ())
    window.home.refresh()
    services.jobs.drain()
    assert (asked, window.home.to_do) == ([], None)
    opened(window, services)
    assert len(asked) == 1


@pytest.mark.usefixtures("ward")
def test_what_is_due_comes_first_and_is_told_in_words(
    window: MainWindow, services: Services
) -> None:
    room = opened(window, services)
    assert texts(room) == ["Discharge board", "I ask first", "How far are we?"]
    assert room.header.why.text() == "1 overdue · 2 due in the next 14 days"
    assert QApplication.focusWidget() is room.table
    said = Qt.ItemDataRole.AccessibleTextRole
    assert cell(room, Column.DUE, said).startswith("3 days overdue, ")
    assert cell(room, Column.WHAT, said) == "Discharge board, action"
    assert cell(room, Column.TICK, said) == "Not done; Space marks it as done"
    assert cell(room, Column.PROGRAMME, said) == "Home as it should be"


@pytest.mark.usefixtures("ward")
def test_the_choices_are_walked_by_arrow_keys(window: MainWindow, services: Services) -> None:
    room = opened(window, services)
    services.settings.keep_word("own/names", "reid morag")
    choices = room.which.findChildren(Button)
    choices[0].setFocus()
    shown = {}
    for _choice in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        services.jobs.drain()
        shown[room.which.current] = texts(room)
    assert shown == {
        "overdue": ["Discharge board"],
        "mine": ["Discharge board", "Rota wishes"],
        "all": ["Discharge board", "I ask first", "How far are we?", "Rota wishes"],
    }


def test_space_marks_as_done_without_opening_and_undo_takes_it_back(
    window: MainWindow, services: Services, library: MemoryLibrary, ward: Programme
) -> None:
    room = opened(window, services)
    QTest.keyClick(room.table, Qt.Key.Key_Space)
    services.jobs.drain()
    assert progress(library, ward) is DONE
    assert texts(room) == ["I ask first", "How far are we?"]
    assert room.table.chosen() is room.model.lines[0], "the next one is chosen"
    assert QApplication.focusWidget() is room.table
    assert window.frame is None
    assert window.home.notice.words.text() == "Done: Discharge board"
    assert window.actions_by_key["undo"].isEnabled()
    window.actions_by_key["undo"].trigger()
    services.jobs.drain()
    assert progress(library, ward) is Progress.PLANNED
    assert texts(room)[0] == "Discharge board"
    assert room.table.chosen_key() == (ward.id, row_id(2)), "the choice stays where it was"


def test_a_review_is_not_ticked_but_says_how_it_is_done(
    window: MainWindow, services: Services, library: MemoryLibrary, ward: Programme
) -> None:
    room = opened(window, services)
    room.table.choose_row(2)
    QTest.keyClick(room.table, Qt.Key.Key_Space)
    services.jobs.drain()
    assert "what you learned" in window.home.notice.words.text()
    assert library.load(ward.id)[1] == 1


def test_enter_opens_the_programme_at_the_action(
    window: MainWindow, services: Services, ward: Programme, qtbot: QtBot
) -> None:
    room = opened(window, services)
    with qtbot.waitSignal(window.home.opened) as told:
        QTest.keyClick(room.table, Qt.Key.Key_Return)
    services.jobs.drain()
    assert told.args == [ward.id, row_id(1)]
    assert window.programme_id == ward.id
    window.go_home()
    services.jobs.drain()
    assert window.home.views.current == ACTIONS, "home again, where one was"
    assert QApplication.focusWidget() is room.table


def test_one_that_is_open_in_a_window_is_edited_there(
    window: MainWindow,
    windows: Windows,
    services: Services,
    library: MemoryLibrary,
    ward: Programme,
) -> None:
    other = windows.open()
    other.open_programme(ward.id)
    services.jobs.drain()
    assert other.frame is not None
    document = other.frame.document
    document.edit("Rename", lambda now: set_fields(now, row_id(2), text="I ask at once"))
    room = opened(window, services)
    QTest.keyClick(room.table, Qt.Key.Key_Space)
    services.jobs.drain()
    assert document.now.get(row_id(1), Action).progress is DONE
    assert document.history.undo_label == "Mark as done"
    assert document.state == "saved"
    assert progress(library, ward) is DONE
    assert texts(room) == ["I ask at once", "How far are we?"]


def test_enter_goes_to_the_window_that_has_it_open(
    window: MainWindow,
    windows: Windows,
    services: Services,
    ward: Programme,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = windows.open()
    other.open_programme(ward.id)
    services.jobs.drain()
    shown: list[str] = []
    assert other.frame is not None
    monkeypatch.setattr(other.frame, "show_place", shown.append)
    room = opened(window, services)
    QTest.keyClick(room.table, Qt.Key.Key_Return)
    services.jobs.drain()
    assert shown == [row_id(1)]
    assert window.frame is None


def test_the_list_follows_what_was_saved_elsewhere(
    window: MainWindow, services: Services, library: MemoryLibrary, ward: Programme
) -> None:
    room = opened(window, services)
    room.table.choose_row(1)
    store(library, ward, 1, Mark(ward.id, row_id(1), Progress.PLANNED)(ward))
    window.home.refresh()  # as when one comes back to the window
    services.jobs.drain()
    assert texts(room) == ["I ask first", "How far are we?"]
    assert room.table.chosen_key() == (ward.id, row_id(2)), "the choice goes with its row"


def test_what_somebody_marked_meanwhile_is_said_and_not_written_over(
    window: MainWindow, services: Services, library: MemoryLibrary, ward: Programme
) -> None:
    room = opened(window, services)
    dropped = Mark(ward.id, row_id(1), Progress.PLANNED, Progress.DROPPED)
    store(library, ward, 1, dropped(ward))
    QTest.keyClick(room.table, Qt.Key.Key_Space)
    services.jobs.drain()
    assert "meanwhile" in window.home.notice.words.text()
    assert progress(library, ward) is Progress.DROPPED
    assert texts(room) == ["I ask first", "How far are we?"], "the list shows how it is now"


@pytest.mark.usefixtures("ward")
def test_a_library_that_refuses_is_told_of(
    window: MainWindow, services: Services, library: MemoryLibrary
) -> None:
    room = opened(window, services)
    library.refusing = WorldError("file-unwritable", file="library.db", what="disk full")
    QTest.keyClick(room.table, Qt.Key.Key_Space)
    services.jobs.drain()
    assert "disk full" in window.home.notice.words.text()
    assert texts(room)[0] == "Discharge board"


def test_archived_programmes_are_asked_for_by_choice(
    window: MainWindow, services: Services, keep: Keep
) -> None:
    keep(programme_of(100, "Old", action(1, "Old one", due=TODAY)), shelf=Shelf.ARCHIVED)
    room = opened(window, services)
    assert texts(room) == []
    QTest.keyClick(room.archived, Qt.Key.Key_Space)
    services.jobs.drain()
    assert texts(room) == ["Old one"]
    said = Qt.ItemDataRole.AccessibleTextRole
    assert cell(room, Column.PROGRAMME, said) == "Old (archived)"


def test_the_name_is_asked_for_once(
    window: MainWindow, services: Services, ward: Programme
) -> None:
    room = opened(window, services)
    room.which.choose("mine")
    room.refresh()
    services.jobs.drain()
    assert room.empty.isVisible()
    way_on = room.empty.button
    assert way_on is not None
    assert QApplication.focusWidget() is way_on
    QTest.keyClick(way_on, Qt.Key.Key_Return)
    dialog = room.findChild(OwnNames)
    assert dialog is not None
    QTest.keyClicks(dialog.field, "tom baker, T.B.")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    services.jobs.drain()
    assert texts(room) == ["I ask first"]
    assert services.settings.word("own/names") == "tom baker, T.B."
    assert room.names_button.text() == "For tom baker, T.B.: change…"
    assert ward


def test_an_empty_list_teaches_and_leads_on(window: MainWindow, services: Services) -> None:
    room = opened(window, services)
    way_on = room.empty.button
    assert way_on is not None
    assert room.empty.words.text() == "Nothing is overdue or due in the next 14 days."
    assert not room.print_button.isEnabled()
    QTest.keyClick(way_on, Qt.Key.Key_Space)
    services.jobs.drain()
    assert room.which.current == "all"
    assert "Deliver" in room.empty.words.text()
    QTest.keyClick(way_on, Qt.Key.Key_Space)
    services.jobs.drain()
    assert window.home.views.current == PROGRAMMES


@pytest.mark.usefixtures("ward")
def test_searching_goes_back_to_the_programmes(window: MainWindow, services: Services) -> None:
    opened(window, services)
    QTest.keyClicks(window.home.search, "rota")
    services.jobs.drain()
    assert window.home.views.current == PROGRAMMES
    assert window.home.places.isVisible()


@OFFSCREEN_MENUS
def test_the_menu_of_a_row(
    window: MainWindow, services: Services, library: MemoryLibrary, ward: Programme
) -> None:
    room = opened(window, services)
    room.table.menu_wanted.emit(room.table.chosen(), QPoint(5, 5))
    menu = room.findChildren(QMenu)[-1]
    [done] = [one for one in menu.actions() if "done" in one.text()]
    done.trigger()
    menu.close()
    services.jobs.drain()
    assert progress(library, ward) is DONE


@pytest.mark.usefixtures("ward")
def test_a_click_on_the_box_ticks(window: MainWindow, services: Services) -> None:
    room = opened(window, services)
    box = room.table.visualRect(room.model.index(1, Column.TICK)).center()
    QTest.mouseClick(room.table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    services.jobs.drain()
    assert texts(room) == ["Discharge board", "How far are we?"]


@pytest.mark.usefixtures("ward")
def test_what_has_no_room_for_a_column_goes_to_the_second_line(
    window: MainWindow, services: Services, theme: Theme
) -> None:
    room = opened(window, services)
    window.resize(1024, 640)
    theme.choose("light", 200)
    QGuiApplication.processEvents()
    assert room.table.isColumnHidden(Column.WHO)
    assert room.table.isColumnHidden(Column.PROGRAMME)
    one = room.table.chosen()
    assert one is not None
    assert room.table.facts(one) == "Morag Reid · Home as it should be · action"
    assert not window.home.grab().isNull()


@pytest.mark.usefixtures("ward")
def test_a_reader_is_told_what_the_table_is(window: MainWindow, services: Services) -> None:
    room = opened(window, services)
    told = QAccessible.queryAccessibleInterface(room.table)
    assert told is not None
    assert told.text(QAccessible.Text.Name) == "Actions"
    assert "Space marks as done" in told.text(QAccessible.Text.Description)


def test_the_model_keeps_to_the_rules_as_its_lines_change(qtbot: QtBot) -> None:
    model = ActionsModel(lambda: TODAY)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    one = tracked("One")
    other = replace(tracked("Other", title="Theirs"), id=row_id(3))
    model.show([one], anew=True)
    model.show([one, other], anew=False)
    model.show([other, one], anew=False)
    model.show([], anew=False)
    model.show([other], anew=False)
    assert [line.text for line in model.lines] == ["Other"]
    assert tester


def test_thousands_of_lines_have_one_height(
    window: MainWindow, services: Services, keep: Keep
) -> None:
    keep(programme_of(9999, "Many", *(action(n, f"Action {n}", due=TODAY) for n in range(1, 3001))))
    room = opened(window, services)
    header = room.table.verticalHeader()
    assert room.model.rowCount() == 3000
    assert header.length() == 3000 * header.defaultSectionSize()
