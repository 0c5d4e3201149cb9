"""Open the library that a command names, and load the programme it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

from aiplanner.app.ports import Library
from aiplanner.cli.output import Arguments
from aiplanner.domain.programme import Programme
from aiplanner.places import library_place


@contextmanager
def opened(chosen: Arguments) -> Iterator[Library]:
    """The library, closed again afterwards."""
    from aiplanner.store.engine import open_library  # noqa: PLC0415 - help needs no database

    with closing(open_library(library_place(chosen.library))) as library:
        yield library


def loaded(chosen: Arguments) -> tuple[Programme, int]:
    """The programme that was named, and its revision."""
    with opened(chosen) as library:
        return library.load(library.find(chosen.programme))


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
