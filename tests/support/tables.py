"""Read how the tables of a SQLite file are made."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path


def statements(path: Path) -> dict[tuple[str, str], str]:
    """What made each table and index, by kind and name, with single spaces."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT type, name, sql FROM sqlite_master")
        return {(kind, name): re.sub(r"\s+", " ", sql or "") for kind, name, sql in found}
