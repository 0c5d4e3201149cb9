"""Tagged tables: header cells with their scope, spans, rows that go on after a page break."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Table, TableStyle
from reportlab.platypus.doctemplate import FrameBreak

from aiplanner.packs.asking import Ask
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.paragraphs import TaggedParagraph

Cells = Sequence[Sequence[Any]]

_FIRST_ROWS = 2
"""Rows of a table that stand under its heading at least."""
_NEARLY_ALL = 0.7
"""A page that is so empty is as good as the next one."""


@dataclass(frozen=True, slots=True, eq=False)
class TableTag:
    """One table in the structure; its parts on several pages share it."""

    head_rows: int = 1
    head_columns: int = 0
    frame_height: float = 0
    """Room on an empty page: a row that fits there is not split in two."""
    together: bool = False
    """Whether it goes to the next page whole, when it fits there, rather than be split."""
    glued: tuple[int, ...] = ()
    """Numbers of rows that never end a page, such as headings."""


class TaggedTable(Table):  # type: ignore[misc]  # ReportLab ships no types
    """A table that is content. Build it with `tagged_table`."""

    tag = TableTag()
    row_keys: Sequence[object] = ()
    asks: Mapping[tuple[object, int], Ask] = {}
    """What empty cells ask in a form, by the key of the row and the number of the column."""
    glued: frozenset[object] = frozenset()
    """Keys of rows that never end a page, such as headings."""
    _measured_at: float | None = None

    @property
    def cells(self) -> list[list[list[Any]]]:
        """The flowables of each cell, row by row."""
        return [[_inside(value) for value in row] for row in self._cellvalues]

    @property
    def widths(self) -> list[float]:
        """The widths of its columns in points."""
        return list(self._argW)

    @property
    def across(self) -> list[dict[int, int]]:
        """Row by row, the columns of cells that go across several, and how many."""
        rows: list[dict[int, int]] = [{} for _row in self._cellvalues]
        for _span, (left, top), (right, bottom) in self._spanCmds:
            first, last = top % _rows(self), bottom % _rows(self)
            for row in rows[first : last + 1]:
                row[left % self._ncols] = right % self._ncols - left % self._ncols + 1
        return rows

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its size. Frames ask several times over, so rows are measured once for each width."""
        if self._measured_at != availWidth or self._hmax < self._nrows:
            super().wrap(availWidth, availHeight)
            self._measured_at = availWidth
        return self._width, self._height

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """Split between rows, or in a row that no page can hold whole."""
        if self._better_whole(availHeight):
            return []
        parts = list(super().split(availWidth, availHeight))
        if len(parts) != 2:
            return parts
        if not self._cuts_a_row(parts) and self._too_tall(_rows(parts[0])):
            parts = self._splitRows(availHeight, doInRowSplit=1) or parts
        if self._cuts_a_row(parts):
            return [] if self._fits_elsewhere(availHeight) else self._handed_down(parts)
        return self._well_cut(parts, availWidth)

    def _well_cut(self, parts: list[Any], availWidth: float) -> list[Any]:
        """The parts, cut earlier where a heading or a last row would stand alone."""
        cut = _rows(parts[0])
        while cut > self._repeated + 1 and self._ends_badly(cut):
            cut -= 1
        if cut == _rows(parts[0]) or self._ends_badly(cut):
            return self._handed_down(parts)
        earlier = super().split(availWidth, sum(self._rowHeights[:cut]) + 0.01)
        first, second = self._handed_down(earlier)
        return [first, FrameBreak, second]

    def _ends_badly(self, cut: int) -> bool:
        """Whether a page that ends after so many rows leaves one row alone, before or behind."""
        lonely = _rows(self) - cut == 1 and self._repeated > 0 and _rows(self) > self._repeated + 2
        return lonely or self.row_keys[cut - 1] in self.glued

    def _too_tall(self, row: int) -> bool:
        """Whether the row does not fit under the head rows on any page."""
        heights: list[float] = self._rowHeights
        return sum(heights[: self._repeated]) + heights[row] > self.tag.frame_height

    def begins(self, canvas: PackCanvas | None, availWidth: float, availHeight: float) -> bool:
        """Whether it fits here, or enough of it to stand under its heading."""
        _width, height = self.wrapOn(canvas, availWidth, availHeight)
        if height <= availHeight:
            return True
        parts = self.splitOn(canvas, availWidth, availHeight)
        return bool(parts) and _rows(parts[0]) - self._repeated >= min(_FIRST_ROWS, _rows(self))

    def _better_whole(self, here: float) -> bool:
        full = self.tag.frame_height
        return self.tag.together and sum(self._rowHeights) <= full and here < full * _NEARLY_ALL

    @property
    def _repeated(self) -> int:
        return self.repeatRows if isinstance(self.repeatRows, int) else len(self.repeatRows or ())

    def _cuts_a_row(self, parts: list[Any]) -> bool:
        return sum(_rows(part) for part in parts) - self._repeated > _rows(self)

    def _fits_elsewhere(self, here: float) -> bool:
        heights = self._rowHeights[: self._repeated + 1]
        return here < self.tag.frame_height - 1 and sum(heights) <= self.tag.frame_height

    def _handed_down(self, parts: list[Any]) -> list[Any]:
        first, second = parts
        n, head = _rows(first), self._repeated
        again = n - 1 if self._cuts_a_row(parts) else n
        first.row_keys = self.row_keys[:n]
        second.row_keys = [*self.row_keys[:head], *self.row_keys[again:]]
        for part in parts:
            part.tag, part.glued = self.tag, self.glued
        return parts


def row_heights(table: TaggedTable, available: float) -> list[float]:
    """How high the rows are, in points, when they are as high as what they hold."""
    table.wrap(available, 1e6)
    return [float(height) for height in table._rowHeights]  # noqa: SLF001  # no public way


def _rows(table: Any) -> int:
    return int(table._nrows)  # noqa: SLF001  # ReportLab has no public way to count rows


class _TableHooks:
    """What ReportLab calls while it draws a table: enters and leaves the elements."""

    def __init__(self) -> None:
        self._silent_row = False
        self._text_cell = False

    def __call__(self, table: TaggedTable, moment: str, *facts: Any) -> None:
        getattr(self, f"_{moment}")(table, *facts)

    def _startTable(self, table: TaggedTable) -> None:
        table.canv.tagger.enter("Table", table.tag)

    def _endTable(self, table: TaggedTable) -> None:
        table.canv.tagger.leave()

    def _startBG(self, table: TaggedTable) -> None:
        table.canv.tagger.begin_artifact("Background")

    def _endBG(self, table: TaggedTable) -> None:
        table.canv.tagger.end_artifact()

    _startLines, _endLines = _startBG, _endBG

    def _startRow(self, table: TaggedTable, row: int) -> None:
        tagger, key = table.canv.tagger, table.row_keys[row]
        self._silent_row = tagger.knows(key) and row < table.tag.head_rows
        if self._silent_row:
            tagger.begin_artifact("Pagination")
        else:
            tagger.enter("TR", key)

    def _endRow(self, table: TaggedTable) -> None:
        if self._silent_row:
            table.canv.tagger.end_artifact()
        else:
            table.canv.tagger.leave()

    def _startCell(
        self, table: TaggedTable, row: int, column: int, value: Any, _style: Any, *geometry: Any
    ) -> None:
        attributes = {**_scope(table, row, column), **_spans(table, row, column)}
        role = "TH" if "Scope" in attributes else "TD"
        key = (table.row_keys[row], column)
        table.canv.tagger.enter(role, key, flat=int(_is_flat(value)), **attributes)
        if ask := table.asks.get(key):
            table.canv.forms.text(ask, (*geometry[0], *geometry[1]), framed=False)

    def _endCell(self, table: TaggedTable) -> None:
        table.canv.tagger.leave()


def _scope(table: TaggedTable, row: int, column: int) -> dict[str, str]:
    if row < table.tag.head_rows:
        return {"Scope": "Column"}
    return {"Scope": "Row"} if column < table.tag.head_columns else {}


def _spans(table: TaggedTable, row: int, column: int) -> dict[str, int]:
    spanned = table._spanRanges.get((column, row)) if table._spanCmds else None  # noqa: SLF001 - no public way
    if spanned is None:
        return {}
    left, top, right, bottom = spanned
    return {"ColSpan": right - left + 1, "RowSpan": bottom - top + 1}


def _is_flat(value: Any) -> bool:
    """Whether a cell holds just one paragraph, which then needs no element of its own."""
    inside = _inside(value)
    return len(inside) == 1 and type(inside[0]) is TaggedParagraph


def _inside(value: Any) -> list[Any]:
    """The flowables of a cell; none where it is empty."""
    if isinstance(value, (list, tuple)):
        return list(value)
    return [value] if value else []


def tagged_table(
    cells: Cells,
    widths: Sequence[float],
    style: TableStyle,
    tag: TableTag,
    heights: Sequence[float] | None = None,
) -> TaggedTable:
    """A table of flowables (or None for an empty cell) that may go on over several pages.

    Its head rows are repeated on every page; a row taller than a page goes on as well. `heights`,
    in points, are given where rows are not as high as what they hold.
    """
    table = TaggedTable(
        [[_cell(value) for value in row] for row in cells],
        colWidths=list(widths),
        rowHeights=None if heights is None else list(heights),
        style=style,
        repeatRows=tag.head_rows,
        splitInRow=1,
        renderCB=_TableHooks(),
        hAlign="LEFT",
    )
    table.tag = tag
    table.row_keys = [object() for _ in cells]
    table.glued = frozenset(table.row_keys[row] for row in tag.glued)
    return table


def _cell(value: Any) -> Any:
    assert not isinstance(value, str), "a cell holds flowables, never raw text"
    return value or ""
