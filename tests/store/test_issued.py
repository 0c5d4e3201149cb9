"""What somebody spoiled of an issued pack, or a later version wrote, costs nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aiplanner.app.ports import WorldError
from aiplanner.app.print_sets import PrintSet
from aiplanner.domain.programme import Programme
from aiplanner.store.engine import open_library
from tests.support.issued_contract import pack_of


@pytest.mark.parametrize("change", ["x'00'", "CAST('text' AS TEXT)", "zeroblob(0)"])
def test_a_damaged_snapshot_is_told(path: Path, programme: Programme, change: str) -> None:
    pack, other = pack_of(programme), pack_of(programme, 1)
    with closing(open_library(str(path))) as library:
        library.issue(pack)
        library.issue(other)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE issued_pack SET snapshot = {change} WHERE id = ?", [pack.id])
    with closing(open_library(str(path))) as library:
        assert library.check() == [
            "1 issued pack is damaged, so nobody can see what changed since."
        ]
        with pytest.raises(WorldError) as refused:
            library.issued_snapshot(pack.id)
        assert refused.value.code == "issued-damaged"
        assert library.issued_snapshot(other.id) == programme
        assert len(library.issued(programme.id)) == 2
        library.forget_issued(pack.id)
        assert library.check() == []


def test_a_set_of_a_later_version_is_left_out_and_kept(path: Path, programme: Programme) -> None:
    mine = PrintSet("Mine", ("agenda",))
    with closing(open_library(str(path))) as library:
        library.keep_print_set(mine)
    body = '{"name": "Theirs", "folded": true}'
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO print_set VALUES ('Theirs', ?)", [body])
    with closing(open_library(str(path))) as library:
        assert library.print_sets() == [mine]
        library.keep_print_set(mine)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM print_set").fetchone() == (2,)
