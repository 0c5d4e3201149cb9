"""Hints on minutes: the session fits its time, and steps sum to their item."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.domain.checks.verdict import Fault, Laid, Verdict, judged
from aiplanner.domain.cycle import Kind
from aiplanner.domain.rows import Item, Step
from aiplanner.domain.schedule import Slot, counts


def fits_time(laid: Laid) -> Verdict:
    """Each session ends within its planned time (ORG38: most overrun; BOARD, MSR plan to the end).

    Silent for a session without a planned length or without any timed item.
    """
    planned = [
        (session, clock)
        for session, clock in laid.sessions
        if session.planned is not None and clock.end > clock.start
    ]
    faults: Iterator[Fault] = (
        (session.id, {"session": session.id, "over": clock})
        for session, clock in planned
        if clock.over > 0
    )
    return judged("fits-time", planned, faults)


def steps_sum(laid: Laid) -> Verdict:
    """The minutes of an item's steps sum to the item (MD15, SCRUT: steps that sum to their block).

    A range may be met anywhere; steps may also describe one turn of "6 × 3". While a step has no
    minutes the others must only not be longer than the item. Silent for what has no length or no
    step with minutes.
    """
    known = False
    faults: list[Fault] = []
    for item, slot in _with_lengths(laid):
        steps = laid.programme.steps_of(item.id)
        if any(step.minutes for step in steps):
            known = True
            found = sum(step.minutes or 0 for step in steps)
            if not _fits(item, slot.minutes, steps):
                facts = {"item": item.id, "minutes": slot.minutes, "steps": found}
                faults.append((item.id, facts))
    return judged("steps-sum", known, faults)


def _with_lengths(laid: Laid) -> Iterator[tuple[Item, Slot]]:
    for session, clock in laid.sessions:
        for item in laid.programme.walk(session.id):
            slot = clock.slots[item.id]
            if counts(item) and slot.start is not None and slot.minutes and _simple(item):
                yield item, slot


def _simple(item: Item) -> bool:
    return item.kind is not Kind.BREAKOUT


def _fits(item: Item, minutes: int, steps: tuple[Step, ...]) -> bool:
    total = sum(step.minutes or 0 for step in steps)
    length = item.length
    least, most = (length.least, length.most) if length.timed else (minutes, minutes)
    if any(step.minutes is None for step in steps):
        return total <= most
    return least <= total <= most or (length.times is not None and total == length.minutes)
