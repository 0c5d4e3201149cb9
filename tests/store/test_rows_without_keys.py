"""What no key of one table can hold: a hint's row, and the item that is under way."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.on_the_day import begin_run
from aiplanner.domain.programme import Programme
from aiplanner.domain.running import place_in
from aiplanner.store.engine import open_library
from tests.support.kept_programmes import NOW, store


def test_a_hint_on_nothing_is_told_and_does_no_harm(path: Path, programme: Programme) -> None:
    first = programme.sessions[0].id
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE dismissal SET row_id = ? WHERE row_id = ?", ("0" * 32, first))
    with closing(open_library(str(path))) as library:
        [told] = library.check()
        assert programme.head.title in told
        stored, _ = library.load(programme.id)
    assert len(stored.dismissals) == len(programme.dismissals)
    assert [row.row_id for row in stored.dismissals if row.row_id == first] == []


def test_an_item_under_way_may_be_deleted_in_another_window(
    path: Path, programme: Programme
) -> None:
    second = programme.sessions[1].id
    held = begin_run(programme, second, NOW)
    run = held.run_of(second)
    assert run is not None
    assert run.item_id is not None
    without = delete_items(held, [run.item_id])
    with closing(open_library(str(path))) as library:
        store(library, programme, 1, held)
        store(library, held, 2, without)
        assert library.check() == []
        stored, _ = library.load(programme.id)
    assert stored.run_of(second) == run
    assert place_in(stored, run).after
