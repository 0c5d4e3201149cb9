"""PDFs with forms in them: as they are made, filled in by several programs, and with mischief."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Array, Dictionary, Name, String
from pikepdf.form import Form, RadioButtonGroup, TextField
from pypdf import PdfReader, PdfWriter

from aiplanner.app.form_names import YES, mark_name, mark_of
from aiplanner.app.returned import ReadField, ReadForm

_RADIO = 1 << 15
_TOP, _SIZE = 780, 18


def form_pdf(path: Path, read: ReadForm) -> Path:
    """A PDF whose fields hold what was read, one under the other, with the marks of its sheets."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    page.Annots = pdf.make_indirect(Array())
    fields = Array()
    for number, one in enumerate(read.fields):
        fields.append(_field(pdf, page, one, _TOP - number * 30))
    for text in read.marks:
        mark = mark_of(text)
        name = mark_name(mark.document, mark.session) if mark else "aiplanner/form/x/-"
        entries = Dictionary(FT=Name.Tx, T=String(name), V=String(text), Ff=1)
        fields.append(pdf.make_indirect(entries))
    face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    resources = Dictionary(Font=Dictionary(Helv=face))
    pdf.Root.AcroForm = Dictionary(Fields=fields, DA=String("/Helv 0 Tf 0 g"), DR=resources)
    pdf.save(path)
    return path


def _field(pdf: pikepdf.Pdf, page: pikepdf.Page, one: ReadField, y: int) -> pikepdf.Object:
    if one.kind == "choice":
        group = pdf.make_indirect(
            Dictionary(FT=Name.Btn, T=String(one.name), Ff=_RADIO, V=_name(one.value))
        )
        group.Kids = Array()
        for place, option in enumerate(one.options):
            kid = _widget(pdf, page, (40 + place * 30, y), option, one.value)
            kid.Parent = group
            group.Kids.append(kid)
        return group
    if one.kind == "tick":
        kid = _widget(pdf, page, (40, y), YES, one.value)
        kid.update(Dictionary(FT=Name.Btn, T=String(one.name), V=_name(one.value)))
        return kid
    kid = _widget(pdf, page, (40, y))
    text = Dictionary(FT=Name.Tx, T=String(one.name), V=String(one.value), Ff=1 << 12)
    text.DA = String("/Helv 10 Tf 0 g")
    kid.update(text)
    return kid


def _widget(
    pdf: pikepdf.Pdf,
    page: pikepdf.Page,
    place: tuple[int, int],
    option: str = "",
    chosen: str = "",
) -> pikepdf.Object:
    x, y = place
    width = _SIZE if option else 400
    drawn = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, width, _SIZE])
    entries = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, Rect=[x, y, x + width, y + _SIZE], F=4, P=page.obj
    )
    if option:
        entries.AP = Dictionary(N=Dictionary({f"/{option}": drawn, "/Off": drawn}))
        entries.AS = _name(chosen if chosen == option else "")
    else:
        entries.AP = Dictionary(N=drawn)
    kid = pdf.make_indirect(entries)
    page.Annots.append(kid)
    return kid


def _name(value: str) -> Name:
    return Name(f"/{value or 'Off'}")


def spoiled(path: Path, change: Callable[[pikepdf.Pdf], None], out: Path, **saving: object) -> Path:
    """The PDF with something changed in it."""
    with pikepdf.open(path) as pdf:
        change(pdf)
        pdf.save(out, **saving)
    return out


Values = Mapping[str, str]
"""What is to be filled in, by the names of fields: words, or the option of a button."""


def by_pypdf(path: Path, values: Values, out: Path) -> Path:
    """Filled in as pypdf fills forms in, page by page."""
    writer = PdfWriter(clone_from=PdfReader(path))
    for page in writer.pages:
        typed = {
            name: value if _is_text(path, name) else f"/{value}" for name, value in values.items()
        }
        writer.update_page_form_field_values(page, typed, auto_regenerate=False)
    writer.write(out)
    return out


def by_pikepdf(path: Path, values: Values, out: Path) -> Path:
    """Filled in as pikepdf fills forms in, with Windows' line ends."""
    with pikepdf.open(path) as pdf:
        form = Form(pdf)
        for name, value in values.items():
            field = form[name]
            if isinstance(field, TextField):
                field.value = value.replace("\n", "\r\n")
            elif isinstance(field, RadioButtonGroup):
                field.value = Name(f"/{value}")
            else:
                field.checked = True
        pdf.save(out)
    return out


def by_pdfium(path: Path, values: Values, out: Path) -> Path:
    """Filled in as a person does in a browser: clicked on, and typed."""
    wanted = dict(values)
    with pypdfium2.PdfDocument(path) as pdf:
        pdf.init_forms()
        for number, widgets in enumerate(_widgets(path)):
            page = pdf[number]
            for name, option, (x, y) in widgets:
                if name in wanted and option in ("", wanted[name]):
                    _click(pdf, page, x, y)
                    if not option:
                        _type(pdf, page, wanted[name])
        pdf.save(out)
    return out


def _click(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, x: float, y: float) -> None:
    pdfium.FORM_OnMouseMove(pdf.formenv, page, 0, x, y)
    pdfium.FORM_OnLButtonDown(pdf.formenv, page, 0, x, y)
    pdfium.FORM_OnLButtonUp(pdf.formenv, page, 0, x, y)


def _type(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, text: str) -> None:
    letters = create_string_buffer((text.replace("\n", "\r") + "\0").encode("utf-16-le"))
    pdfium.FORM_ReplaceSelection(pdf.formenv, page, cast(letters, POINTER(c_ushort)))
    pdfium.FORM_ForceToKillFocus(pdf.formenv)


Widget = tuple[str, str, tuple[float, float]]
"""The name of a field, the option that a widget of it stands for, and its middle."""


def _widgets(path: Path) -> list[list[Widget]]:
    """The widgets of each page."""
    with pikepdf.open(path) as pdf:
        return [
            [_widget_of(annot) for annot in page.get("/Annots", []) if annot.Subtype == Name.Widget]
            for page in pdf.pages
        ]


def _widget_of(annot: pikepdf.Object) -> Widget:
    owner = annot if "/T" in annot else annot.Parent
    states = annot.AP.N.keys() if isinstance(annot.AP.N, Dictionary) else ()
    option = next((state.removeprefix("/") for state in states if state != "/Off"), "")
    x0, y0, x1, y1 = (float(at) for at in annot.Rect)
    return str(owner.T), option, ((x0 + x1) / 2, (y0 + y1) / 2)


def _is_text(path: Path, name: str) -> bool:
    fields = PdfReader(io.BytesIO(path.read_bytes())).get_fields() or {}
    return fields[name].get("/FT") == "/Tx"
