"""Rounds of pairs: nobody meets twice while it can be avoided, nobody is left out."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, islice

import pytest

from aiplanner.domain.ids import RowId
from aiplanner.domain.pairing import (
    Round,
    base_pairs,
    numbered_rounds,
    pair_rounds,
    repeats,
    rounds_without_repeat,
)
from aiplanner.domain.people import Mix, Person

ALL_SIZES = range(2, 41)


def somebody(number: int, organisation: str = "") -> Person:
    return Person(RowId(f"{number:032x}"), number, f"P{number}", organisation=organisation)


def meetings(rounds: list[Round]) -> Counter[tuple[int, ...]]:
    return Counter(
        pair for one in rounds for group in one for pair in combinations(sorted(group), 2)
    )


@pytest.mark.parametrize("people", ALL_SIZES)
def test_nobody_meets_twice_while_that_can_be_avoided(people: int) -> None:
    rounds = list(islice(numbered_rounds(people), rounds_without_repeat(people)))

    assert set(meetings(rounds).values()) == {1}


@pytest.mark.parametrize("people", ALL_SIZES)
def test_everybody_is_in_one_pair_each_round_and_one_trio_when_the_number_is_odd(
    people: int,
) -> None:
    for one in islice(numbered_rounds(people), rounds_without_repeat(people) + 3):
        assert sorted(n for group in one for n in group) == list(range(people))
        sizes = Counter(map(len, one))
        assert sizes[3] == people % 2
        assert sizes[2] == len(one) - people % 2


@pytest.mark.parametrize("people", range(2, 41, 2))
def test_an_even_number_meets_all_in_one_turn(people: int) -> None:
    assert rounds_without_repeat(people) == people - 1
    rounds = list(islice(numbered_rounds(people), people - 1))
    assert len(meetings(rounds)) == people * (people - 1) // 2


@pytest.mark.parametrize("people", [*range(9, 42, 2), 101])
def test_an_odd_number_has_as_many_rounds_as_could_ever_be(people: int) -> None:
    """A round has (n + 3) / 2 meetings, and there are n (n - 1) / 2 pairs of people."""
    most = (people * (people - 1) // 2) // ((people + 3) // 2)
    assert rounds_without_repeat(people) == most


@pytest.mark.parametrize(("people", "most"), [(3, 1), (5, 1), (7, 3)])
def test_few_people_have_fewer_rounds_than_counting_allows(people: int, most: int) -> None:
    """Every way of doing it, tried out: one more round cannot be had without a repeat."""
    assert rounds_without_repeat(people) == most
    assert most_disjoint(every_round(people)) == most


@pytest.mark.parametrize("people", range(2, 16))
def test_when_repeats_must_be_they_are_spread_evenly(people: int) -> None:
    rounds = list(islice(numbered_rounds(people), 3 * rounds_without_repeat(people)))
    met = meetings(rounds)
    pairs = people * (people - 1) // 2
    fair = sum(met.values()) / pairs
    assert max(met.values()) <= fair + 2
    assert len(met) == pairs or rounds_without_repeat(people) * 3 < people - 1


def test_base_of_a_turn_has_each_difference_once() -> None:
    ring = 35
    pairs = base_pairs(ring)
    gaps = sorted(min((a - b) % ring, (b - a) % ring) for a, b in pairs.items() if a < b)
    assert gaps == list(range(4, 18))


def test_the_same_draw_for_the_same_people_and_seed() -> None:
    people = [somebody(n) for n in range(9)]
    assert pair_rounds(people, 4, Mix.NONE, 7) == pair_rounds(people, 4, Mix.NONE, 7)
    assert pair_rounds(people, 4, Mix.NONE, 7) != pair_rounds(people, 4, Mix.NONE, 8)


@pytest.mark.parametrize("people", ALL_SIZES)
def test_real_people_are_all_in_every_round(people: int) -> None:
    everybody = [somebody(n) for n in range(people)]
    rounds = pair_rounds(everybody, rounds_without_repeat(people), Mix.NONE, 3)
    assert repeats(rounds) == 0
    for one in rounds:
        assert sorted(p.position for group in one for p in group) == list(range(people))


def test_people_of_one_organisation_meet_late() -> None:
    people = [somebody(n, "Ward 4" if n < 6 else "Ward 5") for n in range(12)]

    rounds = pair_rounds(people, 4, Mix.ORGANISATION, 1)

    alike = [len({p.organisation for p in group}) == 1 for one in rounds for group in one]
    by_chance = len(alike) * 5 / 11
    assert sum(alike) < by_chance / 2
    assert repeats(rounds) == 0


def test_mixing_does_not_part_people_whose_organisation_is_unknown() -> None:
    people = [somebody(n) for n in range(6)]
    assert len(pair_rounds(people, 5, Mix.ORGANISATION, 1)) == 5


@pytest.mark.parametrize("people", [0, 1])
def test_there_are_no_pairs_without_two_people(people: int) -> None:
    assert rounds_without_repeat(people) == 0
    assert pair_rounds([somebody(n) for n in range(people)], 3, Mix.NONE, 1) == []


def test_repeats_are_counted() -> None:
    assert repeats([["ab", "cd"], ["ac", "bd"]]) == 0
    assert repeats([["ab", "cd"], ["ba", "dc"], ["ab", "cd"]]) == 4


def every_round(people: int) -> list[frozenset[tuple[int, int]]]:
    """Every way to seat an odd number in pairs and one trio, as the meetings it makes."""

    def paired(rest: tuple[int, ...]) -> list[frozenset[tuple[int, int]]]:
        if not rest:
            return [frozenset()]
        first, *others = rest
        return [
            more | {(first, other)}
            for other in others
            for more in paired(tuple(n for n in others if n != other))
        ]

    trios = combinations(range(people), 3)
    return [
        more | frozenset(combinations(trio, 2))
        for trio in trios
        for more in paired(tuple(n for n in range(people) if n not in trio))
    ]


def most_disjoint(rounds: list[frozenset[tuple[int, int]]]) -> int:
    """The most of these rounds that share no meeting.

    The first of all rounds may be taken for granted: people can be renamed until it is in.
    """

    def more(others: list[frozenset[tuple[int, int]]]) -> int:
        return max(
            (
                1 + more([two for two in others[n + 1 :] if not two & one])
                for n, one in enumerate(others)
            ),
            default=0,
        )

    return 1 + more([one for one in rounds if not one & rounds[0]])
