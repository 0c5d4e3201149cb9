"""Mends: what a press of a button can put right of a hint, where it is clear what that would be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from aiplanner.domain.checks import Hint, verdict_of
from aiplanner.domain.errors import PlanError
from aiplanner.domain.mends.findings import (
    mend_action_soon,
    mend_action_statement,
    mend_due_date,
    mend_question_single,
    mend_review_date,
    mend_statement_present,
)
from aiplanner.domain.mends.items import mend_enough_materials, mend_steps_sum, mend_turns_fit
from aiplanner.domain.mends.mend import Mend, Tools
from aiplanner.domain.mends.sessions import (
    mend_after_lunch,
    mend_breaks,
    mend_by_short_versions,
    mend_closes,
    mend_fits_time,
    mend_opens,
)
from aiplanner.domain.people import Absence, Group, Grouping, Member
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Row, Session
from aiplanner.domain.schedule import schedule

__all__ = ["MENDED", "Mend", "Tools", "mends_of"]

Mender = Callable[[Programme, Hint, Tools], Iterator[Mend]]
"""Offers one mend of a hint, in several ways where there are, the best first."""

_MENDERS: Mapping[str, tuple[Mender, ...]] = {
    "opens": (mend_opens,),
    "closes": (mend_closes,),
    "fits-time": (mend_by_short_versions, mend_fits_time),
    "breaks": (mend_breaks,),
    "after-lunch": (mend_after_lunch,),
    "steps-sum": (mend_steps_sum,),
    "enough-materials": (mend_enough_materials,),
    "turns-fit": (mend_turns_fit,),
    "question-single": (mend_question_single,),
    "statement-present": (mend_statement_present,),
    "promise-date": (mend_due_date,),
    "action-date": (mend_due_date,),
    "action-statement": (mend_action_statement,),
    "action-soon": (mend_action_soon,),
    "review-date": (mend_review_date,),
}

MENDED = frozenset(_MENDERS)
"""The rules of which some hints can be mended; the others want somebody to think."""


def mends_of(programme: Programme, hint: Hint, tools: Tools) -> tuple[Mend, ...]:
    """What could put a hint right, the best first; nothing where it is not clear what would.

    Each has been tried: afterwards the hint speaks no more, its rule says no more than before, and
    no item starts before another ends that did not do so before.
    """
    menders = _MENDERS.get(hint.rule, ())
    part = _part(programme, hint) if menders else programme
    found = (_first(mender, part, hint, tools) for mender in menders)
    return tuple(mend for mend in found if mend is not None)


def _first(mender: Mender, part: Programme, hint: Hint, tools: Tools) -> Mend | None:
    """The first of a mender's ways that mends; what cannot even be looked for is none."""
    try:
        return next((way for way in mender(part, hint, tools) if _mends(part, hint, way)), None)
    except PlanError:
        return None


def _part(programme: Programme, hint: Hint) -> Programme:
    """What a hint looks at: its session and all in it, else the findings and bare sessions.

    To try a mend on the whole of a large programme would take many times as long.
    """
    row = programme.rows.get(hint.row) if hint.row is not None else None
    match row:
        case Item():
            session = programme.session_of(row)
            kept: list[Row] = [session, *_all_of(programme, session)]
        case Session():
            kept = [row, *_all_of(programme, row)]
        case _:
            kept = [*programme.sessions, *programme.findings(), *programme.links]
    ids = {one.id for one in kept}
    quiet = [one for one in programme.dismissals if one.row_id is None or one.row_id in ids]
    rows = (programme.head, *kept, *quiet)
    return Programme(programme.id, {one.id: one for one in rows})


def _all_of(programme: Programme, session: Session) -> Iterator[Row]:
    """All in a session but who stays away and who sits with whom: those rows want the people."""
    below = programme.below(session.id)
    return (row for row in below if not isinstance(row, Absence | Grouping | Group | Member))


def _mends(programme: Programme, hint: Hint, mend: Mend) -> bool:
    try:
        after = mend.change(programme)
    except PlanError:
        return False
    said, left = verdict_of(programme, hint.rule).hints, verdict_of(after, hint.rule).hints
    here = [one for one in left if one.row == hint.row]
    before = [one for one in said if one.row == hint.row]
    fewer = len(here) < len(before) and len(left) <= len(said)
    return fewer and _overlaps(after) <= _overlaps(programme)


def _overlaps(programme: Programme) -> int:
    return sum(slot.overlap for clock in schedule(programme) for slot in clock.track.walk())
