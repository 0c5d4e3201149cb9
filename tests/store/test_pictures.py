"""A picture that somebody spoiled in the file is told of and never shown as if it were whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aiplanner.domain.programme import Programme
from aiplanner.store.engine import open_library
from tests.support.kept_programmes import NOW
from tests.support.pictures import BLUE, RED


@pytest.mark.parametrize(
    "change", ["data = x'00'", "kind = 'gif'", "data = CAST(data || x'00' AS BLOB)"]
)
def test_a_damaged_picture_is_left_out_and_told(
    path: Path, programme: Programme, change: str
) -> None:
    with closing(open_library(str(path))) as library:
        library.keep_pictures([RED, BLUE], NOW)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE picture SET {change} WHERE key = ?", [RED.key])
    with closing(open_library(str(path))) as library:
        assert library.pictures([RED.key, BLUE.key]) == {BLUE.key: BLUE}
        assert library.check() == ["1 picture is damaged, so its photo shows nothing."]
        library.keep_pictures([RED], NOW)  # the same photo added again mends it
        assert library.pictures([RED.key]) == {RED.key: RED}
        assert library.load(programme.id) == (programme, 1)


def test_hundreds_of_pictures_are_asked_for_at_once(path: Path) -> None:
    with closing(open_library(str(path))) as library:
        library.keep_pictures([RED], NOW)
        keys = [f"{number:064x}" for number in range(5000)]
        assert library.pictures([*keys, RED.key]) == {RED.key: RED}
