"""Widths of columns in Word: those on paper, but none that tears a word in Word's own face."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aiplanner.app.told import Cell, Listing, Table, Text, parts_within, plain_words
from aiplanner.formats.word_faces import width_of

_LONGEST = 12
"""Ems beyond which a word may be broken."""
_BESIDE = 9
"""Points beside the words of a cell."""


def column_widths(part: Table, room: float, em: float) -> tuple[float, ...]:
    """The widths in points: by share, but no word is torn as long as there is room for all."""
    least = [_least(cells, em) for cells in _columns(part)]
    if sum(least) > room:
        return tuple(share * room for share in part.shares)
    narrow: set[int] = set()
    while True:
        free = room - sum(least[n] for n in narrow)
        shares = sum(share for n, share in enumerate(part.shares) if n not in narrow)
        given = [
            least[n] if n in narrow else free * share / shares
            for n, share in enumerate(part.shares)
        ]
        torn = {n for n, width in enumerate(given) if width < least[n] - 0.01}
        if not torn:
            return tuple(given)
        narrow |= torn


def _columns(part: Table) -> Iterator[list[Cell]]:
    """The cells of each column, without those that go across several."""
    found: list[list[Cell]] = [[] for _share in part.shares]
    for cells in part.rows:
        column = 0
        for one in cells:
            if one.across == 1:
                found[column].append(one)
            column += one.across
    yield from found


def _least(cells: Sequence[Cell], em: float) -> float:
    words = (word for one in cells for text in _texts(one) for word in text.split(" "))
    return (
        max((min(width_of(word, bold=True), _LONGEST) * em for word in words), default=0.0)
        + _BESIDE
    )


def _texts(one: Cell) -> Iterator[str]:
    for part in parts_within(one.parts):
        match part:
            case Text(words=words):
                yield plain_words(words).replace("\n", " ")
            case Listing(items=items):
                yield from (plain_words(item).replace("\n", " ") for item in items)
            case _:
                continue
