"""The command line as a script meets it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from aiplanner.cli.commands import main


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """Runs commands in a folder of their own, on a library of their own."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *words: str | Path, library: str | None = None) -> Said:
        place = ["--library", library] if library else []
        status = main([*place, *map(str, words)])
        out, err = self.capture.readouterr()
        assert "Traceback" not in out + err
        return Said(status, out, err)

    def done(self, *words: str | Path) -> str:
        """What a command prints that must succeed."""
        said = self(*words)
        assert (said.status, said.err) == (0, "")
        return said.out

    def refused(self, *words: str | Path, library: str | None = None) -> str:
        """The one line of a command that must be refused."""
        said = self(*words, library=library)
        assert said.status == 1
        assert said.out == ""
        assert said.err.count("\n") == 1
        assert said.err.startswith("aiplanner: ")
        return said.err
