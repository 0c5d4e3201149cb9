"""Turn the cells of a list into people: what its columns mean, who is in it, what is unclear."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Any

from aiplanner.app.list_cells import Cells, Sheet
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import text_limit
from aiplanner.domain.people import Person
from aiplanner.i18n import gettext as _


class Means(StrEnum):
    """What a column of a list tells of each person."""

    NOTHING = ""
    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    ORGANISATION = "organisation"
    JOB = "job"
    CORE_TEAM = "core-team"
    FACILITATES = "facilitates"
    CONTACT = "contact"
    ACCESS = "access"
    NOTES = "notes"


MEANINGS: Mapping[Means, str] = {
    Means.NOTHING: _("left out"),
    Means.NAME: _("name"),
    Means.GIVEN: _("first name"),
    Means.FAMILY: _("last name"),
    Means.ORGANISATION: _("organisation"),
    Means.JOB: _("role"),
    Means.CORE_TEAM: _("core team"),
    Means.FACILITATES: _("facilitator"),
    Means.CONTACT: _("contact"),
    Means.ACCESS: _("access needs (private)"),
    Means.NOTES: _("notes (private)"),
}
"""Each meaning in the words people choose it by."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something about one line of a list that whoever takes it over should know."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The people that a list gives; nothing is taken over before somebody says so."""

    people: tuple[Person, ...]
    here_already: tuple[Person, ...] = ()
    """People with the name and organisation of somebody known, or of an earlier line."""
    told: tuple[Told, ...] = ()


def header_of(sheet: Sheet) -> bool:
    """Whether the first line seems to name the columns."""
    first = sheet.lines[0]
    return any(map(_meaning, first)) and not any(_DIGIT.search(c) or "@" in c for c in first)


def columns_of(sheet: Sheet, *, header: bool) -> tuple[Means, ...]:
    """What each column seems to mean, by its head or by what stands in it."""
    return _once([_meaning(cell) for cell in sheet.lines[0]]) if header else _usual(sheet.lines)


def people_of(
    sheet: Sheet,
    columns: Sequence[Means],
    new_id: Callable[[], RowId],
    known: Iterable[Person] = (),
    *,
    header: bool,
) -> Reading:
    """The people of a list with these meanings of its columns; PlanError `list-without-names`.

    Lines without a name and texts longer than a field holds are told and left out; whoever is
    among `known` already, by name and organisation, is told and kept apart.
    """
    if not {Means.NAME, Means.GIVEN, Means.FAMILY} & set(columns):
        raise PlanError("list-without-names")
    people, twice, told = list[Person](), list[Person](), list[Told]()
    seen: dict[str, list[str]] = {}
    for person in known:
        seen.setdefault(_key(person.name), []).append(_key(person.organisation))
    for number, cells in islice(zip(sheet.numbers, sheet.lines, strict=True), int(header), None):
        found, problem = _person(cells, columns, new_id)
        if problem:
            told.append(Told(number, problem))
        if found is None:
            continue
        others, place = seen.setdefault(_key(found.name), []), _key(found.organisation)
        here = place in others
        if others:
            told.append(Told(number, _same_name(found, here=here)))
        (twice if here else people).append(found)
        others.append(place)
    return Reading(tuple(people), tuple(twice), tuple(told))


def _person(
    cells: Cells, columns: Sequence[Means], new_id: Callable[[], RowId]
) -> tuple[Person | None, str]:
    """A line as a person, and what is wrong with it; None where there is no name."""
    found: dict[Means, str] = {}
    for means, cell in zip(columns, cells, strict=True):
        if cell and means:
            found[means] = f"{found[means]}, {cell}" if means in found else cell
    both = " ".join(filter(None, (found.pop(Means.GIVEN, ""), found.pop(Means.FAMILY, ""))))
    name = found.pop(Means.NAME, "") or both
    if address := _ADDRESSED.fullmatch(name):
        name = address[1]
        found.setdefault(Means.CONTACT, address[2])
    if not name:
        return None, _("no name, so it is left out")
    if len(name) > text_limit("name"):
        return None, _("the name is too long to be one, so it is left out")
    core, facilitates = found.pop(Means.CORE_TEAM, ""), found.pop(Means.FACILITATES, "")
    person = Person(
        new_id(),
        0,
        name,
        core_team=_yes(core),
        core_role="" if _plain_yes(core) or not _yes(core) else core,
        facilitates=_yes(facilitates),
    )
    texts = {means.value: text for means, text in found.items()}
    long = [name for name, text in texts.items() if len(text) > text_limit(name)]
    kept: dict[str, Any] = {name: text for name, text in texts.items() if name not in long}
    problem = ", ".join(MEANINGS[Means(name)] for name in long)
    words = _("too long and left out: {columns}").format(columns=problem) if long else ""
    return replace(person, **kept), words


_ADDRESSED = re.compile(r"(.+?)\s*<([^<>\s]+@[^<>\s]+)>")
"""A name with an e-mail address, as programs for e-mail write it."""


def _same_name(person: Person, *, here: bool) -> str:
    place = _(" ({organisation})").format(organisation=person.organisation)
    who = person.name + (place if person.organisation else "")
    if here:
        return _("{name} is here already").format(name=who)
    return _("{name} has the name of somebody else").format(name=who)


_NO = frozenset({"", "no", "n", "0", "false", "-", "–", "none"})
_YES = frozenset({"yes", "y", "1", "true", "x", "✓", "✔"})


def _yes(cell: str) -> bool:
    return cell.casefold() not in _NO


def _plain_yes(cell: str) -> bool:
    return cell.casefold() in _YES


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()


_HEADS: Mapping[Means, str] = {
    Means.NAME: r"(full )?names?|participants?|persons?|people|who|attendees?|delegates?",
    Means.GIVEN: r"(first|given|fore) ?names?|forename",
    Means.FAMILY: r"(last|family|sur) ?names?|surname",
    Means.ORGANISATION: r"organi[sz]ations?|employers?|compan(y|ies)|services?|teams?|wards?"
    r"|agency|departments?|workplace|school|partner organi[sz]ation",
    Means.JOB: r"(job|work)?\s*(roles?|titles?|jobs?)|positions?|professions?|occupation",
    Means.CORE_TEAM: r"core( team| group)?( role)?",
    Means.FACILITATES: r"facilitat(or|ors|es|ing)",
    Means.CONTACT: r"contacts?( details?)?|e-?mails?( address(es)?)?|(tele)?phones?( numbers?)?"
    r"|mobiles?",
    Means.ACCESS: r"access.*|adjustments?|dietary.*|requirements?|needs|support needs"
    r"|reasonable adjustments?",
    Means.NOTES: r"notes?|comments?|remarks?",
}
_HEAD_OF = tuple((means, re.compile(pattern)) for means, pattern in _HEADS.items())
_DIGIT = re.compile(r"\d")
_SAMPLE = 200
_USUAL = (Means.NAME, Means.ORGANISATION, Means.JOB)


def _meaning(cell: str) -> Means:
    words = _key(cell).strip(" :*")
    return next((m for m, pattern in _HEAD_OF if pattern.fullmatch(words)), Means.NOTHING)


def _once(columns: Sequence[Means]) -> tuple[Means, ...]:
    """Contact, notes and access may stand in several columns; anything else counts once."""
    many = {Means.NOTHING, Means.CONTACT, Means.NOTES, Means.ACCESS}
    first = {means: n for n, means in reversed(list(enumerate(columns)))}
    return tuple(
        means if means in many or first[means] == n else Means.NOTHING
        for n, means in enumerate(columns)
    )


def _usual(lines: Sequence[Cells]) -> tuple[Means, ...]:
    """Without heads: name, organisation, role; a column of addresses is the contact."""
    rest, found = list(_USUAL), list[Means]()
    for column in zip(*lines[:_SAMPLE], strict=True):
        filled = [cell for cell in column if cell]
        if filled and sum("@" in cell for cell in filled) * 2 > len(filled):
            found.append(Means.CONTACT)
        elif filled and not all(cell.strip(".").isdecimal() for cell in filled):
            found.append(rest.pop(0) if rest else Means.NOTHING)
        else:  # empty, or the numbers of the lines
            found.append(Means.NOTHING)
    return tuple(found)
