"""Bring the tables of an older library up to date; a file is copied before."""

from __future__ import annotations

import sqlite3
from functools import partial
from itertools import count
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, NullPool, create_engine

from aiplanner.app.ports import WorldError
from aiplanner.i18n import gettext as _

from . import schema
from .creation import mark_file
from .sqlite_file import connect
from .transactions import WRITES, begin_ourselves
from .whole import make_whole

MIGRATIONS = Path(__file__).with_name("migrations")


def migrate(connection: Connection, version: str = "head") -> None:
    """Run the migrations that are missing up to a version, in the transaction under way."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.attributes["connection"] = connection
    command.upgrade(settings, version)


def upgrade_file(path: Path) -> None:
    """Migrate a library file in one transaction: killed at any moment it is old or new.

    WorldError `library-damaged` when its rows do not fit together afterwards (it stays old).
    """
    engine = create_engine("sqlite://", creator=partial(_connect, path), poolclass=NullPool)
    begin_ourselves(engine)
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if version == schema.VERSION:  # another window was quicker
            return
        keep_copy(path, version)
        migrate(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise WorldError("library-damaged", place=path, what=_("rows in it belong to none"))
        mark_file(connection)


def keep_copy(path: Path, version: int) -> Path:
    """Copy a library, as last committed, beside itself; where the copy is."""
    for number in count(1):
        ending = "" if number == 1 else f"-{number}"
        target = path.with_name(f"{path.stem}-version-{version}{ending}{path.suffix}")
        if not target.exists() and make_whole(target, partial(_copy, path)):
            break
    return target


def _copy(path: Path, part: Path) -> None:
    source, target = connect(path), connect(part, mode="rwc")
    try:
        source.backup(target)
        told = target.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        source.close()
        target.close()
    if told != "ok":
        raise WorldError("library-damaged", place=path, what=_("its pages do not fit together"))


def _connect(path: Path) -> sqlite3.Connection:
    connection = connect(path)
    # Rebuilding a table drops the old one, and with foreign keys on that deletes its children.
    connection.execute("PRAGMA foreign_keys=OFF")
    return connection
