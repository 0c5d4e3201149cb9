"""Set the content of one of our packs with other engines: the same words, read from the PDF."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle
from weasyprint import HTML

from aiplanner.assets import resource

FONT = "BenchSans"
SIZE = 14.0
"""Clear print, as the pack has it."""

WIDTH = 450.0
"""Of the text, in points."""

_NODE = re.compile(r"^(?P<indent> *)(?:\"(?P<text>.*)\"|(?P<kind>[A-Z]\w*):?(?: .*)?)$")
_LEAVES = {"H1", "H2", "H3", "H4", "P", "LBody", "Lbl", "Caption", "TOCI"}


@dataclass
class Node:
    """One element of a tagged PDF: what it is, what it says, what it holds."""

    kind: str
    depth: int
    text: str = ""
    below: list[Node] = field(default_factory=list)

    def said(self) -> str:
        """All its words, in reading order."""
        return " ".join(filter(None, [self.text, *(node.said() for node in self.below)]))

    def cells(self) -> list[list[str]]:
        """A table's rows of cells."""
        rows = [node for node in self.every() if node.kind == "TR"]
        return [[cell.said() for cell in row.below if cell.kind in ("TH", "TD")] for row in rows]

    def every(self) -> Iterator[Node]:
        """This element and all below it."""
        yield self
        for node in self.below:
            yield from node.every()


@dataclass(frozen=True)
class Line:
    """A piece of text as it lies on a page, in points from the lower left."""

    x: float
    y: float
    text: str


def structure(pack: Path) -> Node:
    """The elements of a tagged PDF as poppler reads them."""
    command = ["pdfinfo", "-struct-text", str(pack)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    root = Node("Root", -1)
    path = [root]
    for line in told.splitlines():
        if (match := _NODE.match(line)) is None:
            continue
        depth = len(match["indent"])
        while path[-1].depth >= depth:
            path.pop()
        if match["kind"] is None:
            path[-1].text = " ".join([path[-1].text, match["text"]]).strip()
        else:
            node = Node(match["kind"], depth)
            path[-1].below.append(node)
            path.append(node)
    return root


def blocks(node: Node) -> Iterator[Node]:
    """Headings, paragraphs and whole tables, in reading order."""
    for inner in node.below:
        if inner.kind == "Table" or inner.kind in _LEAVES:
            yield inner
        else:
            yield from blocks(inner)


def lines(pack: Path) -> list[list[Line]]:
    """Every piece of text of every page, where it lies."""
    with pypdfium2.PdfDocument(pack) as document:
        return [list(_lines(page.get_textpage())) for page in document]


def _lines(page: pypdfium2.PdfTextPage) -> Iterator[Line]:
    for number in range(page.count_rects()):
        left, bottom, right, top = page.get_rect(number)
        yield Line(left, bottom, page.get_text_bounded(left, bottom, right, top))


def register_font() -> None:
    """The pack's own typeface, under a name of ours."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(resource("fonts", "SourceSans3-Regular.ttf"))))


def set_raw(pages: list[list[Line]], out: Path) -> int:
    """Draw the same strings in the same places, with no layout at all; the number of pages."""
    canvas = Canvas(str(out), pagesize=A4)
    for page in pages:
        canvas.setFont(FONT, SIZE)
        for line in page:
            canvas.drawString(line.x, line.y, line.text)
        canvas.showPage()
    canvas.save()
    return len(pages)


def set_plain(content: list[Node], out: Path) -> int:
    """Set the same content with ReportLab's own flowables, without tags; the number of pages."""
    body = ParagraphStyle("body", fontName=FONT, fontSize=SIZE, leading=SIZE * 1.3)
    document = SimpleDocTemplate(str(out), pagesize=A4)
    document.build([_flowable(node, body) for node in content])
    return int(document.page)


def _flowable(node: Node, body: ParagraphStyle) -> Flowable:
    rows = node.cells() if node.kind == "Table" else []
    if not rows:
        return Paragraph(html.escape(node.said()), body)
    columns = max(len(row) for row in rows)
    even = [row + [""] * (columns - len(row)) for row in rows]
    cells = [[Paragraph(html.escape(text), body) for text in row] for row in even]
    return Table(cells, splitInRow=1, repeatRows=1, style=_RULED, colWidths=widths(even))


_RULED = TableStyle(
    [("LINEBELOW", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
)


def widths(rows: list[list[str]]) -> list[float]:
    """Wider columns for longer texts, as somebody would set them by hand."""
    longest = [max(map(len, column)) for column in zip(*rows, strict=True)]
    weights = [min(10.0, max(4.0, length**0.5)) for length in longest]
    return [WIDTH * weight / sum(weights) for weight in weights]


def as_html(content: list[Node]) -> str:
    """The same content as a page for the web, with the pack's typeface."""
    font = resource("fonts", "SourceSans3-Regular.ttf").as_uri()
    style = (
        f"@font-face {{ font-family: {FONT}; src: url({font}) }} @page {{ size: A4 }}"
        f" body {{ font: {SIZE}pt {FONT} }} td, th {{ border-bottom: 1px solid; text-align: left }}"
    )
    inside = "\n".join(_element(node) for node in content)
    head = f"<head><title>Pack</title><style>{style}</style></head>"
    return f'<!doctype html><html lang="en">{head}<body>{inside}</body></html>'


def _element(node: Node) -> str:
    if node.kind == "Table":
        rows = node.cells()
        head = (
            "".join(f'<th scope="col">{html.escape(text)}</th>' for text in rows[0]) if rows else ""
        )
        body = "".join(_row(row) for row in rows[1:])
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    tag = node.kind.lower() if node.kind in ("H1", "H2", "H3", "H4") else "p"
    return f"<{tag}>{html.escape(node.said())}</{tag}>"


def _row(cells: list[str]) -> str:
    return f"<tr>{''.join(f'<td>{html.escape(text)}</td>' for text in cells)}</tr>"


def set_weasyprint(page: str, out: Path) -> int:
    """Set the same content with WeasyPrint as PDF/UA-1; the number of pages."""
    document = HTML(string=page).render()
    document.write_pdf(str(out), pdf_variant="pdf/ua-1")
    return len(document.pages)
