"""Own pieces that somebody else wrote wrongly into the file are told, and nothing else suffers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aiplanner.domain.programme import Programme
from aiplanner.store.engine import open_library
from tests.support.own_contract import DAY, WALK


@pytest.fixture
def kept(path: Path, programme: Programme) -> Programme:
    """A programme beside two own pieces."""
    with closing(open_library(str(path))) as library:
        library.keep_own([WALK, DAY])
    return programme


def _spoil(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE own_piece SET {change} WHERE key = 'my-walk'")


@pytest.mark.parametrize("change", ["sort = 'song'", "changed = 'yesterday'"])
def test_a_piece_of_no_sort_or_time_is_left_out_and_told(
    path: Path, kept: Programme, change: str
) -> None:
    _spoil(path, change)
    with closing(open_library(str(path))) as library:
        assert library.own_pieces() == [DAY]
        [told] = library.check()
        assert "Walk and talk" in told
        assert library.load(kept.id) == (kept, 1)


def test_a_body_that_is_no_json_is_told(path: Path, kept: Programme) -> None:
    _spoil(path, "body = '{half'")
    with closing(open_library(str(path))) as library:
        assert [piece.key for piece in library.own_pieces()] == [DAY.key, WALK.key]
        [told] = library.check()
        assert "Walk and talk" in told
