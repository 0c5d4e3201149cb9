"""A library is made where it is asked for, with the settings that keep it safe."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

import pytest

from aiplanner.domain.programme import Programme
from aiplanner.store import engine, schema
from aiplanner.store.engine import open_library
from aiplanner.store.library import SqlLibrary
from tests.support.kept_programmes import keep, titles, workshop


@pytest.mark.parametrize(
    "name", ["library.db", "my library.db", "100% café?#.db", "a b/c/d.aiplanner", "no-ending"]
)
def test_a_library_is_made_with_its_folders(tmp_path: Path, name: str) -> None:
    path = tmp_path / "new" / name
    with closing(open_library(str(path))) as library:
        keep(library, workshop())
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with closing(open_library(str(path))) as library:
        assert titles(library) == ["Workshop"]


def test_a_url_and_a_path_name_the_same_library(path: Path, programme: Programme) -> None:
    with closing(open_library(f"sqlite:///{path}")) as library:
        assert library.load(programme.id) == (programme, 1)


def test_a_path_may_begin_at_home_or_here(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_library("~/at-home.db").close()
    monkeypatch.chdir(home)
    open_library("here.db").close()
    assert {"at-home.db", "here.db"} <= {file.name for file in home.iterdir()}


def test_a_link_leads_to_the_library(path: Path, programme: Programme, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with closing(open_library(str(link))) as library:
        assert library.load(programme.id) == (programme, 1)
        keep(library, workshop())
    assert link.is_symlink()


def test_the_settings_are_those_that_keep_it_safe(opening: Callable[[], SqlLibrary]) -> None:
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": schema.APPLICATION_ID,
        "user_version": schema.VERSION,
    }
    with opening()._engine.connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
        driver = connection.connection.dbapi_connection
        assert isinstance(driver, sqlite3.Connection)
        assert driver.isolation_level is None
    assert found == wanted


def test_a_file_that_another_program_set_to_wal_is_set_back(
    path: Path, programme: Programme, opening: Callable[[], SqlLibrary]
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    assert opening().load(programme.id) == (programme, 1)
    assert path.read_bytes()[18:20] == b"\1\1", "SQLite's header says rollback journal"


def test_windows_that_open_a_new_library_at_once_share_it(path: Path) -> None:
    start, opened = Barrier(6), list[SqlLibrary]()

    def open_one() -> None:
        start.wait()
        opened.append(open_library(str(path)))

    threads = [Thread(target=open_one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    keep(opened[0], workshop())
    assert [titles(library) for library in opened] == [["Workshop"]] * 6
    for library in opened:
        library.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_large_library_is_looked_over_in_part(
    path: Path, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that it opens as fast as a small one; `check` looks at all of it."""
    content = bytearray(path.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        [root] = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'material'"
        ).fetchone()
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    monkeypatch.setattr(engine, "LOOKED_AT_WHOLE", 4096)
    with closing(open_library(str(path))) as library:
        assert titles(library) == [programme.head.title]
        assert library.check() != []


def _loaded_by(statements: str, path: Path) -> set[str]:
    show = f"{statements}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", show, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    return set(json.loads(run.stdout))


@pytest.mark.usefixtures("programme")
def test_neither_alembic_nor_the_orm_is_loaded_for_a_library_of_today(path: Path) -> None:
    loaded = _loaded_by(
        "import sys\n"
        "from aiplanner.store.engine import open_library\n"
        "library = open_library(sys.argv[1])\n"
        "[summary] = library.summaries()\n"
        "library.load(summary.id), library.hits('home'), library.close()\n"
        "open_library(sys.argv[1] + '.new').close()\n",
        path,
    )
    assert "sqlalchemy" in loaded
    assert {name for name in loaded if name.startswith(("alembic", "sqlalchemy.orm"))} == set()
