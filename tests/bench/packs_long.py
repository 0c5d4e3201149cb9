"""Ten times the pages take ten times as long: a pack of 600 pages against one of 60, per page."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from aiplanner.packs.sweeping import seldom_swept
from tests.bench.measure import Ratio, by_turns, median
from tests.bench.plan_packs import Engine, programme_of, render

LONG, SHORT = 600, 60


def ratios(rounds: int) -> list[Ratio]:
    """The long pack's page against the short one's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        engines = {
            f"{pages} pages": Engine(
                partial(render, programme_of(pages, folder)), folder / f"{pages}.pdf"
            )
            for pages in (LONG, SHORT)
        }
        with seldom_swept():  # as in the worker, which sweeps when it has answered
            samples = by_turns(engines, rounds)
    facts = {"pages": {name: engine.pages for name, engine in engines.items()}, "ms": samples}
    ours, theirs = (median(samples[name]) / engine.pages for name, engine in engines.items())
    said = f"a page of a pack of {LONG} pages / of {SHORT}"
    return [Ratio(said, ours, theirs, "ms", "bar 1.15", facts)]
