"""The steps that a view is told lead from one list to the other, and move no more than needed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aiplanner.ui.models.row_steps import Insert, Move, Remove, Step, row_steps

keys = st.lists(st.integers(0, 20), unique=True, max_size=20)


def walked(old: list[int], new: list[int]) -> tuple[list[int], list[Step]]:
    now, steps = list(old), list(row_steps(old, new))
    for step in steps:
        match step:
            case Remove(first, last):
                del now[first : last + 1]
            case Insert(first, last):
                now[first:first] = new[first : last + 1]
            case Move(source, before):
                assert before not in (source, source + 1), "Qt refuses a move that moves nothing"
                key = now.pop(source)
                now.insert(before - (before > source), key)
    return now, steps


@given(keys, keys)
def test_the_steps_lead_from_old_to_new(old: list[int], new: list[int]) -> None:
    assert walked(old, new)[0] == new


@given(keys)
def test_nothing_happens_when_nothing_changed(old: list[int]) -> None:
    assert walked(old, list(old))[1] == []


@given(st.integers(2, 20), st.data())
def test_one_row_that_moves_is_one_step(count: int, data: st.DataObject) -> None:
    old = list(range(count))
    source, target = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, count - 1))
    new = [key for key in old if key != source]
    new.insert(target, source)
    assert len(walked(old, new)[1]) == (0 if source == target else 1)


def test_neighbours_that_go_or_come_go_or_come_together() -> None:
    assert list(row_steps([1, 2, 3, 4], [1, 4])) == [Remove(1, 2)]
    assert list(row_steps([1, 4], [1, 2, 3, 4])) == [Insert(1, 2)]
