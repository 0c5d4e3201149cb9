"""Load the shipped content, strictly, and name phases and capabilities by it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from aiplanner.app.decoding import strict
from aiplanner.assets import resource
from aiplanner.domain.content import CapabilityGuide, PhaseGuide, Starter
from aiplanner.domain.cycle import Capability, Phase, Scheme
from aiplanner.domain.errors import PlanError
from aiplanner.domain.rows import Head

EXAMPLE = "example"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _CapabilityFile:
    capabilities: tuple[CapabilityGuide, ...]


@dataclass(frozen=True, slots=True)
class _PhaseFile:
    phases: tuple[PhaseGuide, ...]


@cache
def capabilities() -> tuple[CapabilityGuide, ...]:
    """The six capabilities, in their order."""
    found = _read(resource("content", "capabilities.toml"), _CapabilityFile).capabilities
    return tuple(sorted(found, key=lambda guide: list(Capability).index(guide.key)))


@cache
def phases() -> tuple[PhaseGuide, ...]:
    """The five phases, in their order."""
    found = _read(resource("content", "phases.toml"), _PhaseFile).phases
    return tuple(sorted(found, key=lambda guide: list(Phase).index(guide.key)))


@cache
def starters() -> tuple[Starter, ...]:
    """The starters and the example, in the order to show them."""
    files = [*sorted(resource("starters").glob("*.toml")), resource("example", "example.toml")]
    return tuple(sorted((_read(file, Starter) for file in files), key=lambda s: (s.order, s.key)))


def starter(key: str) -> Starter:
    """The starter of that key; PlanError `starter-unknown`."""
    found = next((s for s in starters() if s.key == key), None)
    if found is None:
        raise PlanError("starter-unknown", key=key)
    return found


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


def _read(path: Path, kind: type[T]) -> T:
    try:
        return strict(tomllib.loads(path.read_text(encoding="utf-8")), kind)
    except tomllib.TOMLDecodeError as error:
        raise PlanError("content-broken", file=path.name, what=str(error)) from None
    except PlanError as error:
        raise PlanError("content-broken", file=path.name, what=str(error.facts)) from error
