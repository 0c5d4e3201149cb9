"""The ways of the command line to take a pack home: a PDF each, fields to fill in, Word, days."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.mail_folder import LARGEST, mail_message, mail_parts, size_note
from aiplanner.app.ports import WorldError
from aiplanner.app.printing import DocumentInfo, Group, PackOptions
from aiplanner.app.starters import programme_from
from aiplanner.cli.commands import main
from aiplanner.cli.mail import write_mail_folder
from aiplanner.packs.separate import render_each
from tests.support.open_documents import NOW
from tests.support.plans import counted_ids, item, plan, session

SHEETS = "running-order,agenda,check-out"


@pytest.fixture
def example(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> str:
    """The id of the example in a library of its own."""
    monkeypatch.setenv("AIPLANNER_LIBRARY", str(tmp_path / "library.db"))
    assert main(["new", "example"]) == 0
    return capsys.readouterr().out.strip()


def test_each_document_becomes_a_file_of_its_own(example: str, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    asked = ["pack", example, "--out", str(out), "--split", "--documents", f"{SHEETS},contents"]
    assert main(asked) == 0
    names = sorted(file.name for file in out.iterdir())
    assert [name[:2] for name in names] == ["1 ", "2 ", "3 "]
    assert all(PdfReader(out / name).pages for name in names)
    assert not (tmp_path / "papers.part").exists()


def test_nothing_is_merged_into_a_folder_that_is_there(
    example: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "papers"
    out.mkdir()
    (out / "mine.txt").write_text("keep me")
    asked = ["pack", example, "--out", str(out), "--split", "--documents", SHEETS]
    assert main(asked) == 1
    assert "already" in capsys.readouterr().err
    assert [file.name for file in out.iterdir()] == ["mine.txt"]


def test_a_pack_can_be_filled_in_on_a_screen(example: str, tmp_path: Path) -> None:
    plain, forms = tmp_path / "plain.pdf", tmp_path / "forms.pdf"
    asked = ["pack", example, "--documents", "check-out", "--session", "1"]
    assert main([*asked, "--out", str(plain)]) == 0
    assert main([*asked, "--out", str(forms), "--fillable"]) == 0
    assert not PdfReader(plain).get_fields()
    assert PdfReader(forms).get_fields()


def test_on_both_sides_every_document_begins_in_front(example: str, tmp_path: Path) -> None:
    once, twice = tmp_path / "once.pdf", tmp_path / "twice.pdf"
    asked = ["pack", example, "--documents", "agenda,check-out", "--session", "1"]
    assert main([*asked, "--out", str(once)]) == 0
    assert main([*asked, "--out", str(twice), "--duplex"]) == 0
    assert len(PdfReader(twice).pages) > len(PdfReader(once).pages)


def test_word_files_are_known_by_their_ending(example: str, tmp_path: Path) -> None:
    chosen, whole = tmp_path / "chosen.docx", tmp_path / "whole.docx"
    assert main(["pack", example, "--documents", "agenda", "--out", str(chosen)]) == 0
    assert main(["export", example, "--out", str(whole)]) == 0
    sizes = [len(ZipFile(one).read("word/document.xml")) for one in (chosen, whole)]
    assert sizes[0] < sizes[1]


@pytest.mark.parametrize("asked", ["--split", "--fillable"])
def test_what_word_cannot_be_is_refused_and_leaves_nothing(
    example: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    out = tmp_path / "pack.docx"
    assert main(["pack", example, "--documents", "agenda", "--out", str(out), asked]) == 1
    assert asked in capsys.readouterr().err
    assert not out.exists()


def doc(key: str, audience: str = "participant", *, fillable: bool = False) -> DocumentInfo:
    """A document as the catalogue would tell it."""
    who = "facilitator" if audience == "facilitator" else "participant"
    return DocumentInfo(key, key.title(), who, Group.PERSON, fillable=fillable)


def test_facilitators_papers_are_mailed_only_when_they_are_asked_for() -> None:
    infos = [doc("agenda"), doc("notes", "facilitator"), doc("sheet", fillable=True)]
    for audience in ("all", "participant"):
        parts = mail_parts(infos, audience)
        assert [part.documents for part in parts] == [("agenda",), ("sheet",)]
        assert [part.fillable for part in parts] == [False, True]
    assert mail_parts(infos, "facilitator")[0].documents == ("agenda", "notes")
    assert mail_parts(infos[1:2], "all") == ()


def test_the_message_tells_the_day_what_is_attached_and_what_to_send_back() -> None:
    programme = plan(session("10:00", item("Welcome", "10", notes="the secret")), title="Ward 4")
    words = mail_message(programme, None, ["1 To fill in.pdf"], forms=True)
    assert words.startswith("Ward 4\n")
    assert "Welcome" in words
    assert "- 1 To fill in.pdf" in words
    assert "send it back" in words
    assert "the secret" not in words
    assert "send it back" not in mail_message(programme, None, [], forms=False)


def test_a_folder_too_large_for_a_mail_box_is_told() -> None:
    assert size_note(LARGEST) == ""
    assert "12 MB" in size_note(12_000_000)


def test_the_mail_folder_holds_all_a_mail_needs_and_nothing_private(tmp_path: Path) -> None:
    programme = programme_from(starter(EXAMPLE), "", counted_ids())
    options = PackOptions(
        ("agenda", "running-order", "check-out"), NOW, sessions=(programme.sessions[0].id,)
    )
    folder = tmp_path / "For Tuesday"
    steps: list[str] = []
    report = write_mail_folder(
        programme, options, folder, lambda _n, _of, title: steps.append(title)
    )
    names = sorted(file.name for file in folder.iterdir())
    assert names[:2] == ["1 For participants.pdf", "2 To fill in.pdf"]
    assert {"Message.txt", "Session 1.docx"} <= set(names)
    assert "running-order" not in report.parts
    assert PdfReader(folder / names[1]).get_fields()
    assert steps[0] == names[0]
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(WorldError, match="folder-there"):
        write_mail_folder(programme, options, folder, lambda *_step: None)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_mail_folder_that_fails_halfway_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_place: Path, *_facts: object) -> int:
        raise WorldError("file-unwritable", file="x", what="the disk is full")

    monkeypatch.setattr("aiplanner.cli.mail.write_pack_word", lambda _p, _o, place: full(place))
    programme = plan(session("10:00", item("Welcome", "10")), title="Ward 4")
    with pytest.raises(WorldError, match="file-unwritable"):
        write_mail_folder(
            programme, PackOptions(("agenda",), NOW), tmp_path / "out", lambda *_s: None
        )
    assert list(tmp_path.iterdir()) == []


def test_what_changed_stands_before_a_facilitators_document_where_there_is_one(
    tmp_path: Path,
) -> None:
    programme = plan(session("10:00", item("Welcome", "10")), title="Ward 4")
    changes = (("Session 1", "The private note is new"),)
    options = PackOptions(("running-order", "agenda", "timetable"), NOW, changes=changes, since="X")
    for documents, bearer in ((("agenda", "running-order"), "Running"), (("agenda",), "agenda")):
        folder = tmp_path / bearer
        render_each(programme, replace(options, documents=documents), folder, lambda *_step: None)
        told = [file.name for file in folder.iterdir() if "private note" in words(file)]
        assert len(told) == 1
        assert bearer in told[0]


def words(file: Path) -> str:
    """All words of a PDF."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())
