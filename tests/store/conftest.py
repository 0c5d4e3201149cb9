"""Libraries to open, damage and look into."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from aiplanner.domain.programme import Programme
from aiplanner.store.engine import open_library
from aiplanner.store.library import SqlLibrary
from tests.support.kept_programmes import keep
from tests.support.rich_programme import rich_programme


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library of this test is; nothing is there yet."""
    folder = tmp_path / "kept"
    folder.mkdir()
    return folder / "library.db"


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with nothing in it, to be copied: to make one takes as long as most tests do."""
    place = tmp_path_factory.mktemp("new") / "library.db"
    open_library(str(place)).close()
    return place


@pytest.fixture(scope="session")
def rich_file(new_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Programme]:
    """A library that holds the rich programme, to be copied."""
    place = shutil.copy(new_file, tmp_path_factory.mktemp("rich") / "library.db")
    with closing(open_library(str(place))) as library:
        return place, keep(library, rich_programme())


@pytest.fixture
def programme(path: Path, rich_file: tuple[Path, Programme]) -> Programme:
    """A programme that the library at `path` holds; the library is closed."""
    file, kept = rich_file
    shutil.copy(file, path)
    return kept


@pytest.fixture
def opening(path: Path) -> Iterator[Callable[[], SqlLibrary]]:
    """Opens the library at `path`, as often as a test likes; all are closed when it ends."""
    opened: list[SqlLibrary] = []

    def open_again() -> SqlLibrary:
        opened.append(open_library(str(path)))
        return opened[-1]

    yield open_again
    for library in opened:
        library.close()
