"""The findings that one could be tied to, those that are near in the cycle first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from aiplanner.app.thread_words import kind_words, text_of
from aiplanner.domain.findings import SORT_OF, Finding
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.thread import flows
from aiplanner.domain.thread_layout import COLUMNS
from aiplanner.i18n import gettext as _

_WORD = re.compile(r"\w+")
_COLUMN_OF = {sort: n for n, sorts in enumerate(COLUMNS) for sort in sorts}
_SAME = 1.5
"""How far findings of one column count as apart."""


class Direction(StrEnum):
    """Which of two findings grew from the other."""

    CYCLE = "cycle"
    """As the cycle runs."""
    BACK = "back"
    """The chosen one grew from the other."""
    ON = "on"
    """The other grew from the chosen one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A finding to tie to: what it says, and how the two would be tied."""

    id: RowId
    text: str
    how: str
    back: bool
    """Whether the chosen finding would have grown from it."""


def choices(
    programme: Programme, finding: Finding, words: str, direction: Direction = Direction.CYCLE
) -> tuple[Choice, ...]:
    """Findings with every word (each as the beginning of a word) that are not tied to it yet.

    Nearest in the cycle first, of those as near what comes before; those of its own sort after its
    neighbours, since they seldom grow from each other.
    """
    sought = [word.casefold() for word in _WORD.findall(words)]
    roots = {row.id for row in programme.grown_from(finding.id)}
    fruits = {row.id for row in programme.became(finding.id)}
    found: list[tuple[tuple[float, bool, int], Choice]] = []
    here = _column(finding)
    for number, other in enumerate(programme.findings()):
        back = _is_back(finding, other, direction)
        if other.id == finding.id or other.id in (roots if back else fruits):
            continue
        if sought and not _holds(f"{kind_words(other)} {other.text}", sought):
            continue
        apart = _column(other) - here
        choice = Choice(other.id, text_of(other), how_tied(other, back=back), back)
        found.append(((abs(apart) or _SAME, apart > 0, number), choice))
    return tuple(choice for _rank, choice in sorted(found, key=lambda pair: pair[0]))


def _column(finding: Finding) -> int:
    return _COLUMN_OF[SORT_OF[type(finding)]]


def _is_back(finding: Finding, other: Finding, direction: Direction) -> bool:
    if direction is not Direction.CYCLE:
        return direction is Direction.BACK
    return flows(other, finding) and type(other) is not type(finding)


def how_tied(other: Finding, *, back: bool) -> str:
    """What the other is to the chosen one, as "Theme, from which it grew" where it is `back`."""
    kind = kind_words(other)
    kind = kind[:1].upper() + kind[1:]
    said = _("{kind}, from which it grew") if back else _("{kind}, which grew from it")
    return said.format(kind=kind)


def _holds(text: str, sought: list[str]) -> bool:
    there = [word.casefold() for word in _WORD.findall(text)]
    return all(any(word.startswith(part) for word in there) for part in sought)
