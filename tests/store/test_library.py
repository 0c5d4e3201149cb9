"""The library in a SQLite file and the one in memory keep the same promises."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from aiplanner.app.digest import digest
from aiplanner.app.ports import Library, Save
from aiplanner.domain.delta import diff
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Row
from aiplanner.store.engine import open_library
from tests.support.kept_programmes import NOW
from tests.support.library_contract import LibraryContract
from tests.support.memory_library import MemoryLibrary
from tests.support.strategies import programmes

_MANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def opened(tmp_path: Path, new_file: Path) -> Iterator[Library]:
    place = shutil.copy(new_file, tmp_path / "library.db")
    with closing(open_library(str(place))) as library:
        yield library


class TestFileLibrary(LibraryContract):
    @pytest.fixture
    def library(self, opened: Library) -> Library:
        return opened


class TestMemoryLibrary(LibraryContract):
    @pytest.fixture
    def library(self) -> Library:
        return MemoryLibrary()


@_MANY
@given(programme=programmes())
def test_any_programme_comes_back_equal(opened: Library, programme: Programme) -> None:
    opened.delete(programme.id)
    opened.add(programme, digest(programme), NOW)
    loaded, _ = opened.load(programme.id)
    assert loaded == programme
    for key, row in loaded.rows.items():
        assert [type(v) for v in _values(row)] == [type(v) for v in _values(programme.rows[key])]


@_MANY
@given(before=programmes(), after=programmes())
def test_any_step_between_two_states_is_stored(
    opened: Library, before: Programme, after: Programme
) -> None:
    """Rows of the same ids appear, change, change parents, become another kind, and go."""
    opened.delete(before.id)
    opened.add(before, digest(before), NOW)
    opened.save(Save(before.id, 1, diff(before, after), after), NOW)
    assert opened.load(before.id) == (after, 2)
    assert opened.check() == []


def _values(row: Row) -> list[object]:
    return [getattr(row, spec.name) for spec in fields(row)]
