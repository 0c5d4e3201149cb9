"""Rounds of pairs in which nobody meets the same person twice while that can be avoided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, islice, product
from typing import TypeVar

from aiplanner.domain.grouping import mixed_by
from aiplanner.domain.lots import Lots
from aiplanner.domain.people import Mix, Person

T = TypeVar("T")

Round = tuple[tuple[int, ...], ...]
"""Everybody by number, in pairs; the first is a trio when the number is odd."""

TRIO = 3
_CORNERS = (0, 1, 3)
"""The trio of a base round: its differences are 1, 2 and 3."""
_FIXED = 4
"""People who keep their place while the others move round."""
_TRIES = 1500
_LOOKS = 500_000
"""Most comparisons that looking for better places of people may take."""

_FEW: dict[int, tuple[Round, ...]] = {
    3: (((0, 1, 2),),),
    5: (((0, 1, 2), (3, 4)),),
    7: (
        ((0, 1, 2), (3, 4), (5, 6)),
        ((0, 3, 5), (1, 4), (2, 6)),
        ((0, 4, 6), (1, 3), (2, 5)),
    ),
    9: (
        ((0, 1, 2), (3, 4), (5, 6), (7, 8)),
        ((0, 3, 5), (1, 7), (2, 8), (4, 6)),
        ((1, 4, 8), (0, 6), (2, 5), (3, 7)),
        ((2, 6, 7), (0, 4), (1, 3), (5, 8)),
        ((3, 6, 8), (0, 7), (1, 5), (2, 4)),
        ((4, 5, 7), (0, 8), (1, 6), (2, 3)),
    ),
}
"""All rounds without a repeat for small odd numbers; a search of every way found no more."""


def rounds_without_repeat(people: int) -> int:
    """The most rounds of pairs in which no two people meet twice; 0 for fewer than two people.

    An even number has `people - 1`. With an odd number a round has `(people + 3) / 2` meetings,
    three of them in the trio, so at most `people - 4` rounds fit into the
    `people * (people - 1) / 2` there are, and from eleven people on as many are found.
    """
    if people < 2:
        return 0
    if people % 2 == 0:
        return people - 1
    return len(_FEW[people]) if people in _FEW else people - _FIXED


def pair_rounds(
    people: Sequence[Person], rounds: int, mix: Mix, seed: int
) -> list[list[tuple[Person, ...]]]:
    """Everybody in pairs, round by round; one trio a round when their number is odd.

    The same for the same people and `seed`. No two meet twice in the first
    `rounds_without_repeat` rounds; in later ones repeats are spread evenly. People who share
    what is mixed meet as late as a short search can arrange. Without two people: no rounds.
    """
    if len(people) < 2:
        return []
    lots = Lots(seed)
    plan = list(islice(numbered_rounds(len(people)), rounds))
    order = list(people)
    lots.shuffle(order)
    if mix is not Mix.NONE:
        keys = [mixed_by(person, mix) for person in order]
        order = [order[n] for n in _placed(keys, plan, lots)]
        told = [mixed_by(person, mix) for person in order]
        apart = rounds_without_repeat(len(people))
        plan = [*sorted(plan[:apart], key=lambda one: _alike(one, told)), *plan[apart:]]
    return [[tuple(order[n] for n in group) for group in one] for one in plan]


def repeats(rounds: Iterable[Iterable[Sequence[object]]]) -> int:
    """How many meetings in these rounds are between people who have met in an earlier one."""
    met = Counter(frozenset(pair) for one in rounds for g in one for pair in combinations(g, 2))
    return sum(count - 1 for count in met.values())


def numbered_rounds(people: int) -> Iterator[Round]:
    """Rounds for people numbered from 0, without end: first all without a repeat, then evenly."""
    if people % 2 == 0:
        while True:
            yield from (_circle(people, n) for n in range(people - 1))
    met, one = Counter[tuple[int, ...]](), Round()
    for one in _FEW[people] if people in _FEW else _developed(people):
        met.update(_meetings(one))
        yield one
    while True:
        one = _fairest(one, met)
        met.update(_meetings(one))
        yield one


def _meetings(one: Round) -> Iterator[tuple[int, ...]]:
    return (pair for group in one for pair in combinations(group, 2))


def _circle(people: int, number: int) -> Round:
    """The circle method: the last one stays, the others move on by one place a round."""
    ring = people - 1
    others = (((number + n) % ring, (number - n) % ring) for n in range(1, people // 2))
    return ((people - 1, number), *others)


def _developed(people: int) -> Iterator[Round]:
    """Rounds for an odd number from eleven on: a base round whose ring turns by one each time.

    In the base every difference of two places of the ring comes once, in the trio or in a pair;
    so any two of the ring meet once in a whole turn. The four who stand outside the ring get
    somebody else each time.
    """
    ring = people - _FIXED
    base = base_pairs(ring)
    single = [n for n in range(ring) if n not in base and n not in _CORNERS]
    pairs = [(a, b) for a, b in base.items() if a < b]
    for turn in range(ring):
        inside = (tuple(sorted((n + turn) % ring for n in group)) for group in (_CORNERS, *pairs))
        outside = (((one + turn) % ring, ring + n) for n, one in enumerate(single))
        yield (*inside, *outside)


@lru_cache(maxsize=64)
def base_pairs(ring: int) -> dict[int, int]:
    """Partners on a ring of odd size, one pair for each difference from 4 on, both ways.

    Found by climbing (Dinitz and Stinson, 1981): a pair that is in the way gives its place up and
    its difference waits again; there is no way down, and the way up is short.
    """
    lots = Lots(ring)
    waiting, partner = list(range(4, ring // 2 + 1)), dict[int, int]()
    free = [n for n in range(ring) if n not in _CORNERS]
    while waiting:
        gap = waiting.pop(lots.below(len(waiting)))
        one = lots.one_of(free)
        other = (one + lots.one_of((gap, -gap))) % ring
        if other in _CORNERS:
            waiting.append(gap)
            continue
        if other in partner:
            left = partner.pop(other)
            del partner[left]
            free += (other, left)
            waiting.append(min((other - left) % ring, (left - other) % ring))
        partner[one], partner[other] = other, one
        free.remove(one)
        free.remove(other)
    return partner


def _fairest(one: Round, met: Counter[tuple[int, ...]]) -> Round:
    """A round like `one` in which those meet who met least, as far as single swaps lead there."""
    groups = [list(group) for group in one]
    while _swapped(groups, met):
        pass
    return tuple(tuple(sorted(group)) for group in groups)


def _swapped(groups: list[list[int]], met: Counter[tuple[int, ...]]) -> bool:
    """Whether swapping two people of different groups made the meetings more even."""
    better = False
    for one, other in combinations(groups, 2):
        for a, b in product(range(len(one)), range(len(other))):
            before = _cost((one, other), met)
            one[a], other[b] = other[b], one[a]
            if _cost((one, other), met) < before:
                better = True
            else:
                one[a], other[b] = other[b], one[a]
    return better


def _cost(groups: Iterable[Sequence[int]], met: Counter[tuple[int, ...]]) -> int:
    """How much less even these groups make the meetings: what a sum of squares grows by."""
    return sum(2 * met[tuple(sorted(pair))] + 1 for g in groups for pair in combinations(g, 2))


def _placed(keys: Sequence[str], plan: Sequence[Round], lots: Lots) -> list[int]:
    """Who takes which number so that few who are alike meet, by trying swaps of two."""
    order = list(range(len(keys)))
    meetings = max(1, len(keys) * len(plan))
    told = list(keys)
    best = sum(_alike(one, told) for one in plan)
    for _try in range(min(_TRIES, _LOOKS // meetings)):
        if not best:
            break
        one, other = lots.two_below(len(keys))
        _swap(told, one, other)
        now = sum(_alike(one_round, told) for one_round in plan)
        if now <= best:
            best = now
            _swap(order, one, other)
        else:
            _swap(told, one, other)
    return order


def _swap(row: list[T], one: int, other: int) -> None:
    row[one], row[other] = row[other], row[one]


def _alike(one: Round, keys: Sequence[str]) -> int:
    """How many who meet in a round share a key that is known."""
    pairs = (pair for group in one for pair in combinations(group, 2))
    return sum(1 for a, b in pairs if keys[a] and keys[a] == keys[b])
