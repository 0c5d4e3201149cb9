"""Render packs in tests, and find what must be in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from aiplanner.app.printing import PackOptions, PackReport
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.packs.catalogue import documents
from aiplanner.packs.render import render_pack

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
ALL = tuple(info.id for info in documents() if info.family == "plan" or info.id == "check-out")
"""The documents of a plan, and one handout."""


def rendered(
    programme: Programme, out: Path, documents: tuple[str, ...] = ALL, **options: object
) -> PackReport:
    """Render at `out`, by default `ALL` in clear print on A4."""
    wanted = PackOptions(documents, MADE, **{"revision": 3, **options})
    return render_pack(programme, wanted, out, lambda _done, _total, _title: None)


def counted_ids() -> Callable[[], RowId]:
    """New ids that are the same in every run."""
    numbers = count(1)
    return lambda: RowId(f"{next(numbers):032x}")


def squeezed(text: str) -> str:
    """Text without white space, so that line breaks do not hide words."""
    return "".join(text.split())
