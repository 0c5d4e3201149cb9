"""Set the same content with fpdf2, which knows no tags."""

from __future__ import annotations

from pathlib import Path

from fpdf import FPDF

from aiplanner.assets import resource
from tests.bench.same_content import FONT, SIZE, WIDTH, Node, widths

_LEADING = SIZE * 1.3


def set_fpdf(content: list[Node], out: Path) -> int:
    """Paragraphs and ruled tables, as its own manual makes them; the number of pages."""
    document = FPDF(unit="pt", format="A4")
    document.add_font(FONT, fname=str(resource("fonts", "SourceSans3-Regular.ttf")))
    document.set_font(FONT, size=SIZE)
    document.add_page()
    for node in content:
        rows = node.cells() if node.kind == "Table" else []
        if rows:
            _table(document, rows)
        else:
            document.multi_cell(WIDTH, _LEADING, node.said(), new_x="LMARGIN", new_y="NEXT")
    document.output(str(out))
    return int(document.page_no())


def _table(document: FPDF, rows: list[list[str]]) -> None:
    columns = max(len(row) for row in rows)
    even = [row + [""] * (columns - len(row)) for row in rows]
    with document.table(
        borders_layout="HORIZONTAL_LINES",
        col_widths=tuple(widths(even)),
        width=WIDTH,
        line_height=_LEADING,
        first_row_as_headings=False,
        text_align="LEFT",
    ) as table:
        for cells in even:
            table.row(cells)
