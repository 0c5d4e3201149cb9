"""The canvas of the packs: tagged, dated by the caller, with page numbers filled in at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import (
    XMP,
    LinkAnnotation,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from aiplanner.i18n import gettext as _
from aiplanner.packs.forms import FormWriter
from aiplanner.packs.structure import Node
from aiplanner.packs.tagging import Tagger

LateText = Callable[[], str]
"""Asked when all pages are known."""
_LATE = re.compile(r"^%late \d+%$", re.MULTILINE)

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: the names of faces, and what is set in each."""

    stretches: list[tuple[str, str]]
    wider: float = 0.0
    """What is added to its spaces, in points."""


class SpacedText(PDFTextObject):  # type: ignore[misc]  # ReportLab ships no types
    """A text object that keeps the space at a line's end, so that no two words are read as one."""

    def _textOut(self, text: str, TStar: int = 0) -> None:
        if TStar and text and text[-1] not in "-\u00ad ":
            text += " "
        super()._textOut(text, TStar)


class LinkedText(SpacedText):
    """The text of a paragraph with links in it: each link is marked as content of its own."""

    def __init__(self, canvas: PackCanvas, x: float, y: float, owner: Node) -> None:
        super().__init__(canvas, x, y)
        self._tagger, self._owner = canvas.tagger, owner
        self._links: dict[int, Node] = {}
        self._last = 0
        self._code.append(self._tagger.begin(owner))

    def _textOut(self, text: str, TStar: int = 0) -> None:
        self._last = len(self._code)
        super()._textOut(text, TStar)

    def _linkRecord(self, link: tuple[int, str], what: str) -> None:
        # ReportLab calls this after the first words of a link and before the first words behind it.
        if what == "end":
            self._code += ["EMC", self._tagger.begin(self._owner)]
            return
        number = link[0]
        if number not in self._links:
            self._links[number] = self._owner.child("Link")
        node = self._links[number]
        self._code[self._last : self._last] = ["EMC", self._tagger.begin(node)]
        self._tagger.links.append(node)

    def getCode(self) -> str:
        """The operators, with the last content closed."""
        self._code.append("EMC")
        return str(super().getCode())


class PackCanvas(Canvas):  # type: ignore[misc]  # ReportLab ships no types
    """Draws a tagged PDF/UA-1 document in one pass."""

    language = "en-GB"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{**options, "pdfVersion": (1, 7), "lang": self.language})
        self.tagger = Tagger(self.emit, self.getPageNumber)
        self.forms = FormWriter(self)
        self.pages_of: dict[str, int] = {}
        """The page of each place that a contents page may name."""
        self._code: list[str]
        self._finished: list[PDFPage] = []
        self._late: dict[str, Callable[[], None]] = {}
        self.setViewerPreference("DisplayDocTitle", "true")

    @property
    def page_count(self) -> int:
        """Pages drawn so far."""
        return len(self._finished)

    def emit(self, operator: str) -> None:
        """Add an operator to the page."""
        self._code.append(operator)

    def date(self, moment: datetime) -> None:
        """Date the document: the same moment and content give the same bytes."""
        moment = moment.astimezone(UTC)
        stamp = TimeStamp(invariant=1)
        stamp.t, stamp.lt = moment.timestamp(), moment.timetuple()
        stamp.YMDhms = tuple(moment.timetuple())[:6]
        self._doc._timeStamp = stamp  # noqa: SLF001  # ReportLab has no public way to set the date
        self._moment = moment

    def late_text(self, x: float, y: float, face: str, size: float, text: LateText) -> None:
        """Right-align at x, y a text that is known when all pages are, such as "page 3 of 9"."""
        # A comment holds the place in the page; the graphics state there is the one of now.
        mark = f"%late {len(self._late)}%"
        self.emit(mark)

        def draw() -> None:
            self.setFont(face, size)
            self.drawRightString(x, y, text())

        self._late[mark] = draw

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> SpacedText:
        """A text object as paragraphs and strings use it."""
        return SpacedText(self, x, y, direction=direction)

    def set_lines(
        self, place: tuple[float, float], size: float, leading: float, lines: Iterable[Line]
    ) -> None:
        """Draw lines of text, the first with its baseline's left end at the place."""
        how, last = f"{fp_str(size)} Tf {fp_str(leading)} TL", ""
        code = [f"BT 1 0 0 1 {fp_str(*place)} Tm"]
        for line in lines:
            if line.wider:
                code.append(f"{fp_str(line.wider)} Tw")
            for face, text in line.stretches:
                font = pdfmetrics.getFont(face)
                for subset, codes in font.splitString(text, self._doc):
                    if (name := font.getSubsetInternalName(subset, self._doc)) != last:
                        code.append(f"{name} {how}")
                        last = name
                    code.append(f"({escapePDF(codes)}) Tj")
            code.append("T* 0 Tw" if line.wider else "T*")
        self.emit(" ".join([*code, "ET"]))

    def drawText(self, text: PDFTextObject) -> None:
        """Draw a text object; a paragraph with links stands in an artifact of its decorations."""
        if isinstance(text, LinkedText):
            self.emit("EMC")
            super().drawText(text)
            self.emit("/Artifact BMC")
        else:
            super().drawText(text)

    def save(self) -> None:
        """Fill in what had to wait, write the structure and the metadata, save."""
        if self._code:
            self.showPage()
        self._fill_late()
        self.forms.finish()
        self.tagger.tree.write(self._doc)
        self._doc.Catalog.Metadata = XMP(creator=self._xmp)
        super().save()

    def add_widget(self, widget: PDFDictionary) -> PDFObjectReference:
        """Put the widget of a field on the page; whoever made it says where it belongs."""
        name = f"NUMBER{self._annotationCount + 1}"
        super()._addAnnotation(widget, name, 1)
        return self._doc.refAnnotation(name)

    def _setAnnotations(self, page: PDFPage) -> None:
        super()._setAnnotations(page)
        self.tagger.end_page(page)
        self._finished.append(page)

    def _addAnnotation(self, annotation: Any, name: str | None = None, addtopage: int = 1) -> None:
        # What ReportLab adds by itself is a link: it needs an element, words and the print flag.
        name = name or f"NUMBER{self._annotationCount + 1}"
        node = self.tagger.links.popleft()
        entries = _entries(annotation)
        entries.setdefault("F", 4)
        super()._addAnnotation(annotation, name, addtopage)
        entries["StructParent"] = self.tagger.annotate(node, self._doc.refAnnotation(name))

    def _fill_late(self) -> None:
        texts = {mark: self._drawn(draw) for mark, draw in self._late.items()}
        for page in self._finished:
            page.stream = _LATE.sub(lambda mark: texts[mark[0]], page.stream)
        self._code = []

    def _drawn(self, draw: Callable[[], None]) -> str:
        self._code = []
        draw()
        return "\n".join(self._code)

    def _xmp(self, _doc: Any) -> bytes:
        info = self._doc.info
        return _XMP.format(
            title=escape(str(info.title)),
            author=escape(str(info.author)),
            language=self.language,
            date=self._moment.isoformat(timespec="seconds"),
        ).encode()


def _entries(annotation: Any) -> Any:
    """The dictionary entries of a link annotation, to an address or to a place in the document."""
    if isinstance(annotation, LinkAnnotation):
        annotation.permitted = (*annotation.permitted, "StructParent")
        annotation.Contents = annotation.Contents or _("Go to this place")
        return annotation.otherkw
    entries = annotation.dict
    assert entries["Subtype"].format(None) == PDFName("Link").format(None), "we make links only"
    entries.setdefault("Contents", PDFString(entries["A"].dict["URI"].s))
    return entries
