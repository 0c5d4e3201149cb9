"""Home: the list, search, the shelves, and ways to begin, as a user works them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from aiplanner.app.content import EXAMPLE, starter, starters
from aiplanner.app.own_content import to_piece
from aiplanner.app.ports import Shelf, WorldError
from aiplanner.ui.dialogs.new_programme import NewProgramme
from aiplanner.ui.dialogs.question import Question
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.models.programmes import Column
from aiplanner.ui.pages.home import HomePage
from aiplanner.ui.pages.home_menu import ROW_VERBS, offered
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.buttons import Button
from aiplanner.ui.widgets.card_grid import CardButton
from tests.support.memory_library import MemoryLibrary
from tests.support.open_documents import NOW
from tests.support.plans import item, plan, session
from tests.ui.conftest import Keep

OFFSCREEN_MENUS = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""What Qt's platform for tests says when a menu opens."""


def shown(home: HomePage) -> list[str]:
    """The titles in the list."""
    return [summary.title for summary in home.model.rows]


def settled(window: MainWindow, services: Services) -> HomePage:
    """Home with every answer in."""
    window.home.refresh()
    services.jobs.drain()
    return window.home


def press(window: MainWindow, key: str) -> None:
    """Do what a key of the window does."""
    window.actions_by_key[key].trigger()


def test_an_empty_library_teaches_how_to_begin(window: MainWindow) -> None:
    shelf = window.home.shelf
    assert shelf.empty.isVisible()
    assert shelf.empty.words.text().startswith("No programmes yet.")
    assert shelf.empty.button is not None
    assert shelf.empty.button.isVisible()


def test_programmes_are_listed_last_changed_first(
    window: MainWindow, services: Services, keep: Keep
) -> None:
    keep(plan(title="Old"), 9)
    keep(plan(title="New"), 1)
    home = settled(window, services)
    assert shown(home) == ["New", "Old"]
    assert home.shelf.table.isVisible()
    assert home.shelf.table.chosen() == home.model.rows[0].id


def cards(window: MainWindow) -> list[CardButton]:
    """The starters on cards."""
    return window.home.beginnings.findChildren(CardButton)


def test_a_few_starters_have_cards_and_all_are_one_link_away(window: MainWindow) -> None:
    first = [s for s in starters() if s.key != EXAMPLE][:4]
    for shipped, card in zip(first, cards(window), strict=True):
        assert card.accessibleName().startswith(f"{shipped.title}, ")
        assert card.accessibleName().endswith(("h", "min"))
    window.home.beginnings.all_button.click()
    dialog = window.findChild(NewProgramme)
    assert dialog is not None
    titles = [str(dialog.model.index(n).data()) for n in range(dialog.model.rowCount())]
    assert titles == [s.title for s in starters() if s.key != EXAMPLE]
    dialog.reject()


def test_own_starters_stand_first_and_begin_a_programme(
    window: MainWindow, services: Services, library: MemoryLibrary
) -> None:
    mine = replace(starter("two-hour-taster"), key="my-evening", title="An evening with us")
    library.keep_own([to_piece(mine, NOW)])
    window.home.arrive()
    window.home.refresh()
    services.jobs.drain()
    assert cards(window)[0].accessibleName() == "An evening with us, yours · 2 h"
    cards(window)[0].click()
    dialog = window.findChild(NewProgramme)
    assert dialog is not None
    dialog.begin_button.click()
    services.jobs.drain()
    assert window.frame is not None
    assert window.frame.document.now.head.title == "An evening with us"


def test_typing_searches_and_escape_ends_it(
    window: MainWindow, services: Services, keep: Keep
) -> None:
    keep(plan(session("10:00", item("Paired interviews", "40")), title="Ours"), 1)
    keep(plan(title="Else"), 2)
    home = settled(window, services)
    QTest.keyClicks(home.search, "interv")
    services.jobs.drain()
    assert shown(home) == ["Ours"]
    assert home.places.isVisible()
    assert not home.beginnings.isVisible()
    QTest.keyClick(home.search, Qt.Key.Key_Escape)
    services.jobs.drain()
    assert shown(home) == ["Ours", "Else"]
    assert not home.places.isVisible()
    assert home.beginnings.isVisible()


def test_words_that_stand_nowhere_are_said(
    window: MainWindow, services: Services, keep: Keep
) -> None:
    keep(plan(title="Ours"))
    home = settled(window, services)
    home.search.setText("zebra")
    services.jobs.drain()
    assert "“zebra”" in home.shelf.empty.words.text()
    assert home.shelf.empty.isVisible()


def test_a_place_that_was_found_is_opened_at_its_row(
    window: MainWindow, services: Services, keep: Keep, qtbot: QtBot
) -> None:
    programme = keep(plan(session("10:00", item("Paired interviews", "40"))))
    home = settled(window, services)
    home.search.setText("interviews")
    services.jobs.drain()
    table = home.places.table
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(home.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    [interview] = programme.items_of(programme.sessions[0].id)
    assert opened.args == [programme.id, interview.id]


def test_the_bin_and_the_way_back(
    window: MainWindow, services: Services, keep: Keep, library: MemoryLibrary
) -> None:
    programme = keep(plan(title="Going home well"))
    home = settled(window, services)
    press(window, "delete")
    services.jobs.drain()
    assert shown(home) == []
    assert home.notice.words.text() == "Moved “Going home well” to the bin."
    home.notice.answer_button.click()
    services.jobs.drain()
    assert shown(home) == ["Going home well"]
    assert library.kept[programme.id].shelf is Shelf.ACTIVE


def test_enter_in_the_bin_restores(window: MainWindow, services: Services, keep: Keep) -> None:
    keep(plan(title="Back again"), shelf=Shelf.BIN)
    home = window.home
    home.kinds.choose("bin")
    settled(window, services)
    QTest.keyClick(home.shelf.table, Qt.Key.Key_Return)
    services.jobs.drain()
    assert shown(home) == []
    home.kinds.choose("all")
    assert shown(settled(window, services)) == ["Back again"]


def test_deleting_for_good_asks_first(
    window: MainWindow, services: Services, keep: Keep, library: MemoryLibrary
) -> None:
    keep(plan(title="Old"), shelf=Shelf.BIN)
    window.home.kinds.choose("bin")
    settled(window, services)
    press(window, "delete")
    question = window.home.findChild(Question)
    assert question is not None
    question.leave.click()
    services.jobs.drain()
    assert len(library.kept) == 1
    QApplication.sendPostedEvents(None, 0)
    press(window, "delete")
    question = window.home.findChildren(Question)[-1]
    [sure] = [b for b in question.findChildren(Button) if b.text() == "Delete for good"]
    sure.click()
    services.jobs.drain()
    assert library.kept == {}


def test_a_title_is_changed_in_place(
    window: MainWindow, services: Services, keep: Keep, library: MemoryLibrary, qtbot: QtBot
) -> None:
    programme = keep(plan(title="Old name"))
    home = settled(window, services)
    press(window, "rename")
    editor = home.shelf.table.findChild(QLineEdit)
    assert editor is not None
    assert (editor.text(), editor.selectedText()) == ("Old name", "Old name")
    QTest.keyClicks(editor, "New name")
    home.refresh()
    services.jobs.drain()
    assert editor.text() == "New name"  # what is typed outlives an answer that comes meanwhile
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(home) == ["New name"])
    assert library.load(programme.id)[0].head.title == "New name"


def test_duplicating_adds_a_copy(window: MainWindow, services: Services, keep: Keep) -> None:
    keep(plan(title="Ours"))
    home = settled(window, services)
    press(window, "duplicate")
    services.jobs.drain()
    assert sorted(shown(home)) == ["Ours", "Ours (copy)"]


@OFFSCREEN_MENUS
def test_archiving_from_the_menu_of_a_row(
    window: MainWindow, services: Services, keep: Keep
) -> None:
    keep(plan(title="Ours"))
    home = settled(window, services)
    home.shelf.table.menu_wanted.emit(home.shelf.table.chosen(), QPoint(10, 10))
    menu = next(m for m in home.findChildren(QMenu) if m.actions()[0].data() == "open")
    [archive] = [action for action in menu.actions() if action.data() == "archive"]
    archive.trigger()
    menu.close()
    services.jobs.drain()
    assert shown(home) == []
    home.kinds.choose("archived")
    assert shown(settled(window, services)) == ["Ours"]


@OFFSCREEN_MENUS
def test_the_dots_at_the_end_of_a_row_open_its_menu(
    window: MainWindow, services: Services, keep: Keep, qtbot: QtBot
) -> None:
    keep(plan(title="Ours"))
    table = settled(window, services).shelf.table
    dots = table.visualRect(table.model().index(0, Column.MORE)).center()
    with qtbot.waitSignal(table.menu_wanted):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=dots)
    for menu in window.home.findChildren(QMenu):
        menu.close()


def test_every_shelf_offers_what_can_be_done_there(window: MainWindow, services: Services) -> None:
    assert [verb.key for verb in offered(Shelf.BIN)] == ["restore", "delete"]
    assert "archive" in [verb.key for verb in offered(Shelf.ACTIVE)]
    assert "activate" in [verb.key for verb in offered(Shelf.ARCHIVED)]
    assert {verb.key for verb in ROW_VERBS} == {
        verb.key for shelf in Shelf for verb in offered(shelf)
    }


def test_refusals_are_said_in_the_banner(
    window: MainWindow, services: Services, keep: Keep, library: MemoryLibrary
) -> None:
    keep(plan(title="Ours"))
    home = settled(window, services)
    library.refusing = WorldError("file-unwritable", file="library.db", what="disk full")
    press(window, "delete")
    services.jobs.drain()
    assert home.banner.isVisible()
    assert "disk full" in home.banner.words.text()
    assert shown(home) == ["Ours"]


def test_a_starter_begins_a_programme_that_opens(
    window: MainWindow, services: Services, library: MemoryLibrary
) -> None:
    window.home.beginnings.findChildren(CardButton)[1].click()
    dialog = window.findChild(NewProgramme)
    assert dialog is not None
    assert dialog.title_field.placeholderText() == window.home.beginnings.found[1].starter.title
    QTest.keyClicks(dialog.title_field, "Every handover leaves us ready")
    QTest.keyClick(dialog.title_field, Qt.Key.Key_Return)
    assert "Every handover leaves us ready" in window.home.notice.words.text(), "said at once"
    services.jobs.drain()
    assert window.frame is not None
    assert window.frame.document.now.head.title == "Every handover leaves us ready"
    assert [s.title for s in library.summaries()] == ["Every handover leaves us ready"]


def test_the_list_gives_way_to_larger_text(
    window: MainWindow, services: Services, keep: Keep, theme: Theme
) -> None:
    keep(plan(title="Ours"))
    table = settled(window, services).shelf.table
    window.resize(1024, 640)
    QGuiApplication.processEvents()
    assert not table.isColumnHidden(Column.NEXT)
    theme.choose("light", 200)
    QGuiApplication.processEvents()
    assert table.isColumnHidden(Column.NEXT)
    assert table.columnWidth(Column.TITLE) > 400


def test_thousands_of_rows_have_one_height_and_one_query(
    window: MainWindow, services: Services, keep: Keep, library: MemoryLibrary
) -> None:
    template = keep(plan(title="0"))
    kept = library.kept[template.id]
    for n in range(2, 3001):
        library.kept[type(template.id)(f"{n:032x}")] = kept
    home = settled(window, services)
    header = home.shelf.table.verticalHeader()
    assert home.model.rowCount() == 3000
    assert header.length() == 3000 * header.defaultSectionSize()
