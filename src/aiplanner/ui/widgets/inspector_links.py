"""Ties between the fields of the inspector and whatever row is on show in it at the moment."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.errors import PlanError
from aiplanner.domain.lengths import Length, parse_length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Row, Sheet
from aiplanner.ui.binding import Link
from aiplanner.ui.own_shelf import OwnShelf

Where = Callable[[Programme], Row | None]
"""Finds the row on show, or None when there is none."""

_FIGURES = re.compile(r"\d{1,6}", re.ASCII)
_BEYOND = re.compile(r"[-\u2212]?\d+", re.ASCII)
"""What is a number, and yet too small or too large for any field."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Makes links to the fields of the row that `where` finds; `key` keeps their undo apart."""

    where: Where
    key: object
    shelf: OwnShelf | None = None
    """Where the handouts are that a sheet may be."""

    def text(self, name: str, label: str) -> Link:
        """A text, taken at every letter."""
        return self._link(name, label, str, lambda text: text)

    def minutes(self, name: str, label: str) -> Link:
        """Whole minutes, typed like a length without a range; empty is unknown."""
        return replace(self._link(name, label, _shown, parse_minutes), at_end=True)

    def each(self, label: str) -> Link:
        """For whom each turn of a length like 6 × 3 is."""

        def read(programme: Programme) -> str | None:
            row = self.where(programme)
            return row.length.each if isinstance(row, Item) else None

        def write(programme: Programme, typed: str) -> Programme:
            row = self.where(programme)
            assert isinstance(row, Item), "only items have a length"
            return set_fields(programme, row.id, length=replace(row.length, each=typed.strip()))

        return Link(read, write, label, key=(self.key, "each"))

    def number(self, name: str, label: str) -> Link:
        """A number that is never unknown."""
        return replace(self._link(name, label, _shown, parse_number), at_end=True)

    def choice(self, name: str, label: str, kind: type[StrEnum]) -> Link:
        """One of an enumeration, or ("") none."""
        return self._link(name, label, _shown, lambda key: kind(key) if key else None)

    def tick(self, name: str, label: str) -> Link:
        """Yes ("yes") or no ("")."""
        return self._link(name, label, lambda value: "yes" if value else "", bool)

    def handout(self, label: str) -> Link:
        """The key of a sheet's handout, or ""; a sheet without own words takes over its title."""

        def write(programme: Programme, key: str) -> Programme:
            row = self.where(programme)
            assert isinstance(row, Sheet), "only sheets have a handout"
            own = row.title not in ("", self._title_of(row.handout))
            title = row.title if own else self._title_of(key) or row.title
            return set_fields(programme, row.id, handout=key, title=title)

        return replace(self._link("handout", label, _shown, str), write=write)

    def _title_of(self, key: str) -> str:
        found = self.shelf.handout(key) if self.shelf is not None else None
        return found.title if found is not None else ""

    def _link(
        self, name: str, label: str, show: Callable[[Any], str], parse: Callable[[str], object]
    ) -> Link:
        def read(programme: Programme) -> str | None:
            row = self.where(programme)
            return None if row is None else show(getattr(row, name))

        def write(programme: Programme, typed: str) -> Programme:
            row = self.where(programme)
            assert row is not None, "a field without a row is off"
            return set_fields(programme, row.id, **{name: parse(typed)})

        return Link(read, write, label, key=(self.key, name))


def parse_minutes(typed: str) -> int | None:
    """Whole minutes typed as a length; PlanError where they are none, or turns, or a range."""
    length = parse_length(typed)
    if length != Length(length.minutes):
        raise PlanError("length-unclear", typed=typed.strip())
    return length.minutes


def parse_number(typed: str) -> int:
    """A number in figures; PlanError `number-unclear`, or `number-out-of-bounds` far beyond."""
    text = typed.strip()
    if _FIGURES.fullmatch(text):
        return int(text)
    code = "number-out-of-bounds" if _BEYOND.fullmatch(text) else "number-unclear"
    raise PlanError(code, typed=text)


def _shown(value: object) -> str:
    return "" if value is None else str(value)
