"""Which lines of a running order belong to strands that can stand side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiplanner.domain.ids import RowId
from aiplanner.ui.models.running_order_lines import Line, Sort

FEWEST, MOST = 2, 3
"""So many strands stand side by side; more are easier to read one below the other."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The lines of one strand, from its heading to its place to add."""

    strand: RowId
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Block:
    """The strands of one breakout, whose lines follow each other."""

    lanes: tuple[Lane, ...]

    @property
    def first(self) -> int:
        """The row of the first line."""
        return self.lanes[0].first

    @property
    def last(self) -> int:
        """The row of the last line."""
        return self.lanes[-1].last

    def lane_at(self, row: int) -> Lane:
        """The strand to which a row of the block belongs."""
        return next(lane for lane in self.lanes if row <= lane.last)


def blocks_of(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The breakouts whose strands can stand side by side: two or three, with none inside."""
    found: list[Block] = []
    lanes: list[Lane] = []
    nested, first = False, 0
    for n, line in enumerate(lines):
        if not line.depth:
            if lanes:
                _close(found, lanes, nested=nested)
                lanes, nested = [], False
        elif line.depth > 1:
            nested = True
        elif line.sort is Sort.STRAND:
            first = n
        elif line.sort is Sort.ADD:
            lanes.append(Lane(line.row, first, n))
    return tuple(found)


def _close(found: list[Block], lanes: Sequence[Lane], *, nested: bool) -> None:
    if not nested and FEWEST <= len(lanes) <= MOST:
        found.append(Block(tuple(lanes)))
