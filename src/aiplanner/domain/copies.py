"""Count what a session needs: materials by people, pairs and tables; odd numbers round up."""

from __future__ import annotations

from aiplanner.domain.cycle import Per
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Material, Session

TABLE = 6
"""People at one table, where nothing else is said."""
PAIR = 2
_PEOPLE_IN = {Per.PERSON: 1, Per.PAIR: PAIR, Per.TABLE: TABLE}


def people_of(programme: Programme, session: Session) -> int | None:
    """How many people come to a session: its own number, else the programme's, else unknown."""
    return programme.head.people if session.people is None else session.people


def needed(material: Material, people: int | None) -> int | None:
    """How many pieces of a material a session of so many people takes.

    None when it is counted for people and their number is unknown. A pair or table that is not
    full counts as one; `spare` adds a tenth, rounded up.
    """
    count = _counted(material, people)
    if count is None or not material.spare:
        return count
    return count + -(-count // 10)


def _counted(material: Material, people: int | None) -> int | None:
    if material.per is Per.SESSION:
        return material.quantity
    if people is None:
        return None
    return material.quantity * -(-people // _PEOPLE_IN[material.per])
