"""Types of the shipped content, as their files say them: guides, signposts, starters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from aiplanner.domain.cycle import Capability, Kind, Level, Part, Per, Phase, Scheme, State
from aiplanner.domain.findings import Progress, QuestionPart, Sort
from aiplanner.domain.people import GroupingKind, Mix


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; other content names it by its key."""

    key: str
    title: str
    """Author or publisher, and title; how a reference is printed."""
    address: str = ""


class Reader(StrEnum):
    """Whom the statements of a capability speak to (SSSC, Step into Leadership)."""

    EVERYONE = "everyone"
    """Any worker: the source does not say whom it speaks to."""
    FRONTLINE = "frontline"
    MANAGER = "manager"
    MIDDLE = "middle-manager"
    STRATEGIC = "strategic"
    CITIZEN = "citizen"


@dataclass(frozen=True, slots=True)
class Indicators:
    """How a capability shows in the work of one group of readers, where a source tells it."""

    reader: Reader
    statements: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CapabilityGuide:
    """One leadership capability in our words."""

    key: Capability
    name: str
    mark: str
    """Two capital letters, shown on badges."""
    meaning: str
    why: str
    """Why it matters in improvement work."""
    prompts: tuple[str, ...]
    """Questions for reflection."""
    sources: tuple[str, ...]
    phases: Mapping[Phase, str] = field(default_factory=dict)
    """How it shows in each phase."""
    indicators: tuple[Indicators, ...] = ()
    """Only for the readers that a source speaks of."""


@dataclass(frozen=True, slots=True)
class LevelGuide:
    """Personal, organisational or system leadership in our words."""

    key: Level
    name: str
    meaning: str
    question: str
    """Its rung of the ladder: "What would this mean for me?"."""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhaseGuide:
    """One phase of the cycle in our words."""

    key: Phase
    labels: Mapping[str, str]
    """Its name in each scheme but OWN, by the scheme's value."""
    mark: str
    """A single character that stands for it in plain text."""
    question: str
    purpose: str
    brings: str
    finds: str
    pitfalls: tuple[str, ...]
    sources: tuple[str, ...]
    how: tuple[str, ...] = ()
    """What to do, in order."""
    facts: tuple[str, ...] = ()
    """Times and group sizes that others have used."""
    checks: tuple[str, ...] = ()
    """Questions to tick before going on."""
    prompts: Mapping[Capability, str] = field(default_factory=dict)
    """A question for each capability in this phase."""


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the principles behind the method in our words."""

    key: str
    name: str
    core: bool
    """One of the first five, or of the five that came later."""
    meaning: str
    so: str
    """What it means for how we plan."""
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A short text for a moment of doubt, for example when someone is angry."""

    key: str
    title: str
    text: str
    points: tuple[str, ...]
    sources: tuple[str, ...]


class Status(StrEnum):
    """Whether a resource is still looked after by its publisher."""

    CURRENT = "current"
    ARCHIVED = "archived"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Signpost:
    """A resource of others that helps somewhere in the cycle."""

    key: str
    title: str
    publisher: str
    what: str
    """What it is."""
    use: str
    """What it is good for in a cycle."""
    status: Status
    licence: str
    """As its publisher states it; says so where we do not know."""
    sources: tuple[str, ...]
    year: int | None = None
    address: str = ""
    phases: tuple[Phase, ...] = ()
    capabilities: tuple[Capability, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class StarterStep:
    """A step of a starter's item."""

    text: str
    minutes: int | None = None
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class StarterMaterial:
    """A material of a starter's item."""

    name: str
    quantity: int = 1
    per: Per = Per.SESSION
    spare: bool = False


@dataclass(frozen=True, slots=True)
class StarterSheet:
    """A handout of a starter's item."""

    title: str
    handout: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class StarterItem:
    """A row of a starter's running order; `length` and the rest as a person would type them."""

    title: str
    kind: Kind = Kind.ACTIVITY
    length: str = ""
    each: str = ""
    pin: time | None = None
    phase: Phase | None = None
    part: Part | None = None
    level: Level | None = None
    state: State = State.PLANNED
    group: str = ""
    lead: str = ""
    room: str = ""
    audience: str = ""
    why: str = ""
    short: str = ""
    short_minutes: int | None = None
    outputs: str = ""
    due: date | None = None
    notes: str = ""
    leads: tuple[Capability, ...] = ()
    supports: tuple[Capability, ...] = ()
    steps: tuple[StarterStep, ...] = ()
    materials: tuple[StarterMaterial, ...] = ()
    sheets: tuple[StarterSheet, ...] = ()
    strands: tuple[StarterStrand, ...] = ()


@dataclass(frozen=True, slots=True)
class StarterStrand:
    """One track of a starter's breakout."""

    title: str
    room: str = ""
    lead: str = ""
    items: tuple[StarterItem, ...] = ()


@dataclass(frozen=True, slots=True)
class StarterSession:
    """A session of a starter."""

    title: str
    purpose: str = ""
    day: date | None = None
    start: time | None = None
    planned: int | None = None
    time_zone: str = ""
    venue: str = ""
    audience: str = ""
    people: int | None = None
    notes: str = ""
    items: tuple[StarterItem, ...] = ()


@dataclass(frozen=True, slots=True)
class StarterPerson:
    """Somebody of the example."""

    name: str
    organisation: str = ""
    job: str = ""
    takes_part: bool = True
    core_team: bool = False
    core_role: str = ""
    facilitates: bool = False
    contact: str = ""
    access: str = ""
    notes: str = ""
    away: tuple[int, ...] = ()
    """The sessions, by number from 1, that they do not come to."""


@dataclass(frozen=True, slots=True)
class StarterGroup:
    """A group of the example, with the names of those who are in it."""

    people: tuple[str, ...]
    title: str = ""
    round: int = 1
    room: str = ""


@dataclass(frozen=True, slots=True)
class StarterGrouping:
    """A way in which the people of the example are put into groups."""

    title: str
    groups: tuple[StarterGroup, ...]
    kind: GroupingKind = GroupingKind.GROUPS
    session: int | None = None
    """The session it is for, by number from 1."""
    size: int = 6
    mix: Mix = Mix.NONE


@dataclass(frozen=True, slots=True)
class Starter:
    """A ready programme to begin from. Its `key` is the name of its file."""

    key: str
    title: str
    promise: str
    """One line that says what it gives."""
    sessions: tuple[StarterSession, ...]
    sources: tuple[str, ...] = ()
    order: int = 100
    """Where it stands in the list."""
    service: str = ""
    purpose: str = ""
    outcomes: str = ""
    organisation: str = ""
    contact: str = ""
    audience: str = ""
    people: int | None = None
    scheme: Scheme = Scheme.FIVE_D
    issue: str = ""
    sponsor: str = ""
    boundary: str = ""
    follow_up: str = ""
    interview_opening: str = ""
    interview_minutes: int | None = None
    future_day: date | None = None
    future: str = ""
    notes: str = ""
    found: tuple[StarterFinding, ...] = ()
    """What the example's people found; other starters leave it to their users."""
    who: tuple[StarterPerson, ...] = ()
    """The people of the example."""
    groupings: tuple[StarterGrouping, ...] = ()


@dataclass(frozen=True, slots=True)
class StarterFinding:
    """A finding of the example: its `sort`, and the fields that the row of that sort has.

    The rows are in `domain/findings.py`; `grown_from` names the findings behind it, which becomes
    the thread.
    """

    sort: Sort
    text: str
    name: str = ""
    """What `grown_from` of others calls it by."""
    grown_from: tuple[str, ...] = ()
    problem: str = ""
    part: QuestionPart | None = None
    lead_in: str = ""
    probes: str = ""
    happened: str = ""
    made_possible: str = ""
    quote: str = ""
    gathered: str = ""
    teller: str = ""
    shared: bool | None = None
    votes: int | None = None
    core: bool | None = None
    keep: bool | None = None
    kind: str = ""
    """Of a dream, a promise, an answer to SOAR, or an entry of the logic model."""
    horizon: str = ""
    element: str = ""
    person: str = ""
    due: date | None = None
    level: Level | None = None
    first_step: str = ""
    first_due: date | None = None
    measure: str = ""
    progress: Progress | None = None
    learned: str = ""
    reviewed: str = ""
    session: int | None = None
    """The number of the session it was told in, from 1."""
    about: str = ""
    purpose: str = ""
    lead: str = ""
    members: str = ""
    meets: str = ""
