"""Types of the shipped content: capabilities, phases and starters, as their files say them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from aiplanner.domain.cycle import Capability, Kind, Level, Part, Per, Phase, Scheme, State


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
    notes: str = ""
