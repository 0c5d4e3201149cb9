"""What plan B may cut, and in which order: the rungs of its ladder.

Our own suggestion. It keeps to what the guide says of running out of time ("shorten the report-back
first", "keep the closing": `advice.toml`, time-runs-out), and to what reports tell: interviews take
longer than planned and whoever then drops what comes last ends with the Dream (ORG38), so nothing
is cut for standing late; follow-through fails where nobody is tasked (AS-TEAM), and real agendas
open and close (NMSU, AIMH), so openings and closings fall last; breaks speak of how people are
valued (AS-TIPS), so all of them come after all work, and meals and travel never fall.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from aiplanner.domain.cycle import RESTS, Kind, Part, Phase, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import SessionClock, counts, ruled_by_strands


class Choice(StrEnum):
    """How an item is done; from the mildest to the hardest."""

    FULL = "full"
    SHORT = "short"
    SKIP = "skip"


STATES: Mapping[Choice, State] = {
    Choice.FULL: State.PLANNED,
    Choice.SHORT: State.SHORT,
    Choice.SKIP: State.SKIPPED,
}


class Rung(StrEnum):
    """What sort of thing an item is when time is short, in the order in which things are skipped.

    A breakout stands on the highest rung of what it holds.
    """

    ENERGISER = "energiser"
    INPUT = "input"
    EVALUATION = "evaluation"
    ACTIVITY = "activity"
    """An activity without a phase."""
    FURTHER = "further"
    """An activity of a phase, but not its heart."""
    DEBRIEF = "debrief"
    HEART = "heart"
    """The longest activity of its phase in the session."""
    OPENING = "opening"
    CLOSING = "closing"
    SOCIAL = "social"
    ARRIVAL = "arrival"
    BREAK = "break"
    NEEDED = "needed"
    """Meals and travel, which are never skipped."""


_SKIPPED = tuple(Rung)
_SHORTENED = (Rung.DEBRIEF, *(rung for rung in Rung if rung is not Rung.DEBRIEF))
"""In the order in which things are shortened: report-backs first."""

_OF_KIND: Mapping[Kind, Rung] = {
    Kind.BREAK: Rung.BREAK,
    Kind.MEAL: Rung.NEEDED,
    Kind.TRAVEL: Rung.NEEDED,
    Kind.ARRIVAL: Rung.ARRIVAL,
    Kind.SOCIAL: Rung.SOCIAL,
}
_RESTING = frozenset(_OF_KIND.values())
_OF_PART: Mapping[Part, Rung] = {
    Part.OPENING: Rung.OPENING,
    Part.ENERGISER: Rung.ENERGISER,
    Part.INPUT: Rung.INPUT,
    Part.DEBRIEF: Rung.DEBRIEF,
    Part.CLOSING: Rung.CLOSING,
    Part.EVALUATION: Rung.EVALUATION,
}


@dataclass(frozen=True, slots=True)
class Cut:
    """One thing that may be done to save time, and the order in which it is thought of."""

    item_id: RowId
    choice: Choice
    place: tuple[int, ...]


class Ladder:
    """The rungs of a session's items, and the cuts that the rule permits."""

    def __init__(self, programme: Programme, clock: SessionClock) -> None:
        self._programme, self._clock = programme, clock
        self._items = tuple(programme.walk(clock.session_id))
        self._hearts = frozenset(self._find_hearts())
        self._rungs: dict[RowId, Rung] = {}
        for item in reversed(self._items):  # what a breakout holds comes after it
            self._rungs[item.id] = self._find_rung(item)

    def rung(self, item_id: RowId) -> Rung:
        """The rung on which an item stands."""
        return self._rungs[item_id]

    def cuts(self, by_hand: Mapping[RowId, Choice]) -> tuple[Cut, ...]:
        """What may be cut, first things first; what is chosen by hand is left as chosen.

        First all short versions, then what is skipped, and both again for breaks and the like. On
        one rung what saves least comes first, and of two alike the later.
        """
        staying = set(self._staying(by_hand))
        found = []
        for at, item in enumerate(self._items):
            if item.id in by_hand or not self._on_clock(item):
                continue
            saved = short_saves(self._programme, item)
            if saved and item.state is not State.SHORT:
                found.append(self._cut(item, Choice.SHORT, saved, at))
            if item.id not in staying and self._may_skip(item):
                found.append(self._cut(item, Choice.SKIP, self._minutes(item), at))
        return tuple(sorted(found, key=lambda cut: cut.place))

    def _cut(self, item: Item, choice: Choice, saved: int, at: int) -> Cut:
        order = _SHORTENED if choice is Choice.SHORT else _SKIPPED
        skips, rest = choice is Choice.SKIP, item.kind in RESTS
        place = (int(rest), int(skips), order.index(self.rung(item.id)), saved, -at)
        return Cut(item.id, choice, place)

    def _may_skip(self, item: Item) -> bool:
        held = (item, *inside(self._programme, item))
        free = self.rung(item.id) is not Rung.NEEDED and all(one.pin is None for one in held)
        return free and timed_within(self._programme, item)

    def _staying(self, by_hand: Mapping[RowId, Choice]) -> Iterator[RowId]:
        """What is worth most in each strand: people are there, and need something to do.

        Timed where anything is: a breakout whose strands say nothing takes its own length.
        """
        for item in self._items:
            for strand in self._programme.strands_of(item.id):
                there = [
                    one
                    for one in self._programme.items_of(strand.id)
                    if self._on_clock(one) and by_hand.get(one.id) is not Choice.SKIP
                ]
                if there:
                    yield max(there, key=self._worth).id

    def _worth(self, item: Item) -> tuple[bool, bool, int, int]:
        order = _SKIPPED.index(self.rung(item.id))
        timed = timed_within(self._programme, item)
        return timed, item.kind not in RESTS, order, self._minutes(item)

    def _find_hearts(self) -> Iterator[RowId]:
        longest: dict[Phase, Item] = {}
        for item in self._items:
            if not self._plain(item) or item.phase is None:
                continue
            known = longest.get(item.phase)
            if known is None or self._minutes(item) > self._minutes(known):
                longest[item.phase] = item
        return (item.id for item in longest.values())

    def _plain(self, item: Item) -> bool:
        leaf = not any(inside(self._programme, item))
        return leaf and item.part is None and item.kind not in RESTS and self._on_clock(item)

    def _find_rung(self, item: Item) -> Rung:
        held = (self._rungs[one.id] for one in inside(self._programme, item))
        worth = (rung for rung in held if rung not in _RESTING)
        return max((self._own_rung(item), *worth), key=_SKIPPED.index)

    def _own_rung(self, item: Item) -> Rung:
        if item.kind in _OF_KIND:
            return _OF_KIND[item.kind]
        if item.part is not None:
            return _OF_PART[item.part]
        if item.phase is None:
            return Rung.ACTIVITY
        return Rung.HEART if item.id in self._hearts else Rung.FURTHER

    def _on_clock(self, item: Item) -> bool:
        return counts(item) and self._clock.slots[item.id].start is not None

    def _minutes(self, item: Item) -> int:
        return self._clock.slots[item.id].minutes


def inside(programme: Programme, item: Item) -> Iterator[Item]:
    """The items in a breakout's strands that take part, however deep."""
    for strand in programme.strands_of(item.id):
        for held in programme.items_of(strand.id):
            if counts(held):
                yield held
                yield from inside(programme, held)


def timed_within(programme: Programme, item: Item) -> bool:
    """Whether the item, or one in its strands, says how long it takes."""
    return item.planned_length.timed or ruled_by_strands(programme, item)


def short_saves(programme: Programme, item: Item) -> int:
    """Minutes that an item's short version saves; 0 where it has none that is shorter.

    A range is no short version: its least says how it may go, and not what to leave out. Nor has a
    breakout one whose strands say how long it takes.
    """
    if item.short_minutes is None or ruled_by_strands(programme, item):
        return 0
    return max(0, item.length.typical - item.short_minutes)
