"""Open the library at a path or a database's URL: make it, bring it up to date, or refuse."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, func, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from aiplanner.app.ports import WorldError
from aiplanner.i18n import gettext as _

from . import schema
from .creation import create_file, migration
from .faults import refusals
from .library import SqlLibrary
from .recognise import recognise, writable
from .schema import programme as heads
from .sqlite_file import file_engine
from .transactions import reading


def open_library(url_or_path: str) -> SqlLibrary:
    """The library at a path or a SQLAlchemy URL (SQLite, PostgreSQL), made if it is not there.

    WorldError `library-…` when it cannot be opened; the file is then as it was, to the byte.
    """
    if "://" not in url_or_path:
        return SqlLibrary(_open_file(_path(url_or_path)))
    url = _url(url_or_path)
    if url.get_backend_name() == "postgresql":
        return SqlLibrary(_open_server(url))
    if url.get_backend_name() == "sqlite" and url.database not in _MEMORY and not url.query:
        return SqlLibrary(_open_file(Path(url.database)))
    raise WorldError("library-url-unclear", place=url.render_as_string(hide_password=True))


LOOKED_AT_WHOLE = 64 * 1024 * 1024
"""Bytes that are looked over in 0.1 s; of a larger file only the list is, and the rest by `check`.

Three hundred programmes as full as the example are smaller.
"""

_MEMORY = (None, "", ":memory:")


def _url(text: str) -> URL:
    try:
        return make_url(text)
    except ArgumentError as error:
        raise WorldError("library-url-unclear", place=text) from error


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError as error:  # "~somebody" who has no home here
        raise WorldError("library-unreachable", place=Path(text), what=str(error)) from error


def _open_file(place: Path) -> Engine:
    with refusals(place):
        path = place.resolve()
        if not path.exists():
            _make(path)
        recognise(path)
        engine = file_engine(path)
        try:
            _look_over(engine, path)
        except BaseException:
            engine.dispose()
            raise
    return engine


def _make(path: Path) -> None:
    folder = next(folder for folder in path.parents if folder.exists())
    if not writable(folder):
        raise WorldError("library-read-only", place=path)
    create_file(path)


def _look_over(engine: Engine, path: Path) -> None:
    """Look for damage, then bring an older file up to date."""
    looked_at = 1 if path.stat().st_size <= LOOKED_AT_WHOLE else heads.name
    with reading(engine) as connection:
        told = connection.exec_driver_sql(f"PRAGMA quick_check({looked_at})").scalar_one()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if told != "ok":
        raise WorldError("library-damaged", place=path, what=_("its pages do not fit together"))
    if version != schema.VERSION:
        from .upgrade import upgrade_file  # noqa: PLC0415 - Alembic costs 100 ms

        upgrade_file(path)


def _open_server(url: URL) -> Engine:
    place = url.render_as_string(hide_password=True)
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except (NoSuchModuleError, ImportError) as error:
        raise WorldError("library-driver-missing", place=place, what=str(error)) from error
    try:
        with refusals(place), engine.begin() as connection:
            _bring_up_to_date(connection, place)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _bring_up_to_date(connection: Connection, place: str) -> None:
    # Two windows that open an empty database at once take turns.
    connection.execute(select(func.pg_advisory_xact_lock(schema.APPLICATION_ID)))
    version = _server_version(connection, place)
    if version > schema.VERSION:
        raise WorldError("library-newer", place=place, version=version, ours=schema.VERSION)
    if version < schema.VERSION:
        from .upgrade import migrate  # noqa: PLC0415 - Alembic costs 100 ms

        migrate(connection)


def _server_version(connection: Connection, place: str) -> int:
    """The version of a database's tables; 0 when it is empty. WorldError `library-foreign`."""
    there = set(inspect(connection).get_table_names())
    if not there & {migration.name, *schema.metadata.tables}:
        return 0
    if migration.name in there:
        name = connection.scalar(select(migration.c.version_num)) or ""
        if name.isdecimal():
            return int(name)
    raise WorldError("library-foreign", place=place)
