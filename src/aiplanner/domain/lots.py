"""Draw lots from a seed: the same seed gives the same lots on every computer and for ever."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

_WORD = 2**64 - 1
_STEP = 0x9E3779B97F4A7C15
_MIXES = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1))


class Lots:
    """The generator SplitMix64 (Steele, Lea and Flood, 2014); its state moves with every lot."""

    def __init__(self, seed: int) -> None:
        self._state = seed & _WORD

    def below(self, count: int) -> int:
        """A number from 0 to `count - 1`; the bias is too small to matter for people."""
        self._state = (self._state + _STEP) & _WORD
        word = self._state
        for shift, factor in _MIXES:
            word = ((word ^ (word >> shift)) * factor) & _WORD
        return word % count

    def one_of(self, things: Sequence[T]) -> T:
        """One of some things."""
        return things[self.below(len(things))]

    def shuffle(self, things: MutableSequence[Any]) -> None:
        """Put things into another order (Fisher and Yates)."""
        for at in range(len(things) - 1, 0, -1):
            other = self.below(at + 1)
            things[at], things[other] = things[other], things[at]

    def two_below(self, count: int) -> tuple[int, int]:
        """Two different numbers from 0 to `count - 1`, which is at least 1."""
        one, other = self.below(count), self.below(count - 1)
        return one, other + (other >= one)
