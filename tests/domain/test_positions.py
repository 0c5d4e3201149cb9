"""A row finds its place between two others without touching them while there is room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.edits.order import placed
from aiplanner.domain.positions import FURTHEST, STEP, ascending, position_at, spaced
from aiplanner.domain.rows import Session
from tests.support.plans import counted_ids


@pytest.mark.parametrize(
    ("siblings", "index", "position"),
    [
        ([], 0, STEP),
        ([], 5, STEP),
        ([1024], 0, 0),
        ([1024], 1, 2048),
        ([1024, 2048], 1, 1536),
        ([1024, 2048], 9, 3072),
        ([1024, 2048], -3, 0),
        ([10, 12], 1, 11),
        ([10, 11], 1, None),
        ([-1, 1], 1, 0),
        ([FURTHEST], 1, None),
        ([-FURTHEST], 0, None),
    ],
)
def test_position_at(siblings: list[int], index: int, position: int | None) -> None:
    assert position_at(siblings, index) == position


def test_spaced_numbers_leave_room_everywhere() -> None:
    numbers = spaced(4)
    assert ascending(numbers)
    assert all(position_at(numbers, n) is not None for n in range(5))
    assert spaced(0) == []


def test_ascending_means_no_two_alike() -> None:
    assert ascending([])
    assert ascending([1, 2, 9])
    assert not ascending([1, 1])
    assert not ascending([2, 1])


def rows(positions: list[int]) -> list[Session]:
    ids = counted_ids()
    return sorted((Session(ids(), p) for p in positions), key=lambda row: (row.position, row.id))


def after(siblings: list[Session], put: list[Session]) -> list[Session]:
    found = {row.id: row for row in [*siblings, *put]}.values()
    return sorted(found, key=lambda row: (row.position, row.id))


@given(st.lists(st.integers(-3, 3) | st.integers(-9999, 9999), max_size=7), st.data())
def test_a_row_stands_where_it_is_put_and_the_others_keep_their_order(
    positions: list[int], data: st.DataObject
) -> None:
    siblings = rows(positions)
    row = data.draw(st.sampled_from([*siblings, Session(counted_ids(99)(), 5)]))
    index = data.draw(st.integers(-2, 9))
    put = placed(row, siblings, index)
    order = [sibling.id for sibling in after(siblings, put)]
    others = [sibling.id for sibling in siblings if sibling.id != row.id]
    assert order.index(row.id) == max(0, min(index, len(others)))
    assert [key for key in order if key != row.id] == others


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6, unique=True), st.data())
def test_a_move_touches_one_row_unless_the_gap_has_closed(
    positions: list[int], data: st.DataObject
) -> None:
    siblings = rows(positions)
    row, index = data.draw(st.sampled_from(siblings)), data.draw(st.integers(0, 6))
    put = placed(row, siblings, index)
    others = [sibling.position for sibling in siblings if sibling.id != row.id]
    closed = position_at(others, index) is None
    stays = siblings.index(row) == min(index, len(others))
    assert len(put) == (len(siblings) if closed and not stays else 1)
    if stays:
        assert put == [row]


def test_many_moves_into_one_gap_number_anew_once_in_a_while() -> None:
    siblings = rows(spaced(2))
    ids, touched = counted_ids(100), 0
    for _ in range(100):
        put = placed(Session(ids(), 0), siblings, 1)
        touched += len(put)
        siblings = after(siblings, put)
    assert [row.id for row in siblings[1:-1]] == [f"{n:032x}" for n in range(199, 99, -1)]
    assert touched < 100 + 102 * 100 / 9  # nine halvings fit into 1,024
