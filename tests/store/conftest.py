"""Libraries to open, damage and look into."""

from __future__ import annotations

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


@pytest.fixture
def programme(path: Path) -> Programme:
    """A programme that the library at `path` holds; the library is closed."""
    with closing(open_library(str(path))) as library:
        return keep(library, rich_programme())


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
