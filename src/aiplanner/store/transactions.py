"""Read and write a library in transactions, and say a database's refusals in our own codes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from aiplanner.app.ports import WorldError

from . import schema
from .faults import refusals

WRITES = "aiplanner_writes"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the library; WorldError."""
    options = {} if is_file(engine) else {"isolation_level": "REPEATABLE READ"}
    with (
        refusals(place_of(engine)),
        engine.connect().execution_options(**options) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is alone in writing, committed when the block ends; WorldError.

    When the block has ended the commit is on the disk; when it raises nothing is stored.
    """
    with (
        refusals(place_of(engine)),
        engine.connect().execution_options(**{WRITES: True}) as connection,
        connection.begin(),
    ):
        _refuse_another_version(connection)
        yield connection


def is_file(engine: Engine) -> bool:
    """Whether the library is a file of ours and no server's."""
    return engine.dialect.name == "sqlite"


def place_of(engine: Engine) -> Path | str:
    """Where the library is, for people: a path, or a URL without its password."""
    if is_file(engine):
        return Path(engine.url.database or "")
    return engine.url.render_as_string(hide_password=True)


def begin_ourselves(engine: Engine) -> None:
    """Begin SQLite's transactions on this engine, as its driver is told not to."""
    event.listen(engine, "begin", _begin)


def _begin(connection: Connection) -> None:
    # IMMEDIATE takes the lock before the first read: no two writers can read the same revision
    # and then wait for each other.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _refuse_another_version(connection: Connection) -> None:
    """A newer program may have changed the tables of a file that is open here."""
    if connection.dialect.name != "sqlite":
        return
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version != schema.VERSION:
        place = place_of(connection.engine)
        raise WorldError("library-newer", place=place, version=version, ours=schema.VERSION)
