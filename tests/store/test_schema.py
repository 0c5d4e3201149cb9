"""Tables, migrations and the rows of the domain say the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path

from sqlalchemy import NullPool, create_engine

from aiplanner.domain.lengths import Length
from aiplanner.domain.rows import KINDS, Head
from aiplanner.store import schema
from aiplanner.store.creation import create_file
from aiplanner.store.mapping import MAPS
from aiplanner.store.sqlite_file import connect
from aiplanner.store.transactions import begin_ourselves
from aiplanner.store.upgrade import migrate
from tests.support.tables import statements

_OUR_OWN = {"number", "revision", "shelf", "changed", "shelved", "digest"}
"""What the library knows of a programme beside its head."""


def test_a_library_made_new_is_one_that_was_migrated_from_nothing(path: Path) -> None:
    create_file(path)
    migrated = path.with_name("migrated.db")
    engine = create_engine(
        "sqlite://", creator=lambda: connect(migrated, mode="rwc"), poolclass=NullPool
    )
    begin_ourselves(engine)
    with engine.begin() as connection:
        migrate(connection)
    assert statements(migrated) == statements(path)
    with closing(sqlite3.connect(path)) as new, closing(sqlite3.connect(migrated)) as old:
        version = "SELECT version_num FROM alembic_version"
        assert new.execute(version).fetchall() == old.execute(version).fetchall()


def test_every_field_of_every_row_has_its_column_and_no_column_is_left_over() -> None:
    assert set(MAPS) == set(KINDS)
    for kind, rows in MAPS.items():
        names = [column.name for column in rows.columns]
        expected = []
        for spec in fields(kind):
            parts = [f"length_{part.name}" for part in fields(Length)]
            expected += parts if spec.name == "length" else [spec.name]
        assert names == expected
        spare = {column.name for column in rows.table.columns} - set(names)
        assert spare == (_OUR_OWN if kind is Head else {"programme_id"})


def test_every_reference_has_an_index_and_cascades() -> None:
    """Without the index, deleting one item would read every step in the library."""
    for table in schema.metadata.tables.values():
        indexed = [[column.name for column in index.columns] for index in table.indexes]
        indexed.append([column.name for column in table.primary_key.columns])
        for key in table.foreign_key_constraints:
            names = [column.name for column in key.columns]
            assert any(columns[: len(names)] == names for columns in indexed), (table.name, names)
            assert (key.ondelete, key.initially) == ("CASCADE", "DEFERRED")
