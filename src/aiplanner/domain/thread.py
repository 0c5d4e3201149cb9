"""The thread: what each finding grew from, what became of it, and what is not tied yet."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from aiplanner.domain.findings import SORT_OF, Action, Finding, Sort, Statement, Story
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

Ties = Mapping[RowId, tuple[RowId, ...]]

ASIDE = frozenset({Sort.QUESTION, Sort.CHECK_OUT, Sort.LOGIC})
"""Sorts that stand beside the chain from topic to review: part of the thread once they are tied."""


class Orphan(StrEnum):
    """In what way a finding hangs loose."""

    STATEMENT = "statement-without-story"
    """No story is behind this statement, however far back one goes."""
    ACTION = "action-without-statement"
    """No statement is behind this action."""
    STORY = "story-unused"
    """Nothing has grown from this story."""


@dataclass(frozen=True, slots=True)
class Thread:
    """The findings of a programme and the knots between them, both in the order of a cycle."""

    rows: Mapping[RowId, Finding]
    roots: Ties
    """What each finding grew from, where it grew from something."""
    fruits: Ties
    """What grew from each finding, where something did."""

    def grown_from(self, finding: RowId) -> tuple[RowId, ...]:
        """What a finding grew from, one step back."""
        return self.roots.get(finding, ())

    def became(self, finding: RowId) -> tuple[RowId, ...]:
        """What grew from a finding, one step on."""
        return self.fruits.get(finding, ())

    def tied(self, finding: RowId) -> bool:
        """Whether a finding has any knot."""
        return finding in self.roots or finding in self.fruits

    @property
    def knots(self) -> int:
        """How many there are."""
        return sum(len(targets) for targets in self.fruits.values())


def thread_of(programme: Programme) -> Thread:
    """The thread of a programme; every finding is in it, tied or not."""
    roots: defaultdict[RowId, list[RowId]] = defaultdict(list)
    fruits: defaultdict[RowId, list[RowId]] = defaultdict(list)
    for link in programme.links:  # in the order of sources, then of targets
        roots[link.target_id].append(link.source_id)
        fruits[link.source_id].append(link.target_id)
    rows = {finding.id: finding for finding in programme.findings()}
    return Thread(rows, _frozen(roots), _frozen(fruits))


def ancestry(thread: Thread, finding: RowId) -> dict[RowId, int]:
    """All that a finding grew from, with the least number of steps back; nearest first.

    Knots may run in a circle: nothing is told twice, and never the finding itself.
    """
    return _steps(thread.roots, finding)


def descent(thread: Thread, finding: RowId) -> dict[RowId, int]:
    """All that became of a finding, with the least number of steps on; as of `ancestry`."""
    return _steps(thread.fruits, finding)


def orphans(thread: Thread) -> dict[RowId, Orphan]:
    """The findings that hang loose, in the order of a cycle."""
    storied = _reached(thread.fruits, thread, Story)
    stated = _reached(thread.fruits, thread, Statement)
    found: dict[RowId, Orphan] = {}
    for key, row in thread.rows.items():
        match row:
            case Statement() if key not in storied:
                found[key] = Orphan.STATEMENT
            case Action() if key not in stated:
                found[key] = Orphan.ACTION
            case Story() if key not in thread.fruits:
                found[key] = Orphan.STORY
    return found


def in_thread(thread: Thread) -> list[RowId]:
    """The findings that the thread shows: all but those aside of it that nothing is tied to."""
    return [
        key
        for key, row in thread.rows.items()
        if SORT_OF[type(row)] not in ASIDE or thread.tied(key)
    ]


def flows(one: Finding, other: Finding) -> bool:
    """Whether `other` comes after `one` in a cycle, so that it may be taken to grow from it.

    Two of one sort have no order of their own: the second is taken to grow from the first.
    """
    order = list(Sort)
    return order.index(SORT_OF[type(one)]) <= order.index(SORT_OF[type(other)])


def _frozen(ties: Mapping[RowId, list[RowId]]) -> Ties:
    return {key: tuple(others) for key, others in ties.items()}


def _steps(ties: Ties, start: RowId) -> dict[RowId, int]:
    found = _walked(ties, (start,))
    del found[start]
    return found


def _reached(ties: Ties, thread: Thread, kind: type[Finding]) -> dict[RowId, int]:
    """What can be reached from any finding of a kind, the findings themselves among it."""
    return _walked(ties, (key for key, row in thread.rows.items() if isinstance(row, kind)))


def _walked(ties: Ties, starts: Iterable[RowId]) -> dict[RowId, int]:
    """Whatever can be reached, by the least number of steps; breadth first."""
    found = dict.fromkeys(starts, 0)
    waiting = deque(found)
    while waiting:
        here = waiting.popleft()
        for there in ties.get(here, ()):
            if there not in found:
                found[there] = found[here] + 1
                waiting.append(there)
    return found
