"""Where a row stands among its siblings: numbers spaced so that a move touches one row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

STEP = 1024
FURTHEST = 2**53
"""Numbers stay within plus and minus this, which every store and JSON reader keeps exactly."""


def position_at(siblings: Sequence[int], index: int) -> int | None:
    """The number that puts a row at `index` of ascending `siblings`; None when no room is left."""
    found = positions_at(siblings, index, 1)
    return None if found is None else found[0]


def positions_at(siblings: Sequence[int], index: int, count: int) -> list[int] | None:
    """The numbers that put `count` rows there, evenly apart; None when there is no such room."""
    index = max(0, min(index, len(siblings)))
    if not siblings:
        return spaced(count)
    if index == 0:
        return _within([siblings[0] - STEP * n for n in range(count, 0, -1)])
    if index == len(siblings):
        return _within([siblings[-1] + STEP * n for n in range(1, count + 1)])
    before, after = siblings[index - 1], siblings[index]
    gap = after - before
    if gap <= count:
        return None
    return [before + gap * n // (count + 1) for n in range(1, count + 1)]


def _within(positions: list[int]) -> list[int] | None:
    return positions if all(abs(position) <= FURTHEST for position in positions) else None


def spaced(count: int) -> list[int]:
    """Fresh numbers for `count` siblings."""
    return [STEP * n for n in range(1, count + 1)]


def ascending(positions: Sequence[int]) -> bool:
    """Whether no two siblings share a number and each stands after the one before."""
    return all(before < after for before, after in pairwise(positions))
