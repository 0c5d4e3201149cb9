"""From an edit to the new picture of one document, against the whole pack: the warm worker."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from aiplanner.app.interchange import to_compact
from aiplanner.app.printing import options_plain
from aiplanner.domain.programme import Programme
from tests.bench.measure import Ratio, by_turns, median
from tests.bench.plan_packs import PLAN, options, programme_of

PAGES = 60
ON_SHOW = ("cover", "overview", "timetable", "agenda", "materials", "action-tracker")
"""What people look at while they edit; the running order, half of the pack, is told by itself."""
_COMMAND = (sys.executable, "-P", "-m", "aiplanner", "--worker")


@dataclass
class _Preview:
    """Edits the programme, and has documents of it rendered."""

    worker: subprocess.Popen[str]
    programme: Programme
    documents: tuple[str, ...]
    out: Path

    def __post_init__(self) -> None:
        self._numbers = count(1)

    def __call__(self) -> float:
        """Milliseconds from the edit until the worker says that it is done."""
        self._ask(self.programme, "cover")  # it has swept up what came before, as after a pause
        head = replace(self.programme.head, title=f"Edited {next(self._numbers)} times")
        begun = time.perf_counter()
        self._ask(self.programme.put(head), *self.documents)
        return (time.perf_counter() - begun) * 1000

    def _ask(self, programme: Programme, *keys: str) -> None:
        request = {"id": 1, "options": options_plain(options(*keys)), "out": str(self.out)}
        line = json.dumps(request)[:-1] + ', "programme": '
        self._say(line + to_compact(programme).decode() + "}")
        while "done" not in (told := self._hear()):
            assert "failed" not in told, told

    def _say(self, line: str) -> None:
        assert self.worker.stdin is not None, "it was made with a pipe"
        self.worker.stdin.write(line + "\n")
        self.worker.stdin.flush()

    def _hear(self) -> dict[str, object]:
        assert self.worker.stdout is not None, "it was made with a pipe"
        told: dict[str, object] = json.loads(self.worker.stdout.readline())
        return told


def ratios(rounds: int) -> list[Ratio]:
    """Each document that people look at, and the longest of all, against the whole pack."""
    with tempfile.TemporaryDirectory() as name, _worker() as worker:
        folder = Path(name)
        programme = programme_of(PAGES, folder)
        wanted = {"all": PLAN, **{key: (key,) for key in (*ON_SHOW, "running-order")}}
        rivals = {
            key: _Preview(worker, programme, keys, folder / "pack.pdf")
            for key, keys in wanted.items()
        }
        samples = by_turns(rivals, rounds)
    whole = median(samples["all"])
    usual = max(ON_SHOW, key=lambda key: median(samples[key]))
    return [
        _row(f"one edited document, the slowest usual one ({usual})", samples[usual], whole, "0.1"),
        _row("one edited document, all running orders", samples["running-order"], whole, ""),
    ]


def _row(said: str, samples: Sequence[float], whole: float, bar: str) -> Ratio:
    facts = {"samples_ms": tuple(samples)}
    aim = f"bar {bar}, aim 100 ms" if bar else ""
    return Ratio(f"{said} / the whole pack", median(tuple(samples)), whole, "ms", aim, facts)


@contextmanager
def _worker() -> Iterator[subprocess.Popen[str]]:
    pipe = subprocess.PIPE
    with subprocess.Popen(_COMMAND, stdin=pipe, stdout=pipe, text=True) as worker:
        try:
            assert worker.stdout is not None, "it was made with a pipe"
            worker.stdout.readline()  # it is ready
            yield worker
        finally:
            worker.kill()
