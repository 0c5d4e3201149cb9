"""One window: from Home to a programme and back, with everything stored on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from aiplanner.app.interchange import from_json, to_json
from aiplanner.app.ports import WorldError
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.programme import Programme
from aiplanner.ui import actions
from aiplanner.ui.dialogs.question import Question
from aiplanner.ui.dialogs.shortcuts import Shortcuts, keys_text
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.page_table import PAGES
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.saved_mark import WORDS
from aiplanner.ui.windows import Windows
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import item, plan, session
from tests.ui.conftest import Keep

OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""What Qt's platform for tests says of lists that open and windows that come forward."""

FULL = WorldError("file-unwritable", file="library.db", what="disk full")


def opened(window: MainWindow, services: Services, programme: Programme) -> ProgrammeFrame:
    """The frame of a programme opened from Home."""
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    return window.frame


def retitle(frame: ProgrammeFrame, title: str) -> None:
    """One edit."""
    frame.document.edit("Change the title", lambda now: rename(now, title))


@pytest.fixture
def frame(window: MainWindow, services: Services, keep: Keep) -> ProgrammeFrame:
    """A programme of one session, open in the window."""
    programme = keep(plan(session("10:00", item("Welcome", "10")), title="Ours", service="Ward 4"))
    return opened(window, services, programme)


def test_opening_turns_the_window_into_the_programmes_frame(
    window: MainWindow, frame: ProgrammeFrame
) -> None:
    assert frame.isVisible()
    assert not window.home.isVisible()
    assert window.windowTitle().startswith("Ours")
    assert (frame.title.text(), frame.service.text()) == ("Ours", "Ward 4")
    assert frame.mark.text() == WORDS["saved"]


def test_home_stores_and_comes_back(
    window: MainWindow, frame: ProgrammeFrame, services: Services, library: MemoryLibrary
) -> None:
    key = frame.document.now.id
    retitle(frame, "Better")
    window.go_home()
    services.jobs.drain()
    assert window.frame is None
    assert window.home.isVisible()
    assert library.load(key)[0].head.title == "Better"
    assert [summary.title for summary in window.home.model.rows] == ["Better"]
    assert window.windowTitle() == "aiplanner"


def test_what_is_being_typed_is_stored_on_the_way_home(
    window: MainWindow, frame: ProgrammeFrame, services: Services, library: MemoryLibrary
) -> None:
    overview = frame.page
    title = overview.title  # type: ignore[attr-defined]  # the first page is the overview
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Typed")
    key = frame.document.now.id
    window.go_home()
    assert library.load(key)[0].head.title == "Typed"


def test_going_to_another_window_stores_at_once(
    windows: Windows,
    window: MainWindow,
    frame: ProgrammeFrame,
    services: Services,
    qtbot: QtBot,
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    retitle(frame, "Better")
    other = windows.open()
    with qtbot.waitActive(other):
        other.activateWindow()
    assert frame.document.state in ("saving", "saved")


def test_undo_and_redo_by_key_say_what_they_did(
    window: MainWindow, frame: ProgrammeFrame, qtbot: QtBot
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    retitle(frame, "Better")
    assert window.actions_by_key["undo"].text() == "Undo: Change the title"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert frame.document.now.head.title == "Ours"
    assert frame.notice.words.text() == "Undone: Change the title"
    assert not window.actions_by_key["undo"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert frame.document.now.head.title == "Better"


def test_a_notice_offers_undo_until_something_else_changes(frame: ProgrammeFrame) -> None:
    retitle(frame, "Better")
    frame.say("Changed the title.", undo=True)
    assert frame.notice.isVisible()
    frame.notice.answer_button.click()
    assert frame.document.now.head.title == "Ours"
    frame.say("Changed the title.", undo=True)
    retitle(frame, "Best")
    assert not frame.notice.isVisible()


def test_only_a_notice_that_offers_something_follows_to_the_next_page(
    frame: ProgrammeFrame,
) -> None:
    frame.say("Copied.")
    frame.go("sessions")
    assert not frame.notice.isVisible()
    retitle(frame, "Better")
    frame.say("Changed the title.", undo=True)
    frame.go("overview")
    assert frame.notice.isVisible()


def test_trouble_with_the_disk_is_said_and_goes_away(
    frame: ProgrammeFrame, services: Services, library: MemoryLibrary
) -> None:
    library.refusing = FULL
    retitle(frame, "Kept")
    frame.document.flush()
    services.jobs.drain()
    assert frame.banner.isVisible()
    assert "disk full" in frame.banner.words.text()
    assert frame.mark.text() == WORDS["retrying"]
    library.refusing = None
    frame.banner.answer_button.click()
    services.jobs.drain()
    assert not frame.banner.isVisible()
    assert frame.mark.text() == WORDS["saved"]


def test_a_window_that_cannot_save_asks_before_it_closes(
    window: MainWindow, frame: ProgrammeFrame, library: MemoryLibrary, qtbot: QtBot
) -> None:
    library.refusing = FULL
    retitle(frame, "Kept")
    window.close()
    question = window.findChild(Question)
    assert window.isVisible()
    assert question is not None
    assert frame.document.now.head.title == "Kept"
    library.refusing = None
    [again] = [b for b in question.findChildren(Button) if b.text() == "Try again"]
    with qtbot.waitSignal(window.closed):
        again.click()
    assert library.load(frame.document.now.id)[0].head.title == "Kept"


def test_a_window_can_be_closed_without_its_last_changes(
    window: MainWindow, frame: ProgrammeFrame, library: MemoryLibrary, qtbot: QtBot
) -> None:
    library.refusing = FULL
    retitle(frame, "Lost")
    window.close()
    question = window.findChild(Question)
    assert question is not None
    [leave] = [b for b in question.findChildren(Button) if b.text() == "Close without them"]
    with qtbot.waitSignal(window.closed):
        leave.click()
    assert library.load(frame.document.now.id)[0].head.title == "Ours"


@OFFSCREEN
def test_a_programme_is_open_in_one_window_only(
    windows: Windows, window: MainWindow, frame: ProgrammeFrame, services: Services
) -> None:
    other = windows.open()
    other.open_programme(frame.document.now.id)
    services.jobs.drain()
    assert other.frame is None


def test_a_programme_that_is_gone_is_said_at_home(
    window: MainWindow, services: Services, keep: Keep, library: MemoryLibrary
) -> None:
    programme = keep(plan())
    library.delete(programme.id)
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is None
    assert window.home.banner.isVisible()


def test_a_dropped_file_is_opened(window: MainWindow, services: Services, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(to_json(plan(title="From a file")))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at, copy, left = QPointF(9, 9), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    for kind in (QDragEnterEvent, QDropEvent):
        QApplication.sendEvent(window, kind(at, copy, data, left, Qt.KeyboardModifier.NoModifier))
    services.jobs.drain()
    assert window.frame is not None
    assert window.frame.title.text() == "From a file"


def test_a_file_named_at_the_start_is_opened(
    windows: Windows, services: Services, tmp_path: Path
) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(to_json(plan(title="From a file")))
    window = windows.open(file)
    services.jobs.drain()
    assert window.frame is not None


def test_a_copy_is_saved_as_a_file_of_its_own(
    window: MainWindow, frame: ProgrammeFrame, services: Services, tmp_path: Path
) -> None:
    window.save_copy()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "copy.json"))
    dialog.close()
    services.jobs.drain()
    assert from_json((tmp_path / "copy.json").read_bytes()) == frame.document.now
    assert frame.notice.words.text() == "Saved a copy as copy.json."


def test_a_copy_that_cannot_be_written_is_said(
    window: MainWindow, frame: ProgrammeFrame, services: Services, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    window.save_copy()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "file" / "copy.json"))
    dialog.close()
    services.jobs.drain()
    assert frame.banner.isVisible()


@OFFSCREEN
def test_found_words_are_gone_to(frame: ProgrammeFrame, qtbot: QtBot) -> None:
    QTest.keyClicks(frame.finder, "welc")
    popup = frame.finder.list.popup()
    assert popup is not None
    assert popup.model().rowCount() == 1
    with qtbot.waitSignal(frame.finder.found) as found:
        QTest.keyClick(popup, Qt.Key.Key_Return)
    [welcome] = frame.document.now.items_of(frame.document.now.sessions[0].id)
    assert found.args == ["sessions", welcome.id]
    assert frame.rail.currentIndex().data() == "Sessions"
    assert frame.finder.text() == ""


def test_pages_are_turned_by_the_rail_and_by_key(window: MainWindow, frame: ProgrammeFrame) -> None:
    first = frame.page
    for page in PAGES:
        window.actions_by_key[f"page_{page.rail.key}"].trigger()
        assert frame.rail.currentIndex().data() == page.rail.label
    frame.rail.setCurrentIndex(frame.rail.model().index(0, 0))
    assert frame.page is first


def test_every_action_does_something_and_no_key_does_two() -> None:
    rows = (*actions.TABLE, *actions.page_rows([(p.rail.key, p.rail.label) for p in PAGES]))
    keys = [QKeySequence(key).toString() for row in rows for key in row.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)
    assert {row.menu for row in rows if row.menu} == set(actions.MENUS)


def test_menus_hold_every_action_of_the_table(window: MainWindow) -> None:
    offered = [
        action.text()
        for menu in window.menu.findChildren(QMenu)
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert sorted(offered) == sorted(
        window.actions_by_key[row.key].text() for row in window.action_rows if row.menu
    )


def test_what_cannot_be_used_is_off_at_home(window: MainWindow, frame: ProgrammeFrame) -> None:
    assert window.actions_by_key["home"].isEnabled()
    assert window.actions_by_key["add"].isEnabled()
    window.go_home()
    for key in ("home", "save_copy", "print", "undo", "redo", "move_up"):
        assert not window.actions_by_key[key].isEnabled(), key


def test_the_sheet_of_keys_shows_every_key(window: MainWindow) -> None:
    window.actions_by_key["keys"].trigger()
    sheet = window.findChild(Shortcuts)
    assert sheet is not None
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {keys_text(row) for row in window.action_rows if row.menu and row.keys} <= words
    sheet.close()


def test_text_size_and_theme_are_chosen_and_remembered(
    window: MainWindow, services: Services, theme: Theme
) -> None:
    for key in ("larger", "larger", "smaller", "theme_dark"):
        window.actions_by_key[key].trigger()
    assert (theme.text_size, theme.choice) == (110, "dark")
    assert (services.settings.text_size, services.settings.theme) == (110, "dark")
    assert window.actions_by_key["theme_dark"].isChecked()
    window.actions_by_key["normal"].trigger()
    assert theme.text_size == 100


def test_text_stops_growing_at_200(window: MainWindow, theme: Theme) -> None:
    for _ in range(9):
        window.actions_by_key["larger"].trigger()
    assert theme.text_size == 200


def test_a_window_comes_back_where_it_was(windows: Windows, window: MainWindow) -> None:
    window.resize(1024, 700)
    window.close()
    assert windows.open().size().toTuple() == (1024, 700)


def test_the_last_window_ends_the_program(
    windows: Windows, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aiplanner.ui import windows as module

    ended: list[bool] = []
    monkeypatch.setattr(module.QApplication, "quit", lambda: ended.append(True))
    other = windows.open()
    window.close()
    assert ended == []
    other.close()
    assert ended == [True]
    assert windows.open_windows == ()
