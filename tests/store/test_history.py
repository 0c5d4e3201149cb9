"""Each person's steps of undo are kept with the programme, and a damaged one harms nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from aiplanner.app.history import KEPT
from aiplanner.app.library import opened
from aiplanner.app.ports import Library
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.ids import RowId
from aiplanner.store.library import SqlLibrary
from tests.support.kept_programmes import LATER, keep, workshop


def _renamed(library: Library, programme_id: RowId, *titles: str) -> None:
    document = opened(library, programme_id)
    for title in titles:
        document.edit(title, lambda p, title=title: rename(p, title))
    save = document.next_save()
    assert save is not None
    library.save(save, LATER)


def _labels(library: Library, programme_id: RowId) -> list[str]:
    return [step.label for step in library.steps(programme_id)]


def test_nobody_undoes_what_somebody_else_did(
    opening: Callable[[], SqlLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = opening()
    programme = keep(library, workshop())
    monkeypatch.setenv("LOGNAME", "morag")
    _renamed(library, programme.id, "Hers")
    monkeypatch.setenv("LOGNAME", "ann")
    assert _labels(library, programme.id) == []
    _renamed(library, programme.id, "His")
    monkeypatch.setenv("LOGNAME", "morag")
    assert _labels(library, programme.id) == ["Hers"]


def test_the_newest_steps_are_kept_and_no_more(opening: Callable[[], SqlLibrary]) -> None:
    library = opening()
    programme = keep(library, workshop())
    _renamed(library, programme.id, *(f"Title {n}" for n in range(KEPT)))
    _renamed(library, programme.id, "One more")
    labels = _labels(library, programme.id)
    assert len(labels) == KEPT
    assert labels[0] == "Title 1"
    assert labels[-1] == "One more"


def test_a_step_that_cannot_be_read_ends_the_way_back_there(
    path: Path, opening: Callable[[], SqlLibrary]
) -> None:
    library = opening()
    programme = keep(library, workshop())
    _renamed(library, programme.id, "One", "Two", "Three")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("""UPDATE history SET delta = '{"x": 1' WHERE number = 2""")
    assert _labels(library, programme.id) == ["Three"]
    document = opened(library, programme.id)
    document.undo()
    assert document.now.head.title == "Two"
    assert document.history.undo_label is None
