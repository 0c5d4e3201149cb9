"""Several items move together and keep their order, wherever they stood before."""

from __future__ import annotations

import pytest

from aiplanner.domain.edits.items import move_items
from aiplanner.domain.programme import Programme
from tests.support.plans import item, named, plan, session


def moved(titles: str, index: int) -> str:
    programme = plan(session("10:00", *(item(title) for title in "abcde")))
    ids = [named(programme, title).id for title in titles]
    parent = programme.sessions[0].id
    result: Programme = move_items(programme, ids, parent, index)
    return "".join(row.title for row in result.items_of(parent))


@pytest.mark.parametrize(
    ("titles", "index", "order"),
    [
        ("a", 4, "bcdea"),
        ("e", 0, "eabcd"),
        ("ab", 1, "cabde"),
        ("de", 1, "adebc"),
        ("ae", 2, "bcaed"),
        ("ba", 3, "cdeba"),
        ("abcde", 0, "abcde"),
    ],
)
def test_the_first_stands_at_the_index_among_those_that_stay(
    titles: str, index: int, order: str
) -> None:
    assert moved(titles, index) == order
