"""Measure rivals by turns in one run, so that a busy machine slows them all alike."""

from __future__ import annotations

import json
import platform
import statistics
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROUNDS = 9
"""Fewer say little on a machine that does other things too."""

Samples = Mapping[str, tuple[float, ...]]


@dataclass(frozen=True)
class Ratio:
    """One row of the results: ours against another, by the medians of one run."""

    name: str
    ours: float
    other: float
    unit: str
    aim: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def value(self) -> float:
        """How many times the other's figure ours is."""
        return self.ours / self.other

    def line(self) -> str:
        """The row as a person reads it."""
        figures = f"{self.ours:.3g} {self.unit} against {self.other:.3g} {self.unit}"
        return f"{self.value:8.2f} x  {self.name} ({figures}){self.aim and '; ' + self.aim}"


def by_turns(rivals: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> Samples:
    """One warm-up each, then `rounds` samples each, taken in turn; a rival returns its figure."""
    for rival in rivals.values():
        rival()
    samples: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(rounds):
        for name, rival in rivals.items():
            samples[name].append(rival())
    return {name: tuple(found) for name, found in samples.items()}


def median(samples: tuple[float, ...]) -> float:
    """The middle sample."""
    return statistics.median(samples)


def percentile(samples: tuple[float, ...], part: int) -> float:
    """The sample below which `part` per cent of all lie."""
    return statistics.quantiles(samples, n=100, method="inclusive")[part - 1]


def write(ratios: Mapping[str, list[Ratio]], place: Path) -> None:
    """Keep the results as JSON, with when and where they were taken."""
    rows = {
        name: [{**asdict(ratio), "ratio": round(ratio.value, 3)} for ratio in found]
        for name, found in ratios.items()
    }
    about = {
        "taken": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "machine": platform.platform(),
    }
    place.write_text(json.dumps({"about": about, "results": rows}, indent=2) + "\n", "utf-8")
