"""Read the form of a PDF as a returned file is read, and fill it in as three programs do."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

_RADIO = 1 << 15

Answers = Mapping[str, str]
"""What to put in each field by its name: words, or the option to tick."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, its kind as our field names have it, its words, what it can hold."""

    name: str
    kind: str
    label: str
    value: str
    options: tuple[str, ...]


def fields_of(path: Path) -> list[Field]:
    """The fields in the order of the form, marks among them; none where there is no form."""
    with pikepdf.open(path) as pdf:
        form = pdf.Root.get("/AcroForm", {})
        return [_field(one) for one in form.get("/Fields", [])]


def widgets_of(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every widget on the pages of a file."""
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            if annotation.Subtype == "/Widget":
                yield annotation


def said(value: object) -> str:
    """A value with the line ends of every system made alike."""
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def _field(one: Any) -> Field:
    if one.FT == "/Tx":
        return Field(str(one.T), "text", str(one.TU), said(one.get("/V", "")), ())
    kids = list(one.get("/Kids", [one]))
    states = {name for kid in kids for name in kid.AP.N.keys()}  # noqa: SIM118  # a pikepdf dictionary
    options = sorted(name[1:] for name in states - {"/Off"})
    kind = "choice" if int(one.get("/Ff", 0)) & _RADIO else "tick"
    value = str(one.get("/V", "/Off"))[1:].replace("Off", "")
    return Field(str(one.T), kind, str(one.TU), value, tuple(options))


def fill_with_pypdf(source: Path, answers: Answers, out: Path) -> Path:
    """As pypdf fills in: page by page, buttons by the name of their state."""
    writer = pypdf.PdfWriter(clone_from=source)
    buttons = {one.name for one in fields_of(source) if one.kind != "text"}
    put = {name: f"/{value}" if name in buttons else value for name, value in answers.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, put, auto_regenerate=False)
    writer.write(out)
    return out


def fill_with_pikepdf(source: Path, answers: Answers, out: Path) -> Path:
    """As pikepdf fills in: values in the fields' dictionaries, and the state of buttons."""
    with pikepdf.open(source) as pdf:
        for one in pdf.Root.AcroForm.Fields:
            value = answers.get(str(one.T))
            if value is None:
                continue
            if one.FT == "/Tx":
                one.V = value.replace("\n", "\r\n")
                continue
            one.V = pikepdf.Name(f"/{value}")
            for kid in one.get("/Kids", [one]):
                kid.AS = one.V if one.V in kid.AP.N else pikepdf.Name.Off
        pdf.save(out)
    return out


def fill_with_pdfium(source: Path, answers: Answers, out: Path) -> Path:
    """As a browser fills in: by the keyboard, and by clicks on buttons."""
    with pypdfium2.PdfDocument(source) as pdf:
        pdf.init_forms()
        for page in pdf:
            for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
                _fill_widget(pdf.formenv, page, number, answers)
        pdf.save(out)
    return out


def _fill_widget(form: Any, page: Any, number: int, answers: Answers) -> None:
    widget = pdfium.FPDFPage_GetAnnot(page, number)
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, widget)
    value = answers.get(_text(pdfium.FPDFAnnot_GetFormFieldName, form, widget))
    if value is not None and kind == pdfium.FPDF_FORMFIELD_TEXTFIELD:
        pdfium.FORM_SetFocusedAnnot(form, widget)
        pdfium.FORM_SelectAllText(form, page)
        typed = ctypes.create_string_buffer((value + "\0").replace("\n", "\r").encode("utf-16-le"))
        pdfium.FORM_ReplaceSelection(form, page, _words(typed))
        pdfium.FORM_ForceToKillFocus(form)
    elif (
        value is not None and _text(pdfium.FPDFAnnot_GetFormFieldExportValue, form, widget) == value
    ):
        box = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(widget, box)
        middle = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        pdfium.FORM_OnMouseMove(form, page, 0, *middle)
        pdfium.FORM_OnLButtonDown(form, page, 0, *middle)
        pdfium.FORM_OnLButtonUp(form, page, 0, *middle)
    pdfium.FPDFPage_CloseAnnot(widget)


def _text(ask: Callable[..., int], form: Any, widget: Any) -> str:
    room = ctypes.create_string_buffer(ask(form, widget, None, 0))
    ask(form, widget, _words(room), len(room))
    return room.raw.decode("utf-16-le").rstrip("\0")


def _words(buffer: Any) -> Any:
    return ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
