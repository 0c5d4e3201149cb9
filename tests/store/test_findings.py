"""What the database cannot say of findings, `check` says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from aiplanner.domain.programme import Programme
from aiplanner.store.engine import open_library


def test_a_link_to_nothing_is_told_and_does_no_harm(path: Path, programme: Programme) -> None:
    actions = {action.id for action in programme.actions}
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM action")
    with closing(open_library(str(path))) as library:
        [told] = library.check()
        assert programme.head.title in told
        stored, _ = library.load(programme.id)
    assert stored.actions == ()
    [review] = stored.reviews
    assert stored.grown_from(review.id) == ()
    assert len(stored.links) == len(
        [knot for knot in programme.links if not actions & {knot.source_id, knot.target_id}]
    )
