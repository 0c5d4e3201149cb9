"""The rows a programme is made of: immutable, keyed by id, the same shape as the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from aiplanner.domain.cycle import Capability, Kind, Level, Part, Per, Phase, Role, Scheme, State
from aiplanner.domain.findings import ROW_OF, Finding, Link
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import UNTIMED, Length


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


ItemPart = Strand | Step | Focus | Material | Sheet
"""Rows that belong to one item."""

Row = Head | Session | Item | ItemPart | Finding | Link

KINDS: tuple[type[Row], ...] = (
    *(Head, Session, Item, Strand, Step, Focus, Material, Sheet),
    *(*ROW_OF.values(), Link),
)


def parents(row: Row) -> tuple[RowId, ...]:
    """Ids of the rows without which `row` cannot stand, but the head, under which all do."""
    match row:
        case Item(session_id=session, strand_id=strand):
            return tuple(parent for parent in (session, strand) if parent is not None)
        case Strand() | Step() | Focus() | Material() | Sheet():
            return (row.item_id,)
        case Link():
            return row.source_id, row.target_id
        case _:
            return ()
