"""Hints on the cycle as a whole: its phases and the capabilities it works on."""

from __future__ import annotations

from aiplanner.domain.checks.verdict import Laid, Verdict, judged
from aiplanner.domain.coverage import Coverage, coverage
from aiplanner.domain.cycle import Phase, Role, Scheme
from aiplanner.domain.ids import RowId

LEAST_FOR_ALL = 120
"""A single meeting shorter than so many minutes is too short to lead on all six capabilities."""


def every_phase(laid: Laid) -> Verdict:
    """Every phase of the cycle has an item; a task between sessions will do.

    The models are those of domain facts 1.1 (CAI-G, IPEN, BETTER, MHL1). Define is asked only where
    it is a phase by name (5-D), and not when topics stand written: others choose them beforehand
    (OREI6). Asked of programmes of two sessions or more, once each has a running order and some
    item names its phase: a single meeting may stop early (ORG38), and a half-written plan is no
    fault.
    """
    sessions = laid.programme.sessions
    phased = any(item.phase is not None for item in laid.planned)
    known = len(sessions) > 1 and phased and all(laid.work(session) for session in sessions)
    missing = phases_missing(laid)
    faults = [(place_for(laid, missing[0]), {"phases": missing})] if known and missing else []
    return judged("every-phase", known, faults)


def every_capability(laid: Laid) -> Verdict:
    """Each of the six capabilities is led on by some item (domain facts 3.7, own; SEED1, T11).

    Silent until an item leads on one, and for a single meeting of less than two hours.
    """
    found = coverage(laid.programme)
    minutes = sum(clock.totals.work for _session, clock in laid.sessions)
    long_enough = len(laid.programme.sessions) > 1 or minutes >= LEAST_FOR_ALL
    known = long_enough and _led(found)
    faults = [(None, {"capabilities": found.never_led})] if found.never_led else []
    return judged("every-capability", known, faults)


def phases_asked(laid: Laid) -> tuple[Phase, ...]:
    """The phases that this cycle should go through, in their order."""
    return tuple(phase for phase in Phase if phase is not Phase.DEFINE or _to_define(laid))


def phases_missing(laid: Laid) -> tuple[Phase, ...]:
    """The phases of the cycle that no item belongs to, in their order."""
    there = {item.phase for item in laid.planned}
    return tuple(phase for phase in phases_asked(laid) if phase not in there)


def place_for(laid: Laid, missing: Phase) -> RowId:
    """The session in which a missing phase would find its place: the last of earlier phases."""
    order = list(Phase)
    best = laid.programme.sessions[0].id
    for session in laid.programme.sessions:
        phases = [order.index(item.phase) for item in laid.work(session) if item.phase is not None]
        if any(place < order.index(missing) for place in phases):
            best = session.id
    return best


def _to_define(laid: Laid) -> bool:
    programme = laid.programme
    return programme.head.scheme is Scheme.FIVE_D and not programme.topics


def _led(found: Coverage) -> bool:
    return any(role is Role.LEADS for _capability, _phase, role in found.items)
