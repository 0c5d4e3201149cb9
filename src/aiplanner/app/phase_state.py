"""How far a programme has come in its cycle, phase by phase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum

from aiplanner.domain.cycle import Phase
from aiplanner.domain.findings import (
    SORT_OF,
    Action,
    Dream,
    Element,
    Finding,
    Progress,
    Promise,
    Soar,
    Statement,
    Story,
    Theme,
    Topic,
)
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.i18n import gettext as _


class PhaseState(Enum):
    """How a phase stands."""

    AHEAD = "ahead"
    """Nothing was done in it yet, or it was left out."""
    NOW = "now"
    DONE = "done"


STATE_WORDS: Mapping[PhaseState, str] = {
    PhaseState.AHEAD: "",
    PhaseState.NOW: _("now"),
    PhaseState.DONE: _("done"),
}

_SHOWS: Mapping[type[Finding], Phase] = {
    Topic: Phase.DEFINE,
    Story: Phase.DISCOVER,
    Theme: Phase.DISCOVER,
    Dream: Phase.DREAM,
    Soar: Phase.DREAM,
    Element: Phase.DESIGN,
    Statement: Phase.DESIGN,
    Promise: Phase.DELIVER,
    Action: Phase.DELIVER,
}
"""What shows that a phase was worked in. Questions and reviews are written long before."""
_SETTLED = (Progress.DONE, Progress.DROPPED)


def phase_states(programme: Programme, today: date) -> Mapping[Phase, PhaseState]:
    """The state of every phase, in their order.

    A phase was worked in when it has found something, or when a session before `today` had a live
    item of it. The last such phase is where the programme is now (at first: Define), those before
    it are done. Once all promises and actions are settled and all reviews held, the last is too.
    """
    worked = {*_found(programme), *_held(programme, today)}
    order = list(Phase)
    here = max((order.index(phase) for phase in worked), default=0)
    last = PhaseState.DONE if order[here] is Phase.DELIVER and _over(programme) else PhaseState.NOW
    return {
        phase: last if n == here else PhaseState.DONE if phase in worked else PhaseState.AHEAD
        for n, phase in enumerate(order)
    }


def _found(programme: Programme) -> Iterator[Phase]:
    for kind, phase in _SHOWS.items():
        if any(row.text.strip() for row in programme.findings(SORT_OF[kind])):
            yield phase


def _held(programme: Programme, today: date) -> Iterator[Phase]:
    days = {session.id: session.day for session in programme.sessions}
    past = {key for key, day in days.items() if day is not None and day < today}
    if not past:
        return
    for row in programme.rows.values():
        if not isinstance(row, Item) or row.phase is None or not row.live:
            continue
        if programme.session_of(row).id in past:
            yield row.phase


def _over(programme: Programme) -> bool:
    work: tuple[Promise | Action, ...] = (*programme.promises, *programme.actions)
    settled = bool(work) and all(one.progress in _SETTLED for one in work)
    return settled and all(review.learned.strip() for review in programme.reviews)
