"""The people of a programme as rows: who they are, who is away, and the groups they are put in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aiplanner.domain.ids import RowId


class Mix(StrEnum):
    """What the members of a group should differ in, so that many voices meet."""

    NONE = "none"
    ORGANISATION = "organisation"
    JOB = "job"


class GroupingKind(StrEnum):
    """What a grouping is for."""

    GROUPS = "groups"
    """One set of groups, for example tables."""
    PAIRS = "pairs"
    """Rounds of pairs in which nobody meets the same person twice while that can be avoided."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has to do with the programme."""

    id: RowId
    position: int
    name: str = ""
    organisation: str = ""
    job: str = ""
    """Their role at work or in life, for example "charge nurse" or "daughter of a resident"."""
    takes_part: bool = True
    """Whether they are in the room as a participant, and are put in groups."""
    core_team: bool = False
    core_role: str = ""
    """What they see to in the core team, for example "keeps the stories"."""
    facilitates: bool = False
    contact: str = ""
    access: str = ""
    """What they need to take part well. Private: kept out of print unless it is asked for."""
    notes: str = ""
    """Private to the facilitators."""


@dataclass(frozen=True, slots=True)
class Absence:
    """That a person does not come to a session. Its id is `derived_id(session_id, person_id)`."""

    id: RowId
    session_id: RowId
    person_id: RowId


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way of putting people into groups: tables of a session, or rounds of pairs."""

    id: RowId
    position: int
    title: str = ""
    kind: GroupingKind = GroupingKind.GROUPS
    session_id: RowId | None = None
    """The session it is for; None: whoever takes part in the programme."""
    size: int = 6
    """How many people a group should have; pairs have two, and one trio when the number is odd."""
    mix: Mix = Mix.NONE


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a grouping, in a round from 1 (groups other than pairs have one round)."""

    id: RowId
    grouping_id: RowId
    position: int
    title: str = ""
    round: int = 1
    room: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """That a person is in a group. Its id is `derived_id(group_id, person_id)`."""

    id: RowId
    group_id: RowId
    person_id: RowId
    position: int
