"""The guide beside every page, as somebody reads it by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QDesktopServices, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aiplanner.domain.cycle import Phase, Scheme
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.programme import rename
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.page_table import PAGES
from aiplanner.ui.pages.print import PrintPage
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.programme_frame import ProgrammeFrame
from aiplanner.ui.services import Services
from aiplanner.ui.theme import Theme
from aiplanner.ui.widgets.guide_pane import GuidePane
from tests.support.hands import Hands
from tests.support.plans import item, plan, session
from tests.ui.conftest import Keep

WIDE, NARROW = (1366, 768), (1024, 640)


@pytest.fixture
def frame(
    window: MainWindow, services: Services, keep: Keep, qtbot: QtBot
) -> Iterator[ProgrammeFrame]:
    """A programme open in an active window of the usual size."""
    programme = keep(
        plan(
            session(
                "10:00",
                item("Welcome", "5", phase=Phase.DEFINE),
                item("Interviews", "40", phase=Phase.DISCOVER),
                item("Tea", "10"),
            ),
            title="Ours",
        )
    )
    window.resize(*WIDE)
    window.open_programme(programme.id)
    services.jobs.drain()
    assert window.frame is not None
    with qtbot.waitActive(window):
        window.activateWindow()
    yield window.frame
    window.go_home()


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    """Hands on the keyboard."""
    return Hands(qtbot, window)


def pane(frame: ProgrammeFrame) -> GuidePane:
    """The guide."""
    return frame.guide.pane


def words(frame: ProgrammeFrame) -> str:
    """What there is to read."""
    return pane(frame).reading.toPlainText()


def test_f1_opens_the_guide_and_escape_goes_back_to_the_work(
    frame: ProgrammeFrame, hands: Hands
) -> None:
    before = hands.here
    assert not frame.guide.open
    hands.press("F1")
    assert frame.guide.open
    assert hands.here is pane(frame).reading
    assert words(frame).startswith("The cycle")
    hands.press("Escape")
    assert frame.guide.open
    assert hands.here is before
    hands.press("F1")
    assert hands.here is pane(frame).reading
    hands.press("F1")
    assert not frame.guide.open
    assert hands.here is before


def test_the_button_in_the_bar_shows_whether_the_guide_is_open(
    frame: ProgrammeFrame, hands: Hands
) -> None:
    frame.guide_button.click()
    assert frame.guide.open
    assert frame.guide_button.isChecked()
    hands.press("Escape")
    frame.guide_button.click()
    assert not frame.guide.open
    assert not frame.guide_button.isChecked()
    hands.press("F1")
    assert frame.guide_button.isChecked()


def test_the_width_of_the_guide_is_remembered(
    frame: ProgrammeFrame, window: MainWindow, services: Services, hands: Hands
) -> None:
    hands.press("F1")
    splitter = frame.guide._splitter
    splitter.moveSplitter(splitter.width() - 400, 1)
    QApplication.processEvents()
    wide = pane(frame).width()
    assert wide > 390
    key = frame.document.now.id
    window.go_home()
    services.jobs.drain()
    window.open_programme(key)
    services.jobs.drain()
    QApplication.processEvents()
    assert window.frame is not None
    assert abs(pane(window.frame).width() - wide) <= 2


def test_the_text_is_read_selected_and_copied_by_keyboard(
    frame: ProgrammeFrame, hands: Hands
) -> None:
    hands.press("F1")
    bar = pane(frame).reading.verticalScrollBar()
    assert bar.maximum() > 0
    hands.press("Down")
    line = bar.value()
    assert line > 0
    hands.press("PgDown")
    assert bar.value() > 4 * line
    hands.press("End")
    assert bar.value() == bar.maximum()
    hands.press("Home")
    assert bar.value() == 0
    hands.press("Ctrl+A", "Ctrl+C")
    assert QApplication.clipboard().text().startswith("The cycle")


def test_a_topic_is_chosen_and_left_by_keyboard(frame: ProgrammeFrame, hands: Hands) -> None:
    hands.press("F1")
    hands.tab_to(pane(frame).all_topics)
    hands.press("Return")
    assert hands.here is pane(frame).contents.search
    hands.press("Down")
    hands.press(*["Down"] * 3, "Return")
    assert hands.here is pane(frame).reading
    assert words(frame).startswith("Dream")
    hands.tab_to(pane(frame).back)
    hands.press("Return")
    assert words(frame).startswith("The cycle")


def test_searching_as_one_types_leads_to_the_words(frame: ProgrammeFrame, hands: Hands) -> None:
    hands.press("F1")
    pane(frame).open_contents()
    hands.type("angry")
    contents = pane(frame).contents
    assert contents.model.rows
    hands.press("Return")
    assert words(frame).startswith("When someone is angry")
    marked = [mark.cursor.selectedText() for mark in pane(frame).reading.extraSelections()]
    assert marked
    assert {text.casefold() for text in marked} == {"angry"}


def test_letters_typed_in_the_text_begin_a_search(frame: ProgrammeFrame, hands: Hands) -> None:
    hands.press("F1")
    hands.type("griev")
    assert hands.here is pane(frame).contents.search
    assert pane(frame).contents.search.text() == "griev"
    hands.press("Return")
    assert words(frame).startswith("When someone is grieving")
    hands.press("Backspace")
    assert words(frame).startswith("The cycle")


def test_back_from_the_text_leads_to_the_topics_not_through_all_links(
    frame: ProgrammeFrame, hands: Hands
) -> None:
    hands.press("F1", "Shift+Tab")
    assert not pane(frame).reading.hasFocus()
    assert pane(frame).isAncestorOf(hands.here)


def test_one_goes_back_the_way_one_came(frame: ProgrammeFrame, hands: Hands) -> None:
    hands.press("F1")
    for key in ("phase:dream", "capability:vision"):
        pane(frame).reading.followed.emit(key)
    hands.press("Backspace")
    assert words(frame).startswith("Dream")
    hands.press("Backspace", "Backspace")
    assert words(frame).startswith("The cycle")


def test_escape_leaves_the_list_first_then_the_guide(frame: ProgrammeFrame, hands: Hands) -> None:
    hands.press("F1")
    pane(frame).open_contents()
    hands.type("zzz")
    assert pane(frame).contents.nothing.isVisible()
    hands.press("Escape", "Escape")
    assert hands.here is pane(frame).reading
    hands.press("Escape")
    assert not pane(frame).isAncestorOf(hands.here)


@pytest.mark.parametrize("page", [page.rail.key for page in PAGES])
def test_the_guide_stands_beside_every_page(
    frame: ProgrammeFrame, hands: Hands, services: Services, page: str
) -> None:
    hands.press("F1")
    frame.go(page)
    services.jobs.drain()
    assert pane(frame).isVisible()
    assert frame.page.isVisible()
    assert words(frame).strip()


def test_it_follows_the_phase_of_the_chosen_item(frame: ProgrammeFrame, hands: Hands) -> None:
    hands.press("F1")
    frame.go("sessions")
    assert isinstance(frame.page, SessionsPage)
    frame.page.table.choose(0)
    assert words(frame).startswith("Define")
    frame.page.table.choose(1)
    assert words(frame).startswith("Discover")
    frame.page.table.choose(2)
    assert words(frame).startswith("Discover"), "tea has no phase: nothing better to say"


def test_a_topic_one_picked_stays_until_the_page_is_turned(
    frame: ProgrammeFrame, hands: Hands
) -> None:
    hands.press("F1")
    frame.go("sessions")
    assert isinstance(frame.page, SessionsPage)
    pane(frame).contents.chosen.emit("capability:vision", "")
    frame.page.table.choose(1)
    assert words(frame).startswith("Vision")
    assert pane(frame).back.text() == "Discover"
    frame.go("print")
    assert words(frame).startswith("Printing and handouts")
    assert not pane(frame).back.isVisible()


def test_typing_in_the_programme_leaves_the_reader_where_he_is(
    frame: ProgrammeFrame, hands: Hands
) -> None:
    hands.press("F1", "PgDown")
    read = pane(frame).reading.verticalScrollBar().value()
    assert read
    frame.document.edit("x", lambda now: rename(now, "Another title"))
    assert pane(frame).reading.verticalScrollBar().value() == read
    key = frame.document.now.id
    frame.document.edit("x", lambda now: set_fields(now, key, scheme=Scheme.FOUR_I))
    assert "Imagine" in words(frame)


def test_links_lead_on_within_the_guide(frame: ProgrammeFrame, hands: Hands) -> None:
    hands.press("F1", "Tab")
    hands.press("Return")
    assert words(frame).startswith("Define"), "the first link of the cycle"


def test_an_address_is_opened_only_when_it_is_pressed(
    frame: ProgrammeFrame, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(asked.append(url.toString())))
    hands.press("F1")
    pane(frame).contents.chosen.emit("signposts", "")
    assert asked == []
    reading = pane(frame).reading
    address = next(line for line in words(frame).splitlines() if line.startswith("https://"))
    cursor = reading.document().find(address)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    reading.anchorClicked.emit(cursor.charFormat().anchorHref())
    assert asked == [address]
    assert address in frame.notice.words.text(), "nothing here opens it: it can still be read"


def test_a_screen_reader_is_told_the_topic_and_reads_the_text(
    frame: ProgrammeFrame, hands: Hands
) -> None:
    hands.press("F1")
    reading = QAccessible.queryAccessibleInterface(pane(frame).reading)
    assert reading.text(QAccessible.Text.Name) == "Guide: The cycle"
    text = reading.textInterface()
    assert text is not None
    assert text.text(0, text.characterCount()).startswith("The cycle")


def test_a_card_and_a_sheet_are_printed_from_the_guide(
    frame: ProgrammeFrame, hands: Hands, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(PrintPage, "show_document", lambda _page, key: asked.append(key))
    hands.press("F1")
    pane(frame)._documents = frozenset({"capability-card-vision"})
    pane(frame).contents.chosen.emit("capability:vision", "")
    hands.tab_to(pane(frame).print_button)
    hands.press("Return")
    assert isinstance(frame.page, PrintPage)
    assert asked == ["capability-card-vision"]
    pane(frame).contents.chosen.emit("capability:empowering", "")
    assert not pane(frame).print_button.isVisible(), "no button to what cannot be printed"
    pane(frame).reading.followed.emit("print:open-questions")
    assert asked[1:] == ["open-questions"]


def test_what_was_open_is_open_next_time(
    frame: ProgrammeFrame, window: MainWindow, services: Services, hands: Hands
) -> None:
    hands.press("F1")
    key = frame.document.now.id
    window.go_home()
    services.jobs.drain()
    window.open_programme(key)
    services.jobs.drain()
    assert window.frame is not None
    assert window.frame.guide.open
    pane(window.frame).closed.emit()
    assert services.settings.word("guide/open") == "closed"


def test_in_a_narrow_window_the_guide_covers_the_page(
    frame: ProgrammeFrame, window: MainWindow, theme: Theme, hands: Hands
) -> None:
    theme.choose("light", 150)
    window.resize(*NARROW)
    QApplication.processEvents()
    hands.press("F1")
    assert pane(frame).isVisible()
    assert not frame.page.isVisible()
    hands.press("Escape")
    assert frame.page.isVisible()
    assert not frame.guide.open
    hands.press("F1")
    frame.go("sessions")
    assert frame.page.isVisible(), "turning the page uncovers it"


def test_a_page_that_needs_more_room_is_not_squeezed(
    frame: ProgrammeFrame, window: MainWindow, hands: Hands
) -> None:
    window.resize(*NARROW)
    QApplication.processEvents()
    hands.press("F1")
    assert frame.page.isVisible()
    frame.go("print")
    assert frame.page.isVisible()
    assert not frame.guide.open
    hands.press("F1")
    assert pane(frame).isVisible()
    assert not frame.page.isVisible()
    frame.go("sessions")
    assert frame.page.isVisible()
    assert frame.guide.open, "as it was before Print"


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_the_text_takes_the_colours_of_the_theme(
    frame: ProgrammeFrame, theme: Theme, hands: Hands, choice: str
) -> None:
    hands.press("F1")
    theme.choose(choice, 100)
    block = pane(frame).reading.document().firstBlock()
    ink = next(iter(block)).fragment().charFormat().foreground().color().name()
    assert ink.upper() == theme.tokens.ink.upper()


def test_the_text_grows_and_never_needs_scrolling_sideways(
    frame: ProgrammeFrame, theme: Theme, hands: Hands
) -> None:
    hands.press("F1")
    reading = pane(frame).reading
    small = reading.document().firstBlock().layout().boundingRect().height()
    for size in (125, 150, 200):
        theme.choose("light", size)
        QApplication.processEvents()
        assert reading.horizontalScrollBar().maximum() == 0
    assert reading.document().firstBlock().layout().boundingRect().height() > 1.8 * small
