"""Which sessions of a programme are meant: by number, by id, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

Scope: TypeAlias = tuple[RowId, ...] | None
"""The ids of the sessions that are meant; None is the whole cycle."""


def numbers_of(programme: Programme, scope: Scope) -> tuple[int, ...]:
    """The numbers of these sessions, counted from 1 as people count them; of the cycle, all."""
    sessions = enumerate(programme.sessions, 1)
    return tuple(number for number, one in sessions if scope is None or one.id in scope)


def scope_of(programme: Programme, numbers: Iterable[int]) -> tuple[RowId, ...]:
    """The sessions that have these numbers, in the order of the plan; others are left out."""
    wanted = frozenset(numbers)
    return tuple(one.id for number, one in enumerate(programme.sessions, 1) if number in wanted)


def numbers_words(numbers: Sequence[int]) -> str:
    """As "Session 2", "Sessions 1 and 3" or "Sessions 1 to 3"; three in a row are a span."""
    if len(numbers) == 1:
        return _("Session {number}").format(number=numbers[0])
    *first, last = _spans(numbers)
    if not first:
        return _("Sessions {numbers}").format(numbers=last)
    both = _("{first} and {last}").format(first=", ".join(first), last=last)
    return _("Sessions {numbers}").format(numbers=both)


def scope_words(programme: Programme, scope: Scope) -> str:
    """As "Whole cycle" or "Sessions 1 and 3"; sessions that are gone have no number."""
    numbers = numbers_of(programme, scope)
    return _("Whole cycle") if scope is None or not numbers else numbers_words(numbers)


def _spans(numbers: Sequence[int]) -> list[str]:
    """Numbers as people list them: 1, 2, 3 and 5 are "1 to 3" and "5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told: list[str] = []
    for run in runs:
        if len(run) > 2:  # a span of two is longer than both
            told.append(_("{first} to {last}").format(first=run[0], last=run[-1]))
        else:
            told += [str(number) for number in run]
    return told
