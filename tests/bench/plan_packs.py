"""Packs to measure with: the plan's documents of the example, repeated until they are long enough.

Handouts are left out: they are mostly lines to write on, which no other engine has.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.printing import PackOptions
from aiplanner.app.starters import programme_from
from aiplanner.domain.ids import new_id
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from aiplanner.packs.render import render_pack

PLAN = tuple(info.id for info in documents() if info.family == "plan")


@dataclass
class Engine:
    """Sets some content once per call and keeps how many pages that made."""

    set_pages: Callable[[Path], int]
    out: Path
    pages: int = 0

    def __call__(self) -> float:
        """Milliseconds of this processor for all of it; others that share it do not count."""
        begun = time.process_time()
        self.pages = self.set_pages(self.out)
        return (time.process_time() - begun) * 1000


def options(*keys: str) -> PackOptions:
    """How the plan is printed: these documents of it, or all."""
    return PackOptions(keys or PLAN, datetime.now(UTC), revision=1)


def render(programme: Programme, out: Path) -> int:
    """Render the plan's documents; the number of pages."""
    return render_pack(programme, options(), out, lambda *_: None).pages


def programme_of(pages: int, folder: Path) -> Programme:
    """The example with its sessions repeated just so often that its pack has that many pages."""
    once, twice = (render(_repeated(times), folder / "trial.pdf") for times in (1, 2))
    first = max(1, (pages - once) // (twice - once) - 2)
    for times in count(first):
        programme = _repeated(times)
        if render(programme, folder / "trial.pdf") >= pages:
            return programme
    raise AssertionError("count never ends")


def _repeated(times: int) -> Programme:
    example = starter(EXAMPLE)
    return programme_from(replace(example, sessions=example.sessions * times), "", new_id)
