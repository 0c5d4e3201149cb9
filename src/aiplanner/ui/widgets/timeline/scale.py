"""Where the minutes and columns of a timeline lie in pixels, and back again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from aiplanner.domain.timeline import Block, Shape, Timeline

_STRAND_INSET = 5
"""Pixels by which a strand, and again what stands in it, keeps clear of its neighbours."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The measures of the picture in pixels: a minute, a line, the lane and the place it begins."""

    minute: float
    line: int
    left: int
    width: int
    top: int


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the whole picture."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x < self.right and self.top <= y < self.bottom

    def meets(self, top: float, bottom: float) -> bool:
        """Whether any of it lies between two heights."""
        return self.top <= bottom and self.bottom >= top


class Scale:
    """One timeline on one paper. The clock stands still along each line."""

    def __init__(self, laid: Timeline, paper: Paper) -> None:
        self.laid, self.paper = laid, paper
        self._minutes = sorted(laid.lines)
        self._before: list[int] = []
        total = 0
        for minute in self._minutes:
            self._before.append(total)
            total += laid.lines[minute]
        self._lines = total
        self._idle_rows = _idle_rows(laid)
        self._boxes: dict[tuple[Shape, str], Box] = {}

    @property
    def bottom(self) -> float:
        """Where the last minute ends."""
        return self.after(self.laid.last)

    @property
    def height(self) -> float:
        """Pixels of the whole picture, what has no clock included."""
        rows = max(self._idle_rows.values(), default=-1) + 1
        return self.bottom + (rows + 1) * self.paper.line + self.paper.top if rows else self.bottom

    def at(self, minute: int, lines: int = 0) -> float:
        """The height of a minute, below so many of its lines."""
        before = bisect_left(self._minutes, minute)
        stood = self._before[before] if before < len(self._minutes) else self._lines
        paper = self.paper
        return paper.top + (minute - self.laid.first) * paper.minute + (stood + lines) * paper.line

    def after(self, minute: int) -> float:
        """The height of a minute, below all of its lines: there what takes time begins."""
        return self.at(minute, self.laid.lines.get(minute, 0))

    def minute_at(self, y: float) -> float:
        """The minute at a height; along a line it is the line's own."""
        for minute in reversed(self._minutes):
            if y >= self.after(minute):
                return minute + (y - self.after(minute)) / self.paper.minute
            if y >= self.at(minute):
                return minute
        return self.laid.first + (y - self.paper.top) / self.paper.minute

    def box(self, block: Block) -> Box:
        """Where a block is."""
        box = self._boxes.get(block.key)
        if box is None:
            box = self._boxes[block.key] = self._box(block)
        return box

    def _box(self, block: Block) -> Box:
        paper = self.paper
        if block.shape is Shape.IDLE:
            top = self.bottom + paper.top + (self._idle_rows[block.row] + 1) * paper.line
            return Box(paper.left, top, paper.left + paper.width, top + paper.line)
        top = self.at(block.start, block.line) if block.headed else self.after(block.start)
        bottom = self.at(block.end) if block.minutes else self.at(block.start, block.below)
        inset = _inset(block)
        left = paper.left + block.across[0] * paper.width + inset
        right = paper.left + block.across[1] * paper.width - inset
        return Box(left, top, max(left + 1, right), bottom)

    def head(self, block: Block) -> Box:
        """The part of a block that its words may use: its first line where it holds others."""
        box = self.box(block)
        if not block.headed:
            return box
        return Box(box.left, box.top, box.right, min(box.bottom, box.top + self.paper.line))


def fitting(laid: Timeline, height: int, paper: Paper) -> float:
    """The pixels a minute may have for the whole picture to fit a height."""
    lines = sum(laid.lines.values())
    idle = len(_idle_rows(laid))
    fixed = (lines + idle + (1 if idle else 0)) * paper.line + paper.top * (3 if idle else 2)
    return (height - fixed) / max(1, laid.last - laid.first)


def _inset(block: Block) -> int:
    return (2 * block.depth - (block.shape is Shape.STRAND)) * _STRAND_INSET


def _idle_rows(laid: Timeline) -> Mapping[str, int]:
    idle = (block.row for block in laid.blocks if block.shape is Shape.IDLE)
    return {row: n for n, row in enumerate(idle)}
