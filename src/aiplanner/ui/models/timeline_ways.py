"""The way from block to block by arrow keys: along a track, into strands and out of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from aiplanner.domain.timeline import Block, Shape

Way = Literal["up", "down", "left", "right"]


def neighbour(blocks: Sequence[Block], here: int, way: Way) -> int:
    """The number of the block one step that way; `here` where there is none.

    Up and down follow the track, and at its ends go out of the strand; right goes into a breakout
    and on to the strand next door at the same time, left comes back.
    """
    found = _WAYS[way](blocks, here)
    return here if found is None else found


def _down(blocks: Sequence[Block], here: int) -> int | None:
    block = blocks[here]
    if block.shape is Shape.STRAND:
        inside = _held(blocks, block)
        return inside[0] if inside else _below_breakout(blocks, block)
    if block.shape is Shape.IDLE:
        return here + 1 if here + 1 < len(blocks) else None
    line = _line(blocks, block)
    at = line.index(here) + 1
    if at < len(line):
        return line[at]
    strand = _strand_of(blocks, block)
    return _first_idle(blocks) if strand is None else _below_breakout(blocks, blocks[strand])


def _up(blocks: Sequence[Block], here: int) -> int | None:
    block = blocks[here]
    if block.shape is Shape.STRAND:
        return _number(blocks, Shape.ITEM, block.track)
    if block.shape is Shape.IDLE:
        if here and blocks[here - 1].shape is Shape.IDLE:
            return here - 1
        outer = [n for n, b in enumerate(blocks) if b.depth == 0 and b.shape is not Shape.IDLE]
        return outer[-1] if outer else None
    line = _line(blocks, block)
    at = line.index(here)
    return line[at - 1] if at else _strand_of(blocks, block)


def _right(blocks: Sequence[Block], here: int) -> int | None:
    block = blocks[here]
    if block.shape is Shape.ITEM:
        strands = _strands(blocks, block)
        if strands:
            return strands[0]
    return _beside(blocks, here, 1)


def _left(blocks: Sequence[Block], here: int) -> int | None:
    block = blocks[here]
    beside = _beside(blocks, here, -1)
    if beside is not None or block.shape is Shape.IDLE:
        return beside
    if block.shape is Shape.STRAND:
        return _number(blocks, Shape.ITEM, block.track)
    return _strand_of(blocks, block)


def _beside(blocks: Sequence[Block], here: int, by: int) -> int | None:
    """The block next door at the same time: one that overlaps it, or one in the next strand."""
    block = blocks[here]
    if block.shape is Shape.STRAND:
        return _next_strand(blocks, block, by)
    for n in _line(blocks, block):
        other = blocks[n]
        apart = (other.across[0] - block.across[0]) * by
        if apart > 0 and _together(block, other) > 0:
            return n
    strand = _strand_of(blocks, block)
    if strand is None:
        return None
    door = _next_strand(blocks, blocks[strand], by)
    if door is None:
        return None
    inside = _held(blocks, blocks[door])
    return max(inside, key=lambda n: _together(block, blocks[n]), default=door)


def _together(one: Block, other: Block) -> int:
    """Minutes that two blocks share; negative where they are apart."""
    return min(one.end, other.end) - max(one.start, other.start)


def _line(blocks: Sequence[Block], block: Block) -> list[int]:
    """The items and gaps of a block's track, in order."""
    shapes = (Shape.ITEM, Shape.GAP)
    return [n for n, b in enumerate(blocks) if b.track == block.track and b.shape in shapes]


def _held(blocks: Sequence[Block], strand: Block) -> list[int]:
    shapes = (Shape.ITEM, Shape.GAP)
    return [n for n, b in enumerate(blocks) if b.track == strand.row and b.shape in shapes]


def _strands(blocks: Sequence[Block], breakout: Block) -> list[int]:
    return [n for n, b in enumerate(blocks) if b.shape is Shape.STRAND and b.track == breakout.row]


def _next_strand(blocks: Sequence[Block], strand: Block, by: int) -> int | None:
    rows = [n for n, b in enumerate(blocks) if b.shape is Shape.STRAND and b.track == strand.track]
    at = [blocks[n].row for n in rows].index(strand.row) + by
    return rows[at] if 0 <= at < len(rows) else None


def _strand_of(blocks: Sequence[Block], block: Block) -> int | None:
    return _number(blocks, Shape.STRAND, block.track)


def _below_breakout(blocks: Sequence[Block], strand: Block) -> int | None:
    breakout = _number(blocks, Shape.ITEM, strand.track)
    return None if breakout is None else _down(blocks, breakout)


def _first_idle(blocks: Sequence[Block]) -> int | None:
    return next((n for n, b in enumerate(blocks) if b.shape is Shape.IDLE), None)


def _number(blocks: Sequence[Block], shape: Shape, row: str) -> int | None:
    return next((n for n, b in enumerate(blocks) if b.shape is shape and b.row == row), None)


_WAYS: dict[Way, Callable[[Sequence[Block], int], int | None]] = {
    "up": _up,
    "down": _down,
    "left": _left,
    "right": _right,
}
