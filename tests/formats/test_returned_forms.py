"""Forms of ours come back from several programs just as they were filled in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from aiplanner.app.content import handouts
from aiplanner.app.form_names import field_name, field_parts, short_id
from aiplanner.app.form_questions import question_of
from aiplanner.app.returned import ReadForm, read_from_plain
from aiplanner.app.returned_parts import parts_of
from aiplanner.app.returned_reading import recognised
from aiplanner.app.tally_sheets import Sheet, blanks_of
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.formats.returned_forms import read_job, read_returned
from aiplanner.packs.catalogue import documents
from tests.support.form_fields import fill_with_pdfium, fill_with_pikepdf, fill_with_pypdf
from tests.support.packs import rendered
from tests.support.returned_pdfs import spoiled

SCRIPTS = "Łódź · Привіт · Fàilte · أمل\nand a second line"
FILLABLE = tuple(info.id for info in documents() if info.fillable)


@pytest.fixture(scope="module")
def every(programme: Programme, tmp_path_factory: pytest.TempPathFactory) -> ReadForm:
    """All sheets that can be filled in, read before anybody wrote anything."""
    out = tmp_path_factory.mktemp("forms") / "every.pdf"
    rendered(programme, out, FILLABLE, fillable=True)
    return read_returned(out)


def answers(programme: Programme) -> dict[str, str]:
    """What somebody fills in, by the names of the fields."""
    where = programme.sessions[0].id
    return {
        field_name("story-sheet", None, None, "happened"): SCRIPTS,
        field_name("story-sheet", None, None, "shared"): "p3",
        field_name("check-out", where, None, "energy"): "Tea",
        field_name("evaluation", None, None, "b1-s6"): "p4",
        field_name("action-plan", None, None, "check-p1"): "yes",
    }


Filling = Callable[[Path, Mapping[str, str], Path], Path]


@pytest.mark.parametrize("fill", [fill_with_pypdf, fill_with_pikepdf, fill_with_pdfium])
def test_answers_in_four_scripts_come_back_from_each_program(
    fill: Filling,
    programme: Programme,
    blank: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.CRITICAL, "pypdf")  # it draws Cyrillic badly, which nobody looks at
    wanted = answers(programme)
    read = read_returned(fill(blank, wanted, tmp_path / "filled.pdf"))
    assert {one.name: one.value for one in read.fields if one.value} == wanted
    told = {
        (sheet.handout, sheet.where, one.asked): one.said
        for sheet in recognised(read, programme, handouts(), ())
        for one in sheet.answers
    }
    assert told == {
        ("story-sheet", "", "What happened?"): SCRIPTS,
        ("story-sheet", "", "May we share it?"): (
            "No. It stays between the two of us. Please give me this sheet."
        ),
        ("check-out", "Morning", "What gave me energy today?"): "Tea",
        ("evaluation", "", "I would do this again."): "fully",
        ("action-plan", "", "Each action has one name."): "Yes",
    }


def test_every_field_of_every_sheet_is_a_question_of_its_handout(
    programme: Programme, every: ReadForm
) -> None:
    known = {handout.key: handout for handout in handouts()}
    asked = set()
    for one in every.fields:
        name = field_parts(one.name)
        assert name is not None, one.name
        question = question_of(known[name.handout], name.question, programme)
        assert question is not None, one.name
        assert question.asked, one.name
        assert question.kind == one.kind, one.name
        if one.kind == "choice":
            assert set(question.points) == set(one.options), one.name
        asked.add(name.handout)
    assert asked == set(FILLABLE)


def test_every_place_of_a_typed_sheet_is_a_field_and_every_part_is_filled(
    programme: Programme, every: ReadForm
) -> None:
    asked: dict[str, list[str]] = {}
    for one in every.fields:
        name = field_parts(one.name)
        assert name is not None
        asked.setdefault(name.handout, []).append(name.question)
    by_hand = {"teller", "person"}  # codes are given to sheets, and cards have no place for a name
    for sheet in set(Sheet) - {Sheet.VOTES}:
        typed = {blank.key for blank in blanks_of(sheet, programme)} - by_hand
        assert typed == set(asked[sheet]), sheet
    open_votes = [f"v-{short_id(theme.id)}" for theme in programme.themes if theme.votes is None]
    assert [key for key in asked[Sheet.VOTES] if key.startswith("v-")] == open_votes != []
    for handout, keys in asked.items():
        for part in parts_of(handout, keys):
            wanted = {*part.of.values(), *part.besides.values()} - by_hand - {"members"}
            assert wanted <= set(keys), handout


def test_blank_sheets_are_recognised_as_ours_and_have_nothing_to_enter(
    programme: Programme, every: ReadForm
) -> None:
    with pytest.raises(PlanError) as refused:
        recognised(every, programme, handouts(), ())
    assert refused.value.code == "returned-blank"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (String("a\r\nb\rc\nd"), "a\nb\nc\nd"),
        (String("e\u0301"), "é"),
        (String("tab\tbell\x07nul\x00end"), "tab\tbellnulend"),
        (Name("/Yes"), "/Yes"),
        (Array([String("a")]), ""),
        (Dictionary(), ""),
        (7, ""),
    ],
)
def test_a_value_is_read_as_it_was_meant(
    value: object, said: str, blank: Path, tmp_path: Path
) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm.Fields[0].V = value

    assert read_returned(spoiled(blank, change, tmp_path / "v.pdf")).fields[0].value == said


def test_a_value_kept_as_a_stream_is_read_too(blank: Path, tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm.Fields[0].V = pdf.make_stream("Łódź\r\n".encode("utf-16"))

    assert read_returned(spoiled(blank, change, tmp_path / "v.pdf")).fields[0].value == "Łódź\n"


def test_what_is_drawn_of_a_field_counts_for_nothing(blank: Path, tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm.Fields[0].AP = Dictionary(N=pdf.make_stream(b"BT (You owe 100) Tj ET"))
        for annot in pdf.pages[0].Annots:
            if "/AS" in annot:
                annot.AS = Name("/p1")

    read = read_returned(spoiled(blank, change, tmp_path / "drawn.pdf"))
    assert not any(one.value for one in read.fields)


def test_a_file_packed_into_object_streams_is_read(
    blank: Path, programme: Programme, tmp_path: Path
) -> None:
    filled = fill_with_pikepdf(blank, answers(programme), tmp_path / "a.pdf")
    packed = spoiled(
        filled,
        lambda _pdf: None,
        tmp_path / "b.pdf",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        linearize=True,
    )
    assert read_returned(packed).fields == read_returned(filled).fields


def test_the_worker_answers_with_what_was_read(blank: Path) -> None:
    answer = read_job({"path": str(blank)}, lambda _step: None)
    assert read_from_plain(answer) == read_returned(blank)
