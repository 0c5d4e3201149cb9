"""PDFs with forms in them that no program of ours made, and forms of ours with mischief."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

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
