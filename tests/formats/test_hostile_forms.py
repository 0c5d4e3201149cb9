"""A file from outside is held to be hostile: whatever it is, it is refused in a line."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, String

from aiplanner.app.content import handouts
from aiplanner.app.ports import WorldError
from aiplanner.app.returned import ReadField, ReadForm
from aiplanner.app.returned_reading import recognised
from aiplanner.app.wording import say
from aiplanner.domain.errors import PlanError
from aiplanner.domain.programme import Programme
from aiplanner.formats.active_parts import MOST_OBJECTS
from aiplanner.formats.form_tree import DEEPEST, LONGEST, MOST_FIELDS
from aiplanner.formats.returned_forms import MOST_MEGABYTES, read_returned
from tests.support.packs import rendered
from tests.support.returned_pdfs import form_pdf, spoiled


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
    with pytest.raises(WorldError) as refused:
        read_returned(tmp_path)
    assert refused.value.code == "file-unreadable"


def test_a_file_that_was_moved_before_it_is_read_says_so(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.pdf") == "returned-gone"


def _act(kind: str, **more: object) -> Dictionary:
    return Dictionary(Type=Name.Action, S=Name(f"/{kind}"), **more)


def _opening(action: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = action

    return change


def _as_an_object(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pdf.make_indirect(_act("Launch", F=String("calc.exe")))


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
        _as_an_object,
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

    def as_an_object(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pdf.make_indirect(_act("GoTo", D=Array([0, Name.Fit])))

    assert read_returned(spoiled(blank, as_an_object, tmp_path / "c.pdf")).marks


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


def _shown_and_held(pdf: pikepdf.Pdf) -> None:
    """Consent is held where refusal is shown."""
    choice = next(one for one in _fields(pdf) if str(one.T).endswith("/shared"))
    choice.V = Name("/p1")
    choice.Kids[2].AS = Name("/p3")


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
        (_shown_and_held, "returned-unclear"),
    ],
)
def test_fields_that_no_form_of_ours_has_are_refused(
    change: Callable[[pikepdf.Pdf], None], code: str, blank: Path, tmp_path: Path
) -> None:
    assert refusal(spoiled(blank, change, tmp_path / "strange.pdf")) == code


def test_brackets_nested_without_end_are_refused(blank: Path, tmp_path: Path) -> None:
    path, deep = tmp_path / "deep.pdf", b"/PageMode " + b"[" * 20_000 + b"]" * 20_000
    data = blank.read_bytes()
    assert b"/PageMode /UseNone" in data
    path.write_bytes(data.replace(b"/PageMode /UseNone", deep))
    assert refusal(path) == "returned-broken"


def test_an_answer_that_unpacks_to_far_too_much_is_refused(blank: Path, tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        packed = zlib.compress(b"A" * 80_000_000)
        assert len(packed) < 200_000
        stream = pdf.make_stream(b"")
        stream.write(packed, filter=Name.FlateDecode)
        _fields(pdf)[0].V = stream

    assert refusal(spoiled(blank, change, tmp_path / "bomb.pdf")) == "returned-broken"


def test_pages_and_tables_that_run_in_circles_come_to_an_end(blank: Path, tmp_path: Path) -> None:
    def pages_in_pages(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Kids = Array([pdf.Root.Pages])

    round_and_round = spoiled(blank, pages_in_pages, tmp_path / "pages.pdf")
    assert read_returned(round_and_round).fields == read_returned(blank).fields
    data, path = blank.read_bytes(), tmp_path / "tables.pdf"
    start = int(data[data.rfind(b"startxref") + 9 :].split()[0])
    at = data.rfind(b"trailer")
    path.write_bytes(data[:at] + data[at:].replace(b"<<", b"<< /Prev %d " % start, 1))
    assert read_returned(path).fields == read_returned(blank).fields


def test_more_objects_than_any_form_has_are_refused(blank: Path, tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.More = Array([Array([0] * 1000) for _n in range(MOST_OBJECTS // 1000 + 1)])

    assert refusal(spoiled(blank, change, tmp_path / "many.pdf")) == "returned-overfull"
