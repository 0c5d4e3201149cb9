"""The words of the method that the rules need: phases, capabilities, levels, kinds of item."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """A phase of the cycle, in its order. Its label is a setting of the programme."""

    DEFINE = "define"
    DISCOVER = "discover"
    DREAM = "dream"
    DESIGN = "design"
    DELIVER = "deliver"


class Capability(StrEnum):
    """One of the six leadership capabilities (SSSC, Step into Leadership; NHS Scotland QI Hub)."""

    SELF_LEADERSHIP = "self-leadership"
    CREATIVITY = "creativity"
    COLLABORATING = "collaborating"
    VISION = "vision"
    MOTIVATING = "motivating"
    EMPOWERING = "empowering"


class Role(StrEnum):
    """How strongly an item works on a capability."""

    LEADS = "leads"
    SUPPORTS = "supports"


class Level(StrEnum):
    """Whose leadership an item works on (SSSC, Planning for the future, touchpoint 7)."""

    PERSONAL = "personal"
    ORGANISATIONAL = "organisational"
    SYSTEM = "system"


class Kind(StrEnum):
    """What sort of row of the running order an item is."""

    ACTIVITY = "activity"
    BREAK = "break"
    MEAL = "meal"
    ARRIVAL = "arrival"
    TRAVEL = "travel"
    SOCIAL = "social"
    SECTION = "section"
    BREAKOUT = "breakout"
    TASK = "task"
    """Work between sessions: it has a due date and no clock."""


class Part(StrEnum):
    """The part an item plays in its session, beside any phase it belongs to."""

    OPENING = "opening"
    ENERGISER = "energiser"
    INPUT = "input"
    DEBRIEF = "debrief"
    CLOSING = "closing"
    EVALUATION = "evaluation"


class State(StrEnum):
    """Whether an item counts. Parked and skipped items stay visible and count for nothing."""

    PLANNED = "planned"
    SHORT = "short"
    """Planned in its short version: it takes its `short_minutes`, where it has them."""
    PARKED = "parked"
    SKIPPED = "skipped"


class Per(StrEnum):
    """What a quantity of material is counted for."""

    SESSION = "session"
    PERSON = "person"
    PAIR = "pair"
    TABLE = "table"


class Scheme(StrEnum):
    """A family of names for the phases (sources: the notes in `resources/content/phases.toml`)."""

    FIVE_D = "5-D"
    FOUR_D = "4-D"
    FOUR_I = "4-I"
    CARE_HOME = "care-home"
    OWN = "own"


LIVE = frozenset({State.PLANNED, State.SHORT})
"""States in which an item takes part; parked and skipped items do not."""

RESTS = frozenset({Kind.BREAK, Kind.MEAL, Kind.ARRIVAL, Kind.TRAVEL, Kind.SOCIAL})
"""Kinds whose minutes count as breaks and not as work."""

WITHOUT_CLOCK = frozenset({Kind.SECTION, Kind.TASK})
"""Kinds that take no time in the running order."""
