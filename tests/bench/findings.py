"""Writing down what was found, and walking its thread: 2,000 findings against none."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

# Before Qt, in the order in which the program imports them.
from tests.bench.open_windows import focus, painted_after, windows_on

# isort: split
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from aiplanner.domain.edits.programme import copied
from aiplanner.domain.findings import (
    Action,
    Dream,
    Finding,
    Link,
    Promise,
    Statement,
    Story,
    Theme,
    Topic,
)
from aiplanner.domain.ids import derived_id, new_id
from aiplanner.domain.positions import spaced
from aiplanner.domain.programme import Programme
from aiplanner.ui.main_window import MainWindow
from tests.bench.measure import Ratio, median, percentile
from tests.support.plans import counted_ids, item, plan, session

FINDINGS = 2_000
A_ROUND = 20
"""Keystrokes of each sort that are taken in a round."""
PAGES = ("define", "discover", "dream", "design", "deliver", "leadership", "thread")

_SHARES: dict[type[Finding], float] = {
    Topic: 0.01,
    Story: 0.5,
    Theme: 0.09,
    Dream: 0.1,
    Statement: 0.05,
    Promise: 0.1,
    Action: 0.15,
}
"""How many of all findings are of each sort: mostly stories, as in a large cycle."""
_GREW_FROM: dict[type[Finding], type[Finding]] = {
    Story: Topic,
    Theme: Story,
    Dream: Theme,
    Statement: Dream,
    Promise: Statement,
    Action: Statement,
}


class _Writer:
    """Works in one window and keeps the milliseconds of every keystroke."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.turning: list[float] = []
        self.capturing: list[float] = []
        self.walking: list[float] = []

    def work(self) -> None:
        """Turn to every page; write down stories; walk the thread there and back."""
        self._window.activateWindow()
        frame = self._window.frame
        assert frame is not None, "it is open"
        for page in PAGES:
            self.turning.append(_until_painted(lambda page=page: frame.go(page)))
        frame.go("discover")
        frame.page.arrive()
        for _ in range(A_ROUND):
            QTest.keyClicks(focus(), "She rang before he had his coat on")
            self.capturing.append(painted_after("Return"))
        frame.go("thread")
        frame.page.arrive()
        for keys, _ in zip(cycle(("Right", "Down", "Down", "Left", "Up")), range(A_ROUND)):
            self.walking.append(painted_after(keys))

    def forget(self) -> None:
        """What came before was to warm up."""
        for kept in (self.turning, self.capturing, self.walking):
            kept.clear()


def ratios(rounds: int) -> list[Ratio]:
    """Pages turned to, stories written down and the thread walked, full against empty."""
    with tempfile.TemporaryDirectory() as folder, _writers(Path(folder)) as (full, empty):
        for number in range(rounds + 1):
            for writer in (full, empty):
                writer.work()
                if not number:
                    writer.forget()
        return [
            *_rows("a page turned to", full.turning, empty.turning, ""),
            *_rows("a story written down", full.capturing, empty.capturing, "bar 16 ms"),
            *_rows("a step along the thread", full.walking, empty.walking, ""),
        ]


def _rows(what: str, full: list[float], empty: list[float], bar: str) -> list[Ratio]:
    ours, theirs = tuple(full), tuple(empty)
    name = f"{what}, {FINDINGS:,} findings / none"
    samples = {"samples_ms": {"full": ours, "empty": theirs}}
    return [
        Ratio(f"{name}, median", median(ours), median(theirs), "ms", bar, samples),
        Ratio(f"{name}, p99", percentile(ours, 99), percentile(theirs, 99), "ms"),
    ]


def _until_painted(do: Callable[[], object]) -> float:
    QApplication.processEvents()
    begun = time.perf_counter()
    do()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


@contextmanager
def _writers(folder: Path) -> Iterator[tuple[_Writer, _Writer]]:
    bare = copied(_plan(), "Nothing found", new_id)
    with windows_on(folder, "overview", full_programme(), bare) as windows:
        full, empty = (_Writer(window) for window in windows)
        yield full, empty


def _plan() -> Programme:
    return plan(session("10:00", item("Paired interviews", "40")))


def full_programme() -> Programme:
    """One with 2,000 findings, each but the topics grown from one or two of the sort before."""
    fresh = counted_ids(1_000_000)
    programme = _plan()
    rows: dict[type[Finding], list[Finding]] = {}
    links: list[Link] = []
    for kind, share in _SHARES.items():
        count = round(FINDINGS * share)
        rows[kind] = [
            kind(fresh(), position, text=f"{kind.__name__} {n}: somebody asked early enough")
            for n, position in enumerate(spaced(count))
        ]
        roots = rows.get(_GREW_FROM.get(kind, kind), [])
        for n, row in enumerate(rows[kind] if kind in _GREW_FROM else ()):
            sources = {roots[n % len(roots)].id, roots[n * 7 % len(roots)].id}
            links += [Link(derived_id(one, row.id), one, row.id) for one in sources]
    return programme.put(*(row for some in rows.values() for row in some), *links)
