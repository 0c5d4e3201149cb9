"""The names that can be meant where somebody is named, those who lead first."""

from __future__ import annotations

from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Strand


def names_of(programme: Programme) -> tuple[str, ...]:
    """Facilitators, the core team, everybody else, then who leads without being listed.

    Each name once, however it is written.
    """
    listed = sorted(programme.people, key=_rank)
    leads = (row.lead for row in programme.rows.values() if isinstance(row, Item | Strand))
    named: dict[str, str] = {}
    for name in (*(person.name for person in listed), *sorted(set(leads), key=str.casefold)):
        if name.strip():
            named.setdefault(" ".join(name.split()).casefold(), name.strip())
    return tuple(named.values())


def _rank(person: Person) -> tuple[bool, bool]:
    return not person.facilitates, not person.core_team
