"""How one list of keys becomes another in steps that an item model can tell its views."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Remove:
    """Rows `first` to `last` go."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Move:
    """The row `source` goes to stand before the row `before`, both counted as they stand now."""

    source: int
    before: int


@dataclass(frozen=True, slots=True)
class Insert:
    """The rows `first` to `last` of the new list come in at their places."""

    first: int
    last: int


Step = Remove | Move | Insert


def row_steps(old: Sequence[Key], new: Sequence[Key]) -> Iterator[Step]:
    """The steps from `old` to `new` (each without repeats), to be carried out in this order.

    As few rows move as can be: those that keep their order among each other stay.
    """
    first, below = _alike(old, new), 0
    if first < min(len(old), len(new)):
        below = _alike(old[:first:-1], new[:first:-1])
    # An edit concerns a few neighbours among hundreds of rows: only those are looked at closely.
    for step in _steps(old[first : len(old) - below], new[first : len(new) - below]):
        match step:
            case Move(source, before):
                yield Move(source + first, before + first)
            case _:
                yield type(step)(step.first + first, step.last + first)


def _alike(one: Sequence[Key], other: Sequence[Key]) -> int:
    """How many keys are the same from the beginning on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _steps(old: Sequence[Key], new: Sequence[Key]) -> Iterator[Step]:
    kept, places = set(old), set(new)
    for first, last in reversed(list(_runs([key not in places for key in old]))):
        yield Remove(first, last)
    kept &= places
    yield from _moves([key for key in old if key in kept], [key for key in new if key in kept])
    for first, last in _runs([key not in kept for key in new]):
        yield Insert(first, last)


def _runs(marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    for mark, run in groupby(range(len(marked)), key=marked.__getitem__):
        if mark:
            rows = list(run)
            yield rows[0], rows[-1]


def _moves(now: list[Key], wanted: Sequence[Key]) -> Iterator[Move]:
    rank = {key: n for n, key in enumerate(wanted)}
    settled = _longest_rising([rank[key] for key in now])
    for n, key in enumerate(wanted):
        if n in settled:
            continue
        source = now.index(key)
        before = now.index(wanted[n - 1]) + 1 if n else 0
        if source not in (before, before - 1):
            yield Move(source, before)
            now.insert(before, key)
            del now[source + 1 if before < source else source]


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """One longest rising subsequence (patience sorting, O(n log n))."""
    ends: list[int] = []
    tails: list[int] = []
    behind: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        ends[at : at + 1] = [number]
        tails[at : at + 1] = [number]
        behind[number] = tails[at - 1] if at else None
    found: set[int] = set()
    number_or_none = tails[-1] if tails else None
    while number_or_none is not None:
        found.add(number_or_none)
        number_or_none = behind[number_or_none]
    return found
