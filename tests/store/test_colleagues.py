"""Several processes edit one programme in one library, and nothing of anybody's is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from aiplanner.domain.rows import Item
from aiplanner.store.library import SqlLibrary
from tests.support.kept_programmes import keep, workshop
from tests.support.sources import ROOT

EACH = 25


def test_two_processes_edit_one_programme(path: Path, opening: Callable[[], SqlLibrary]) -> None:
    library = opening()
    programme = keep(library, workshop())
    names = ("Ann", "Bob")
    command = [sys.executable, "-m", "tests.support.colleague", str(path), programme.id]
    started = [
        subprocess.Popen(
            [*command, name, str(EACH)],
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for name in names
    ]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    met = [int(told) for told in _all_at_once(started)]
    stored, revision = library.load(programme.id)
    found = {row.title for row in stored.rows.values() if isinstance(row, Item)}
    assert {f"{name} {n}" for name in names for n in range(EACH)} <= found
    assert revision == 1 + EACH * len(names)
    assert sum(met) > 0, "they met at least once"
    assert library.check() == []


def _all_at_once(started: list[subprocess.Popen[str]]) -> list[str]:
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return [process.communicate()[0] for process in started]
