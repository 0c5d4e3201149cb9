"""Where findings stand in the picture of the thread: columns by sort, rows with few crossings."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from aiplanner.domain.findings import SORT_OF, Sort
from aiplanner.domain.ids import RowId
from aiplanner.domain.thread import Thread, in_thread

Way = Literal["left", "right", "up", "down", "first", "last", "beside-left", "beside-right"]

COLUMNS: tuple[tuple[Sort, ...], ...] = (
    (Sort.TOPIC,),
    (Sort.QUESTION,),
    (Sort.STORY,),
    (Sort.THEME,),
    (Sort.DREAM, Sort.SOAR),
    (Sort.ELEMENT,),
    (Sort.STATEMENT,),
    (Sort.PROMISE, Sort.ACTION),
    (Sort.TASK_GROUP, Sort.REVIEW),
    (Sort.CHECK_OUT,),
    (Sort.LOGIC,),
)
"""Sorts in the order of a cycle; those that play the same part share a column."""

_SWEEPS = 4
"""Times that the rows are put in order from left to right and back, at most."""
_WORTH = 0.95
"""Share of the crossings that may be left for another time to be worth it."""
_PULLS = 2
"""Times that cards are pulled level with what they are tied to."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: the number of its column, and its height counted in cards."""

    column: int
    row: float


@dataclass(frozen=True, slots=True)
class Column:
    """The findings of some sorts, from top to bottom."""

    sorts: tuple[Sort, ...]
    ids: tuple[RowId, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The picture: columns that hold something, and where each finding stands in them."""

    columns: tuple[Column, ...]
    places: Mapping[RowId, Place]

    @property
    def rows(self) -> float:
        """The height of the whole, counted in cards."""
        return max((place.row + 1 for place in self.places.values()), default=0.0)


Ranks = Mapping[RowId, float]
Ties = Mapping[RowId, Sequence[RowId]]


def arranged(thread: Thread, shown: Collection[RowId] | None = None) -> Layout:
    """Lay the thread out, or only the findings `shown`; the same thread always looks the same.

    Within a column what is tied stands so that few lines cross, level with what it is tied to as
    far as there is room (the method of Sugiyama and others, 1981: sweeps of barycentres); what is
    tied to nothing shown stands below it in the order of the programme.
    """
    wanted = in_thread(thread) if shown is None else [k for k in thread.rows if k in shown]
    columns = _columns(thread, wanted)
    ties = _Ties(thread, columns)
    order = [[key for key in column.ids if ties.tied(key)] for column in columns]
    order = _untangled(order, ties)
    heights = _levelled(order, ties)
    made: list[Column] = []
    places: dict[RowId, Place] = {}
    for number, (column, tied) in enumerate(zip(columns, order, strict=True)):
        loose = [key for key in column.ids if not ties.tied(key)]
        below = max((heights[key] + 1 for key in tied), default=0.0)
        heights |= {key: below + n for n, key in enumerate(loose)}
        made.append(replace(column, ids=(*tied, *loose)))
        places |= {key: Place(number, heights[key]) for key in made[-1].ids}
    return Layout(tuple(made), places)


def crossings(thread: Thread, layout: Layout) -> int:
    """How often two lines between the same two columns cross."""
    order = [list(column.ids) for column in layout.columns]
    return _crossings(order, _Ties(thread, layout.columns))


def step(
    thread: Thread, layout: Layout, here: RowId, way: Way, came: RowId | None = None
) -> RowId | None:
    """The finding one step that way; None where there is none.

    Left is what it grew from and right what became of it: of several the one that one came from,
    else the nearest. Up and down, first and last keep to the column; "beside" goes to the nearest
    of the next column, tied or not.
    """
    return _WAYS[way](thread, layout, here, came)


class _Ties:
    """The neighbours of each finding in the columns before and after its own."""

    def __init__(self, thread: Thread, columns: Sequence[Column]) -> None:
        self.column = {key: n for n, column in enumerate(columns) for key in column.ids}
        left: defaultdict[RowId, list[RowId]] = defaultdict(list)
        right: defaultdict[RowId, list[RowId]] = defaultdict(list)
        pairs: set[tuple[RowId, RowId]] = set()
        for source, targets in thread.fruits.items():
            for target in targets:
                pair = self._pair(source, target)
                if pair is not None and pair not in pairs:
                    pairs.add(pair)
                    left[pair[1]].append(pair[0])
                    right[pair[0]].append(pair[1])
        self.left: Ties = left
        self.right: Ties = right

    def tied(self, key: RowId) -> bool:
        return key in self.left or key in self.right

    def _pair(self, one: RowId, other: RowId) -> tuple[RowId, RowId] | None:
        """Two findings from left to right, whichever grew from which; None within a column."""
        first, second = self.column.get(one), self.column.get(other)
        if first is None or second is None or first == second:
            return None
        return (one, other) if first < second else (other, one)


def _columns(thread: Thread, wanted: Iterable[RowId]) -> tuple[Column, ...]:
    by_sort: defaultdict[Sort, list[RowId]] = defaultdict(list)
    for key in wanted:
        by_sort[SORT_OF[type(thread.rows[key])]].append(key)
    made = (Column(s, tuple(key for sort in s for key in by_sort[sort])) for s in COLUMNS)
    return tuple(column for column in made if column.ids)


def _untangled(order: list[list[RowId]], ties: _Ties) -> list[list[RowId]]:
    """The best order of several sweeps; the order of the programme where none is better."""
    best, fewest = order, _crossings(order, ties)
    for _sweep in range(_SWEEPS):
        before = fewest
        for forth in (True, False):
            order = _swept(order, ties.left if forth else ties.right, forth=forth)
            count = _crossings(order, ties)
            if count < fewest:
                best, fewest = order, count
        if not fewest or fewest > before * _WORTH:
            break
    return best


def _swept(order: list[list[RowId]], ties: Ties, *, forth: bool) -> list[list[RowId]]:
    """Every column sorted by the middle of its neighbours in the columns done before it."""
    fresh = list(order)
    ranks = {key: float(n) for column in order for n, key in enumerate(column)}
    numbers = range(len(order)) if forth else reversed(range(len(order)))
    for number in numbers:
        pulls = {key: _mean(ties.get(key, ()), ranks, ranks[key]) for key in order[number]}
        fresh[number] = sorted(order[number], key=lambda key: (pulls[key], ranks[key]))
        # Heights, not numbers: a short column beside a long one spreads over its length.
        ranks |= dict(zip(fresh[number], _apart([pulls[k] for k in fresh[number]]), strict=True))
    return fresh


def _levelled(order: list[list[RowId]], ties: _Ties) -> dict[RowId, float]:
    """The height of each tied finding: level with its neighbours, a card apart in its column."""
    heights = {key: float(n) for column in order for n, key in enumerate(column)}
    around = {key: (*ties.left.get(key, ()), *ties.right.get(key, ())) for key in heights}
    for _pull in range(_PULLS):
        for column in (*order, *reversed(order)):
            wanted = [_mean(around[k], heights, heights[k]) for k in column]
            heights |= dict(zip(column, _apart(wanted), strict=True))
    top = min(heights.values(), default=0.0)
    return {key: round(height - top, 3) for key, height in heights.items()}


def _mean(keys: Sequence[RowId], ranks: Ranks, otherwise: float) -> float:
    return sum(map(ranks.__getitem__, keys)) / len(keys) if keys else otherwise


def _apart(wanted: Sequence[float]) -> list[float]:
    """The heights nearest to those wanted that keep their order, one apart and none below 0.

    Nearest by the sum of squares, found by pooling neighbours that get in each other's way.
    """
    pools: list[tuple[float, int]] = []
    for n, height in enumerate(wanted):
        total, count = height - n, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, more = pools.pop()
            total, count = total + before, count + more
        pools.append((total, count))
    free = [max(0.0, total / count) for total, count in pools for _ in range(count)]
    return [height + n for n, height in enumerate(free)]


def _crossings(order: Sequence[Sequence[RowId]], ties: _Ties) -> int:
    rank = {key: n for column in order for n, key in enumerate(column)}
    between: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for left, rights in ties.right.items():
        for right in rights:
            both = ties.column[left], ties.column[right]
            between[both].append((rank[left], rank[right]))
    return sum(_inversions(sorted(lines)) for lines in between.values())


def _inversions(lines: Iterable[tuple[int, int]]) -> int:
    """Pairs of lines, sorted by where they begin, that end the other way round."""
    ends: list[int] = []
    count = 0
    for _begin, end in lines:
        count += len(ends) - bisect_right(ends, end)
        insort(ends, end)
    return count


def _along(ties: Callable[[Thread, RowId], tuple[RowId, ...]]) -> _Walk:
    def walk(thread: Thread, layout: Layout, here: RowId, came: RowId | None) -> RowId | None:
        there = [key for key in ties(thread, here) if key in layout.places]
        return came if came in there else _nearest(layout, there, here)

    return walk


def _within(place: Callable[[int, int], int]) -> _Walk:
    def walk(_thread: Thread, layout: Layout, here: RowId, _came: RowId | None) -> RowId | None:
        ids = layout.columns[layout.places[here].column].ids
        at = place(ids.index(here), len(ids))
        return ids[at] if 0 <= at < len(ids) and ids[at] != here else None

    return walk


def _beside(by: int) -> _Walk:
    def walk(_thread: Thread, layout: Layout, here: RowId, _came: RowId | None) -> RowId | None:
        number = layout.places[here].column + by
        inside = 0 <= number < len(layout.columns)
        return _nearest(layout, layout.columns[number].ids, here) if inside else None

    return walk


def _nearest(layout: Layout, ids: Iterable[RowId], here: RowId) -> RowId | None:
    row = layout.places[here].row
    return min(
        ids, key=lambda k: (abs(layout.places[k].row - row), layout.places[k].row), default=None
    )


_Walk = Callable[[Thread, Layout, RowId, RowId | None], RowId | None]
_WAYS: Mapping[Way, _Walk] = {
    "left": _along(Thread.grown_from),
    "right": _along(Thread.became),
    "up": _within(lambda at, _count: at - 1),
    "down": _within(lambda at, _count: at + 1),
    "first": _within(lambda _at, _count: 0),
    "last": _within(lambda _at, count: count - 1),
    "beside-left": _beside(-1),
    "beside-right": _beside(1),
}
