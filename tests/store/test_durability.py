"""Saved means committed: an editor killed at any moment takes no acknowledged edit with it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from aiplanner.domain.programme import Programme
from aiplanner.store.engine import open_library
from tests.support.endless_edits import beginning, edited
from tests.support.kept_programmes import keep
from tests.support.sources import ROOT

KILLS = 100


class Editors:
    """Starts an editor in a process of its own, and kills it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._orders, self._told = process.stdin, process.stdout

    def run(self, programme: Programme, seconds: float) -> int:
        """Let one edit, and kill it -9 so long after its first save; the last one acknowledged."""
        self._orders.write(f"{programme.id}\n".encode())
        child = int(self._told.readline().split()[1])
        last, deadline = int(self._told.readline()), time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            if select.select([self._told], [], [], left)[0]:
                last = int(self._told.readline())
        os.kill(child, signal.SIGKILL)
        while (line := self._told.readline()) != b"ended\n":
            last = int(line)
        return last


@contextmanager
def _editors(path: Path) -> Iterator[Editors]:
    command = [sys.executable, "-m", "tests.support.endless_edits", str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "bufsize": 0}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as process:  # type: ignore[call-overload]  # a dict of settings
        yield Editors(process)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks are what makes a hundred kills quick")
def test_a_hundred_kills_in_the_middle_of_editing_lose_nothing_acknowledged(path: Path) -> None:
    chance, known, torn = Random(20261122), 1, 0
    with closing(open_library(str(path))) as window, _editors(path) as editors:
        programme = keep(window, beginning())
        for _ in range(KILLS):
            acknowledged = editors.run(programme, chance.uniform(0, 0.03))
            torn += path.with_name(f"{path.name}-journal").exists()
            open_library(str(path)).close()
            found, revision = window.load(programme.id)
            assert window.check() == []
            assert acknowledged <= revision <= acknowledged + 1, "one more may have been under way"
            while known < revision:
                programme, known = edited(programme, known), known + 1
            assert found == programme
    assert known > KILLS, "there was editing between the kills"
    assert torn, "some kills came in the middle of a transaction"
