"""Read which sessions a script means: "2", "1,3", "1-3,5"."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError

from aiplanner.app.session_scope import numbers_of, scope_of
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

_SPAN = re.compile(r"(\d{1,3})(?:[-–](\d{1,3}))?")


def session_numbers(text: str) -> tuple[int, ...]:
    """The numbers that were typed, in order and once each; ArgumentTypeError when they are none."""
    found: set[int] = set()
    for part in text.split(","):
        span = _SPAN.fullmatch(part.strip())
        first, last = (int(span[1]), int(span[2] or span[1])) if span else (1, 0)
        if first > last:
            raise ArgumentTypeError(
                _("“{text}” does not say which sessions: type 2, or 1,3, or 1-3").format(text=text)
            )
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def sessions_numbered(programme: Programme, numbers: tuple[int, ...]) -> tuple[RowId, ...]:
    """The sessions of these numbers; PlanError `session-unknown` where one of them is not there."""
    there = numbers_of(programme, None)
    for number in numbers:
        if number not in there:
            raise PlanError("session-unknown", number=number, count=len(there))
    return scope_of(programme, numbers)
