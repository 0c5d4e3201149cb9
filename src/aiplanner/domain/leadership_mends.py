"""Find activities of the bank that would lead on what no item leads on, and where they fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from aiplanner.domain.bank import Activity
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Capability, Kind, Part
from aiplanner.domain.edits.items import add_item
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import Length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import counts, session_clock
from aiplanner.domain.suggest import Suggestion, suggestions

MOST = 3
_SESSIONS, _ENOUGH = 4, 12
"""So many sessions are looked at, and so many activities weighed for each."""
_ROOMY = 30
"""More minutes than these promise no more."""
_TIGHT = 3
"""So much speaks against what pushes something past its time."""
_SPEAKS = {
    "minutes": 4,
    "phase-missing": 3,
    "phase-next": 3,
    "phase-here": 3,
    "minutes-short": 2,
    "phase-too": 2,
    "elsewhere": -1,
    "between": -4,
    "people": -6,
}
"""How much the reasons of a suggestion speak for that session; others speak for any."""


@dataclass(frozen=True, slots=True)
class LeadershipMend:
    """An activity for a session, at a place among its items, and what it would lead on anew."""

    session: RowId
    index: int
    activity: Activity
    capabilities: tuple[Capability, ...]


def leadership_mends(
    programme: Programme, activities: Iterable[Activity], today: date, most: int = MOST
) -> tuple[LeadershipMend, ...]:
    """Up to `most` ways to have something lead on what nothing leads on; none where all is led.

    Each capability that lacks one gets its best way before any gets a second, and no activity is
    named twice. The best fits the time that is left, the phase of the session and the number of
    people (the reasons that `suggestions` gives for it), and pushes nothing past its time.
    Sessions before `today` have been held: nothing is added to them.
    """
    never = coverage(programme).never_led
    able = [one for one in activities if set(one.leads) & set(never) and one.kind is Kind.ACTIVITY]
    pool = sorted(_weighed(programme, able, today), key=lambda entry: -entry[0])
    picked: list[LeadershipMend] = []
    while len(picked) < most:
        found = _next(programme, pool, picked, never)
        if found is None:
            break
        picked.append(found)
    return tuple(picked)


Weighed = tuple[int, RowId, Activity]


def _weighed(programme: Programme, able: list[Activity], today: date) -> Iterator[Weighed]:
    for session in _likely(programme, able, today):
        for one in suggestions(programme, session.id, able, _ENOUGH):
            tight = _TIGHT if _pushes(programme, session, one.activity) else 0
            yield _weight(one) - tight, session.id, one.activity


def _likely(programme: Programme, able: list[Activity], today: date) -> list[Session]:
    """The sessions to weigh activities for: those still to come with a phase and time for one.

    Each is weighed against the whole programme, so that not all of a long one can be.
    """
    homes = {one.phase for one in able} - {None}

    def promise(session: Session) -> tuple[bool, int]:
        phases = {item.phase for item in programme.walk(session.id) if counts(item)}
        left = -min(session_clock(programme, session).over, 0)
        return bool(phases & homes), min(left, _ROOMY)

    coming = [one for one in programme.sessions if one.day is None or one.day >= today]
    best = sorted(coming, key=promise, reverse=True)[:_SESSIONS] if able else []
    return [session for session in coming if session in best]


def _pushes(programme: Programme, session: Session, one: Activity) -> bool:
    """Whether it would make the session run over, or overlap with what begins at a fixed time."""
    item = Item(RowId("f" * 32), 0, session.id, length=Length(one.typical))
    after = add_item(programme, item, session.id, place_for(programme, session.id, one))
    was, now = session_clock(programme, session), session_clock(after, session)
    over = max(now.over, 0) > max(was.over, 0)
    return over or now.totals.overlaps > was.totals.overlaps


def _weight(one: Suggestion) -> int:
    weight = sum(_SPEAKS.get(reason.code, 0) for reason in one.reasons)
    at_home = any(reason.code.startswith("phase-") for reason in one.reasons)
    return weight if at_home or one.activity.phase is None else weight - 3


def _next(
    programme: Programme,
    pool: list[Weighed],
    picked: list[LeadershipMend],
    never: tuple[Capability, ...],
) -> LeadershipMend | None:
    """The heaviest that answers what is answered least so far."""
    used = {mend.activity.key for mend in picked}
    told = [c for mend in picked for c in mend.capabilities]
    best: tuple[tuple[int, int, int], Weighed] | None = None
    for weight, session, one in pool:
        if one.key in used:
            continue
        there = sum(1 for mend in picked if mend.session == session)
        rank = (-min(told.count(c) for c in one.leads if c in never), weight, -there)
        if best is None or rank > best[0]:
            best = (rank, (weight, session, one))
    if best is None:
        return None
    _heaviest, session, one = best[1]
    leads = tuple(c for c in one.leads if c in never)
    return LeadershipMend(session, place_for(programme, session, one), one, leads)


def place_for(programme: Programme, session: RowId, one: Activity) -> int:
    """Where among a session's items an activity belongs: after its phase, before the closing."""
    items = programme.items_of(session)
    if one.part is Part.OPENING:
        return 0
    end = len(items)
    closing = next((n for n, item in enumerate(items) if _closes(item)), end)
    same = [n for n, item in enumerate(items) if counts(item) and item.phase in one.phases]
    if one.phase is not None and same:
        return same[-1] + 1
    work = [n for n, item in enumerate(items[:closing]) if counts(item)]
    return closing if closing < end or not work else work[-1] + 1


def _closes(item: Item) -> bool:
    return counts(item) and item.part in (Part.CLOSING, Part.EVALUATION)
