"""What holds for every plan B, however the session is planned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import time
from itertools import product
from math import prod

from hypothesis import assume, given
from hypothesis import strategies as st

from aiplanner.app.document import OpenDocument
from aiplanner.domain.cycle import Kind, Part, Phase, State
from aiplanner.domain.delta import diff
from aiplanner.domain.edits.plan_b import accept_plan_b, plan_in_full
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import Length
from aiplanner.domain.plan_b import Choice, PlanB, Why, Wish, propose
from aiplanner.domain.plan_b_ladder import Ladder
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Item, Row, Session, Strand
from aiplanner.domain.schedule import SessionClock, counts, session_clock
from tests.support.plans import counted_ids
from tests.support.strategies import Draw, agendas

STATES = {Choice.FULL: State.PLANNED, Choice.SHORT: State.SHORT, Choice.SKIP: State.SKIPPED}
MOST_WAYS = 400
"""So many plans are tried at most for one example."""


@st.composite
def wishes(draw: Draw, size: int = 5) -> tuple[Programme, PlanB]:
    """A programme and a plan B of its first session, with some choices made by hand."""
    programme = draw(st.one_of(busy(size), busy(size), wild(size)))
    session = programme.sessions[0]
    clock = session_clock(programme, session)
    ends = draw(st.none() | st.integers(-60, 5))
    end_by = None if ends is None else _time(clock.end + ends)
    some = st.sampled_from([item.id for item in programme.walk(session.id)])
    by_hand = draw(st.dictionaries(some, st.sampled_from(Choice), max_size=2))
    late = draw(st.sampled_from((10, 5, 20, 35, 0)))
    try:
        return programme, propose(programme, session.id, Wish(late, end_by, by_hand))
    except PlanError:
        assume(False)
        raise


@st.composite
def wild(draw: Draw, size: int) -> Programme:
    """Whatever the clock takes: ranges, untimed items, pins anywhere, breakouts in breakouts."""
    programme: Programme = draw(agendas(size))
    assume(programme.sessions and programme.items_of(programme.sessions[0].id))
    session = programme.sessions[0]
    items = [
        replace(item, **draw(_MARKS), short_minutes=draw(st.none() | st.integers(0, 40)))
        for item in programme.walk(session.id)
    ]
    return programme.put(replace(session, start=session.start or time(9)), *items)


@st.composite
def busy(draw: Draw, size: int) -> Programme:
    """A morning as people plan it: timed items, many with a short version, some pins, strands."""
    new_id = counted_ids()
    programme = empty_programme(new_id())
    session = Session(new_id(), 0, start=time(9), planned=draw(st.none() | st.integers(60, 150)))
    programme = programme.put(session)
    for n in range(draw(st.integers(2, size))):
        clock = session_clock(programme, session)
        pin = draw(st.sampled_from((None, None, None, -5, 0, 10)))
        at = None if pin is None or not n else _time(clock.end + pin)
        item = replace(draw(_timed), id=new_id(), position=n, session_id=session.id, pin=at)
        programme = programme.put(item)
        if item.kind is Kind.BREAKOUT:
            programme = programme.put(*_strands(draw, item, new_id))
    return programme


def _strands(draw: Draw, breakout: Item, new_id: Callable[[], RowId]) -> Iterator[Row]:
    for k in range(2):
        strand = Strand(new_id(), breakout.id, k)
        yield strand
        for n in range(draw(st.integers(1, 2))):
            inner = replace(draw(_timed), kind=Kind.ACTIVITY, position=n)
            yield replace(inner, id=new_id(), strand_id=strand.id)


_MARKS = st.fixed_dictionaries(
    {"part": st.none() | st.sampled_from(Part), "phase": st.none() | st.sampled_from(Phase)}
)
_KINDS = (*[Kind.ACTIVITY] * 4, *[Kind.BREAKOUT] * 2, Kind.BREAK, Kind.MEAL, Kind.ARRIVAL)
_STATES = (*[State.PLANNED] * 8, State.SHORT, State.SKIPPED, State.PARKED)
_FIVES = st.integers(1, 6).map(lambda n: 5 * n)
_timed = st.builds(
    Item,
    id=st.just(RowId("")),
    position=st.just(0),
    kind=st.sampled_from(_KINDS),
    length=_FIVES.map(Length),
    short_minutes=st.none() | _FIVES,
    part=st.none() | st.none() | st.sampled_from(Part),
    phase=st.none() | st.sampled_from(Phase),
    state=st.sampled_from(_STATES),
)


def _time(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)


def clock_with(programme: Programme, plan: PlanB, choices: Mapping[RowId, Choice]) -> SessionClock:
    """The clock when a plan B is taken but for these choices."""
    taken = accept_plan_b(programme, plan)
    items = (replace(taken.get(k, Item), state=STATES[c]) for k, c in choices.items())
    return session_clock(taken.put(*items), taken.get(plan.session_id, Session))


def excess(programme: Programme, plan: PlanB, clock: SessionClock) -> dict[RowId | None, int]:
    """Minutes too many at each pin and at the end; 0 where all fits."""
    known = plan.before.slots
    late: dict[RowId | None, int] = {
        key: max(0, slot.overlap - known[key].overlap)
        for key, slot in clock.slots.items()
        if programme.get(key, Item).pin is not None
    }
    return {**late, None: max(0, clock.end - plan.target)}


@given(wishes())
def test_pinned_items_never_move(case: tuple[Programme, PlanB]) -> None:
    programme, plan = case
    gone = (Why.GONE, Why.HAND)
    free = {one.item_id for one in plan.outcomes if one.why in gone or one.was is not one.choice}
    for key, slot in plan.before.slots.items():
        item = programme.get(key, Item)
        if item.pin is not None and counts(item) and slot.start is not None:
            if plan.after.slots[key].start is None:
                assert key in free
                assert any(one.why is Why.HAND for one in plan.outcomes)
            else:
                assert plan.after.slots[key].start == slot.start


@given(wishes())
def test_what_is_proposed_is_what_accepting_gives(case: tuple[Programme, PlanB]) -> None:
    programme, plan = case
    after = accept_plan_b(programme, plan)

    assert session_clock(after, after.get(plan.session_id, Session)).track == plan.after.track
    found = excess(programme, plan, plan.after)
    assert {miss.item_id: miss.minutes for miss in plan.misses} == {
        key: minutes for key, minutes in found.items() if minutes
    }


@given(wishes(size=4))
def test_no_other_choice_of_the_permitted_cuts_does_better(case: tuple[Programme, PlanB]) -> None:
    programme, plan = case
    ours = excess(programme, plan, plan.after)

    for other in _every_choice(programme, plan):
        theirs = excess(programme, plan, clock_with(programme, plan, other))
        assert all(ours[key] <= theirs[key] for key in ours)


@given(wishes())
def test_no_cut_is_needless(case: tuple[Programme, PlanB]) -> None:
    programme, plan = case
    ours = excess(programme, plan, plan.after)

    for one in plan.changed:
        if one.why is not Why.RULE:
            continue
        for milder in one.ways[: one.ways.index(one.choice)]:
            if one.was is Choice.FULL or milder is not Choice.FULL:
                back = excess(programme, plan, clock_with(programme, plan, {one.item_id: milder}))
                assert any(back[key] > ours[key] for key in ours)


@given(wishes())
def test_nothing_is_lost_and_undo_brings_all_back(case: tuple[Programme, PlanB]) -> None:
    programme, plan = case
    document = OpenDocument(programme, 1)
    document.edit("Plan B", lambda now: accept_plan_b(now, plan))

    assert document.now.rows.keys() == programme.rows.keys()
    cut = {one.item_id for one in plan.changed}
    for key, row in programme.rows.items():
        now = document.now.rows[key]
        if key == plan.session_id:
            assert isinstance(now, Session)
            assert isinstance(row, Session)
            assert replace(now, start=row.start, planned=row.planned) == row
        elif key in cut:
            assert isinstance(now, Item)
            assert isinstance(row, Item)
            assert replace(now, state=row.state) == row
        else:
            assert now == row
    document.undo()
    assert document.now == programme


@given(wishes())
def test_what_is_kept_by_hand_and_what_is_parked_is_not_touched(
    case: tuple[Programme, PlanB],
) -> None:
    programme, plan = case
    after = accept_plan_b(programme, plan)
    proposed = {one.item_id: one for one in plan.outcomes}

    for item in programme.walk(plan.session_id):
        if item.state is State.PARKED:
            assert after.rows[item.id] == item
            assert item.id not in proposed
        elif item.id in proposed and proposed[item.id].why is not Why.RULE:
            one = proposed[item.id]
            assert after.get(item.id, Item).state is STATES[one.choice]
            assert one.why in (Why.HAND, Why.GONE) or one.choice is one.was


@given(wishes())
def test_back_to_full_leaves_nothing_cut(case: tuple[Programme, PlanB]) -> None:
    programme, plan = case
    again = plan_in_full(accept_plan_b(programme, plan), plan.session_id)

    states = {item.state for item in again.walk(plan.session_id)}
    assert states <= {State.PLANNED, State.PARKED}
    assert plan_in_full(again, plan.session_id) == again
    assert not diff(plan_in_full(programme, plan.session_id), again).rows.keys() - {plan.session_id}


def _every_choice(programme: Programme, plan: PlanB) -> Iterator[dict[RowId, Choice]]:
    """Every way to do what the rule may shorten or skip."""
    by_hand = {o.item_id: o.choice for o in plan.outcomes if o.why is Why.HAND}
    was = {o.item_id: o.was for o in plan.outcomes if o.why is Why.RULE}
    taken = accept_plan_b(programme, plan)
    uncut = taken.put(*(replace(taken.get(k, Item), state=STATES[c]) for k, c in was.items()))
    clock = session_clock(uncut, uncut.get(plan.session_id, Session))
    ways: dict[RowId, list[Choice]] = {}
    for cut in Ladder(uncut, clock).cuts(by_hand):
        state = uncut.get(cut.item_id, Item).state
        now = next(choice for choice, one in STATES.items() if one is state)
        ways.setdefault(cut.item_id, [now]).append(cut.choice)
    assume(prod(map(len, ways.values())) <= MOST_WAYS)
    for chosen in product(*ways.values()):
        yield dict(zip(ways, chosen, strict=True))
