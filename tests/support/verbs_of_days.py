"""Draw edits of the day a session is held, of days, and of the minutes that are planned."""

from __future__ import annotations

from hypothesis import strategies as st

from aiplanner.domain.edits import days, minutes, on_the_day, plan_b
from aiplanner.domain.findings import Review
from aiplanner.domain.on_the_day import Run
from aiplanner.domain.plan_b import Wish, propose
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from tests.support import strategies as some
from tests.support.drawing import Draw, NewId, Verb, one_of, several


def _begin_run(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return on_the_day.begin_run(plan, one_of(draw, plan, Session).id, draw(some.MOMENTS))


def _go_on(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return on_the_day.go_on(plan, one_of(draw, plan, Run).session_id, draw(some.MOMENTS))


def _go_back(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return on_the_day.go_back(plan, one_of(draw, plan, Run).session_id, draw(some.MOMENTS))


def _add_minutes(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    session, given = one_of(draw, plan, Run).session_id, draw(st.sampled_from((5, -5)))
    return on_the_day.add_minutes(plan, session, given, draw(some.MOMENTS))


def _end_run(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return on_the_day.end_run(plan, one_of(draw, plan, Run).session_id, draw(some.MOMENTS))


def _forget_run(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return on_the_day.forget_run(plan, one_of(draw, plan, Run).session_id)


def _use_real_minutes(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return on_the_day.use_real_minutes(plan, several(draw, plan, Item))


def _set_minutes(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return minutes.set_minutes(plan, one_of(draw, plan, Item).id, draw(some.MINUTES))


def _set_day(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    row = one_of(draw, plan, Session, Item, Review)
    return days.set_day(plan, row.id, draw(st.none() | some.DAYS))


def _accept_plan_b(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    session, late = one_of(draw, plan, Session).id, draw(st.integers(0, 60))
    return plan_b.accept_plan_b(plan, propose(plan, session, Wish(late)))


def _plan_in_full(draw: Draw, plan: Programme, new_id: NewId) -> Programme:
    return plan_b.plan_in_full(plan, one_of(draw, plan, Session).id)


VERBS_OF_DAYS: dict[str, Verb] = {
    "accept_plan_b": _accept_plan_b,
    "plan_in_full": _plan_in_full,
    "begin_run": _begin_run,
    "go_on": _go_on,
    "go_back": _go_back,
    "add_minutes": _add_minutes,
    "end_run": _end_run,
    "forget_run": _forget_run,
    "use_real_minutes": _use_real_minutes,
    "set_minutes": _set_minutes,
    "set_day": _set_day,
}
