"""The face of what is typed into a form: embedded whole, so that a filled form stays accessible."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFZCompress,
)

from aiplanner.assets import resource
from aiplanner.packs.fonts import REGULAR, REGULAR_FILE, register

NAME = "Pack"
"""How the fields call it. Programs take a face of their own for letters that it does not code."""

_FIRST, _LAST = 32, 255
_NON_SYMBOLIC = 32


def form_face(document: PDFDocument) -> PDFObjectReference:
    """Write the face into a document: Western European by code, as fields of forms need it.

    A subset would not do: nobody knows which letters will be typed.
    """
    register()
    face = pdfmetrics.getFont(REGULAR).face
    name = PDFName(face.name.decode() if isinstance(face.name, bytes) else str(face.name))
    font = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("TrueType"),
            "BaseFont": name,
            "FirstChar": _FIRST,
            "LastChar": _LAST,
            "Widths": PDFArray([_width(face, code) for code in range(_FIRST, _LAST + 1)]),
            "Encoding": PDFName("WinAnsiEncoding"),
            "FontDescriptor": document.Reference(_descriptor(face, name, document)),
        }
    )
    return document.Reference(font, "FormFace")


def _descriptor(face: Any, name: PDFName, document: PDFDocument) -> PDFDictionary:
    file = PDFStream()
    file.content = resource("fonts", REGULAR_FILE).read_bytes()
    file.filters = [PDFZCompress]
    file.dictionary.dict["Length1"] = len(file.content)
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": _NON_SYMBOLIC,
            "FontBBox": PDFArray(list(face.bbox)),
            "ItalicAngle": face.italicAngle,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "StemV": face.stemV,
            "FontFile2": document.Reference(file),
        }
    )


def _width(face: Any, code: int) -> int:
    """The width of a code of Windows 1252, in thousandths of the size."""
    character = bytes([code]).decode("cp1252", "replace")
    return round(float(face.charWidths.get(ord(character), face.defaultWidth)))
