"""People's own activities, handouts and starters are kept, sent and taken in whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aiplanner.app.content import activities, handouts, starters
from aiplanner.app.library import begin
from aiplanner.app.own_content import (
    OWN,
    Piece,
    bank,
    content_file,
    from_piece,
    is_own,
    own_handouts,
    read_content_file,
    to_piece,
)
from aiplanner.domain.errors import PlanError
from tests.support.memory_library import MemoryLibrary
from tests.support.plans import counted_ids

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SHIPPED: list[Piece] = [*activities(), *handouts(), *starters()]


def _mine(one: Piece) -> Piece:
    return replace(one, key=f"{OWN}{one.key}")


@pytest.mark.parametrize("one", SHIPPED, ids=lambda one: one.key)
def test_all_that_is_shipped_could_be_ones_own(one: Piece, tmp_path: Path) -> None:
    mine = _mine(one)
    assert from_piece(to_piece(mine, NOW)) == mine
    file = tmp_path / "mine.toml"
    file.write_bytes(content_file([mine]))
    assert read_content_file(file) == (mine,)


def test_what_is_ones_own_stands_after_what_is_shipped() -> None:
    library = MemoryLibrary()
    mine = [_mine(activities()[0]), _mine(handouts()[0]), _mine(starters()[0])]
    library.keep_own([to_piece(one, NOW) for one in mine])
    found = bank(library)
    assert [found.activities[-1], found.handouts[-1], found.starters[-1]] == mine
    assert own_handouts(library) == (mine[1],)
    library.drop_own([mine[0].key])
    assert bank(library).activities == activities()


def test_a_programme_begins_from_a_starter_of_ones_own() -> None:
    library = MemoryLibrary()
    mine = _mine(starters()[0])
    library.keep_own([to_piece(mine, NOW)])
    begun = begin(library, mine.key, "Our cycle", NOW, counted_ids())
    programme, _revision = library.load(begun)
    assert (programme.head.title, len(programme.sessions)) == ("Our cycle", len(mine.sessions))


def test_a_shipped_key_is_nobodys_own() -> None:
    assert [one.key for one in SHIPPED if is_own(one.key)] == []
    with pytest.raises(PlanError) as refusal:
        to_piece(activities()[0], NOW)
    assert refusal.value.code == "own-key"
