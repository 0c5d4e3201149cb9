"""Edits for a session that is short of time: take its plan B, and back to everything in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from aiplanner.domain.cycle import State
from aiplanner.domain.ids import RowId
from aiplanner.domain.plan_b import PlanB
from aiplanner.domain.plan_b_ladder import STATES
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session

from .fields import checked


def accept_plan_b(programme: Programme, plan: PlanB) -> Programme:
    """The programme by a plan B: only states, the session's start and its planned end differ.

    PlanError `row-gone` when an item or the session has gone meanwhile.
    """
    session = programme.get(plan.session_id, Session)
    items = [
        replace(programme.get(one.item_id, Item), state=STATES[one.choice]) for one in plan.changed
    ]
    start = time(plan.start // 60 % 24, plan.start % 60)
    return checked(programme, replace(session, start=start, planned=plan.planned), *items)


def plan_in_full(programme: Programme, session_id: RowId) -> Programme:
    """Plan every short and skipped item of a session in full again; parked ones stay parked."""
    programme.get(session_id, Session)
    cut = (State.SHORT, State.SKIPPED)
    items = [item for item in programme.walk(session_id) if item.state in cut]
    return checked(programme, *(replace(item, state=State.PLANNED) for item in items))
