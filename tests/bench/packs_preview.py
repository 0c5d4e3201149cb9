"""From an edit to the new picture of what is on show, against the whole pack: the warm worker."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count, pairwise
from pathlib import Path

from aiplanner.app.passing_on import WritingOn
from aiplanner.app.printing import (
    Glimpse,
    PackOptions,
    PackReport,
    options_plain,
    report_from_plain,
)
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import document
from tests.bench.measure import Ratio, Samples, by_turns, median
from tests.bench.plan_packs import PLAN, options, programme_of

PAGES = 60
LONGEST = "running-order"
"""More than a third of the pack, with a sheet for each session."""
AT_FIRST = 2
"""Pages that the window asks for of a document at whose beginning somebody looks."""
_COMMAND = (sys.executable, "-P", "-m", "aiplanner", "--worker")


@dataclass
class _Preview:
    """Edits the programme, and has documents of it rendered."""

    worker: subprocess.Popen[str]
    programme: Programme
    options: PackOptions
    out: Path

    def __post_init__(self) -> None:
        self._numbers, self._writing = count(1), WritingOn()

    def __call__(self) -> float:
        """Milliseconds from the edit until the worker says that it is done."""
        self.ask(options("cover"))  # it has swept up what came before, as after a pause
        head = replace(self.programme.head, title=f"Edited {next(self._numbers)} times")
        self.programme = self.programme.put(head)
        begun = time.perf_counter()
        self.ask(self.options)
        return (time.perf_counter() - begun) * 1000

    def ask(self, wanted: PackOptions) -> PackReport:
        """Have this rendered of the programme as it is now."""
        request = {"id": 1, "options": options_plain(wanted), "out": str(self.out)}
        line = json.dumps(request)[:-1] + ', "programme": '
        self._say(line + self._writing.write(self.programme).decode() + "}")
        while "done" not in (told := self._hear()):
            assert "failed" not in told, told
        return report_from_plain(told["done"])

    def _say(self, line: str) -> None:
        assert self.worker.stdin is not None, "it was made with a pipe"
        self.worker.stdin.write(line + "\n")
        self.worker.stdin.flush()

    def _hear(self) -> dict[str, object]:
        assert self.worker.stdout is not None, "it was made with a pipe"
        told: dict[str, object] = json.loads(self.worker.stdout.readline())
        return told


def ratios(rounds: int) -> list[Ratio]:
    """What the window asks for first after an edit, of each document, against the whole pack.

    Who looks at the last page waits longest: for all of a usual document, for all of one session's
    sheet of the longest. All of the longest follows when what is on show is there.
    """
    with tempfile.TemporaryDirectory() as name, _worker() as worker:
        folder = Path(name)
        programme = programme_of(PAGES, folder)

        def preview(wanted: PackOptions) -> _Preview:
            return _Preview(worker, programme, wanted, folder / "pack.pdf")

        pack = preview(options())
        last = _ends(pack.ask(options(LONGEST)), programme)
        rivals = {
            "pack": pack,
            **{key: preview(wanted) for key, wanted in _beginnings(programme).items()},
            **{f"all {key}": preview(options(key)) for key in _usual()},
            "ends": preview(replace(options(LONGEST), glimpse=last)),
            "longest": preview(options(LONGEST)),
        }
        samples = by_turns(rivals, rounds)
    whole = median(samples["pack"])
    usual = _slowest(samples, _usual())
    through = _slowest(samples, [f"all {key}" for key in _usual()])
    session = _slowest(samples, [key for key in samples if key.startswith(LONGEST)])
    longest = "one edited document, the longest"
    return [
        _row(f"one edited document, the slowest usual one ({usual})", samples[usual], whole, "0.1"),
        _row(
            f"one edited document, the slowest usual one's last page ({through})",
            samples[through],
            whole,
            "0.1",
        ),
        _row(f"{longest}, the slowest session's first page", samples[session], whole, "0.1"),
        _row(f"{longest}, the last page of its longest sheet", samples["ends"], whole, "0.1"),
        _row(f"{longest}, all of it, behind what is on show", samples["longest"], whole, ""),
    ]


def _beginnings(programme: Programme) -> dict[str, PackOptions]:
    """What is asked for while somebody looks at the first page of a document, or of a sheet."""
    first = programme.sessions[0].id
    usual = {
        key: replace(
            options(key),
            glimpse=Glimpse(AT_FIRST, first if document(key).per == "session" else None),
        )
        for key in _usual()
    }
    sheets = {
        f"{LONGEST} {session.id}": replace(options(LONGEST), glimpse=Glimpse(AT_FIRST, session.id))
        for session in programme.sessions
    }
    return {**usual, **sheets}


def _usual() -> list[str]:
    """All but the longest, and the contents, which are seen with the whole pack."""
    return [key for key in PLAN if key != LONGEST and not document(key).whole]


def _ends(report: PackReport, programme: Programme) -> Glimpse:
    """What is asked for while somebody looks at the last page of the longest sheet."""
    begins = [report.sheets[LONGEST][session.id] for session in programme.sessions]
    lengths = [end - begin for begin, end in pairwise([*begins, report.pages])]
    most = max(lengths)
    return Glimpse(most + 1, programme.sessions[lengths.index(most)].id)


def _slowest(samples: Samples, keys: Sequence[str]) -> str:
    return max(keys, key=lambda key: median(samples[key]))


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
