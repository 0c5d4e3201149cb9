"""The columns of the people table: what each shows, and what typing in it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


class Column(IntEnum):
    """The columns, in order."""

    NAME = 0
    ORGANISATION = 1
    JOB = 2
    CORE = 3
    FACILITATES = 4
    TAKES_PART = 5
    AWAY = 6
    ACCESS = 7
    CONTACT = 8
    NOTES = 9


COLUMN_NAMES: Mapping[Column, str] = {
    Column.NAME: _("Name"),
    Column.ORGANISATION: _("Organisation"),
    Column.JOB: _("Role"),
    Column.CORE: _("Core team"),
    Column.FACILITATES: _("Facilitator"),
    Column.TAKES_PART: _("Takes part"),
    Column.AWAY: _("Away from"),
    Column.ACCESS: _("Access needs (private)"),
    Column.CONTACT: _("Contact"),
    Column.NOTES: _("Notes (private)"),
}

COLUMN_TIPS: Mapping[Column, str] = {
    Column.CORE: _("What they see to in the core team, or just “yes”"),
    Column.TAKES_PART: _("Whether they are put in groups"),
    Column.AWAY: _("The sessions they do not come to"),
    Column.ACCESS: _("Private: not printed unless you ask for it"),
    Column.NOTES: _("Private to the facilitators: never printed"),
}

HINTS: Mapping[Column, str] = {
    Column.CORE: _("yes, or their part"),
    Column.NAME: _("First and last name"),
}

TICKS = frozenset({Column.FACILITATES, Column.TAKES_PART})
"""Columns that are turned on and off."""
TYPED = frozenset(Column) - TICKS - {Column.AWAY}
"""Columns in which words are typed."""
_FIELDS = {
    Column.NAME: "name",
    Column.ORGANISATION: "organisation",
    Column.JOB: "job",
    Column.FACILITATES: "facilitates",
    Column.TAKES_PART: "takes_part",
    Column.ACCESS: "access",
    Column.CONTACT: "contact",
    Column.NOTES: "notes",
}
_YES, _NO = _("yes"), _("no")


@dataclass(frozen=True, slots=True)
class Line:
    """One person in words, or the place to add one (`person` is None)."""

    person: Person | None
    away: tuple[int, ...] = ()
    """The numbers of the sessions they do not come to."""

    @property
    def id(self) -> RowId | None:
        """The id of the person."""
        return None if self.person is None else self.person.id

    def words(self, column: Column) -> str:
        """What the cell shows."""
        person = self.person
        if person is None:
            return _("Add somebody…") if column is Column.NAME else ""
        if column is Column.AWAY:
            words = ngettext("session {numbers}", "sessions {numbers}", len(self.away))
            numbers = ", ".join(map(str, self.away))
            return words.format(numbers=numbers) if numbers else ""
        if column is Column.CORE:
            return (person.core_role or _YES) if person.core_team else ""
        value = getattr(person, _FIELDS[column])
        if column in TICKS:
            return _YES if value else _NO if column is Column.TAKES_PART else ""
        return " ".join(str(value).split())

    def typed(self, column: Column) -> str:
        """What the field of the cell begins with."""
        if self.person is None:
            return ""
        return self.words(column)


def lines_of(programme: Programme) -> list[Line]:
    """A line for everybody, in order."""
    away: dict[RowId, list[int]] = {}
    for number, session in enumerate(programme.sessions, 1):
        for person_id in programme.absent_from(session.id):
            away.setdefault(person_id, []).append(number)
    return [Line(person, tuple(away.get(person.id, ()))) for person in programme.people]


def values_of(column: Column, typed: str) -> dict[str, Any]:
    """The fields of a person that a typed text sets."""
    words = typed.strip()
    if column is not Column.CORE:
        return {_FIELDS[column]: words}
    plain = words.casefold()
    if not plain or plain == _NO.casefold():
        return {"core_team": False, "core_role": ""}
    return {"core_team": True, "core_role": "" if plain == _YES.casefold() else words}


def turned(person: Person, column: Column) -> dict[str, Any]:
    """The field of a person that turning a column of ticks sets."""
    name = _FIELDS[column]
    return {name: not getattr(person, name)}
