"""Locks, a full disk and a file that vanishes cost no saved work and are said in our words."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import event

from aiplanner.app.ports import WorldError
from aiplanner.app.wording import say
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.programme import Programme
from aiplanner.store import sqlite_file
from aiplanner.store.library import SqlLibrary
from tests.support.kept_programmes import store

Open = Callable[[], SqlLibrary]


@contextmanager
def _refused(code: str) -> Iterator[None]:
    with pytest.raises(WorldError) as refused:
        yield
    assert refused.value.code == code
    assert "…" not in say(refused.value)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits for locks a moment only."""
    monkeypatch.setattr(sqlite_file, "PATIENCE", 20)


@contextmanager
def _held(path: Path, how: str) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(how)
        other.execute("SELECT count(*) FROM programme").fetchone()
        yield
        other.execute("ROLLBACK")


@pytest.mark.usefixtures("impatient")
def test_a_library_that_another_program_holds_is_said_to_be_busy(
    path: Path, programme: Programme, opening: Open
) -> None:
    library = opening()
    with _held(path, "BEGIN EXCLUSIVE"):
        with _refused("library-busy"):
            opening()
        with _refused("library-busy"):
            library.load(programme.id)
        with _refused("library-busy"):
            store(library, programme, 1, rename(programme, "New"))
    assert store(library, programme, 1, rename(programme, "New")) == 2


@pytest.mark.usefixtures("impatient")
def test_a_save_that_cannot_be_committed_is_not_there_and_can_be_tried_again(
    path: Path, programme: Programme, opening: Open
) -> None:
    """A long reader lets a save begin but not end."""
    library, other = opening(), opening()
    with _held(path, "BEGIN"):
        with _refused("library-busy"):
            store(library, programme, 1, rename(programme, "New"))
        assert other.load(programme.id) == (programme, 1)
    assert store(library, programme, 1, rename(programme, "New")) == 2
    assert other.load(programme.id)[0].head.title == "New"


def test_a_save_waits_for_another_program_to_let_go(
    path: Path, programme: Programme, opening: Open
) -> None:
    library, revisions = opening(), list[int]()
    new = rename(programme, "New")
    thread = Thread(target=lambda: revisions.append(store(library, programme, 1, new)))
    with _held(path, "BEGIN EXCLUSIVE"):
        thread.start()
        thread.join(0.1)
        assert thread.is_alive(), "it waits as long as the lock is held"
    thread.join()
    assert revisions == [2]


def test_a_full_disk_costs_nothing_that_was_saved(
    path: Path, programme: Programme, opening: Open
) -> None:
    library = opening()
    pages = path.stat().st_size // 4096

    def no_more_pages(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages + 1}").fetchall()

    event.listen(library._engine, "connect", no_more_pages)
    library._engine.dispose()
    item = next(iter(programme.walk(programme.sessions[0].id)))
    long = set_fields(programme, item.id, notes="words and more words " * 4000)
    with _refused("library-full"):
        store(library, programme, 1, long)
    assert library.load(programme.id) == (programme, 1)
    assert library.check() == []
    event.remove(library._engine, "connect", no_more_pages)
    library._engine.dispose()
    assert store(library, programme, 1, long) == 2
    assert library.load(programme.id) == (long, 2)


def test_a_file_that_was_replaced_is_neither_read_nor_written(
    path: Path, programme: Programme, opening: Open
) -> None:
    library = opening()
    older = path.with_name("older.db")
    shutil.copy(path, older)
    store(library, programme, 1, rename(programme, "Saved"))
    older.replace(path)
    before = path.read_bytes()
    for use in (
        lambda: library.load(programme.id),
        lambda: store(library, programme, 1, rename(programme, "Lost")),
    ):
        with _refused("library-moved"):
            use()
    assert path.read_bytes() == before


def test_a_file_that_is_gone_is_not_made_anew(
    path: Path, programme: Programme, opening: Open
) -> None:
    library = opening()
    path.rename(path.with_name("elsewhere.db"))
    with _refused("library-moved"):
        library.summaries()
    with _refused("library-moved"):
        store(library, programme, 1, rename(programme, "Lost"))
    assert not path.exists()
    path.with_name("elsewhere.db").rename(path)
    assert store(library, programme, 1, rename(programme, "Kept")) == 2


def test_a_file_that_a_newer_program_changed_meanwhile_is_not_written(
    path: Path, programme: Programme, opening: Open
) -> None:
    library = opening()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version=99")
    before = path.read_bytes()
    with _refused("library-newer"):
        store(library, programme, 1, rename(programme, "Lost"))
    assert path.read_bytes() == before


def test_damage_that_shows_while_it_is_open_is_said(
    path: Path, programme: Programme, opening: Open
) -> None:
    library = opening()
    with closing(sqlite3.connect(path)) as connection:
        [root] = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'pk_item' OR name = 'item'"
        ).fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    library._engine.dispose()
    with _refused("library-damaged"):
        library.load(programme.id)


def test_a_row_that_vanished_stops_the_save_that_changes_it(
    path: Path, programme: Programme, opening: Open
) -> None:
    """The revision fits and the row is not there: somebody wrote past us."""
    library = opening()
    item = next(iter(programme.walk(programme.sessions[0].id)))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM item WHERE id = ?", (item.id,))
    with _refused("library-damaged"):
        store(library, programme, 1, set_fields(programme, item.id, title="New"))
    assert library.summaries()[0].revision == 1
