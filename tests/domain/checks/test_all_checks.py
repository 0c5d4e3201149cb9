"""What holds for every rule, on every programme."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.checks import CHECKS, verdicts
from aiplanner.domain.findings import Question, Statement, Topic
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Head, Item, Material, Row
from tests.support.plans import counted_ids
from tests.support.strategies import programmes

GROUPS = st.sampled_from(("everyone", "pairs", "fours", "tables of six", "alone, then pairs", ""))
THINGS = st.sampled_from(("Interview guides", "Pens", "Tape"))
SAID = st.sampled_from(
    (
        *("Going home well", "Fewer complaints", "Do you like it?", "What happened? Who came?"),
        *("Tell me about a time at its best.", "We will listen.", "We listen.", "People listen."),
    )
)


@st.composite
def spoken(draw: Any) -> Programme:
    """Any programme, its words such as the rules listen to."""
    programme = draw(programmes())
    return programme.put(*(_spoken(draw, row) for row in programme.rows.values()))


def _spoken(draw: Any, row: Row) -> Row:
    match row:
        case Item():
            return replace(row, group=draw(GROUPS))
        case Material():
            return replace(row, name=draw(THINGS))
        case Topic() | Question() | Statement():
            return replace(row, text=draw(SAID))
        case Head():
            return replace(row, people=draw(st.none() | st.integers(0, 40)))
        case _:
            return row


def test_every_rule_has_a_name_of_its_own_and_says_where_it_comes_from() -> None:
    names = [one.rule for one in verdicts(empty_programme(counted_ids()()))]
    assert len(set(names)) == len(CHECKS) == len(names)
    assert [check.__name__ for check in CHECKS if "(" not in (check.__doc__ or "")] == []


def test_an_empty_programme_hears_nothing() -> None:
    assert [one for one in verdicts(empty_programme(counted_ids()())) if one.known] == []


@given(spoken())
def test_a_verdict_is_silent_satisfied_or_speaks_and_its_hints_name_rows_that_are_there(
    programme: Programme,
) -> None:
    for verdict in verdicts(programme):
        assert verdict.known or not verdict.hints
        assert verdict.satisfied == (verdict.known and not verdict.hints)
        for hint in verdict.hints:
            assert hint.rule == verdict.rule
            assert hint.row is None or hint.row in programme.rows


@given(spoken(), st.randoms(use_true_random=False))
def test_the_order_in_which_rows_were_added_says_nothing(
    programme: Programme, dice: random.Random
) -> None:
    shuffled = list(programme.rows.items())
    dice.shuffle(shuffled)
    assert verdicts(Programme(programme.id, dict(shuffled))) == verdicts(programme)
