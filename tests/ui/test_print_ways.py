"""What the Print page makes besides one PDF: Word, days, folders; and a file that is held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from aiplanner.app.issued import IssuedPack
from aiplanner.app.writing import part_of
from aiplanner.domain.edits.fields import set_fields
from aiplanner.ui.widgets.menus import Entry
from tests.support.plans import item, plan, session, the_session
from tests.support.print_pages import PATIENCE, PrintRoom, info, print_room

PLAN = plan(session("10:00", item("Welcome"), venue="The Hub"), title="Ward 4", people=8)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[PrintRoom]:
    with print_room(qtbot, PLAN, [info("cover"), info("two-pages")]) as made:
        yield made


def entry(room: PrintRoom, words: str) -> Entry:
    """The line of the menu of ways that begins so."""
    [found] = [one for one in room.page.foot.ways if one.text.startswith(words)]
    return found


def answer(room: PrintRoom, place: Path) -> None:
    """Choose that place in the dialog that is open."""
    [dialog] = room.page.findChildren(QFileDialog)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    if dialog.fileMode() is QFileDialog.FileMode.Directory:
        dialog.setDirectory(str(place))
        dialog.selectFile(str(place))
    else:
        dialog.setDirectory(str(place.parent))
        dialog.selectFile(place.name)
    dialog.accept()
    room.wait_idle()


def packs(room: PrintRoom) -> list[IssuedPack]:
    """The packs that the library remembers."""
    return list(room.services.library.issued(room.document.now.id))


def wait_for_packs(room: PrintRoom, count: int) -> None:
    """Until so many are remembered."""
    room.qtbot.waitUntil(lambda: len(packs(room)) == count, timeout=PATIENCE)
    room.services.jobs.drain()


def test_word_is_one_key_away(room: PrintRoom, tmp_path: Path) -> None:
    room.qtbot.keyClick(room.page.foot.word_button, Qt.Key.Key_Return)
    answer(room, tmp_path / "pack.docx")
    assert (tmp_path / "pack.docx").read_text() == "word: cover, two-pages"
    assert room.said == "“pack.docx” is saved, 2 documents."
    wait_for_packs(room, 1)
    [pack] = packs(room)
    assert (pack.way, [one.id for one in pack.documents]) == ("word", ["cover", "two-pages"])


def test_the_days_go_into_a_calendar_file(room: PrintRoom, tmp_path: Path) -> None:
    entry(room, "Days for a calendar").do()
    answer(room, tmp_path / "days.ics")
    assert (tmp_path / "days.ics").read_text().startswith("calendar")
    assert room.said == "“days.ics” is saved, 2 entries for a calendar."


@pytest.mark.parametrize(
    ("way", "issued"), [("Each document", "saved"), ("Folder ready to mail", "mailed")]
)
def test_a_folder_is_made_beside_what_is_there(
    room: PrintRoom, tmp_path: Path, way: str, issued: str
) -> None:
    (tmp_path / "Ward 4").mkdir()
    (tmp_path / "Ward 4" / "mine.txt").touch()
    entry(room, way).do()
    answer(room, tmp_path)
    made = tmp_path / "Ward 4 (2)"
    assert sorted(file.name for file in made.iterdir()) == ["cover.pdf", "two-pages.pdf"]
    assert room.said == "The folder “Ward 4 (2)” is ready, 3 pages in all."
    assert [file.name for file in (tmp_path / "Ward 4").iterdir()] == ["mine.txt"]
    wait_for_packs(room, 1)
    assert packs(room)[0].way == issued


def test_cancelling_a_folder_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with print_room(qtbot, PLAN, [info("cover"), info("hang")]) as room:
        entry(room, "Each document").do()
        [dialog] = room.page.findChildren(QFileDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(str(tmp_path))
        dialog.accept()
        foot = room.page.foot
        qtbot.waitUntil(part_of(tmp_path / "Ward 4").exists, timeout=PATIENCE)
        qtbot.keyClick(foot.cancel_button, Qt.Key.Key_Return)
        assert list(tmp_path.iterdir()) == []
        assert room.said == "Cancelled. Nothing was written."
        assert packs(room) == []


def test_a_file_that_another_program_holds_can_be_saved_elsewhere(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with print_room(qtbot, PLAN, [info("cover"), info("held")]) as room:
        qtbot.keyClick(room.page.foot.save_button, Qt.Key.Key_Return)
        answer(room, tmp_path / "x.pdf")
        assert room.said.startswith("“x.pdf” is open in another program")
        room.page.listed.tick("held", on=False)
        [again] = room.page.foot.outcome.links
        assert again.text() == "Save under another name"
        qtbot.keyClick(again, Qt.Key.Key_Return)
        answer(room, tmp_path / "y.pdf")
        assert (tmp_path / "y.pdf").exists()


def test_a_saved_pack_is_remembered_and_what_changed_can_be_issued_again(
    room: PrintRoom, tmp_path: Path
) -> None:
    page = room.page
    page.listed.tick("cover", on=False)
    room.qtbot.keyClick(page.foot.save_button, Qt.Key.Key_Return)
    answer(room, tmp_path / "pack.pdf")
    wait_for_packs(room, 1)
    assert [one.id for one in packs(room)[0].documents] == ["two-pages"]
    page.listed.tick("cover", on=True)
    room.document.edit("Venue", lambda now: set_fields(now, the_session(now).id, venue="The Barn"))
    room.document.edit("Rename", lambda now: set_fields(now, now.id, title="Ward 5"))
    page.issued.fold.turn(on=True)
    room.services.jobs.drain()
    room.qtbot.waitUntil(page.issued.again.isEnabled, timeout=PATIENCE)
    room.qtbot.keyClick(page.issued.again, Qt.Key.Key_Return)
    assert page.listed.chosen == ("two-pages",)
    assert page.reissue.isVisible()
    assert page.order().changes
    room.document.edit("Rename", lambda now: set_fields(now, now.id, title="Ward 6"))
    assert not page.reissue.isVisible(), "what it says is not true of this programme"
    assert page.order().changes == ()


def test_what_is_chosen_in_the_menu_is_told_and_reaches_the_worker(room: PrintRoom) -> None:
    page = room.page
    for words in ("Only what participants", "Fields to fill in", "For paper printed"):
        [line] = [one for one in page.choices.entries() if one.text.startswith(words)]
        line.do()
    assert page.choices.told.text() == "For participants only · To fill in on a screen · Both sides"
    options = page.order().options(("cover",), room.services.now())
    assert (options.audience, options.fillable, options.duplex) == ("participant", True, True)
    assert "None of the documents ticked has room to fill in." in page.foot.lacks.text


class _TwoSided(QPrinter):
    """A printer that can print on both sides; those of a machine without one cannot."""

    mode = QPrinter.DuplexMode.DuplexNone

    def setDuplex(self, mode: QPrinter.DuplexMode) -> None:  # noqa: N802 - Qt's own name
        self.mode = mode


def test_the_print_dialog_begins_with_both_sides_where_they_are_chosen(room: PrintRoom) -> None:
    page, printers = room.page, [_TwoSided(), _TwoSided()]
    made = iter(printers)
    page.printing.make_printer = lambda _pages, _paper: next(made)
    for _before_and_after in range(2):
        page.print_pack()
        room.wait_idle()
        [dialog] = page.findChildren(QPrintDialog)
        dialog.reject()
        QTest.qWait(0)
        [line] = [one for one in page.choices.entries() if one.text.startswith("For paper")]
        line.do()
    modes = QPrinter.DuplexMode
    assert [one.mode for one in printers] == [modes.DuplexNone, modes.DuplexLongSide]
    assert packs(room) == [], "nothing was printed"


def test_all_of_it_can_be_done_without_a_mouse(room: PrintRoom, qtbot: QtBot) -> None:
    page = room.page
    room.settle()
    page.choices.session.setFocus()
    met: list[QWidget] = []
    for _stop in range(40):
        met.append(QApplication.focusWidget() or page)
        qtbot.keyClick(met[-1], Qt.Key.Key_Tab)
    foot, listed = page.foot, page.listed
    wanted = (
        page.choices.size_of_print,
        page.choices.sheet,
        page.choices.more,
        listed.shelf,
        page.sets.button,
        listed.tree,
        foot.save_button,
        foot.print_button,
        foot.word_button,
        foot.more_button,
    )
    assert [met.index(one) for one in wanted] == sorted(met.index(one) for one in wanted)
    for opener, line in ((page.choices.more, "Fields to fill in"), (page.sets.button, "Session p")):
        qtbot.keyClick(opener, Qt.Key.Key_Return)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _line in menu.actions():
            qtbot.keyClick(menu, Qt.Key.Key_Down)
            chosen = menu.activeAction()
            if chosen is not None and chosen.text().replace("&", "").startswith(line):
                break
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert page.choices.look.audience == "participant"
    assert not page.choices.look.fillable, "the set that was chosen last says so"


def test_what_can_be_done_after_saving_comes_after_the_ways_to_save(
    room: PrintRoom, tmp_path: Path
) -> None:
    foot = room.page.foot
    room.qtbot.keyClick(foot.word_button, Qt.Key.Key_Return)
    answer(room, tmp_path / "pack.docx")
    after = foot.more_button
    visited = []
    for _ in range(12):
        after = after.nextInFocusChain()
        if after.isVisible() and after.focusPolicy() & Qt.FocusPolicy.TabFocus:
            visited.append(after)
    assert visited[: len(foot.outcome.links)] == foot.outcome.links
    assert [link.text() for link in foot.outcome.links] == ["Open it", "Show the folder"]
