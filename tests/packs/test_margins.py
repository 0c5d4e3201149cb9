"""Text stands within its margins at every size, and the judge of that sees what does not."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.units import mm

from aiplanner.app.printing import PackOptions
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.catalogue import documents
from aiplanner.packs.fonts import REGULAR, register
from aiplanner.packs.render import render_pack
from aiplanner.packs.sheet import Sheet
from aiplanner.packs.styles import PROFILES, Paper, Print
from tests.support.packs import MADE
from tests.support.read_pack import fault_of, outside
from tests.support.rich_programme import rich_programme
from tests.support.tagged_pdf import faults

ALL = tuple(info.id for info in documents())
SHEET = Sheet(Print.CLEAR, Paper.A4)


# What lies turned does so by the number of its page, whatever the size: both ways at the largest.
@pytest.mark.parametrize(
    ("size", "duplex"), [("16", False), ("20", True), ("24", False), ("24", True)]
)
def test_the_other_sizes_keep_to_them_too(tmp_path: Path, size: str, *, duplex: bool) -> None:
    out, programme = tmp_path / "pack.pdf", rich_programme()
    options = PackOptions(ALL, MADE, size, "letter" if duplex else "a4", duplex=duplex)
    report = render_pack(programme, options, out, lambda _done, _total, _title: None)

    assert outside(out, report, programme, options) == []
    assert faults(out) == []


def test_every_size_has_the_margins_that_are_asked_for() -> None:
    for size, profile in PROFILES.items():
        sheet = Sheet(size, Paper.A4, punched=True)
        assert min(sheet.left, sheet.right, sheet.head) >= 15 * mm
        assert profile.cell >= 12
        assert profile.pitch >= (12 if profile.large else 9) * mm
        assert not profile.large or profile.cell == profile.body


def _fault(tmp_path: Path, x: float, y: float, words: str = "Words ") -> str:
    """What the judge says of a page with these words there."""
    register()
    file = tmp_path / "page.pdf"
    canvas = PackCanvas(str(file), pagesize=SHEET.size)
    canvas.date(MADE)
    canvas.setFont(REGULAR, 14)
    canvas.drawString(x, y, words)
    canvas.save()
    with pypdfium2.PdfDocument(file) as pdf:
        return fault_of(pdf[0], SHEET, 1)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (SHEET.left, 400),
        (SHEET.left, SHEET.head + 5),
        (SHEET.left, SHEET.head * 0.5),
        (SHEET.left + SHEET.width - 41, 400),
    ],
)
def test_the_judge_lets_pass_what_stands_within(tmp_path: Path, x: float, y: float) -> None:
    assert _fault(tmp_path, x, y) == ""


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (5, 400),
        (SHEET.size[0] - 20, 400),
        (SHEET.left + SHEET.width - 20, SHEET.head * 0.5),
        (SHEET.left, 5),
        (SHEET.left, SHEET.size[1] - 8),
    ],
)
def test_the_judge_sees_what_runs_out(tmp_path: Path, x: float, y: float) -> None:
    assert "outside" in _fault(tmp_path, x, y)


def test_the_judge_sees_the_wrong_paper(tmp_path: Path) -> None:
    out, programme = tmp_path / "pack.pdf", rich_programme()
    options = PackOptions(("cover",), MADE)
    report = render_pack(programme, options, out, lambda _done, _total, _title: None)

    assert outside(out, report, programme, options) == []
    [fault] = outside(out, report, programme, PackOptions(("cover",), MADE, paper="letter"))
    assert "the paper is" in fault
