"""Start to first painted window, and peak memory, against a bare window of the same libraries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aiplanner.app.content import EXAMPLE
from aiplanner.app.library import begin
from aiplanner.domain.ids import new_id
from aiplanner.store.engine import open_library
from tests.bench.measure import Ratio, Samples, by_turns, median

PROGRAMMES = 200
"""A library that somebody has used for years."""


@dataclass
class _Starter:
    """Starts one module as a process of its own and keeps what it reports."""

    module: str
    compiled: Path
    arguments: tuple[str, ...] = ()
    peak_kib: int = 0

    def __call__(self) -> float:
        """Milliseconds from asking for the process to the painted window."""
        asked = time.monotonic_ns()
        run = subprocess.run(
            [sys.executable, "-m", self.module, *self.arguments],
            stdout=subprocess.PIPE,
            check=True,
            text=True,
            env=_environment(self.compiled),
        )
        told = json.loads(run.stdout.splitlines()[-1])
        self.peak_kib = told["peak_kib"]
        return (told["painted_ns"] - asked) / 1e6


def ratios(rounds: int) -> list[Ratio]:
    """The program's start against the bare window's."""
    with tempfile.TemporaryDirectory() as folder:
        library, compiled = Path(folder) / "library.db", Path(folder) / "compiled"
        _fill(library)
        home = _Starter("tests.bench.home_window", compiled, ("--library", str(library)))
        bare = _Starter("tests.bench.bare_window", compiled)
        rivals: dict[str, Callable[[], float]] = {"home": home, "bare": bare}
        return _ratios(by_turns(rivals, rounds), home, bare)


def _ratios(samples: Samples, home: _Starter, bare: _Starter) -> list[Ratio]:
    facts = {"programmes": PROGRAMMES, "samples_ms": samples}
    return [
        Ratio(
            "start to first painted Home / bare window",
            median(samples["home"]),
            median(samples["bare"]),
            "ms",
            "bar 2.5, aim 2.0",
            facts,
        ),
        Ratio(
            "peak memory at Home / bare window",
            home.peak_kib / 1024,
            bare.peak_kib / 1024,
            "MiB",
            "bar 2.0, aim 1.7",
        ),
    ]


def _fill(place: Path) -> None:
    with closing(open_library(str(place))) as library:
        for number in range(PROGRAMMES):
            title = f"Inquiry {number + 1}"
            begin(library, EXAMPLE, title, now=datetime.now(UTC), new_id=new_id)


def _environment(compiled: Path) -> dict[str, str]:
    """Off screen where there is no screen, and without the user's own settings.

    Installed programs and libraries are compiled once; so are both rivals, in their warm-up, where
    a machine that keeps nothing compiled would measure the compiler, in one of them only.
    """
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    platform = {} if screen or sys.platform != "linux" else {"QT_QPA_PLATFORM": "offscreen"}
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(compiled)}
    return {**os.environ, **platform, **kept, "XDG_CONFIG_HOME": os.devnull}
