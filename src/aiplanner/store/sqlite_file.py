"""Connect to a library file with the settings that keep it safe."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event

from aiplanner.app.ports import WorldError

from .transactions import begin_ourselves

PATIENCE = 5000
"""Milliseconds to wait for another window's lock."""

_SETTINGS = (
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    # A rollback journal, not WAL: the library stays one file that can be copied, also from a
    # read-only folder, and a write after a sync tool replaced it is refused.
    "journal_mode=DELETE",
    "synchronous=EXTRA",
)


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection in autocommit; the file is not made unless `mode` is "rwc". sqlite3.Error."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,  # the pool lends a connection to one thread at a time
    )
    try:
        for setting in (f"busy_timeout={PATIENCE}", *_SETTINGS):
            connection.execute(f"PRAGMA {setting}").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def file_engine(path: Path) -> Engine:
    """An engine for the library file as it is now; it refuses one that took its place later."""
    first = _identity(path)

    def look(*_connection: Any) -> None:
        if _identity(path) != first:
            raise WorldError("library-moved", place=path)

    def connect_to_it() -> sqlite3.Connection:
        look()
        return connect(path)

    engine = create_engine(URL.create("sqlite", database=str(path)), creator=connect_to_it)
    begin_ourselves(engine)
    event.listen(engine, "checkout", look)
    return engine


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        facts = os.stat(path)  # noqa: PTH116 - as quick as can be: asked for every transaction
    except OSError:
        return None
    return facts.st_dev, facts.st_ino
