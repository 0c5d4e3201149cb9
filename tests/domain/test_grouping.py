"""Groups of nearly one size in which many voices meet."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.grouping import even_sizes, grouped, sizes_of
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Mix, Person

WORDS = st.sampled_from(["", "Ward 4", "ward  4", "Day centre", "Family", "Council"])


@st.composite
def some_people(draw: st.DrawFn) -> list[Person]:
    kinds = draw(st.lists(st.tuples(WORDS, WORDS), max_size=60))
    return [
        Person(RowId(f"{n:032x}"), n, f"P{n}", organisation=organisation, job=job)
        for n, (organisation, job) in enumerate(kinds)
    ]


@pytest.mark.parametrize(
    ("people", "size", "sizes"),
    [
        (12, 6, [6, 6]),
        (13, 6, [5, 4, 4]),
        (7, 6, [4, 3]),
        (5, 6, [5]),
        (3, 2, [3]),
        (5, 2, [3, 2]),
        (1, 6, [1]),
        (0, 6, []),
        (4, 1, [2, 2]),
    ],
)
def test_groups_hold_as_many_as_was_said_at_most(people: int, size: int, sizes: list[int]) -> None:
    assert sizes_of(people, size) == sizes


@pytest.mark.parametrize(
    ("people", "count", "sizes"),
    [(10, 3, [4, 3, 3]), (5, 4, [3, 2]), (2, 5, [2]), (1, 3, [1]), (0, 3, []), (7, 0, [7])],
)
def test_a_number_of_groups_shares_people_out(people: int, count: int, sizes: list[int]) -> None:
    assert even_sizes(people, count) == sizes


@given(st.integers(0, 300), st.integers(1, 40))
def test_sizes_differ_by_one_at_most_and_nobody_sits_alone(people: int, size: int) -> None:
    sizes = sizes_of(people, size)
    assert sum(sizes) == people
    assert not sizes or max(sizes) - min(sizes) <= 1
    assert people < 2 or min(sizes) >= 2


@given(some_people(), st.integers(1, 9), st.sampled_from(Mix), st.integers(0, 5))
def test_everybody_is_in_one_group_of_the_size_told(
    people: list[Person], size: int, mix: Mix, seed: int
) -> None:
    sizes = sizes_of(len(people), size)
    groups = grouped(people, sizes, mix, seed)
    assert [len(group) for group in groups] == sizes
    assert Counter(p.id for group in groups for p in group) == Counter(p.id for p in people)
    assert groups == grouped(people, sizes, mix, seed)


@given(some_people(), st.integers(2, 9), st.integers(0, 5))
def test_no_group_has_two_of_an_organisation_while_another_has_none(
    people: list[Person], size: int, seed: int
) -> None:
    groups = grouped(people, sizes_of(len(people), size), Mix.ORGANISATION, seed)
    counts = [Counter(" ".join(p.organisation.split()).casefold() for p in g) for g in groups]
    for key in {key for count in counts for key in count}:
        shares = [count[key] for count in counts]
        assert max(shares) - min(shares) <= 1


def test_another_seed_draws_other_groups() -> None:
    people = [Person(RowId(f"{n:032x}"), n, f"P{n}") for n in range(12)]
    drawn = {tuple(map(frozenset, grouped(people, [6, 6], Mix.NONE, seed))) for seed in range(5)}
    assert len(drawn) > 1


def test_jobs_are_spread_too_where_organisations_are_mixed() -> None:
    people = [
        Person(RowId(f"{n:032x}"), n, f"P{n}", organisation="Ward 4", job="nurse" if n % 2 else "")
        for n in range(12)
    ]
    for group in grouped(people, [4, 4, 4], Mix.ORGANISATION, 2):
        assert sum(1 for person in group if person.job) == 2
