"""A pack is whole or absent, the same for the same input, and tells what it did."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pikepdf
import pytest

from aiplanner.app.ports import WorldError
from aiplanner.app.printing import PackOptions
from aiplanner.domain.errors import PlanError
from aiplanner.packs import render
from aiplanner.packs.render import render_pack
from tests.support.packs import ALL, MADE, rendered, squeezed
from tests.support.rich_programme import blank_programme, rich_programme
from tests.support.tagged_pdf import page_texts, structure


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    rendered(rich_programme(), first)
    rendered(rich_programme(), second)

    assert first.read_bytes() == second.read_bytes()


def test_the_file_says_whose_and_when(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    rendered(rich_programme(), out, ("cover",))

    with pikepdf.open(out) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Home as it should be"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122093000")
        assert pdf.Root.Lang == "en-GB"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Home as it should be"


def test_every_page_has_its_running_heads_and_number(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    report = rendered(rich_programme(), out)
    texts = page_texts(out)

    assert len(texts) == report.pages == sum(report.parts.values())
    for number, text in enumerate(texts, 1):
        assert f"page {number} of {report.pages}" in text
        assert "Version 3 · 22" in text
        assert "Home as it should be" in text
    assert any("Running order · 2" in text for text in texts)


def test_contents_outline_and_labels_lead_to_the_right_pages(tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    rendered(rich_programme(), out)
    texts = [squeezed(text) for text in page_texts(out)]
    entries = [entry.words() for entry in structure(out).find("TOCI")]

    assert "Timetable 6" in [" ".join(entry.split()) for entry in entries]
    for entry in entries:
        title, number = entry.rsplit(maxsplit=1)
        assert squeezed(title) in texts[int(number) - 1]
    with pikepdf.open(out) as pdf:
        links = [link for page in pdf.pages for link in page.get("/Annots", [])]
        targets = [link.Dest for link in links if "/Dest" in link]  # others lead to the web
        assert len(targets) == len(entries)
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        named = [int(entry.rsplit(maxsplit=1)[1]) for entry in entries]
        assert [pages[target[0].objgen] for target in targets] == named
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        assert "Running order, Session 2: What should be & how" in titles
        assert pdf.Root.PageLabels.Nums[1].S == "/D"


def test_progress_is_told_document_by_document(tmp_path: Path) -> None:
    heard: list[tuple[int, int, str]] = []
    options = PackOptions(("timetable", "cover"), MADE)
    render_pack(rich_programme(), options, tmp_path / "a.pdf", lambda *step: heard.append(step))

    assert heard == [(0, 2, "Cover"), (1, 2, "Timetable"), (2, 2, "")]


def test_a_pack_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "packs" / "pack.pdf"
    out.parent.mkdir()
    out.write_bytes(b"the old one")

    def torn(_book: object, _gate: object, file: BinaryIO, _told: object) -> int:
        file.write(b"half")
        raise RuntimeError("torn")

    monkeypatch.setattr(render, "set_book", torn)
    with pytest.raises(RuntimeError):
        rendered(rich_programme(), out)

    assert out.read_bytes() == b"the old one"
    assert [path.name for path in out.parent.iterdir()] == ["pack.pdf"]


def test_a_place_that_cannot_be_written_is_a_refusal_of_the_world(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorldError) as refusal:
        rendered(blank_programme(), tmp_path / "file" / "pack.pdf")

    assert refusal.value.code == "file-unwritable"


@pytest.mark.parametrize(("keys", "code"), [((), "pack-empty"), (("poster",), "document-unknown")])
def test_documents_that_do_not_exist_are_refused(
    tmp_path: Path, keys: tuple[str, ...], code: str
) -> None:
    with pytest.raises(PlanError) as refusal:
        rendered(blank_programme(), tmp_path / "pack.pdf", keys)

    assert refusal.value.code == code


def test_hostile_words_are_printed_and_what_is_lost_is_told(tmp_path: Path) -> None:
    programme = rich_programme()
    title = "R&D <team> {{x}} <img src='/etc/passwd'> \x00\ud800 😀 أمل 漢 " + "W" * 400
    hostile = programme.put(replace(programme.head, title=title, contact=title, organisation=title))
    out = tmp_path / "pack.pdf"
    report = rendered(hostile, out, ALL, print_size="large")
    text = squeezed(structure(out).words())

    assert squeezed("R&D <team> {{x}} <img src='/etc/passwd'> 😀") in text
    assert "W" * 400 in text
    assert [("漢 (U+6F22)" in line, "letter: أمل." in line) for line in report.unprintable] == [
        (True, False),
        (False, True),
    ]
    assert all("Cover" in line for line in report.unprintable), "it is told where they stand"


def test_the_report_names_the_words_and_the_documents_of_what_is_lost(tmp_path: Path) -> None:
    programme = blank_programme()
    programme = programme.put(replace(programme.head, title="Home", contact="Wei 漢字, ward 4"))
    them = rendered(programme, tmp_path / "pack.pdf", ("cover", "overview")).unprintable

    lost = "字 (U+5B57), 漢 (U+6F22), as in “…format or language, ask Wei 漢字, ward 4.”. In: Cover"
    assert them == ("In none of our fonts, so printed as an empty box: " + lost,)
