"""Plan B of a session that starts late or must end by a time: which items shorten or drop.

The rule. Pinned items never move: one that is pinned is never skipped, and what comes before it
must end by then (an overlap that was in the plan may stay, and may not grow). The last item ends by
the time asked for, else by the planned end, else when the plan ended. Cuts are taken in the order
of `plan_b_ladder` (short versions, then skipping, breaks last) until all of that holds. Then each
that proves needless is given back, the last first. In breakouts the longest strand rules, so
strands are cut too, and each keeps what is worth most in it. Where even all cuts do not suffice,
those that help are proposed and what still misses is told. A length's range is never squeezed: its
least says how it may go, and not what to leave out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum

from aiplanner.domain.cycle import Kind
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.plan_b_ladder import STATES, Choice, Cut, Ladder, Rung, inside, short_saves
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import DAY, NIGHT, SessionClock, counts, minute_of, session_clock

__all__ = [
    "AS_PLANNED",
    "Choice",
    "Miss",
    "Outcome",
    "PlanB",
    "Rung",
    "Why",
    "Wish",
    "propose",
]

_CHOICES = {state: choice for choice, state in STATES.items()}

Excess = Mapping[RowId | None, int]
"""Minutes too many before each pinned item, and (None) beyond the end."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a plan B.

    The session starts `late` minutes later and has to end by `end_by`. What is chosen `by_hand`
    stays so, and the rule works round it. Of a session under way `done` are the outermost items
    that are over or begun: they are no part of it, and the rest begins `late` minutes later.
    """

    late: int = 0
    end_by: time | None = None
    by_hand: Mapping[RowId, Choice] = field(default_factory=dict)
    done: Collection[RowId] = ()


AS_PLANNED = Wish()
"""To start on time and end by the planned end."""


class Why(StrEnum):
    """Why an item is done as it is."""

    FITS = "fits"
    """In full: it need not change."""
    RULE = "rule"
    """Shortened or skipped by the rule, on its rung."""
    HAND = "hand"
    """As chosen by hand."""
    ALREADY = "already"
    """It was short or skipped before."""
    PINNED = "pinned"
    """In full, and it may not be skipped: it is pinned, or holds what is."""
    GONE = "gone"
    """It falls away with the breakout that holds it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one item."""

    item_id: RowId
    was: Choice
    choice: Choice
    why: Why
    rung: Rung
    ways: tuple[Choice, ...]
    """What it may be done as."""


@dataclass(frozen=True, slots=True)
class Miss:
    """By how many minutes a pinned item (None: the end) still comes too early."""

    item_id: RowId | None
    minutes: int


@dataclass(frozen=True, slots=True)
class PlanB:
    """What is proposed for a session; nothing is changed until it is accepted
    (`edits.plan_b`).

    `start` and `target` count minutes from midnight of the session's day. `before` is the clock of
    the plan as it is, `untouched` the clock of the new start with nothing cut, `after` that of the
    proposal. `outcomes` are in the order of the running order, without sections, tasks and parked
    items.
    """

    session_id: RowId
    start: int
    target: int
    planned: int | None
    outcomes: tuple[Outcome, ...]
    misses: tuple[Miss, ...]
    before: SessionClock = field(repr=False)
    untouched: SessionClock = field(repr=False)
    after: SessionClock = field(repr=False)

    @property
    def met(self) -> bool:
        """Whether everything fits."""
        return not self.misses

    @property
    def late(self) -> int:
        """Minutes by which the session starts later than planned."""
        return self.start - self.before.start

    @property
    def pinned_early(self) -> RowId | None:
        """An item pinned to a time before the new start: nothing but unpinning helps."""
        early = (self.after.slots[miss.item_id] for miss in self.misses if miss.item_id)
        at_start = self.after.start
        return next((s.item_id for s in early if s.start is not None and s.start < at_start), None)

    @property
    def changed(self) -> tuple[Outcome, ...]:
        """The items that are done otherwise than planned."""
        return tuple(one for one in self.outcomes if one.choice is not one.was)


def propose(programme: Programme, session_id: RowId, wish: Wish = AS_PLANNED) -> PlanB:
    """The plan B of a session.

    PlanError `plan-b-without-start` (it has no clock), `plan-b-other-day` (so late that the start
    or a pinned item would fall on another day), `session-backwards` (it would end before it
    starts).
    """
    session = programme.get(session_id, Session)
    before = session_clock(programme, session)
    if not before.clocked:
        raise PlanError("plan-b-without-start")
    begins, target = _bounds(before, wish)
    rest = _rest(programme, replace(session, start=_clock(begins)), wish.done)
    trial = _Trial(rest, before, target, wish.by_hand)
    if not _same_pins(rest, before, trial.clock(())):
        raise PlanError("plan-b-other-day", minutes=wish.late)
    cuts = trial.chosen()
    after = trial.clock(cuts)
    # A start that is moved would leave what was pinned and is over where it was.
    start = before.start + (0 if _any_pinned(programme, wish.done) else wish.late)
    open_end = wish.end_by is None and session.planned is None
    return PlanB(
        session_id=session_id,
        start=start,
        target=target,
        planned=None if open_end else target - start,
        outcomes=tuple(trial.outcomes(cuts, after)),
        misses=tuple(Miss(key, n) for key, n in trial.excess(after).items() if n > 0),
        before=before,
        untouched=session_clock(rest, rest.get(session_id, Session)),
        after=after,
    )


class _Trial:
    """Tries cuts on a session whose start is moved already."""

    def __init__(
        self,
        programme: Programme,
        before: SessionClock,
        target: int,
        by_hand: Mapping[RowId, Choice],
    ) -> None:
        session_id = before.session_id
        self._session = programme.get(session_id, Session)
        self._was = {
            item.id: _CHOICES[item.state]
            for item in programme.walk(session_id)
            if item.state in _CHOICES and item.kind not in (Kind.SECTION, Kind.TASK)
        }
        self._hand = {key: by_hand[key] for key in self._was if key in by_hand}
        self._before, self._target = before, target
        self._base = self._as_chosen(programme, self._hand)
        self._pinned = tuple(
            item.id for item in self._base.walk(session_id) if counts(item) and item.pin is not None
        )
        self._ladder = Ladder(self._base, session_clock(self._base, self._session))

    def chosen(self) -> tuple[Cut, ...]:
        """The cuts to make: as many of the first as are needed, less those that prove needless."""
        cuts = self._ladder.cuts(self._hand)
        best = self.excess(self.clock(cuts))

        def fits(some: Collection[Cut]) -> bool:
            now = self.excess(self.clock(some))
            return all(now[key] <= max(0, best[key]) for key in now)

        # More cuts never make anything later, so the fewest first ones are found by halving.
        needed = bisect_left(range(len(cuts)), 1, key=lambda n: fits(cuts[:n]))
        kept = list(cuts[:needed])
        for cut in reversed(cuts[:needed]):
            without = [one for one in kept if one is not cut]
            if fits(without):
                kept = without
        return tuple(kept)

    def clock(self, cuts: Collection[Cut]) -> SessionClock:
        """The session's times with these cuts."""
        return session_clock(self._as_chosen(self._base, _hardest(cuts)), self._session)

    def excess(self, clock: SessionClock) -> Excess:
        """What does not fit; an overlap that was planned does."""
        known = self._before.slots
        found: dict[RowId | None, int] = {
            key: clock.slots[key].overlap - known[key].overlap for key in self._pinned
        }
        return {**found, None: clock.end - self._target}

    def outcomes(self, cuts: Collection[Cut], after: SessionClock) -> Iterator[Outcome]:
        """What becomes of each item."""
        cut = _hardest(cuts)
        for key, was in self._was.items():
            item = self._base.get(key, Item)
            choice = cut.get(key, _CHOICES[item.state])
            why = self._why(item, was, choice, after)
            ways = _ways(self._base, item, was)
            yield Outcome(key, was, choice, why, self._ladder.rung(key), ways)

    def _why(self, item: Item, was: Choice, choice: Choice, after: SessionClock) -> Why:
        if choice is not Choice.SKIP and after.slots[item.id].start is None:
            return Why.GONE
        if item.id in self._hand:
            return Why.HAND
        if choice is not was:
            return Why.RULE
        if choice is not Choice.FULL:
            return Why.ALREADY
        held = (item, *inside(self._base, item))
        return Why.PINNED if any(one.pin is not None for one in held) else Why.FITS

    def _as_chosen(self, programme: Programme, choices: Mapping[RowId, Choice]) -> Programme:
        items = ((programme.get(key, Item), choice) for key, choice in choices.items())
        return programme.put(*(replace(item, state=STATES[choice]) for item, choice in items))


def _ways(programme: Programme, item: Item, was: Choice) -> tuple[Choice, ...]:
    short = was is Choice.SHORT or short_saves(programme, item)
    return tuple(way for way in Choice if way is not Choice.SHORT or short)


def _hardest(cuts: Collection[Cut]) -> dict[RowId, Choice]:
    """The choice for each item that is cut; what is shortened and skipped is skipped."""
    found: dict[RowId, Choice] = {}
    for cut in cuts:
        if found.get(cut.item_id) is not Choice.SKIP:
            found[cut.item_id] = cut.choice
    return found


def _bounds(before: SessionClock, wish: Wish) -> tuple[int, int]:
    """When what is to be planned begins, and when it has to end."""
    over = [slot.end or 0 for slot in before.track.slots if slot.item_id in wish.done]
    begins = max(over, default=before.start) + wish.late
    if wish.late < 0 or begins >= DAY:
        raise PlanError("plan-b-other-day", minutes=wish.late)
    target = before.end if before.planned_end is None else before.planned_end
    if wish.end_by is not None:
        target = minute_of(wish.end_by, before.start)
    if target <= begins:
        raise PlanError("session-backwards", start=_clock(begins), end=_clock(target))
    return begins, target


def _rest(programme: Programme, session: Session, done: Collection[RowId]) -> Programme:
    """A programme of nothing but that session without what is over."""
    gone = {*done, *(row.id for key in done for row in programme.below(key))}
    rows = {row.id: row for row in programme.below(session.id) if row.id not in gone}
    return Programme(programme.id, {programme.id: programme.head, session.id: session, **rows})


def _any_pinned(programme: Programme, keys: Collection[RowId]) -> bool:
    """Whether one of these items, or what it holds, is pinned."""
    items = [programme.get(key, Item) for key in keys]
    held = (one for item in items if counts(item) for one in (item, *inside(programme, item)))
    return any(one.pin is not None for one in held)


def _same_pins(rest: Programme, before: SessionClock, now: SessionClock) -> bool:
    """Whether pinned items are still on the day on which they were, seen from the new start."""
    pinned = [key for key in now.slots if rest.get(key, Item).pin is not None]
    both = ((before.slots[key].start, now.slots[key].start) for key in pinned)
    return all(one is None or other is None or abs(one - other) < NIGHT for one, other in both)


def _clock(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
