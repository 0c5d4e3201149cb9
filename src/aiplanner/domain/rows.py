"""The rows a programme is made of: immutable, keyed by id, the same shape as the tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from aiplanner.domain.answers import Answer
from aiplanner.domain.cycle import (
    LIVE,
    Capability,
    Kind,
    Level,
    Part,
    Per,
    Phase,
    Role,
    Scheme,
    State,
)
from aiplanner.domain.findings import ROW_OF, CheckOut, Dream, Finding, Link, Story
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import UNTIMED, Length
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Absence, Group, Grouping, Member, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.self_rating import SelfRating


@dataclass(frozen=True, slots=True)
class Head:
    """What a programme says of itself. Its id is the programme's id."""

    id: RowId
    title: str = ""
    service: str = ""
    """The team or service whose cycle it is, for example "Ward 4"."""
    purpose: str = ""
    outcomes: str = ""
    """What people leave with, one a line."""
    organisation: str = ""
    contact: str = ""
    """Whom to ask for another format, printed on the cover."""
    logo: str = ""
    """The organisation's: the SHA-256 of the picture, as a photo's; none when empty."""
    logo_words: str = ""
    """What it shows, for those who cannot see it."""
    other_formats: str = ""
    """Which other formats there are and how to get them, in own words."""
    audience: str = ""
    """Who takes part, in words, for example "12 to 15 trainers"."""
    people: int | None = None
    """How many people are expected."""
    scheme: Scheme = Scheme.FIVE_D
    define_label: str = ""
    """Own names of the phases; they count when `scheme` is OWN, and an empty one falls back."""
    discover_label: str = ""
    dream_label: str = ""
    design_label: str = ""
    deliver_label: str = ""
    statement_label: str = ""
    """"Possibility statement" (when empty), "Provocative proposition", or own words."""
    issue: str = ""
    """What gave rise to the cycle, in the words people used."""
    sponsor: str = ""
    """Who stands behind it and can clear the way."""
    boundary: str = ""
    """What it is about and what it leaves out."""
    follow_up: str = ""
    """Who sees to what follows from it."""
    interview_opening: str = ""
    """How an interviewer begins."""
    interview_minutes: int | None = None
    """Minutes for each person's interview."""
    future_day: date | None = None
    """The day from which the view from the future looks back."""
    future: str = ""
    """What is seen from there, as if it had come about."""
    notes: str = ""
    """Private to the facilitators."""


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting with a date, a start and a running order."""

    id: RowId
    position: int
    title: str = ""
    purpose: str = ""
    day: date | None = None
    start: time | None = None
    """Hours and minutes; without it the running order counts from 00:00."""
    planned: int | None = None
    """Minutes that the session may take; its planned end is `start + planned`."""
    time_zone: str = ""
    venue: str = ""
    audience: str = ""
    people: int | None = None
    """Expected people, where they differ from the programme's."""
    notes: str = ""
    """Private to the facilitators."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the running order, in a session or in a strand of a breakout (never in both)."""

    id: RowId
    position: int
    session_id: RowId | None = None
    strand_id: RowId | None = None
    kind: Kind = Kind.ACTIVITY
    title: str = ""
    length: Length = UNTIMED
    pin: time | None = None
    """The clock time at which a pinned item begins."""
    phase: Phase | None = None
    part: Part | None = None
    level: Level | None = None
    state: State = State.PLANNED
    group: str = ""
    """The group form in words, for example "pairs" or "tables of six"."""
    lead: str = ""
    room: str = ""
    audience: str = ""
    why: str = ""
    short: str = ""
    """What to do if short of time."""
    short_minutes: int | None = None
    outputs: str = ""
    """What the item leaves behind, one a line."""
    due: date | None = None
    """When a task between sessions is due."""
    notes: str = ""
    """Private to the facilitators."""

    @property
    def parent_id(self) -> RowId:
        """The session or the strand that holds the item."""
        parent = self.strand_id or self.session_id
        assert parent is not None, "an item has a parent"
        return parent

    @property
    def live(self) -> bool:
        """Whether it takes part: it is neither parked nor skipped."""
        return self.state in LIVE

    @property
    def planned_length(self) -> Length:
        """The length that counts now: its short version's where that is planned and known."""
        if self.state is State.SHORT and self.short_minutes is not None:
            return Length(self.short_minutes)
        return self.length


@dataclass(frozen=True, slots=True)
class Strand:
    """One of several parallel tracks in a breakout."""

    id: RowId
    item_id: RowId
    position: int
    title: str = ""
    room: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A part of how an item is done, in order; or a break inside it."""

    id: RowId
    item_id: RowId
    position: int
    text: str = ""
    minutes: int | None = None
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class Focus:
    """That an item leads on or supports a capability.

    Its id is `derived_id(item_id, capability)`, so that two people who add it agree.
    """

    id: RowId
    item_id: RowId
    capability: Capability
    role: Role = Role.LEADS


@dataclass(frozen=True, slots=True)
class Material:
    """Something an item needs, with how many per what."""

    id: RowId
    item_id: RowId
    position: int
    name: str = ""
    quantity: int = 1
    per: Per = Per.SESSION
    spare: bool = False
    """Whether a tenth more is taken along."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A handout or worksheet that belongs to an item."""

    id: RowId
    item_id: RowId
    position: int
    title: str = ""
    number: str = ""
    """An own number, for example "3.2"; otherwise the sheet is numbered "session.item"."""
    handout: str = ""
    """Key of a shipped handout, where it is one."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """That the team has looked at a hint and does without it, with the reason.

    Its id is `derived_id(row_id or the programme's id, rule)`.
    """

    id: RowId
    rule: str
    """The hint's rule (`checks.Hint.rule`)."""
    row_id: RowId | None = None
    """The row that the hint is about; None: the programme as a whole."""
    reason: str = ""
    day: date | None = None


ItemPart = Strand | Step | Focus | Material | Sheet | Timing
"""Rows that belong to one item."""

OwnRow = Photo | SelfRating | Answer
"""Rows that stand by themselves."""

PeopleRow = Person | Absence | Grouping | Group | Member

Row = Head | Session | Item | ItemPart | Finding | Link | Dismissal | PeopleRow | Run | OwnRow

KINDS: tuple[type[Row], ...] = (
    *(Head, Session, Item, Strand, Step, Focus, Material, Sheet),
    *(*ROW_OF.values(), Link, Dismissal),
    *(Person, Absence, Grouping, Group, Member, Run, Timing, Photo, SelfRating, Answer),
)


PARENTS: Mapping[type[Row], tuple[str, ...]] = {
    Item: ("session_id", "strand_id"),
    **dict.fromkeys((Strand, Step, Focus, Material, Sheet, Timing), ("item_id",)),
    Link: ("source_id", "target_id"),
    Absence: ("session_id", "person_id"),
    Grouping: ("session_id",),
    Group: ("grouping_id",),
    Member: ("group_id", "person_id"),
    Run: ("session_id",),
    Dismissal: ("row_id",),
}
"""The fields of each kind of row that hold the ids of rows without which it cannot stand."""

LOOSE: Mapping[type[Row], tuple[str, ...]] = {
    Run: ("item_id",),
    **dict.fromkeys((Story, Dream, CheckOut, Photo, Answer), ("session_id",)),
}
"""The fields that hold the id of a row which may be gone meanwhile."""


def parents(row: Row) -> tuple[RowId, ...]:
    """Ids of the rows without which `row` cannot stand, but the head, under which all do."""
    found = (getattr(row, name) for name in PARENTS.get(type(row), ()))
    return tuple(parent for parent in found if parent is not None)
