"""Every save is noted: what it changed, when, and by whom."""

from __future__ import annotations

import getpass
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from aiplanner.app.interchange import delta_from_json
from aiplanner.app.ports import Stale
from aiplanner.domain.delta import apply
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.edits.programme import rename
from aiplanner.domain.edits.sessions import delete_session
from aiplanner.store.library import SqlLibrary
from tests.support.kept_programmes import LATER, NOW, keep, store, workshop
from tests.support.plans import named

Noted = list[tuple[int, str, str, str]]


def _noted(path: Path) -> Noted:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT revision, time, who, delta FROM journal ORDER BY revision"
        ).fetchall()


def test_the_journal_leads_from_the_first_state_to_the_last_and_back(
    path: Path, opening: Callable[[], SqlLibrary]
) -> None:
    library = opening()
    states = [keep(library, workshop())]
    for edit in (
        lambda p: rename(p, "Second"),
        lambda p: delete_items(p, [named(p, "Tracks").id]),
        lambda p: delete_session(p, p.sessions[1].id),
    ):
        states.append(edit(states[-1]))
        store(library, states[-2], len(states) - 1, states[-1])
    noted = _noted(path)
    assert [revision for revision, *_ in noted] == [1, 2, 3, 4]
    assert [datetime.fromisoformat(time) for _, time, *_ in noted] == [NOW, LATER, LATER, LATER]
    deltas = [delta_from_json(delta) for *_, delta in noted]
    assert not deltas[0]
    for before, delta, after in zip(states, deltas[1:], states[1:], strict=False):
        assert apply(before, delta) == after
        assert apply(after, delta.inverted()) == before


def test_the_journal_knows_who_it_was(
    path: Path, opening: Callable[[], SqlLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "morag")
    library = opening()
    programme = keep(library, workshop())

    def nobody() -> str:
        raise OSError("no name for this user id")

    monkeypatch.setattr(getpass, "getuser", nobody)
    store(library, programme, 1, rename(programme, "Second"))
    assert [who for _, _, who, _ in _noted(path)] == ["morag", ""]


def test_a_refused_save_is_not_noted_and_deleting_forgets_the_notes(
    path: Path, opening: Callable[[], SqlLibrary]
) -> None:
    library = opening()
    programme = keep(library, workshop())
    with pytest.raises(Stale):
        store(library, programme, 7, rename(programme, "Second"))
    assert len(_noted(path)) == 1
    library.delete(programme.id)
    assert _noted(path) == []
