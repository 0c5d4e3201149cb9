"""What the room sees at a moment: the item under way, its time, what is next, and how we stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from aiplanner.app.day_plan import DayPlan, Stop, StrandPlan, begins_from, day_plan, zone_of
from aiplanner.domain.ids import RowId
from aiplanner.domain.on_the_day import Run
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session, Strand
from aiplanner.domain.running import MINUTE, Place, place_in

FORGOTTEN = timedelta(hours=24)
"""A run in which nothing has happened for so long is over, even if nobody has ended it."""


class Stage(StrEnum):
    """How far a session is."""

    EMPTY = "empty"
    """Nothing in it takes part."""
    BEFORE = "before"
    RUNNING = "running"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Now:
    """The item under way: `allowed` is the time it has; None: nobody said how long it takes."""

    item: Item
    since: datetime
    moment: datetime
    allowed: timedelta | None = None

    @property
    def gone(self) -> int:
        """Seconds since it began; a clock that was set back does not count."""
        return max(0, _seconds(self.moment - self.since))

    @property
    def left(self) -> int | None:
        """Seconds left; negative once its time is over."""
        return None if self.allowed is None else _seconds(self.allowed) - self.gone

    @property
    def ends(self) -> datetime | None:
        """When its time is up, or was."""
        return None if self.allowed is None else self.since + self.allowed


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next, and when it begins if all goes on as planned from now."""

    item: Item
    at: datetime
    minutes: int
    fixed: bool
    """Whether it is pinned to its clock time."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """A strand of the breakout under way: without `now` it waits for `next`, or is at its end."""

    strand: Strand
    now: Now | None
    next: Next | None


@dataclass(frozen=True, slots=True)
class RoomState:
    """How a session that is being held stands at a moment. All moments are in UTC."""

    session: Session
    number: int
    """Its number among the sessions, from 1."""
    stage: Stage
    moment: datetime
    plan: DayPlan
    zone: tzinfo | None
    run: Run | None = None
    now: Now | None = None
    next: Next | None = None
    place: int = 0
    """Which item is under way, from 1; of one that was taken out, the number it had."""
    behind: int = 0
    """Seconds by which the item under way ends later than planned; negative: earlier."""
    ends: datetime | None = None
    """When the session is expected to end; once it has, when it did."""
    strands: tuple[Parallel, ...] = ()

    @property
    def count(self) -> int:
        """How many items the session has."""
        return len(self.plan.stops)

    @property
    def over(self) -> int:
        """Seconds by which the session ends later than it should; negative: earlier."""
        return 0 if self.ends is None else _seconds(self.ends - self.plan.ends)

    @property
    def last(self) -> bool:
        """Whether nothing comes after what is under way."""
        return self.stage is Stage.RUNNING and self.next is None

    @property
    def first(self) -> bool:
        """Whether there is nothing to go back to."""
        return self.place <= 1


def room_state(programme: Programme, session_id: RowId, moment: datetime) -> RoomState:
    """How a session stands; PlanError `row-gone` when it was deleted."""
    moment = moment.replace(microsecond=0)
    session, run = programme.get(session_id, Session), programme.run_of(session_id)
    zone = zone_of(session)
    began = None if run is None else run.began
    plan = day_plan(programme, session, moment, began, zone)
    number = [one.id for one in programme.sessions].index(session_id) + 1
    stage = _stage(plan, run, moment)
    state = RoomState(session, number, stage, moment, plan, zone, run)
    if run is not None and stage is Stage.RUNNING:
        return _running(state, run, place_in(programme, run))
    if run is not None and stage is Stage.ENDED:
        return replace(state, ends=run.ended or run.since or run.began, place=state.count)
    return _before(state)


def under_way(programme: Programme, moment: datetime) -> Session | None:
    """The session that is being held now; of several the one that began last."""
    runs = [
        (run.began, n, session)
        for n, session in enumerate(programme.sessions)
        if (run := programme.run_of(session.id)) is not None and _alive(run, moment)
    ]
    return max(runs, key=lambda one: one[:2])[2] if runs else None


def session_for(programme: Programme, moment: datetime) -> RowId | None:
    """The session to show in the room: the one under way, else today's, else the next, else one.

    Today is what the computer's calendar says.
    """
    if (running := under_way(programme, moment)) is not None:
        return running.id
    today = moment.astimezone().date()
    dated = sorted(
        (day, n, session.id)
        for n, session in enumerate(programme.sessions)
        if (day := session.day) is not None and day >= today
    )
    if dated:
        return dated[0][2]
    return next((session.id for session in programme.sessions), None)


def minutes_behind(state: RoomState) -> int:
    """By how much we are behind the plan, to the nearest minute; negative: ahead of it."""
    return whole_minutes(state.behind)


def begun_items(programme: Programme, state: RoomState) -> tuple[RowId, ...]:
    """The outermost items that are over or under way: a new plan for the rest leaves them alone."""
    if state.run is None or state.stage is not Stage.RUNNING:
        return ()
    place = place_in(programme, state.run)
    here = () if place.present is None else (place.present,)
    return tuple(item.id for item in (*place.before, *here))


def whole_minutes(seconds: int) -> int:
    """Seconds to the nearest minute."""
    return (seconds + 30) // 60


def local_day(state: RoomState) -> date:
    """The day that a calendar in the room shows."""
    return state.moment.astimezone(state.zone).date()


def _stage(plan: DayPlan, run: Run | None, moment: datetime) -> Stage:
    if run is not None:
        return Stage.RUNNING if _alive(run, moment) else Stage.ENDED
    return Stage.BEFORE if plan.stops else Stage.EMPTY


def _alive(run: Run, moment: datetime) -> bool:
    return run.ended is None and moment - (run.since or run.began) < FORGOTTEN


def _before(state: RoomState) -> RoomState:
    """Nothing has begun: the first item is next, and the start may be late by now."""
    if state.stage is Stage.EMPTY:
        return state
    late = state.moment - state.plan.starts
    due = timedelta() < late and not state.plan.shifted and _same_day(state)
    cursor = state.moment if due else state.plan.starts
    first, ends = _next(state.plan.stops, cursor)
    return replace(state, next=first, ends=ends, behind=_seconds(late) if due else 0)


def _same_day(state: RoomState) -> bool:
    """Whether the start that went by is one that people may still be waiting for."""
    return state.moment - state.plan.starts < timedelta(hours=12)


def _running(state: RoomState, run: Run, place: Place) -> RoomState:
    by_id = {stop.item.id: stop for stop in state.plan.stops}
    after = [by_id[item.id] for item in place.after]
    here = None if place.present is None else by_id[place.present.id]
    if here is None:
        now, cursor = None, state.moment
        planned = after[0].planned if after else state.plan.ends
    else:
        now = _now(here, run.since or run.began, run.extra, state.moment)
        cursor, planned = max(state.moment, now.ends or state.moment), here.ends
    following, ends = _next(after, cursor)
    return replace(
        state,
        now=now,
        next=following,
        place=len(place.before) + 1,
        behind=_seconds(cursor - planned),
        ends=ends,
        strands=tuple(_parallel(one, now) for one in here.strands) if here and now else (),
    )


def _now(stop: Stop, since: datetime, extra: int, moment: datetime) -> Now:
    allowed = (stop.minutes + extra) * MINUTE
    return Now(stop.item, since, moment, allowed if stop.minutes or extra else None)


def _next(stops: Sequence[Stop], cursor: datetime) -> tuple[Next | None, datetime]:
    begins, ends = begins_from(stops, cursor)
    return _coming(stops, begins), ends


def _parallel(plan: StrandPlan, breakout: Now) -> Parallel:
    """Where a strand is: nobody presses a key in its room, so its own plan tells."""
    begins, ends = begins_from(plan.stops, breakout.since)
    untils, moment = (*begins[1:], ends), breakout.moment
    here = next((n for n, until in enumerate(untils) if moment < until), len(begins))
    now = None
    if here < len(begins) and begins[here] <= moment:
        since = begins[here]
        now = Now(plan.stops[here].item, since, moment, untils[here] - since)
        here += 1
    return Parallel(plan.strand, now, _coming(plan.stops[here:], begins[here:]))


def _coming(stops: Sequence[Stop], begins: Sequence[datetime]) -> Next | None:
    if not stops:
        return None
    return Next(stops[0].item, begins[0], stops[0].minutes, stops[0].fixed)


def _seconds(span: timedelta) -> int:
    return span // timedelta(seconds=1)
