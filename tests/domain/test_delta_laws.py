"""What holds for every change, and for any two changes made apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.delta import Conflict, Delta, apply, diff, settle
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from tests.support.plans import counted_ids
from tests.support.soundness import mistyped
from tests.support.strategies import programmes
from tests.support.verbs import much_edited


@st.composite
def steps(draw: st.DrawFn) -> tuple[Programme, Programme]:
    """A programme before and after some edits."""
    before = draw(programmes(size=3))
    return before, much_edited(draw, before, counted_ids(1000))


@st.composite
def forks(draw: st.DrawFn) -> tuple[Programme, Programme, Programme]:
    """A programme, and what two people made of it who did not know of each other."""
    base = draw(programmes(size=3))
    mine = much_edited(draw, base, counted_ids(1000))
    theirs = much_edited(draw, base, counted_ids(2000))
    return base, mine, theirs


def carried(programme: Programme, delta: Delta) -> Programme | None:
    try:
        return apply(programme, delta)
    except Conflict:
        return None


@given(steps())
def test_a_difference_applied_gives_the_other_and_inverted_the_first(
    step: tuple[Programme, Programme],
) -> None:
    before, after = step
    delta = diff(before, after)
    assert apply(before, delta) == after
    assert apply(after, delta.inverted()) == before
    assert delta.inverted().inverted() == delta
    assert bool(delta) == (before != after)
    assert diff(after, before) == delta.inverted()


@given(steps())
def test_what_a_programme_knows_of_its_past_tells_the_same_difference(
    step: tuple[Programme, Programme],
) -> None:
    before, after = step
    knowing_nothing = Programme(after.id, after.rows)
    assert knowing_nothing.put_since(before) is None
    assert diff(before, after) == diff(before, knowing_nothing)


@given(steps())
def test_edits_leave_a_sound_programme_and_fresh_look_ups(
    step: tuple[Programme, Programme],
) -> None:
    _, after = step
    assert faults(after) == []
    assert mistyped(after) == []
    fresh = Programme(after.id, after.rows)
    for key in after.rows:
        assert after.children_of(key) == fresh.children_of(key)


@given(steps())
def test_a_change_carried_over_twice_is_carried_over_once(
    step: tuple[Programme, Programme],
) -> None:
    before, after = step
    assert apply(after, diff(before, after)) == after


@given(forks())
def test_what_goes_together_gives_the_same_in_either_order_and_is_sound(
    fork: tuple[Programme, Programme, Programme],
) -> None:
    base, mine, theirs = fork
    one = carried(theirs, diff(base, mine))
    other = carried(mine, diff(base, theirs))
    assert one == other
    assert one is None or faults(one) == []


@given(forks())
def test_settling_ends_in_a_sound_programme_and_keeps_theirs_where_it_clashes(
    fork: tuple[Programme, Programme, Programme],
) -> None:
    base, mine, theirs = fork
    merged = carried(theirs, diff(base, mine))
    settled, left_out = settle(theirs, diff(base, mine))
    assert faults(settled) == []
    if merged is not None:
        assert (settled, left_out) == (merged, ())
    else:
        assert left_out
    for key, row in theirs.rows.items():
        if base.rows.get(key) != row and mine.rows.get(key) == base.rows.get(key):
            assert settled.rows.get(key) == row, "a row that only they changed is as they left it"


@given(forks())
def test_undoing_mine_after_theirs_leaves_theirs(
    fork: tuple[Programme, Programme, Programme],
) -> None:
    base, mine, theirs = fork
    delta = diff(base, mine)
    merged = carried(theirs, delta)
    undone = None if merged is None else carried(merged, delta.inverted())
    if undone is not None:
        same = {key for key in delta.rows if base.rows.get(key) == theirs.rows.get(key)}
        assert {key: undone.rows.get(key) for key in same} == {
            key: base.rows.get(key) for key in same
        }
        untouched = theirs.rows.keys() - delta.rows.keys()
        assert all(undone.rows.get(key) == theirs.rows[key] for key in untouched)
