"""Hints on what follows: promises, actions, who follows up, and the day to look again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from aiplanner.domain.checks.verdict import Fault, Laid, Verdict, judged
from aiplanner.domain.cycle import Phase
from aiplanner.domain.findings import Action, Progress, Promise
from aiplanner.domain.thread import Orphan, orphans

SOON = 14
"""Days in which a first step is taken."""


def promise_person(laid: Laid) -> Verdict:
    """A promise has a person: who makes it, or who is asked (domain facts 1.4d, own; CAI-G)."""
    return judged("promise-person", _promised(laid), _lacking(_promised(laid), "person"))


def promise_date(laid: Laid) -> Verdict:
    """A promise has a date by when (domain facts 1.4d, own)."""
    return judged("promise-date", _promised(laid), _lacking(_promised(laid), "due"))


def action_person(laid: Laid) -> Verdict:
    """An action has a person (domain facts 1.4d, own; AS-TEAM: nobody tasked, nothing done)."""
    return judged("action-person", _open(laid), _lacking(_open(laid), "person"))


def action_date(laid: Laid) -> Verdict:
    """An action has a date by when (domain facts 1.4d, own; MSR: outcomes and milestones)."""
    return judged("action-date", _open(laid), _lacking(_open(laid), "due"))


def action_first_step(laid: Laid) -> Verdict:
    """An action has a first step (domain facts 1.4d, own; SCRUT: what I can do tomorrow)."""
    return judged("action-first-step", _open(laid), _lacking(_open(laid), "first_step"))


def action_soon(laid: Laid) -> Verdict:
    """The first step comes within 14 days of the last session before it (domain facts 1.4d, own).

    Silent where the first step or the sessions have no date.
    """
    days = [session.day for session in laid.programme.sessions if session.day is not None]
    dated = [
        (action, action.first_due, before)
        for action in _open(laid)
        if action.first_due is not None and (before := _last_before(days, action.first_due))
    ]
    faults = (
        (action.id, {"text": action.text, "days": (first - before).days, "day": before})
        for action, first, before in dated
        if (first - before).days > SOON
    )
    return judged("action-soon", dated, faults)


def action_statement(laid: Laid) -> Verdict:
    """Behind an action stands a statement, through the thread (domain facts 1.4d, own).

    Silent while no statement has been written down.
    """
    actions = [one for one in laid.programme.actions if _stands(one)]
    stated = any(one.text.strip() for one in laid.programme.statements)
    loose = orphans(laid.thread)
    faults = ((one.id, {"text": one.text}) for one in actions if loose.get(one.id) is Orphan.ACTION)
    return judged("action-statement", stated and actions, faults)


def follow_up(laid: Laid) -> Verdict:
    """Somebody is named who follows up (AS-TEAM: decide it early).

    Asked once there are promises or actions, or a dated session with something of the last phase.
    """
    programme = laid.programme
    dated = any(session.day is not None for session in programme.sessions)
    delivers = any(item.phase is Phase.DELIVER for item in laid.planned)
    named = programme.head.follow_up.strip()
    known = named or programme.actions or programme.promises or (dated and delivers)
    return judged("follow-up", known, () if named else [(programme.id, {})])


def review_date(laid: Laid) -> Verdict:
    """Once there are actions, there is a day to look again (CHB: two months to a year on; UWS)."""
    programme = laid.programme
    actions = [one for one in programme.actions if one.progress is not Progress.DROPPED]
    dated = any(review.due is not None for review in programme.reviews)
    row = programme.reviews[0].id if programme.reviews else None
    return judged("review-date", actions, () if dated else [(row, {})])


def _open(laid: Laid) -> list[Action]:
    """Actions that are still to be done."""
    return [one for one in laid.programme.actions if _to_do(one)]


def _promised(laid: Laid) -> list[Promise]:
    """Promises that are still to be kept."""
    return [one for one in laid.programme.promises if _to_do(one)]


def _to_do(one: Promise | Action) -> bool:
    return one.progress is not Progress.DONE and _stands(one)


def _stands(one: Promise | Action) -> bool:
    return one.progress is not Progress.DROPPED and bool(one.text.strip())


def _lacking(rows: Iterable[Promise | Action], name: str) -> Iterator[Fault]:
    for row in rows:
        value = getattr(row, name)
        if value is None or (isinstance(value, str) and not value.strip()):
            yield row.id, {"text": row.text}


def _last_before(days: list[date], day: date) -> date | None:
    return max((one for one in days if one <= day), default=None)
