"""Forms of ours come back from several programs as they were filled in; all else is refused."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, String

from aiplanner.app.content import handouts
from aiplanner.app.form_names import field_name, field_parts, short_id
from aiplanner.app.form_questions import question_of
from aiplanner.app.ports import WorldError
from aiplanner.app.returned import ReadField, ReadForm, read_from_plain
from aiplanner.app.returned_parts import parts_of
from aiplanner.app.returned_reading import recognised
from aiplanner.app.tally_sheets import Sheet, blanks_of
from aiplanner.app.wording import say
from aiplanner.domain.edits.programme import copied
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.formats.form_tree import DEEPEST, LONGEST, MOST_FIELDS
from aiplanner.formats.returned_forms import MOST_MEGABYTES, read_job, read_returned
from aiplanner.packs.catalogue import documents
from tests.support.kept_programmes import workshop
from tests.support.packs import rendered
from tests.support.returned_pdfs import by_pdfium, by_pikepdf, by_pypdf, form_pdf, spoiled

SCRIPTS = "Łódź · Привіт · Fàilte · أمل\nand a second line"
SHEETS = ("story-sheet", "check-out", "evaluation", "action-plan")
FILLABLE = tuple(info.id for info in documents() if info.fillable)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return copied(workshop(), "Workshop", new_id)


@pytest.fixture(scope="module")
def blank(programme: Programme, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few fillable sheets, as they are sent out."""
    out = tmp_path_factory.mktemp("forms") / "blank.pdf"
    rendered(programme, out, SHEETS, fillable=True)
    return out


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


@pytest.mark.parametrize("fill", [by_pypdf, by_pikepdf, by_pdfium])
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


def refusal(path: Path) -> str:
    """The code with which a file is refused; its sentence says that nothing was entered."""
    with pytest.raises(PlanError) as refused:
        read_returned(path)
    assert say(refused.value).endswith("Nothing was entered.")
    return refused.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "returned-empty"),
        (b"\0\0\0\n", "returned-empty"),
        (b"PK\x03\x04 a letter", "returned-not-pdf"),
        (b"%!PS-Adobe", "returned-not-pdf"),
        (b" " * 2000 + b"%PDF-1.7", "returned-not-pdf"),
        (b"%PDF-1.7\n%%EOF", "returned-broken"),
        (b"%PDF-1.7", "returned-broken"),
    ],
)
def test_a_file_that_is_no_whole_pdf_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "returned.pdf"
    path.write_bytes(content)
    assert refusal(path) == code


def test_a_file_of_two_hundred_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(200_000_000)
    assert refusal(path) == "returned-too-large"
    with pytest.raises(PlanError) as refused:
        read_returned(path)
    assert f"at most {MOST_MEGABYTES} MB" in say(refused.value)


def test_a_file_that_cannot_be_read_is_the_worlds_fault(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.pdf", tmp_path):
        with pytest.raises(WorldError) as refused:
            read_returned(path)
        assert refused.value.code == "file-unreadable"


def _act(kind: str, **more: object) -> Dictionary:
    return Dictionary(Type=Name.Action, S=Name(f"/{kind}"), **more)


def _opening(action: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = action

    return change


def _named_script(pdf: pikepdf.Pdf) -> None:
    script = _act("JavaScript", JS=String("app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["plan.exe"] = b"MZ"


def _on_field(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.Fields[0].AA = Dictionary(K=_act("JavaScript", JS=String("1")))


def _on_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].AA = Dictionary(O=_act("Launch", F=String("calc.exe")))


def _on_widget(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].A = _act("SubmitForm", F=String("https://example.org"))


def _chained(pdf: pikepdf.Pdf) -> None:
    then = _act("ImportData", F=String("x.fdf"))
    pdf.pages[0].Annots[0].A = _act("GoTo", D=Array([0]), Next=Array([then]))


def _xfa(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp:xdp/>")


@pytest.mark.parametrize(
    "change",
    [
        _opening(_act("JavaScript", JS=String("app.alert(1)"))),
        _opening(_act("Launch", F=String("calc.exe"))),
        _opening(_act("URI", URI=String("https://example.org"))),
        _named_script,
        _attached,
        _on_field,
        _on_page,
        _on_widget,
        _chained,
        _xfa,
    ],
)
def test_a_file_that_would_do_something_is_refused(
    change: Callable[[pikepdf.Pdf], None], blank: Path, tmp_path: Path
) -> None:
    assert refusal(spoiled(blank, change, tmp_path / "active.pdf")) == "returned-scripts"


def test_a_file_that_opens_at_one_of_its_own_pages_is_read(blank: Path, tmp_path: Path) -> None:
    def first_page(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])

    assert read_returned(spoiled(blank, first_page, tmp_path / "a.pdf")).marks
    to_page = _opening(_act("GoTo", D=Array([0, Name.Fit])))
    assert read_returned(spoiled(blank, to_page, tmp_path / "b.pdf")).marks


@pytest.mark.parametrize("user", ["", "secret"])
def test_a_locked_file_is_refused(blank: Path, tmp_path: Path, user: str) -> None:
    locked = spoiled(
        blank, lambda _pdf: None, tmp_path / "l.pdf", encryption=Encryption(owner="o", user=user)
    )
    assert refusal(locked) == "returned-encrypted"


def test_a_pdf_without_fields_is_no_form(programme: Programme, tmp_path: Path) -> None:
    rendered(programme, tmp_path / "paper.pdf", ("story-sheet",))
    assert refusal(tmp_path / "paper.pdf") == "returned-no-form"


def test_a_form_of_others_is_no_form_of_ours(programme: Programme, tmp_path: Path) -> None:
    other = ReadForm((ReadField("Name", "text", "Mia"),), (), "")
    read = read_returned(form_pdf(tmp_path / "tax.pdf", other))
    with pytest.raises(PlanError) as refused:
        recognised(read, programme, handouts(), ())
    assert refused.value.code == "returned-no-form"


def _fields(pdf: pikepdf.Pdf) -> Array:
    return pdf.Root.AcroForm.Fields


def _push_button(pdf: pikepdf.Pdf) -> None:
    _fields(pdf)[0].update(Dictionary(FT=Name.Btn, Ff=1 << 16))


def _list(pdf: pikepdf.Pdf) -> None:
    _fields(pdf)[0].FT = Name.Ch


def _signature(pdf: pikepdf.Pdf) -> None:
    _fields(pdf).append(pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("Signature1"))))


def _same_name(pdf: pikepdf.Pdf) -> None:
    _fields(pdf)[1].T = _fields(pdf)[0].T


def _in_a_circle(pdf: pikepdf.Pdf) -> None:
    one = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("a")))
    one.Kids = Array([one])
    _fields(pdf).append(one)


def _deep(pdf: pikepdf.Pdf) -> None:
    node = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("end")))
    for _n in range(DEEPEST + 2):
        node = pdf.make_indirect(Dictionary(T=String("x"), Kids=Array([node])))
    _fields(pdf).append(node)


def _many(pdf: pikepdf.Pdf) -> None:
    for number in range(MOST_FIELDS + 1):
        _fields(pdf).append(Dictionary(FT=Name.Tx, T=String(f"f{number}")))


def _long(pdf: pikepdf.Pdf) -> None:
    _fields(pdf)[0].V = String("x" * (LONGEST + 1))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_push_button, "returned-unknown-field"),
        (_list, "returned-unknown-field"),
        (_signature, "returned-unknown-field"),
        (_same_name, "returned-broken"),
        (_in_a_circle, "returned-broken"),
        (_deep, "returned-overfull"),
        (_many, "returned-overfull"),
        (_long, "returned-overfull"),
    ],
)
def test_fields_that_no_form_of_ours_has_are_refused(
    change: Callable[[pikepdf.Pdf], None], code: str, blank: Path, tmp_path: Path
) -> None:
    assert refusal(spoiled(blank, change, tmp_path / "strange.pdf")) == code


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
        _fields(pdf)[0].V = value

    assert read_returned(spoiled(blank, change, tmp_path / "v.pdf")).fields[0].value == said


def test_a_value_kept_as_a_stream_is_read_too(blank: Path, tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _fields(pdf)[0].V = pdf.make_stream("Łódź\r\n".encode("utf-16"))

    assert read_returned(spoiled(blank, change, tmp_path / "v.pdf")).fields[0].value == "Łódź\n"


def test_what_is_drawn_of_a_field_counts_for_nothing(blank: Path, tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _fields(pdf)[0].AP = Dictionary(N=pdf.make_stream(b"BT (You owe 100) Tj ET"))
        for annot in pdf.pages[0].Annots:
            if "/AS" in annot:
                annot.AS = Name("/p1")

    read = read_returned(spoiled(blank, change, tmp_path / "drawn.pdf"))
    assert not any(one.value for one in read.fields)


def test_a_file_packed_into_object_streams_is_read(
    blank: Path, programme: Programme, tmp_path: Path
) -> None:
    filled = by_pikepdf(blank, answers(programme), tmp_path / "a.pdf")
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
