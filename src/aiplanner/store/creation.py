"""Make a new library in a file."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    NullPool,
    PrimaryKeyConstraint,
    String,
    Table,
    create_engine,
    insert,
)

from . import schema
from .sqlite_file import connect
from .transactions import begin_ourselves
from .whole import make_whole

migration = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic keeps the name of the last migration; it would make the table just so."""


def create_file(path: Path) -> None:
    """Make an empty library at `path`, whole or not at all; a file that is there stays.

    OSError where the folder refuses.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    make_whole(path, _write)


def mark_file(connection: Connection) -> None:
    """Say in the file's header that it is a library, and of which version."""
    connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={schema.VERSION}")


def _write(part: Path) -> None:
    engine = create_engine(
        "sqlite://", creator=lambda: connect(part, mode="rwc"), poolclass=NullPool
    )
    begin_ourselves(engine)
    with engine.begin() as connection:
        mark_file(connection)
        schema.create(connection)
        migration.create(connection)
        connection.execute(insert(migration).values(version_num=f"{schema.VERSION:04}"))
