"""The activity bank: what an activity holds, and which activities suit what somebody looks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from aiplanner.domain.content import StarterMaterial, StarterSheet, StarterStep
from aiplanner.domain.cycle import Capability, Kind, Level, Part, Phase


class GroupForm(StrEnum):
    """In what company people work."""

    ALONE = "alone"
    PAIRS = "pairs"
    THREES = "threes"
    SMALL = "small"
    """Groups of four to eight."""
    WHOLE = "whole"
    """Everyone together."""
    MIXED = "mixed"
    """More than one of these, one after the other."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of the bank. Fields that a running order's item has too keep their names."""

    key: str
    title: str
    summary: str
    """One line: what it gives."""
    why: str
    form: GroupForm
    group: str
    """The group form in words, as the running order shows it."""
    least: int
    """Fewest minutes it has been seen to take."""
    typical: int
    most: int
    steps: tuple[StarterStep, ...]
    """What to do, so that a stranger could follow. Minutes, where given, sum to `typical`."""
    sources: tuple[str, ...]
    length: str = ""
    """How its length is typed where it is not `typical`, for example "6x3"."""
    kind: Kind = Kind.ACTIVITY
    part: Part | None = None
    phase: Phase | None = None
    """The phase it belongs to; openings and energisers may have none."""
    also: tuple[Phase, ...] = ()
    """Other phases in which it is of use."""
    level: Level | None = None
    leads: tuple[Capability, ...] = ()
    supports: tuple[Capability, ...] = ()
    short: str = ""
    short_minutes: int | None = None
    online: str = ""
    """How to do it online; empty where it does not work there."""
    people_least: int | None = None
    people_most: int | None = None
    room: str = ""
    materials: tuple[StarterMaterial, ...] = ()
    sheets: tuple[StarterSheet, ...] = ()
    outputs: str = ""
    tips: str = ""
    """For the facilitator, from practice."""

    @property
    def phases(self) -> tuple[Phase, ...]:
        """All phases in which it is of use."""
        return (*((self.phase,) if self.phase else ()), *self.also)

    @property
    def shortest(self) -> int:
        """Fewest minutes it can do with, cut short where that is told."""
        return self.least if self.short_minutes is None else min(self.least, self.short_minutes)

    @property
    def capabilities(self) -> tuple[Capability, ...]:
        """All capabilities it works on."""
        return (*self.leads, *self.supports)

    def suits(self, people: int | None) -> bool:
        """Whether it can be done with so many people; None (nobody said how many) is no bar."""
        if people is None:
            return True
        enough = self.people_least is None or self.people_least <= people
        return enough and (self.people_most is None or people <= self.people_most)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for in the bank; what is left open suits everything."""

    words: str = ""
    phase: Phase | None = None
    minutes: int | None = None
    """It has been done in so many minutes."""
    form: GroupForm | None = None
    capability: Capability | None = None
    level: Level | None = None
    online: bool = False


def matching(activities: Iterable[Activity], wanted: Wanted) -> tuple[Activity, ...]:
    """Those that suit, in their order.

    Those whose title holds the words stand first, then those that belong to the phase itself.
    """
    words = wanted.words.casefold().split()
    found = [one for one in activities if _suits(one, wanted) and _tells(one, words)]
    return tuple(sorted(found, key=lambda one: (not _named(one, words), _lent(one, wanted))))


def _suits(one: Activity, wanted: Wanted) -> bool:
    return (
        (wanted.phase is None or wanted.phase in one.phases)
        and (wanted.minutes is None or one.least <= wanted.minutes)
        and (wanted.form is None or wanted.form is one.form)
        and (wanted.capability is None or wanted.capability in one.capabilities)
        and (wanted.level is None or wanted.level is one.level)
        and (bool(one.online) or not wanted.online)
    )


def _lent(one: Activity, wanted: Wanted) -> bool:
    """Whether it belongs to another phase than the one that is looked for."""
    return wanted.phase is not None and one.phase is not wanted.phase


def _tells(one: Activity, words: list[str]) -> bool:
    if not words:
        return True
    told = " ".join(_texts(one)).casefold()
    return all(word in told for word in words)


def _named(one: Activity, words: list[str]) -> bool:
    return all(word in one.title.casefold() for word in words)


def _texts(one: Activity) -> Iterator[str]:
    yield from (one.title, one.summary, one.why, one.group, one.outputs, one.tips)
    yield from (step.text for step in one.steps)
    yield from (sheet.title for sheet in one.sheets)
