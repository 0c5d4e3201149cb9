"""A pack needs neither colour nor eyes: fills copy as white, charts stand beside their tables."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from aiplanner.packs.catalogue import documents
from tests.support.packs import rendered
from tests.support.rich_programme import rich_programme
from tests.support.tagged_pdf import structure
from tests.support.worst_programme import worst_programme

ALL = tuple(info.id for info in documents())
CHARTS = {
    "capability-map": rich_programme(),
    "thread": rich_programme(),
    "leadership-profile": worst_programme(),
}
"""Documents with a picture of numbers, or of what is tied to what."""
_TOO_WIDE = ("thread", "large")
_LIGHT = 0.9
"""Ten per cent of grey: what is darker costs whoever reads a copy of a copy."""
_WIDE, _HIGH = 60, 8
"""Points of a fill that words may lie on; dots, marks and ticks are smaller."""


def _fills(file: Path) -> set[float]:
    """How light each large fill is, from 0 for black to 1."""
    found: set[float] = set()
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            ink, large = 0.0, False
            for operands, operator in pikepdf.parse_content_stream(page, "rg g re f f* B B* n S"):
                match str(operator):
                    case "rg":
                        red, green, blue = map(float, operands)
                        ink = 0.299 * red + 0.587 * green + 0.114 * blue
                    case "g":
                        ink = float(operands[0])
                    case "re":
                        across, down = (abs(float(side)) for side in operands[2:])
                        large = across > _WIDE and down > _HIGH
                    case "f" | "f*" | "B" | "B*":
                        found |= {round(ink, 3)} if large else set()
                        large = False
                    case _:
                        large = False
    return found


@pytest.mark.parametrize("size", ["clear", "large"])
def test_what_words_lie_on_copies_as_white(tmp_path: Path, size: str) -> None:
    out = tmp_path / "pack.pdf"
    rendered(rich_programme(), out, ALL, print_size=size)
    fills = _fills(out)

    assert fills, "there are fills, such as those behind the heads of tables"
    assert {ink for ink in fills if ink < _LIGHT} == set()


@pytest.mark.parametrize(
    ("key", "size"),
    # In large print the thread of this programme is told in tables alone.
    [(key, size) for key in CHARTS for size in ("clear", "large") if (key, size) != _TOO_WIDE],
)
def test_a_picture_of_numbers_has_them_in_words_after_it(
    tmp_path: Path, key: str, size: str
) -> None:
    out = tmp_path / "pack.pdf"
    rendered(CHARTS[key], out, (key,), print_size=size)
    [part] = structure(out).find("Part")
    roles = [element.role for element in part.kids]

    figure = roles.index("Figure")
    assert part.kids[figure].attributes["Alt"]
    after = part.kids[figure + 1 :]
    assert any(one.role == "Table" for one in after) or sum(len(one.words()) for one in after) > 300
