"""How late a window's timer comes while a long pack is made, against a window left in peace.

The same pack rendered within the window's own process is measured too: were it not told apart, the
measurement would be blind.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

# Before Qt, in the order in which the program imports them.
from tests.bench.open_windows import windows_on

# isort: split
from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer

from aiplanner.domain.programme import Programme
from aiplanner.ui.pages.print import PrintPage
from aiplanner.ui.pages.print_making import Wanted
from tests.bench.measure import Ratio, median, percentile
from tests.bench.plan_packs import PLAN, programme_of, render

PAGES = 300
BEAT_MS = 10
IDLE_MS = 4_000
_MOST_MS = 120_000
"""So long a pack may take on a machine that does much else."""


class _Heart:
    """A timer of ten milliseconds, and how many lay between one beat and the next."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def during(self, begin: Callable[[Callable[[], None]], None]) -> tuple[float, ...]:
        """The gaps from `begin` until it calls what it is given."""
        loop = QEventLoop()
        self.gaps.clear()
        self._clock.start()
        self._timer.start()
        QTimer.singleShot(_MOST_MS, loop.quit)
        QTimer.singleShot(0, lambda: begin(loop.quit))
        loop.exec()
        self._beat()  # what was stopped for to the very end counts as well
        self._timer.stop()
        return tuple(self.gaps)

    def _beat(self) -> None:
        self.gaps.append(self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()


def ratios(rounds: int) -> list[Ratio]:
    """The 99th percentile of the gaps, and the longest; each round waits, works and waits."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programme = programme_of(PAGES, folder)
        with windows_on(folder, "print", programme) as [window]:
            assert window.frame is not None, "it is open"
            page = window.frame.page
            assert isinstance(page, PrintPage), "it was turned to"
            page.listed.tick_only(PLAN)
            heart = _Heart()
            heart.during(lambda done: _when_settled(page, done))
            idle, working, forced = list[float](), list[float](), list[float]()
            for number in range(rounds):
                out = folder / f"{number}.pdf"
                idle += heart.during(lambda done: QTimer.singleShot(IDLE_MS, done))
                working += heart.during(lambda done, out=out: _make(page, out, done))
                assert out.exists(), "the pack was made while the heart beat"
            forced += heart.during(lambda done: _force(programme, folder / "forced.pdf", done))
    return _rows(tuple(idle), tuple(working), tuple(forced))


def _rows(
    idle: tuple[float, ...], working: tuple[float, ...], forced: tuple[float, ...]
) -> list[Ratio]:
    calm = percentile(idle, 99)
    facts = {"beats": {"idle": len(idle), "working": len(working)}, "median_ms": median(working)}
    said = f"timer of {BEAT_MS} ms, p99, while {PAGES} pages are made"
    still = f"the longest gap while {PAGES} pages are made in the window itself / idle, p99"
    blind = Ratio(still, max(forced), calm, "ms", "must be above 3")
    assert blind.value > 3, "a window that stands still is not noticed"
    return [
        Ratio(f"{said} / idle", percentile(working, 99), calm, "ms", "bar 3, aim 1", facts),
        Ratio("the longest gap meanwhile / idle", max(working), max(idle), "ms"),
        blind,
    ]


def _force(programme: Programme, out: Path, done: Callable[[], None]) -> None:
    """What the program never does: render where the window lives."""
    render(programme, out)
    done()


def _make(page: PrintPage, out: Path, done: Callable[[], None]) -> None:
    page.making.make(page.order, Wanted(out, lambda _made: done()))


def _when_settled(page: PrintPage, done: Callable[[], None]) -> None:
    """Look every so often whether all proofs are there; then the worker has nothing else to do."""
    begun = time.monotonic()
    watch = QTimer(page)
    watch.setInterval(200)

    def look() -> None:
        if page.proofs.settled or time.monotonic() - begun > _MOST_MS / 1000:
            watch.stop()
            done()

    watch.timeout.connect(look)
    watch.start()
