"""The shipped content, read strictly and once; phases and capabilities are named by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from aiplanner.app.content_files import piece, tables
from aiplanner.app.decoding import strict
from aiplanner.assets import resource
from aiplanner.domain.content import (
    Advice,
    CapabilityGuide,
    LevelGuide,
    PhaseGuide,
    Principle,
    Signpost,
    Source,
    Starter,
)
from aiplanner.domain.cycle import Capability, Level, Phase, Scheme
from aiplanner.domain.errors import PlanError
from aiplanner.domain.rows import Head

if TYPE_CHECKING:
    from aiplanner.domain.bank import Activity
    from aiplanner.domain.handouts import Handout
    from aiplanner.domain.interview import GuideText

EXAMPLE = "example"
OWN_IDEA = "own"
"""The source of what is our own suggestion."""

T = TypeVar("T")


@cache
def sources() -> Mapping[str, Source]:
    """Where the facts come from, by key."""
    return {source.key: source for source in _all("sources", Source)}


@cache
def capabilities() -> tuple[CapabilityGuide, ...]:
    """The six capabilities, in their order."""
    found = _all("capabilities", CapabilityGuide)
    return tuple(sorted(found, key=lambda guide: list(Capability).index(guide.key)))


@cache
def levels() -> tuple[LevelGuide, ...]:
    """The three levels, from the person to the whole system."""
    return tuple(sorted(_all("levels", LevelGuide), key=lambda g: list(Level).index(g.key)))


@cache
def phases() -> tuple[PhaseGuide, ...]:
    """The five phases, in their order."""
    return tuple(sorted(_all("phases", PhaseGuide), key=lambda g: list(Phase).index(g.key)))


@cache
def principles() -> tuple[Principle, ...]:
    """The five core principles and the five that came later."""
    return _all("principles", Principle)


@cache
def advice() -> tuple[Advice, ...]:
    """Short texts for moments of doubt."""
    return _all("advice", Advice)


@cache
def signposts() -> tuple[Signpost, ...]:
    """Resources of others that help somewhere in the cycle."""
    return _all("signposts", Signpost)


@cache
def guide_texts() -> tuple[GuideText, ...]:
    """What interview guides are made from, in the order of an interview."""
    from aiplanner.domain.interview import GuideText, GuideUse  # noqa: PLC0415 - like activities

    order = list(GuideUse)
    return tuple(sorted(_all("interview", GuideText), key=lambda one: order.index(one.use)))


@cache
def activities() -> tuple[Activity, ...]:
    """The shipped activity bank, in the order of the cycle."""
    from aiplanner.domain.bank import Activity  # noqa: PLC0415 - Home names phases, no more

    folder = resource("content", "activities")
    files = sorted(folder.glob("*.toml"))
    found = [one for file in files for one in tables(file, "activities", Activity)]
    order = [*Phase, None]
    return tuple(sorted(found, key=lambda one: order.index(one.phase)))


@cache
def handouts() -> tuple[Handout, ...]:
    """The shipped handouts, in the order of the cycle."""
    from aiplanner.app.handout_files import handout_from_plain  # noqa: PLC0415 - like activities

    found = [
        piece(file, handout_from_plain) for file in resource("content", "handouts").glob("*.toml")
    ]
    order = [None, *Phase]
    return tuple(sorted(found, key=lambda one: (order.index(one.phase), one.title)))


@cache
def starters() -> tuple[Starter, ...]:
    """The starters and the example, in the order to show them."""
    files = [*resource("starters").glob("*.toml"), resource("example", "example.toml")]
    found = [piece(file, starter_from_plain) for file in files]
    return tuple(sorted(found, key=lambda starter: (starter.order, starter.key)))


def starter(key: str, own: Iterable[Starter] = ()) -> Starter:
    """The starter of that key, shipped or one's own; PlanError `starter-unknown`."""
    found = next((s for s in (*starters(), *own) if s.key == key), None)
    if found is None:
        raise PlanError("starter-unknown", key=key)
    return found


def starter_from_plain(raw: object) -> Starter:
    """The starter that plain data tells; PlanError as `strict` raises it."""
    return strict(raw, Starter)


def capability_guide(capability: Capability) -> CapabilityGuide:
    """What we say of one capability."""
    return next(guide for guide in capabilities() if guide.key is capability)


def phase_guide(phase: Phase) -> PhaseGuide:
    """What we say of one phase."""
    return next(guide for guide in phases() if guide.key is phase)


def phase_label(head: Head, phase: Phase) -> str:
    """The name of a phase in this programme: by its scheme, or its own word."""
    if head.scheme is Scheme.OWN:
        own: str = getattr(head, f"{phase.value}_label")
        return own or phase_guide(phase).labels[Scheme.FIVE_D]
    return phase_guide(phase).labels[head.scheme]


def content_files() -> tuple[Path, ...]:
    """Every file of the shipped content."""
    folders = (resource("content"), resource("starters"), resource("example"))
    return tuple(sorted(file for folder in folders for file in folder.rglob("*.toml")))


def _all(name: str, kind: type[T]) -> tuple[T, ...]:
    return tables(resource("content", f"{name}.toml"), name, kind)
