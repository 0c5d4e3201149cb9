"""All edits, undo, redo, saves, failures and a colleague, in any order, against real libraries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from aiplanner.app.ports import Library
from aiplanner.store.engine import open_library
from tests.support.machine import TwoPeople
from tests.support.memory_library import MemoryLibrary

STEPS = max(50, settings().stateful_step_count)
EXAMPLES = {"dev": 40, "ci": 100, "long": 3000}.get(settings.get_current_profile_name(), 40)
"""Hypothesis ends some early: of these, at least two thirds go through all their steps."""


@pytest.fixture
def file_library(tmp_path: Path) -> Iterator[Library]:
    library = open_library(str(tmp_path / "library.aiplanner"))
    yield library
    assert list(library.check()) == []
    library.close()


def play(library: Library, examples: int) -> None:
    run_state_machine_as_test(
        lambda: TwoPeople(library),
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.timeout(3600)
def test_two_people_at_one_library_file(file_library: Library) -> None:
    play(file_library, EXAMPLES)


@pytest.mark.timeout(3600)
def test_two_people_at_a_library_in_memory() -> None:
    library = MemoryLibrary()
    play(library, EXAMPLES // 10)
    assert library.kept == {}
