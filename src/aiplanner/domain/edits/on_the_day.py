"""Edits of the day itself: begin, go on, go back, give time, end; and what is learned from it.

Moments are in UTC. They are kept to the second, and none before the one that went before it: the
clock of a computer may be set back at any time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.lengths import LONGEST
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Row, Session
from aiplanner.domain.running import (
    MINUTE,
    last_held,
    place_in,
    planned_as_held,
    real_length,
    stops_of,
)
from aiplanner.domain.schedule import session_clock

from .fields import checked


def begin_run(programme: Programme, session_id: RowId, now: datetime) -> Programme:
    """Begin to hold a session with its first item; what was noted of it before is forgotten.

    PlanError `nothing-to-hold` when no item takes part.
    """
    programme.get(session_id, Session)
    stops = stops_of(programme, session_id)
    if not stops:
        raise PlanError("nothing-to-hold")
    moment = now.replace(microsecond=0)
    run = Run(derived_id(session_id, "run"), session_id, moment, stops[0].id, moment)
    return checked(forget_run(programme, session_id), run)


def go_on(programme: Programme, session_id: RowId, now: datetime) -> Programme:
    """Note how long the item under way took and go to the next; after the last the session ends.

    PlanError `not-under-way`, here and below, when the session is not being held.
    """
    run = _under_way(programme, session_id)
    after = place_in(programme, run).after
    if not after:
        return end_run(programme, session_id, now)
    moment = _moment(run, now)
    next_run = replace(run, item_id=after[0].id, since=moment, extra=0)
    return checked(programme, *_noted(programme, run, moment), next_run)


def go_back(programme: Programme, session_id: RowId, now: datetime) -> Programme:
    """Go back to the item before, as if it had run on all the time.

    From the end the session is reopened at the item that ended last. At the first item, nothing.
    """
    run = programme.run_of(session_id)
    if run is None:
        raise PlanError("not-under-way")
    before = place_in(programme, run).before
    item = last_held(programme, session_id) if run.ended else (before[-1] if before else None)
    if item is None:
        return programme
    timing = programme.timing_of(item.id)
    since = _moment(run, now) if timing is None else timing.began
    back = replace(run, item_id=item.id, since=since, extra=0, ended=None)
    return checked(programme.drop([timing.id] if timing else []), back)


def add_minutes(programme: Programme, session_id: RowId, minutes: int, now: datetime) -> Programme:
    """Give the item under way more minutes, or take some; never below none at all.

    To an item without a length they are given from now on.
    """
    run = _under_way(programme, session_id)
    planned = _planned_minutes(programme, run)
    given = run.extra
    if not planned and not given and minutes > 0 and run.since is not None:
        given = -(-(_moment(run, now) - run.since) // MINUTE)
    extra = min(max(given + minutes, -planned), LONGEST)
    return checked(programme, replace(run, extra=extra))


def end_run(programme: Programme, session_id: RowId, now: datetime) -> Programme:
    """End the session; what it did not come to has no times."""
    run = _under_way(programme, session_id)
    moment = _moment(run, now)
    ended = replace(run, item_id=None, since=None, extra=0, ended=moment)
    return checked(programme, *_noted(programme, run, moment), ended)


def forget_run(programme: Programme, session_id: RowId) -> Programme:
    """Forget how a session was held: where it stands, and how long its items took."""
    run = programme.run_of(session_id)
    timings = (programme.timing_of(item.id) for item in programme.walk(session_id))
    return programme.drop([row.id for row in (run, *timings) if row is not None])


def use_real_minutes(programme: Programme, item_ids: Iterable[RowId]) -> Programme:
    """Plan these items as long as they really took; where that is not known they stay."""
    items = [programme.get(key, Item) for key in item_ids]
    lengths = ((item, real_length(programme, item)) for item in items)
    return checked(programme, *(planned_as_held(item, real) for item, real in lengths if real))


def _under_way(programme: Programme, session_id: RowId) -> Run:
    run = programme.run_of(session_id)
    if run is None or run.ended is not None:
        raise PlanError("not-under-way")
    return run


def _moment(run: Run, now: datetime) -> datetime:
    return max(now.replace(microsecond=0), run.since or run.began)


def _noted(programme: Programme, run: Run, moment: datetime) -> tuple[Row, ...]:
    """How long the item under way took, if it is still there."""
    item = None if run.item_id is None else programme.rows.get(run.item_id)
    if not isinstance(item, Item) or run.since is None:
        return ()
    return (Timing(derived_id(item.id, "timing"), item.id, run.since, moment),)


def _planned_minutes(programme: Programme, run: Run) -> int:
    """What the clock of the session gives the item under way."""
    clock = session_clock(programme, programme.get(run.session_id, Session))
    slot = None if run.item_id is None else clock.slots.get(run.item_id)
    return 0 if slot is None else slot.minutes
