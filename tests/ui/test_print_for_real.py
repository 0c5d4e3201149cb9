"""The Print page over the real pack worker, with everything that ships."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.starters import programme_from
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.programme import empty_programme
from aiplanner.packs.catalogue import documents
from aiplanner.ui.pages.print_making import Wanted
from tests.support.choices import pick
from tests.support.plans import counted_ids
from tests.support.print_pages import REAL, PrintRoom, print_room

FEW = ("overview", "timetable", "running-order")


def text_of(file: Path) -> str:
    """All words of a PDF, one space between them."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def file_of(room: PrintRoom, document: str) -> Path:
    """The proof of a document."""
    proof = room.page.proofs.proof(document)
    assert proof is not None
    return proof.file


def test_the_example_is_drawn_counted_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    example = programme_from(starter(EXAMPLE), "Home & away", counted_ids())
    with print_room(qtbot, example, documents(), REAL) as room:
        room.settle()
        assert set(room.page.proofs.pages) == set(room.page.listed.chosen)
        first = example.items_of(example.sessions[0].id)[0]
        assert first.title in text_of(file_of(room, "running-order"))
        place = tmp_path / "pack.pdf"
        room.page.making.make(room.page.order, Wanted(place, lambda _made: None))
        room.wait_idle()
        assert len(PdfReader(place).pages) == sum(room.page.proofs.pages.values())
        assert "Home & away" in text_of(place)


def test_an_edit_is_on_the_sheet_and_the_choices_are_followed(qtbot: QtBot) -> None:
    """With a few documents: each is drawn twice, and that all are drawn is shown above."""
    example = programme_from(starter(EXAMPLE), "", counted_ids())
    few = [info for info in documents() if info.id in FEW]
    with print_room(qtbot, example, few, REAL) as room:
        room.settle()
        before = room.page.proofs.pages["running-order"]
        item = example.items_of(example.sessions[0].id)[0]
        edited = set_fields(example, item.id, title="A warm welcome")
        room.document.edit("Rename", lambda _now: edited)
        pick(qtbot, room.page.choices.size_of_print, "large")
        pick(qtbot, room.page.choices.sheet, "letter")
        room.turn_to("timetable")
        room.settle()
        timetable = PdfReader(file_of(room, "timetable"))
        assert "A warm welcome" in text_of(file_of(room, "timetable"))
        assert [round(size) for size in timetable.pages[0].mediabox[2:]] == [612, 792]
        assert room.page.proofs.pages["running-order"] > before


def test_a_new_programme_prints_its_blank_sheets(qtbot: QtBot) -> None:
    with print_room(qtbot, empty_programme(counted_ids()(), "New"), documents(), REAL) as room:
        room.page.show_document("check-out")
        room.settle()
        assert "check-out" in room.page.proofs.pages
        assert text_of(file_of(room, "check-out"))
