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
    count = counted(material.per, people, material.quantity)
    if count is None or not material.spare:
        return count
    return count + spare(count)


def counted(per: Per, people: int | None, each: int = 1) -> int | None:
    """How many pieces make `each` for every person, pair or table of so many people, or in all.

    None when they are counted for people and their number is unknown.
    """
    if per is Per.SESSION:
        return each
    if people is None:
        return None
    return each * -(-people // _PEOPLE_IN[per])


def spare(count: int) -> int:
    """How many more to bring, for whom nobody expected: a tenth, rounded up."""
    return -(-count // 10)
