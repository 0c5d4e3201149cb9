"""Tables that people write in: rows high enough for a hand, growing with the room on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from reportlab.platypus import Flowable, TableStyle

from aiplanner.packs.asking import Ask
from aiplanner.packs.elastic import Elastic
from aiplanner.packs.fonts import SEMIBOLD, width
from aiplanner.packs.styles import LINE, WASH, WRITING
from aiplanner.packs.tables import TableTag, TaggedTable, row_heights, tagged_table

PAGE = 0.8
"""Of a page: where a row is taller, with its head, there had better be no table."""
_SPACES = re.compile("[ \n\t]+")
"""Where a line may be broken: never at a no-break space."""
_LONGEST = 12
_FLATTEST = 0.75
"""The stretch at which rows to write in stop when a page is to be saved."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row: its cells, empty ones to write in, and how high it is asked to be in points."""

    cells: Sequence[list[Flowable]]
    height: float = 0
    asks: Sequence[Ask | None] = ()
    """What each cell asks in a form; empty on paper."""


@dataclass(frozen=True, slots=True, eq=False)
class Ruled:
    """What the parts of one table on several pages share."""

    head: Row
    widths: tuple[float, ...]
    em: float
    named: bool
    """Whether the first column names the row."""
    page: float
    """Room on an empty page, in points."""
    tag: TableTag = field(init=False)

    def __post_init__(self) -> None:
        """Make the tag by which the parts are one table to a screen reader."""
        object.__setattr__(self, "tag", TableTag(1, int(self.named), self.page))

    def table(self, rows: Sequence[Row], heights: Sequence[float] | None = None) -> TaggedTable:
        """The table of these rows under the head."""
        shown = [self.head, *rows]
        cells = [row.cells for row in shown]
        table = tagged_table(cells, self.widths, self._style(), self.tag, heights=heights)
        table.row_keys = list(shown)
        table.asks = {(row, n): ask for row in rows for n, ask in enumerate(row.asks) if ask}
        return table

    def _style(self) -> TableStyle:
        across, down = self.em * 0.5, self.em * 0.4
        return TableStyle(
            [
                ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
                ("VALIGN", (0, 1), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), across),
                ("RIGHTPADDING", (0, 0), (-1, -1), across),
                ("TOPPADDING", (0, 0), (-1, -1), down),
                ("BOTTOMPADDING", (0, 0), (-1, -1), self.em * 0.5),
                ("BACKGROUND", (0, 0), (-1, 0), WASH),
                ("INNERGRID", (0, 0), (-1, -1), 0.5, LINE),
                ("BOX", (0, 0), (-1, -1), 0.7, WRITING),
                ("LINEBELOW", (0, 0), (-1, 0), 0.9, WRITING),
            ]
        )


class FillTable(Elastic):
    """The rows of a table on one page; `most` is the stretch they stop at.

    `least` are the heights of head and rows with nothing to spare, where somebody measured them.
    """

    divides = True

    def __init__(
        self,
        ruled: Ruled,
        rows: Sequence[Row],
        least: Sequence[float] = (),
        *,
        fills: bool,
        most: float,
    ) -> None:
        super().__init__()
        self.ruled, self.rows, self._most = ruled, list(rows), most
        self.fills, self.late = fills, not fills
        self._least = list(least) or row_heights(ruled.table(self.rows), sum(ruled.widths))

    @property
    def tallest(self) -> float:
        """The height of the head and of the highest row."""
        head, *rows = self._least
        return head + max(rows, default=0)

    @property
    def stretched(self) -> float:
        """How far the rows that people write in are stretched; nothing where there are none."""
        written = any(row.height for row in self.rows)
        return min(self.stretch, self._most) if written else 0

    def height_at(self, stretch: float) -> float:
        """The head and all rows."""
        return sum(self._heights(stretch))

    def _heights(self, stretch: float) -> list[float]:
        head, *least = self._least
        asked = (row.height * max(min(stretch, self._most), _FLATTEST) for row in self.rows)
        return [head, *map(max, least, asked)]

    def parts(self, room: float, stretch: float) -> tuple[Elastic, Elastic] | None:
        """As many rows as fit here, and the others overleaf.

        Of four and more one stands alone only where no page has room for two.
        """
        head, *heights = self._heights(stretch)
        fewest = 2 if len(heights) > 3 and head + sum(heights[:2]) <= self.ruled.page else 1
        tops = accumulate(heights, initial=head)
        count = min(sum(top <= room for top in tops) - 1, len(heights) - fewest)
        if count < fewest:
            return None
        return self._part(0, count), self._part(count, len(heights))

    def _part(self, first: int, last: int) -> FillTable:
        least = [self._least[0], *self._least[first + 1 : last + 1]]
        rows = self.rows[first:last]
        return FillTable(self.ruled, rows, least, fills=self.fills, most=self._most)

    def draw(self) -> None:
        """Draw the table as high as the page lets it be."""
        heights = self._heights(self.stretch)
        table = self.ruled.table(self.rows, heights)
        table.wrapOn(self.canv, self.width, self.height)
        table.drawOn(self.canv, 0, 0)


@dataclass(frozen=True, slots=True)
class Want:
    """What a column asks for: its share of the width, and its words that must not be torn."""

    share: float
    words: tuple[str, ...]
    least: float
    """Points that it needs to be written in."""


def shared_widths(wants: Sequence[Want], room: float, em: float) -> tuple[float, ...] | None:
    """Widths by share in which no word is torn and a hand can write; None where that cannot be."""
    least = [max(want.least, _longest(want.words, em) + em * 1.1) for want in wants]
    if sum(least) > room:
        return None
    free = set(range(len(wants)))
    while True:
        held = sum(least[n] for n in range(len(wants)) if n not in free)
        shares = sum(wants[n].share for n in free)
        given = {n: (room - held) * wants[n].share / shares for n in free}
        narrow = {n for n in free if given[n] < least[n]}
        if not narrow:
            return tuple(given.get(n, least[n]) for n in range(len(wants)))
        free -= narrow


def _longest(words: Sequence[str], em: float) -> float:
    """The width of the longest word; one that is longer than any should be may be torn."""
    pieces = (word for text in words for word in _SPACES.split(text))
    return min(max((width(word, SEMIBOLD, em) for word in pieces), default=0), _LONGEST * em)
