"""From a keystroke in a running order to its new clock times on the screen, full against empty."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

# Before Qt, in the order in which the program imports them.
from tests.bench.open_windows import focus, painted_after, windows_on

# isort: split
from PySide6.QtTest import QTest

from aiplanner.domain.content import StarterItem
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.domain.edits.programme import copied
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.ui.main_window import MainWindow
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.pages.sessions import SessionsPage
from tests.bench.measure import Ratio, median, percentile
from tests.support.plans import breakout, item, pause, plan, session, strand

SESSIONS, ITEMS = 20, 300
A_ROUND = 40
"""Keystrokes of each sort that are taken in a round."""
_PHASES, _CAPABILITIES = tuple(Phase), tuple(Capability)


@dataclass
class _Typist:
    """Works in one window and keeps the milliseconds of every keystroke."""

    window: MainWindow
    typing: list[float] = field(default_factory=list)
    moving: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._minutes, self._ways = cycle("795"), cycle(("Alt+Down", "Alt+Up"))

    def work(self) -> None:
        """Change the length of the first item, on which all clocks hang, and move it."""
        self.window.activateWindow()
        table = self._page.table
        for _ in range(A_ROUND):
            table.begin(0, Column.MINUTES)
            QTest.keyClicks(focus(), next(self._minutes))
            self.typing.append(painted_after("Return"))
        table.finish()
        table.setFocus()
        table.choose(0, Column.WHAT)
        for _ in range(A_ROUND):
            self.moving.append(painted_after(next(self._ways)))

    def forget(self) -> None:
        """What came before was to warm up."""
        self.typing.clear()
        self.moving.clear()

    @property
    def _page(self) -> SessionsPage:
        assert self.window.frame is not None
        page = self.window.frame.page
        assert isinstance(page, SessionsPage)
        return page


def ratios(rounds: int) -> list[Ratio]:
    """A typed length and a move in a full programme, each against the same in an empty one."""
    with tempfile.TemporaryDirectory() as folder, _typists(Path(folder)) as (full, empty):
        for number in range(rounds + 1):
            for typist in (full, empty):
                typist.work()
                if not number:
                    typist.forget()
        return [
            *_rows("a length typed", full.typing, empty.typing),
            *_rows("an item moved", full.moving, empty.moving),
        ]


def _rows(what: str, full: list[float], empty: list[float]) -> list[Ratio]:
    ours, theirs = tuple(full), tuple(empty)
    name = f"{what}, all clocks painted, {ITEMS} items x {SESSIONS} sessions / an empty table"
    return [
        Ratio(
            f"{name}, median",
            median(ours),
            median(theirs),
            "ms",
            "bar 16 ms, aim 8 ms",
            {"samples_ms": {"full": ours, "empty": theirs}},
        ),
        Ratio(f"{name}, p99", percentile(ours, 99), percentile(theirs, 99), "ms", "bar 50 ms"),
    ]


@contextmanager
def _typists(folder: Path) -> Iterator[tuple[_Typist, _Typist]]:
    with windows_on(folder, "sessions", full_programme(), empty_programme()) as windows:
        full, empty = (_Typist(window) for window in windows)
        yield full, empty


def full_programme() -> Programme:
    """As large as a programme may grow: phases, capabilities, breaks and breakouts in it."""
    day = [_item(number) for number in range(ITEMS - 2)]
    rooms = breakout("Two rooms", strand("A", _item(1)), strand("B", _item(2)))
    return plan(*(session("06:00", *day, rooms) for _ in range(SESSIONS)), title="Full")


def empty_programme() -> Programme:
    """One session that holds two items: less would have no clock that can change."""
    made = plan(session("06:00", item("One", "5"), item("Two", "5")), title="Empty")
    return copied(made, "Empty", new_id)  # plans count their ids from 1 each time


def _item(number: int) -> StarterItem:
    if number % 8 == 7:
        return pause("1")
    return item(
        f"Paired interviews {number}",
        "2",
        phase=_PHASES[number * len(_PHASES) // ITEMS],
        leads=(_CAPABILITIES[number % len(_CAPABILITIES)],),
        group="pairs",
        lead="Sam",
    )
