"""Making a pack from the Print page: saving, cancelling, refusals, opening what was made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from aiplanner.app.ports import WorldError
from aiplanner.app.writing import part_of
from aiplanner.domain.edits.fields import set_fields
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import item, plan, session
from tests.support.print_pages import PATIENCE, PrintRoom, info, print_room

PLAN = plan(session("10:00", item("Welcome"), venue="The Hub"), title="Home: as/it should be")


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[PrintRoom]:
    with print_room(qtbot, PLAN, [info("cover"), info("two-pages")]) as made:
        yield made


def asked(room: PrintRoom) -> QFileDialog:
    """The dialog that the Save button opens."""
    room.qtbot.keyClick(room.page.foot.save_button, Qt.Key.Key_Return)
    [dialog] = room.page.findChildren(QFileDialog)
    return dialog


def save_at(room: PrintRoom, place: Path) -> None:
    """Press Save PDF and choose that place, where nobody asks about an older file."""
    dialog = asked(room)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDirectory(str(place.parent))
    dialog.selectFile(place.name)
    dialog.accept()


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the desktop's programs were asked to open; there are none here."""
    places: list[Path] = []

    def take(url: QUrl) -> bool:
        places.append(Path(url.toLocalFile()))
        return not places[-1].name.endswith("alone.pdf")

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return places


def test_a_name_with_a_dot_gets_the_ending_of_its_kind_too(room: PrintRoom, tmp_path: Path) -> None:
    save_at(room, tmp_path / "Ward 4 v1.2")
    room.wait_idle()
    assert [path.name for path in tmp_path.iterdir()] == ["Ward 4 v1.2.pdf"]


def test_a_file_found_under_the_name_with_its_ending_is_asked_about(
    room: PrintRoom, tmp_path: Path
) -> None:
    old = tmp_path / "Ward 4 v1.2.pdf"
    old.write_bytes(b"old")
    save_at(room, tmp_path / "Ward 4 v1.2")
    again = room.page.findChildren(QFileDialog)[-1]
    assert again.isVisible()
    assert [Path(one).name for one in again.selectedFiles()] == [old.name]
    again.reject()
    assert old.read_bytes() == b"old"


def test_the_pack_is_saved_where_the_user_says(room: PrintRoom, tmp_path: Path) -> None:
    save_at(room, tmp_path / "pack.pdf")
    room.wait_idle()
    assert room.said == "“pack.pdf” is saved, 3 pages."
    assert len(PdfReader(tmp_path / "pack.pdf").pages) == 3
    assert list(tmp_path.glob("*.part")) == []


def test_only_what_is_ticked_is_in_the_pack(room: PrintRoom, tmp_path: Path) -> None:
    room.page.listed.tick("two-pages", on=False)
    save_at(room, tmp_path / "pack.pdf")
    room.wait_idle()
    assert len(PdfReader(tmp_path / "pack.pdf").pages) == 1


def test_the_file_is_named_after_the_programme_and_the_session(room: PrintRoom) -> None:
    room.page.show_row(PLAN.sessions[0].id)
    dialog = asked(room)
    [name] = dialog.selectedFiles()
    assert Path(name).name == "Home as it should be - Session 1.pdf"
    dialog.reject()


def test_an_older_file_is_replaced(room: PrintRoom, tmp_path: Path) -> None:
    place = tmp_path / "pack.pdf"
    place.write_bytes(b"the last issue")
    save_at(room, place)
    room.wait_idle()
    assert place.read_bytes().startswith(b"%PDF")


def test_what_is_typed_last_is_stored_before_the_pack_is_made(
    room: PrintRoom, tmp_path: Path
) -> None:
    room.document.edit("Rename", lambda now: set_fields(now, now.id, title="Home, well"))
    save_at(room, tmp_path / "pack.pdf")
    room.wait_idle()
    [first, *_rest] = PdfReader(tmp_path / "pack.pdf").pages
    assert first.extract_text() == f"cover, Home, well, {room.document.revision}"
    assert room.document.revision == 2


def test_a_library_that_cannot_be_written_does_not_hold_up_the_pack(
    room: PrintRoom, tmp_path: Path
) -> None:
    library = room.services.library
    assert isinstance(library, MemoryLibrary)
    library.refusing = WorldError("library-full")
    room.document.edit("Rename", lambda now: set_fields(now, now.id, title="Home, well"))
    save_at(room, tmp_path / "pack.pdf")
    room.wait_idle()
    assert room.said.startswith("“pack.pdf” is saved")
    library.refusing = None


def test_cancelling_keeps_what_was_there_and_the_next_pack_succeeds(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "pack.pdf"
    place.write_bytes(b"the last issue")
    with print_room(qtbot, PLAN, [info("cover"), info("hang")]) as room:
        foot = room.page.foot
        save_at(room, place)
        qtbot.waitUntil(part_of(tmp_path / "pack.pdf").exists, timeout=PATIENCE)
        qtbot.waitUntil(lambda: foot.doing.text() == "Drawing Hang (2 of 2)", timeout=PATIENCE)
        qtbot.keyClick(foot.cancel_button, Qt.Key.Key_Return)
        assert place.read_bytes() == b"the last issue"
        assert [file.name for file in tmp_path.glob("pack*")] == ["pack.pdf"]
        assert room.said == "Cancelled. Nothing was written."
        room.page.listed.tick("hang", on=False)
        save_at(room, place)
        room.wait_idle()
    assert place.read_bytes().startswith(b"%PDF")


def test_a_process_that_dies_over_a_pack_is_told_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    with print_room(qtbot, PLAN, [info("cover"), info("crash")]) as room:
        save_at(room, tmp_path / "pack.pdf")
        room.wait_idle()
        assert room.said.startswith("The pack was not finished")
        assert list(tmp_path.glob("pack*")) == []


def test_a_refusal_is_told_in_words_and_can_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    with print_room(qtbot, PLAN, [info("cover"), info("refuse")]) as room:
        save_at(room, tmp_path / "pack.pdf")
        room.wait_idle()
        assert room.said == "“x” could not be written: full. Choose another place."
        assert room.page.foot.save_button.isEnabled()


def test_a_mistake_of_ours_is_told_and_reported(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        qtbot.captureExceptions() as caught,
        print_room(qtbot, PLAN, [info("cover"), info("bug")]) as room,
    ):
        save_at(room, tmp_path / "pack.pdf")
        room.wait_idle()
        assert room.said == "The pack could not be made. Nothing was written."
    assert "ZeroDivisionError" in str(caught[-1][1])


def test_the_document_on_show_is_opened_as_a_copy_of_its_own(
    room: PrintRoom, desktop: list[Path]
) -> None:
    room.settle()
    room.qtbot.keyClick(room.page.preview.open_button, Qt.Key.Key_Return)
    [place] = desktop
    assert place.name == "Cover.pdf"
    assert len(PdfReader(place).pages) == 1


def test_a_saved_pack_can_be_opened_and_found(
    room: PrintRoom, tmp_path: Path, desktop: list[Path]
) -> None:
    save_at(room, tmp_path / "pack.pdf")
    room.wait_idle()
    for link in room.page.foot.outcome.links:
        room.qtbot.keyClick(link, Qt.Key.Key_Return)
    assert desktop == [tmp_path / "pack.pdf", tmp_path]


def test_where_no_program_opens_it_that_is_said(
    room: PrintRoom, tmp_path: Path, desktop: list[Path]
) -> None:
    save_at(room, tmp_path / "alone.pdf")
    room.wait_idle()
    room.qtbot.keyClick(room.page.foot.outcome.links[0], Qt.Key.Key_Return)
    assert room.said.startswith("This computer has no program to open “alone.pdf” with.")


def test_escape_cancels_wherever_the_focus_is_and_only_while_a_pack_is_made(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with print_room(qtbot, PLAN, [info("cover"), info("hang")]) as room:
        tree = room.page.listed.tree
        tree.setFocus()
        qtbot.keyClick(tree, Qt.Key.Key_Escape)
        assert room.said == ""
        save_at(room, tmp_path / "pack.pdf")
        qtbot.waitUntil(part_of(tmp_path / "pack.pdf").exists, timeout=PATIENCE)
        room.page.activateWindow()
        tree.setFocus()
        qtbot.waitUntil(tree.hasFocus)
        qtbot.keyClick(tree, Qt.Key.Key_Escape)
        assert not room.page.foot.busy
        assert room.said == "Cancelled. Nothing was written."
        assert list(tmp_path.glob("pack*")) == []
