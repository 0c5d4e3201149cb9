"""An older library is copied, then migrated in one transaction: it is old or new, never half."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from aiplanner.app.ports import WorldError
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding
from aiplanner.domain.edits.people import add_person
from aiplanner.domain.findings import Theme
from aiplanner.domain.ids import new_id
from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme
from aiplanner.store import schema, upgrade
from aiplanner.store.creation import create_file
from aiplanner.store.engine import open_library
from tests.support.kept_programmes import store
from tests.support.rich_programme import (
    rich_programme_of_version_1,
    rich_programme_of_version_2,
    rich_programme_of_version_3,
    rich_programme_of_version_4,
)
from tests.support.sources import ROOT
from tests.support.tables import statements

SUPPORT = ROOT / "tests" / "support"
OLDER = {
    1: rich_programme_of_version_1,
    2: rich_programme_of_version_2,
    3: rich_programme_of_version_3,
    4: rich_programme_of_version_4,
}
"""What the libraries hold that the programs of earlier versions wrote."""

AHEAD = schema.VERSION + 1

NEXT = f'''"""Rebuild a table that others refer to, as the next version might."""
import sqlalchemy as sa
from alembic import op

revision = "{AHEAD:04}"
down_revision = "{AHEAD - 1:04}"


def upgrade():
    with op.batch_alter_table("item", recreate="always") as table:
        table.add_column(sa.Column("mood", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE item SET mood = 'bright'")
    {{then}}
'''


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """The migrations of a program one version ahead; the newest is still to be written."""
    folder = tmp_path / "migrations of 100%"
    shutil.copytree(upgrade.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def ahead(migrations: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This program, one version ahead; gives the file of its migration."""
    monkeypatch.setattr(upgrade, "MIGRATIONS", migrations)
    monkeypatch.setattr(schema, "VERSION", AHEAD)
    return migrations / "versions" / "next.py"


def _rows(path: Path) -> Iterator[tuple[str, int]]:
    with closing(sqlite3.connect(path)) as connection:
        for name in ("programme", "session", "item", "strand", "step", "focus", "material"):
            yield name, connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]


def _moods(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [mood for (mood,) in connection.execute("SELECT DISTINCT mood FROM item")]


def test_an_older_library_is_copied_then_migrated(
    path: Path, programme: Programme, ahead: Path
) -> None:
    ahead.write_text(NEXT.format(then=""))
    before, rows = path.read_bytes(), dict(_rows(path))
    with closing(open_library(str(path))) as library:
        assert library.load(programme.id) == (programme, 1)
        assert library.check() == []
    assert dict(_rows(path)) == rows
    assert _moods(path) == ["bright"]
    assert int.from_bytes(path.read_bytes()[60:64], "big") == AHEAD
    copy = path.with_name(f"library-version-{schema.VERSION - 1}.db")
    assert {file.name for file in path.parent.iterdir()} == {path.name, copy.name}
    assert dict(_rows(copy)) == rows
    assert copy.read_bytes()[100:] == before[100:]


@pytest.mark.parametrize("version", OLDER)
def test_a_library_of_an_earlier_version_is_brought_up_to_date(path: Path, version: int) -> None:
    """The file was written by the program of then."""
    written = _written_then(path, version)
    before = OLDER[version]()
    with closing(open_library(str(path))) as library:
        assert library.load(before.id) == (before, 1)
        assert library.check() == []
        assert library.own_pieces() == []
        after = add_finding(before, Theme(new_id(), 0, "Asking early", votes=7))
        after = set_fields(after, after.id, sponsor="Sam")
        after = add_person(after, Person(new_id(), 0, "Ailsa Example", access="a hearing loop"))
        assert store(library, before, 1, after) == 2
        assert library.load(before.id) == (after, 2)
        assert [hit.text for hit in library.hits("hearing")] == ["a hearing loop"]
        assert library.check() == []
    copy = path.with_name(f"library-version-{version}.db")
    assert written[96:] == copy.read_bytes()[96:]


@pytest.mark.parametrize("version", OLDER)
def test_a_library_of_an_earlier_version_looks_like_one_made_today(
    path: Path, version: int
) -> None:
    _written_then(path, version)
    open_library(str(path)).close()
    today = path.with_name("today.db")
    create_file(today)
    assert statements(path) == statements(today)


def _written_then(path: Path, version: int) -> bytes:
    written = gzip.decompress((SUPPORT / f"library-version-{version}.db.gz").read_bytes())
    path.write_bytes(written)
    return written


def test_a_library_of_today_is_not_copied(path: Path, programme: Programme) -> None:
    with closing(open_library(str(path))) as library:
        assert library.load(programme.id) == (programme, 1)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_earlier_copy_is_never_written_over(path: Path, programme: Programme) -> None:
    first = upgrade.keep_copy(path, 2)
    first.write_text("an earlier copy")
    second = upgrade.keep_copy(path, 2)
    assert first.read_text() == "an earlier copy"
    assert second.name == "library-version-2-2.db"
    with closing(open_library(str(second))) as library:
        assert library.load(programme.id) == (programme, 1)


def test_a_migration_that_fails_leaves_the_library_old(
    path: Path, programme: Programme, ahead: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead.write_text(NEXT.format(then="raise RuntimeError('half way')"))
    before = path.read_bytes()
    with pytest.raises(RuntimeError, match="half way"):
        open_library(str(path))
    assert path.read_bytes() == before
    monkeypatch.undo()
    with closing(open_library(str(path))) as library:
        assert library.load(programme.id) == (programme, 1)


def test_a_migration_that_would_orphan_rows_leaves_the_library_old(
    path: Path, programme: Programme, ahead: Path
) -> None:
    ahead.write_text(NEXT.format(then="op.execute('DELETE FROM session')"))
    before = path.read_bytes()
    with pytest.raises(WorldError) as refused:
        open_library(str(path))
    assert refused.value.code == "library-damaged"
    assert path.read_bytes() == before


def test_a_migration_that_is_killed_leaves_the_library_old(
    path: Path, programme: Programme, migrations: Path
) -> None:
    late = "import os; os.kill(os.getpid(), 9)"
    (migrations / "versions" / "next.py").write_text(NEXT.format(then=late))
    script = (
        "import sys; from pathlib import Path\n"
        "from aiplanner.store import engine, schema, upgrade\n"
        "upgrade.MIGRATIONS, schema.VERSION = Path(sys.argv[2]), int(sys.argv[3])\n"
        "engine.open_library(sys.argv[1])\n"
    )
    arguments = [sys.executable, "-c", script, str(path), str(migrations), str(AHEAD)]
    assert subprocess.run(arguments, check=False, cwd=ROOT).returncode == -9
    with closing(open_library(str(path))) as library:
        assert library.load(programme.id) == (programme, 1)
        assert library.check() == []


def test_without_room_for_the_copy_nothing_is_migrated(
    path: Path, programme: Programme, ahead: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead.write_text(NEXT.format(then=""))

    def full(*_arguments: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(upgrade, "make_whole", full)
    before = path.read_bytes()
    with pytest.raises(WorldError) as refused:
        open_library(str(path))
    assert refused.value.code == "library-full"
    assert path.read_bytes() == before
