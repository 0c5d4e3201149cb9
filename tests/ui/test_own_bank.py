"""My bank: keep an item, add it elsewhere, change and delete it, take it out, bring it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from aiplanner.app import content
from aiplanner.app.own_content import bank
from aiplanner.app.ports import WorldError
from aiplanner.domain.bank import Activity
from aiplanner.domain.cycle import Phase
from aiplanner.domain.edits.programme import rename
from aiplanner.ui.dialogs.own_activity import ChangeActivity, SaveActivity
from aiplanner.ui.dialogs.own_starter import SaveStarter
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.models.bank_words import whole_sentences
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.session_menus import bank_entries
from aiplanner.ui.pages.sessions import SessionsPage
from aiplanner.ui.services import Services
from tests.support.activities import KNOWN
from tests.support.hands import Hands
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import breakout, item, named, plan, session, step, strand
from tests.ui.conftest import Keep

Choose = Callable[[Path], None]


class Desk:
    """A window with two programmes in its library, and two hands on the keyboard."""

    def __init__(self, window: MainWindow, services: Services, hands: Hands) -> None:
        self.window, self.services, self.hands = window, services, hands

    @property
    def page(self) -> SessionsPage:
        assert self.window.frame is not None
        page = self.window.frame.page
        assert isinstance(page, SessionsPage)
        return page

    @property
    def said(self) -> str:
        assert self.window.frame is not None
        return self.window.frame.notice.words.text()

    def open(self, title: str) -> None:
        """Open a programme on its sessions, the bank beside them."""
        self.window.go_home()
        self.settle()
        library = self.services.library
        self.window.open_programme(library.find(title))
        self.settle()
        assert self.window.frame is not None
        self.window.frame.go("sessions")
        self.hands.press("Ctrl+B")
        self.settle()

    def settle(self) -> None:
        """Wait until the library has answered."""
        self.services.jobs.drain()

    def save(self, title: str) -> SaveActivity:
        """Ask for an item to be kept, as its menu does."""
        page = self.page
        page.table.setFocus()
        page.table.choose_id(named(page._document.now, title).id, Column.WHAT)
        [entry] = bank_entries(page.items, page.bank)
        assert (entry.text, entry.usable) == ("Save to my bank…", True)
        entry.do()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SaveActivity)
        return dialog

    def mine(self) -> list[Activity]:
        """The user's own activities, as the library has them."""
        return list(bank(self.services.library).activities[len(KNOWN) :])

    def choose_mine(self, title: str) -> None:
        """Find an activity in the bank and go to it."""
        self.page.bank.pane.go_to_search()
        self.hands.type(title)
        self.hands.press("Down")


@pytest.fixture
def desk(
    window: MainWindow,
    services: Services,
    keep: Keep,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    monkeypatch.setattr(content, "activities", lambda: KNOWN)
    steps = (step(10, "Look round."), step(15, "Tell."))
    keep(
        plan(
            session(
                "10:00",
                item(
                    "Walk the ward",
                    "25",
                    phase=Phase.DISCOVER,
                    why="Seeing opens eyes. And more.",
                    steps=steps,
                    lead="Una",
                ),
                breakout("Groups", strand("A"), strand("B")),
            ),
            title="Ours",
        )
    )
    keep(plan(session("14:00", item("Welcome", "5")), title="Theirs"))
    with qtbot.waitActive(window):
        window.activateWindow()
    window.resize(1366, 768)
    made = Desk(window, services, Hands(qtbot, window))
    made.open("Ours")
    yield made
    window.go_home()
    services.jobs.drain()


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Lets the next file dialog answer with a path, as a person would choose it."""

    def choose(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "open", lambda self: self.fileSelected.emit(str(path)))

    return choose


def test_an_item_is_kept_by_keyboard_and_added_in_another_programme(desk: Desk) -> None:
    dialog = desk.save("Walk the ward")
    assert dialog.title_field.text() == "Walk the ward"
    assert dialog.summary_field.text() == "Seeing opens eyes."
    desk.hands.press("Ctrl+A")
    desk.hands.type("A walk")
    desk.hands.press("Return")
    desk.settle()
    assert desk.said == "Saved “A walk” to your bank."
    desk.open("Theirs")
    desk.hands.type("walk")
    row = desk.page.bank.pane.found.row
    assert row is not None
    assert row.mine
    desk.hands.press("Down", "Return")
    now = desk.page._document.now
    walk = named(now, "A walk")
    assert (walk.length.typical, walk.phase, walk.lead) == (25, Phase.DISCOVER, "")
    assert [s.text for s in now.steps_of(walk.id)] == ["Look round.", "Tell."]


def test_only_what_is_an_activity_can_be_kept(desk: Desk) -> None:
    page = desk.page
    page.table.choose_id(named(page._document.now, "Groups").id, Column.WHAT)
    [entry] = bank_entries(page.items, page.bank)
    assert not entry.usable


def test_it_is_changed_by_f2_and_deleted_with_the_way_back(desk: Desk) -> None:
    desk.save("Walk the ward")
    desk.hands.press("Return")
    desk.settle()
    desk.choose_mine("walk the")
    desk.hands.press("F2")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ChangeActivity)
    dialog.typical.setFocus()
    dialog.typical.selectAll()
    desk.hands.type("40")
    desk.hands.press("Return")
    desk.settle()
    [kept] = desk.mine()
    assert (kept.least, kept.typical, kept.most) == (25, 40, 40)
    assert [one.minutes for one in kept.steps] == [None, None]
    desk.hands.press("Delete")
    desk.settle()
    assert desk.mine() == []
    assert desk.said == "Deleted “Walk the ward” from your bank."
    assert desk.window.frame is not None
    desk.window.frame.notice.answer_button.click()
    desk.settle()
    assert desk.mine() == [kept]


def test_the_undo_key_brings_back_what_was_deleted_last(desk: Desk) -> None:
    frame = desk.window.frame
    assert frame is not None
    frame.document.edit("Rename", lambda now: rename(now, "Ours, better"))
    desk.save("Walk the ward")
    desk.hands.press("Return")
    desk.settle()
    desk.choose_mine("walk the")
    [kept] = desk.mine()
    desk.hands.press("Delete")
    desk.settle()
    desk.hands.press("Ctrl+Z")
    desk.settle()
    assert desk.mine() == [kept], "the notice told of it last"
    assert frame.document.now.head.title == "Ours, better"
    desk.hands.press("Ctrl+Z")
    assert frame.document.now.head.title == "Ours"


def test_the_undo_key_works_for_the_bank_before_there_is_any_edit(desk: Desk) -> None:
    desk.save("Walk the ward")
    desk.hands.press("Return")
    desk.settle()
    desk.choose_mine("walk the")
    desk.hands.press("Delete")
    desk.settle()
    desk.hands.press("Ctrl+Z")
    desk.settle()
    assert [one.title for one in desk.mine()] == ["Walk the ward"]


def test_the_focus_stays_in_the_bank_when_its_last_activity_goes(desk: Desk) -> None:
    desk.save("Walk the ward")
    desk.hands.press("Return")
    desk.settle()
    desk.choose_mine("walk the")
    before = desk.page._document.now
    desk.hands.press("Delete")
    desk.settle()
    assert desk.page.bank.pane.search.hasFocus()
    desk.hands.press("F2", "Delete")
    assert desk.page._document.now == before


def test_a_promise_is_made_of_whole_sentences() -> None:
    assert whole_sentences("One. Two.", 20) == "One. Two."
    assert whole_sentences("One two. Three four.", 12) == "One two."
    assert whole_sentences("One sentence that is too long.", 12) == ""


def test_what_is_shipped_can_be_neither_changed_nor_deleted(desk: Desk) -> None:
    desk.choose_mine("stretch")
    desk.hands.press("F2", "Delete")
    desk.settle()
    assert QApplication.activeModalWidget() is None
    assert "Stretch" in [one.title for one in desk.page.bank.shelf.activities]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("20", "30", "40"), "between the fewest and the most"),
        (("x", "25", "25"), "whole numbers"),
        (("", "25", "25"), "whole numbers"),
        (("20", "10", "99999"), "whole numbers"),
    ],
)
def test_minutes_that_contradict_each_other_are_refused(
    qtbot: QtBot, typed: tuple[str, str, str], why: str
) -> None:
    dialog = ChangeActivity(None, KNOWN[0])
    qtbot.addWidget(dialog)
    taken: list[Activity] = []
    dialog.done_with.connect(taken.append)
    dialog.open()
    for field, text in zip((dialog.typical, dialog.least, dialog.most), typed, strict=True):
        field.setText(text)
    dialog.save_button.click()
    assert why in dialog.refusal.text()
    assert dialog.isVisible()
    assert taken == []
    dialog.close()


def test_without_a_title_nothing_is_kept(desk: Desk) -> None:
    dialog = desk.save("Walk the ward")
    desk.hands.press("Ctrl+A", "Delete", "Return")
    assert dialog.isVisible()
    assert not dialog.save_button.isEnabled()
    desk.hands.press("Escape")
    desk.settle()
    assert desk.mine() == []


def test_the_bank_goes_out_as_a_file_and_comes_into_another_library(
    desk: Desk, files: Choose, tmp_path: Path, library: MemoryLibrary
) -> None:
    desk.save("Walk the ward")
    desk.hands.press("Return")
    desk.settle()
    before = desk.mine()
    place = tmp_path / "bank.toml"
    files(place)
    desk.page.bank.own.write_out()
    desk.settle()
    assert desk.said == "Saved 1 piece of your own in bank.toml."
    library.own.clear()
    desk.page.bank.own.bring_in()
    desk.settle()
    assert desk.said == "Added 1 piece to your bank: Walk the ward."
    assert desk.mine() == before
    row = desk.page.bank.pane.found.row
    assert row is not None
    assert row.activity == before[0]


def test_a_broken_file_changes_nothing_and_says_why(
    desk: Desk, files: Choose, tmp_path: Path
) -> None:
    place = tmp_path / "bank.toml"
    place.write_text('[[activities]]\nkey = "my-1"\ntitle = 5\n', encoding="utf-8")
    files(place)
    desk.page.bank.own.bring_in()
    desk.settle()
    assert "bank.toml" in desk.said
    assert desk.mine() == []


def test_a_library_that_refuses_is_told_about(desk: Desk, library: MemoryLibrary) -> None:
    desk.save("Walk the ward")
    library.refusing = WorldError("library-busy", file="x")
    desk.hands.press("Return")
    desk.settle()
    library.refusing = None
    assert desk.said
    assert desk.mine() == []


def test_the_menus_offer_what_can_be_done(desk: Desk) -> None:
    desk.choose_mine("stretch")
    offered = {entry.text: entry.usable for entry in desk.page.bank.own.entries() if entry.text}
    assert offered == {"Add": True, "Change…": False, "Delete from my bank": False}
    desk.page.bank.pane.more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text().replace("&", "") for action in menu.actions()] == [
        "Export my bank…",
        "Import activities…",
    ]
    menu.close()


def test_a_programme_becomes_a_starter(desk: Desk) -> None:
    desk.window.actions_by_key["save_starter"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SaveStarter)
    assert dialog.title_field.text() == "Ours"
    desk.hands.press("Tab")
    desk.hands.type("We see what works.")
    desk.hands.press("Return")
    desk.settle()
    assert desk.said == "Saved “Ours”. New programmes can begin from it."
    made = bank(desk.services.library).starters[-1]
    assert (made.title, made.promise) == ("Ours", "We see what works.")
    [kept] = made.sessions
    assert [one.title for one in kept.items] == ["Walk the ward", "Groups"]
    desk.page.bank.shelf.read()
    desk.settle()
    [entry] = desk.page.bank.own.other_entries()
    assert entry.text == "Delete “Ours”"
    entry.do()
    desk.settle()
    assert made not in bank(desk.services.library).starters
    assert desk.window.frame is not None
    desk.window.frame.notice.answer_button.click()
    desk.settle()
    assert made in bank(desk.services.library).starters
