"""Where a row stands among its siblings: numbers spaced so that a move touches one row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

STEP = 1024
FURTHEST = 2**53
"""Numbers stay within plus and minus this, which every store and JSON reader keeps exactly."""


def position_at(siblings: Sequence[int], index: int) -> int | None:
    """The number that puts a row at `index` of ascending `siblings`; None when no room is left."""
    index = max(0, min(index, len(siblings)))
    if not siblings:
        return STEP
    if index == 0:
        return _within(siblings[0] - STEP)
    if index == len(siblings):
        return _within(siblings[-1] + STEP)
    before, after = siblings[index - 1], siblings[index]
    middle = (before + after) // 2
    return middle if before < middle < after else None


def _within(position: int) -> int | None:
    return position if abs(position) <= FURTHEST else None


def spaced(count: int) -> list[int]:
    """Fresh numbers for `count` siblings."""
    return [STEP * n for n in range(1, count + 1)]


def ascending(positions: Sequence[int]) -> bool:
    """Whether no two siblings share a number and each stands after the one before."""
    return all(before < after for before, after in pairwise(positions))
