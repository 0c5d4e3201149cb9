"""The validator that our tests rely on notices when a pack is broken in any of eighteen ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from aiplanner.domain.ids import RowId
from aiplanner.packs.asking import Ask, FormSheet
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.elastic import Lines
from aiplanner.packs.furniture import Running
from aiplanner.packs.grid import Column, Line
from aiplanner.packs.pages import Book, Part, set_book
from aiplanner.packs.sheet import Sheet
from aiplanner.packs.styles import Paper, Print
from aiplanner.packs.text import Gate
from tests.support.packs import MADE
from tests.support.tagged_pdf import faults

ASK = Ask(FormSheet(RowId("a" * 32), "x", None, None, 1), "text", "What happened?", 12)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("checks") / "sample.pdf"
    blocks = Blocks("x", Sheet(Print.CLEAR, Paper.A4), Gate())
    columns = (Column("Time", 4, leads=True), Column("What", 12, 1), Column("Room", 8))
    story = [
        *blocks.title("Title"),
        *blocks.heading("Section"),
        *blocks.bullets(["one", "two"]),
        *blocks.table(columns, [Line(("10:00", "Go", "A")), Line(("11:00", "Stop", "B"))]),
        *blocks.text(blocks.gate.link("the site", "https://example.org")),
        Lines(1, 30, fills=False, most=1, ask=ASK),
        *blocks.figure(lambda canvas: canvas.rect(0, 0, 50, 50), (60, 60), "A square."),
    ]
    part = Part("x", Running("P", "T", "1.1", "V"), blocks.sheet, tuple(story))
    with out.open("wb") as file:
        set_book(Book("Sample", "A", MADE, (part,)), blocks.gate, file)
    assert faults(out) == []
    return out


def _nodes(pdf: pikepdf.Pdf) -> Iterator[Any]:
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [
            kid for kid in node.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
        ]


def _links(pdf: pikepdf.Pdf) -> list[Any]:
    return [one for one in pdf.pages[0].Annots if one.Subtype == "/Link"]


def _widgets(pdf: pikepdf.Pdf) -> list[Any]:
    return [one for one in pdf.pages[0].Annots if one.Subtype == "/Widget"]


def _role(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    return [node for node in _nodes(pdf) if f"/{role}" == node.S]


def _strip(nodes: list[Any], key: str) -> None:
    assert nodes
    for node in nodes:
        del node[key]


def _fonts(pdf: pikepdf.Pdf, key: str) -> list[Any]:
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and key in o]


def _rename(nodes: list[Any], role: str) -> None:
    assert nodes
    for node in nodes:
        node.S = pikepdf.Name(f"/{role}")


_FURNITURE = re.compile(rb"/Artifact <</Type /Pagination>> BDC(.*?)EMC", re.DOTALL)


def _bare_furniture(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        code = page.Contents.read_bytes()
        bare = _FURNITURE.sub(rb"\1", code)
        assert bare != code
        page.Contents = pdf.make_stream(bare)


def _short_row(pdf: pikepdf.Pdf) -> None:
    row = _role(pdf, "TR")[0]
    row.K = pikepdf.Array(list(row.K)[:2])


DEFECTS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a figure without words": lambda pdf: _strip(_role(pdf, "Figure"), "/Alt"),
    "header cells without scope": lambda pdf: _strip(_role(pdf, "TH"), "/A"),
    "a heading level left out": lambda pdf: _rename(_role(pdf, "H2"), "H4"),
    "no language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "the title not shown": lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
    "not marked as tagged": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "no parent tree": lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/ParentTree"),
    "furniture that is no artifact": _bare_furniture,
    "a font not embedded": lambda pdf: _strip(_fonts(pdf, "/FontFile2"), "/FontFile2"),
    "no Unicode for glyphs": lambda pdf: _strip(_fonts(pdf, "/ToUnicode"), "/ToUnicode"),
    "no metadata": lambda pdf: pdf.Root.__delitem__("/Metadata"),
    "no tab order": lambda pdf: _strip([page.obj for page in pdf.pages], "/Tabs"),
    "a link without words": lambda pdf: _strip(_links(pdf), "/Contents"),
    "a row that is too short": _short_row,
    "a list item that is none": lambda pdf: _rename(_role(pdf, "LI"), "P"),
    "a field without words": lambda pdf: _strip(_widgets(pdf), "/TU"),
    "a field that belongs nowhere": lambda pdf: _strip(_widgets(pdf), "/StructParent"),
    "a field in a paragraph": lambda pdf: _rename(_role(pdf, "Form"), "P"),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_is_noticed(sample: Path, tmp_path: Path, defect: str) -> None:
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(sample) as pdf:
        DEFECTS[defect](pdf)
        pdf.save(broken)

    assert faults(broken) != []
