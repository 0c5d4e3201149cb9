"""A library keeps the user's own activities, handouts and starters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from aiplanner.app.content import activities, handouts, starters
from aiplanner.app.own_content import to_piece
from aiplanner.app.ports import Library, OwnSort
from tests.support.kept_programmes import LATER, NOW, keep, workshop

WALK = to_piece(replace(activities()[0], key="my-walk", title="Walk and talk"), NOW)
CIRCLE = to_piece(replace(activities()[1], key="my-circle", title="Ämter im Kreis"), NOW)
SHEET = to_piece(replace(handouts()[0], key="my-sheet", title="Our sheet"), NOW)
DAY = to_piece(replace(starters()[0], key="my-day", title="our day"), NOW)


def keys(library: Library, sort: OwnSort | None = None) -> Sequence[str]:
    """What is kept, in order."""
    return [piece.key for piece in library.own_pieces(sort)]


class OwnContract:
    """Own pieces are kept by key, listed by title, and no matter of any programme."""

    def test_nobody_has_own_pieces_at_first(self, library: Library) -> None:
        assert library.own_pieces() == []

    def test_own_pieces_come_back_equal_by_title(self, library: Library) -> None:
        library.keep_own([WALK, SHEET])
        library.keep_own([DAY, CIRCLE])
        assert library.own_pieces() == [CIRCLE, DAY, SHEET, WALK]
        assert keys(library, OwnSort.ACTIVITY) == ["my-circle", "my-walk"]
        assert library.own_pieces(OwnSort.STARTER) == [DAY]
        assert list(library.check()) == []
        library.drop_own([piece.key for piece in library.own_pieces()])
        assert library.own_pieces() == []

    def test_a_piece_of_the_same_key_is_replaced(self, library: Library) -> None:
        library.keep_own([WALK, SHEET])
        again = replace(WALK, sort=OwnSort.HANDOUT, title="Again", body='{"new": 1}', changed=LATER)
        library.keep_own([again])
        assert library.own_pieces() == [again, SHEET]
        library.keep_own([WALK, again, SHEET])
        assert library.own_pieces() == [again, SHEET]

    def test_dropping_what_is_not_there_is_no_fault(self, library: Library) -> None:
        library.keep_own([WALK])
        library.drop_own(["my-walk", "my-nothing"])
        library.drop_own(["my-walk"])
        library.drop_own([])
        library.keep_own([])
        assert library.own_pieces() == []

    def test_the_time_of_a_piece_is_kept_in_utc(self, library: Library) -> None:
        here = datetime(2026, 7, 1, 1, 0, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
        library.keep_own([replace(WALK, changed=here)])
        [kept] = library.own_pieces()
        assert kept.changed == here
        assert kept.changed.utcoffset() == timedelta(0)

    def test_own_pieces_and_programmes_leave_each_other_alone(self, library: Library) -> None:
        programme = keep(library, workshop())
        library.keep_own([WALK])
        library.delete(programme.id)
        assert library.own_pieces() == [WALK]
        assert library.summaries(None, "walk") == []
