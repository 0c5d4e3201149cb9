"""Know the faces of the packs: register them once, find one for any character, write them well."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from aiplanner.assets import resource

REGULAR, SEMIBOLD, BOLD = "Pack-Regular", "Pack-SemiBold", "Pack-Bold"
REGULAR_FILE = "SourceSans3-Regular.ttf"

_TEXT_FACES = {
    REGULAR: REGULAR_FILE,
    SEMIBOLD: "SourceSans3-SemiBold.ttf",
    BOLD: "SourceSans3-Bold.ttf",
}
_FALLBACK_FACES = {
    "Pack-Wide": "DejaVuSans.ttf",
    "Pack-Emoji": "NotoEmoji-Regular.ttf",
    "Pack-Devanagari": "NotoSansDevanagari-Regular.ttf",
    "Pack-Bengali": "NotoSansBengali-Regular.ttf",
    "Pack-Gurmukhi": "NotoSansGurmukhi-Regular.ttf",
    "Pack-Gujarati": "NotoSansGujarati-Regular.ttf",
    "Pack-Tamil": "NotoSansTamil-Regular.ttf",
}
_BLOCK = 100
"""A CMap block holds at most so many entries (Adobe Technical Note 5014)."""


class PackFont(TTFont):  # type: ignore[misc]  # ReportLab ships no types
    """A TrueType font whose ToUnicode map passes PDF/UA.

    ReportLab maps code 00 to U+0000 (ISO 14289-1, 7.21.7) and writes characters beyond U+FFFF as
    five hex digits where UTF-16 is asked for.
    """

    def splitString(
        self, text: str, doc: PDFDocument, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """The text's codes by subset; straight where all its characters are in the first."""
        known = self._assignState(doc).assignments
        try:
            codes = bytes(map(known.__getitem__, map(ord, text)))
        except (KeyError, ValueError):  # one that is new, or not in the first subset
            return list(super().splitString(text, doc, encoding))
        return [(0, codes)] if codes else []

    def addObjects(self, doc: PDFDocument) -> None:
        """Write the font's objects, then put right the map of each subset."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        before = set(doc.idToObject)
        super().addObjects(doc)
        maps = [key for key in doc.idToObject if key not in before and _is_map(key)]
        for key, subset in zip(maps, subsets, strict=True):
            doc.idToObject[key].content = unicode_map(key.partition(":")[2], subset)


def _is_map(key: str) -> bool:
    return key.startswith("toUnicodeCMap:")


def unicode_map(name: str, subset: list[int]) -> str:
    """The ToUnicode CMap of one subset: position in the list -> UTF-16 of that character."""
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    blocks = [entries[n : n + _BLOCK] for n in range(0, len(entries), _BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    )


@cache
def register() -> None:
    """Make the text faces known to ReportLab, once a process."""
    for name, file in _TEXT_FACES.items():
        pdfmetrics.registerFont(PackFont(name, str(resource("fonts", file))))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, REGULAR, BOLD)
    for name in (SEMIBOLD, BOLD):
        pdfmetrics.registerFontFamily(name, name, name, name, name)


@cache
def _fallback(name: str) -> TTFont:
    font = PackFont(name, str(resource("fonts", _FALLBACK_FACES[name])))
    pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(name, name, name, name, name)
    return font


@cache
def face_for(character: str) -> str | None:
    """The face that has the character: "" for any text face, a fallback's name, or None.

    Fallback fonts are read only when a character asks for one, so plain packs never wait for them.
    """
    register()
    code = ord(character)
    if code in pdfmetrics.getFont(REGULAR).face.charToGlyph:
        return ""
    return next((name for name in _FALLBACK_FACES if _has(name, code)), None)


def _has(name: str, code: int) -> bool:
    return code in _fallback(name).face.charToGlyph


def width(text: str, face: str, size: float) -> float:
    """How wide the text runs, in points."""
    register()
    return float(pdfmetrics.stringWidth(text, face, size))
