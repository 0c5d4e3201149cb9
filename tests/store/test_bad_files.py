"""A file that is no sound library of ours is refused in one sentence, and stays as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from aiplanner.app.ports import WorldError
from aiplanner.app.wording import say
from aiplanner.domain.programme import Programme
from aiplanner.store import schema
from aiplanner.store.engine import open_library

Spoil = Callable[[Path], None]


def _nothing(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Best of what is\n" * 1000)


def _short(path: Path) -> None:
    path.write_bytes(b"SQLite")


def _cut_to(size: int) -> Spoil:
    return lambda path: path.write_bytes(path.read_bytes()[:size]) and None


def _without_last_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE song(title); INSERT INTO song VALUES ('x')")


def _header(field: str, value: int) -> Spoil:
    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA {field}={value}")

    return spoil


def _overwritten(path: Path) -> None:
    """Pages in the middle that another program wrote over."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = Random(1).randbytes(8192)
    path.write_bytes(content)


def _without_tables(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = bytes(3996)
    path.write_bytes(content)


SPOILT: dict[str, tuple[Spoil, str]] = {
    "zero length": (_nothing, "library-empty"),
    "text": (_text, "library-not-sqlite"),
    "six bytes": (_short, "library-not-sqlite"),
    "another program's": (_another_program, "library-foreign"),
    "foreign mark": (_header("application_id", 7), "library-foreign"),
    "newer": (_header("user_version", schema.VERSION + 1), "library-newer"),
    "much newer": (_header("user_version", 2**31 - 1), "library-newer"),
    "without version": (_header("user_version", 0), "library-damaged"),
    "cut in the header": (_cut_to(60), "library-damaged"),
    "one page": (_cut_to(4096), "library-damaged"),
    "half": (_half, "library-damaged"),
    "last byte missing": (_without_last_byte, "library-damaged"),
    "pages overwritten": (_overwritten, "library-damaged"),
    "without tables": (_without_tables, "library-damaged"),
}


def _all_bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.usefixtures("programme")
@pytest.mark.parametrize(("spoil", "code"), SPOILT.values(), ids=list(SPOILT))
def test_it_is_refused_and_stays_as_it_is(path: Path, spoil: Spoil, code: str) -> None:
    spoil(path)
    before = _all_bytes(path.parent)
    with pytest.raises(WorldError) as refused:
        open_library(str(path))
    assert refused.value.code == code
    assert _all_bytes(path.parent) == before
    sentence = say(refused.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    assert "…" not in sentence


@pytest.mark.usefixtures("programme")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_only_be_read_is_refused_and_stays_as_it_is(path: Path, what: str) -> None:
    """Also for an administrator, whom the system would let write."""
    marked = path if what == "file" else path.parent
    before = _all_bytes(path.parent)
    mode = marked.stat().st_mode
    marked.chmod(mode & ~0o222)
    try:
        with pytest.raises(WorldError) as refused:
            open_library(str(path))
    finally:
        marked.chmod(mode)
    assert refused.value.code == "library-read-only"
    assert _all_bytes(path.parent) == before


def test_nothing_is_made_in_a_folder_that_may_only_be_read(path: Path) -> None:
    path.parent.chmod(0o555)
    try:
        with pytest.raises(WorldError) as refused:
            open_library(str(path.parent / "new" / "library.db"))
    finally:
        path.parent.chmod(0o755)
    assert refused.value.code == "library-read-only"
    assert list(path.parent.iterdir()) == []


def test_a_folder_is_no_library(path: Path) -> None:
    with pytest.raises(WorldError) as refused:
        open_library(str(path.parent))
    assert refused.value.code == "library-is-folder"


def test_a_file_where_a_folder_should_be_is_said(path: Path) -> None:
    path.write_text("a file")
    with pytest.raises(WorldError) as refused:
        open_library(str(path / "library.db"))
    assert refused.value.code == "library-unreachable"
    assert path.read_text() == "a file"


def test_the_home_of_nobody_is_said() -> None:
    with pytest.raises(WorldError) as refused:
        open_library("~nobody-of-that-name/library.db")
    assert refused.value.code == "library-unreachable"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///library.db?mode=ro",
        "mysql://host/library",
        "nonsense://host",
        "://",
        "postgresql+none://host/library",
    ],
)
def test_a_url_that_names_no_library_is_refused(url: str) -> None:
    with pytest.raises(WorldError) as refused:
        open_library(url)
    assert refused.value.code in {"library-url-unclear", "library-driver-missing"}
    assert "…" not in say(refused.value)


def test_a_password_is_not_shown() -> None:
    with pytest.raises(WorldError) as refused:
        open_library("mysql://me:secret@host/library")
    assert "secret" not in say(refused.value)


def test_a_programme_whose_words_make_no_sense_is_refused_alone(
    path: Path, programme: Programme
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE item SET phase = 'drum' WHERE phase = 'dream'")
    with closing(open_library(str(path))) as library:
        with pytest.raises(WorldError) as refused:
            library.load(programme.id)
        assert refused.value.code == "programme-damaged"
        [told] = library.check()
        assert programme.head.title in told
        assert len(library.summaries()) == 1


def test_a_moment_that_is_none_is_refused(path: Path, programme: Programme) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE timing SET ended = 'soon'")
    with closing(open_library(str(path))) as library:
        with pytest.raises(WorldError) as refused:
            library.load(programme.id)
        assert refused.value.code == "programme-damaged"
        assert "soon" in say(refused.value)


def test_a_moment_of_another_zone_is_told(path: Path, programme: Programme) -> None:
    """Nobody but another program writes one."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE run SET ended = '2027-01-12T12:00:00+02:00'")
    with closing(open_library(str(path))) as library:
        [told] = library.check()
    assert programme.head.title in told
    assert "UTC" in told


def test_rows_that_belong_to_none_are_told(path: Path, programme: Programme) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "DELETE FROM session WHERE position = (SELECT min(position) FROM session)"
        )
    with closing(open_library(str(path))) as library:
        told = library.check()
    assert any("item" in sentence for sentence in told)
    assert any(programme.head.title in sentence for sentence in told)


@pytest.mark.usefixtures("programme")
def test_an_index_that_does_not_fit_the_words_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE words SET text = ' other' WHERE kind = 'programme'")
    with closing(open_library(str(path))) as library:
        [told] = library.check()
        assert "search" in told


def test_a_text_that_is_not_text_is_told(path: Path, programme: Programme) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE item SET why = CAST(X'FF80' AS TEXT) WHERE why <> ''")
    with closing(open_library(str(path))) as library:
        with pytest.raises(WorldError) as refused:
            library.load(programme.id)
        assert refused.value.code == "library-damaged"
