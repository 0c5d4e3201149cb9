"""Several processes edit one programme in one library, and nothing of anybody's is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from aiplanner.store.library import SqlLibrary
from tests.support.colleague import lose_nothing


def test_two_processes_edit_one_programme(path: Path, opening: Callable[[], SqlLibrary]) -> None:
    lose_nothing(opening(), str(path))
