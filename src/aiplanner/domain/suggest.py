"""Suggest activities of the bank for a session, each with the reasons for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from aiplanner.domain.bank import Activity, GroupForm
from aiplanner.domain.checks.group_words import is_moving
from aiplanner.domain.cycle import Kind, Part
from aiplanner.domain.ids import RowId
from aiplanner.domain.needs import Need, name_of, need_of
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session

LEAST = 3
"""So many are suggested even when little speaks for them."""

_WEIGHTS = {
    "opens": 8,
    "closes": 8,
    "phase-missing": 6,
    "after-lunch": 5,
    "capability": 4,
    "phase-next": 4,
    "phase-here": 3,
    "other-form": 3,
    "new-form": 1,
    "phase-too": 1,
}
_ONCE = frozenset({"opens", "closes"})
"""Needs that one activity answers in full."""
_ALIVE = (GroupForm.PAIRS, GroupForm.THREES)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an activity is suggested, or what to mind; `facts` fill its sentence."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        """What it answers: two activities for the same need have a reason of the same key."""
        return (self.code, *(str(value) for value in self.facts.values()))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An activity, and why: the weightiest reason first."""

    activity: Activity
    reasons: tuple[Reason, ...]


def suggestions(
    programme: Programme,
    session_id: RowId,
    activities: Iterable[Activity],
    most: int = 6,
    minutes: int | None = None,
) -> tuple[Suggestion, ...]:
    """Up to `most` activities for a session, or for a gap of so many `minutes` in it.

    Only what can be done in the minutes, and is not in the session yet (under its own name, or
    under another for the same reason). Without `minutes` they are what is left of the session's
    planned length; where nothing is left all of that length, since something may stand in for
    something else, and without a planned length there is no limit. PlanError `row-gone`.

    Ranking: the reasons of an activity are weighed. A missing opening or closing weighs most, then
    a phase of the cycle that has nothing, movement after lunch, a capability that no item leads on
    (once some lead) or the phase that comes next, then the phase the session is about, a change
    after long work in one group form, and a form that is new to the session. The best is taken;
    then what its reasons answer weighs half for the next (a third …), and a second opening or
    closing nothing, so that six suggestions do not answer one need. Ties go to what fits in its
    usual time (of a gap, to what fills most of it), then by the order of the bank. What does not
    fit the number of people, opens a session that opens, belongs to another phase, or is a task
    where one is planned (or a gap to fill) comes only to make three; further ones need a reason
    that weighs.
    """
    need = need_of(programme, programme.get(session_id, Session), minutes)
    fitting = _fitting(need, activities)
    reasons = {n: _reasons(need, one) for n, one in enumerate(fitting)}
    good = [n for n, one in enumerate(fitting) if _suits(need, one)]
    fills = {n: _fills(need, one, gap=minutes is not None) for n, one in enumerate(fitting)}
    picked = _ranked({n: reasons[n] for n in good}, fills, most)
    if len(picked) < min(LEAST, most):
        rest = {n: told for n, told in reasons.items() if n not in picked}
        picked += _ranked(rest, fills, min(LEAST, most) - len(picked))
    return tuple(Suggestion(fitting[n], _told(need, fitting[n], reasons[n])) for n in picked)


def _fitting(need: Need, activities: Iterable[Activity]) -> list[Activity]:
    """What can be done in the minutes and is not in the session; of two alike the first."""
    found: dict[str, Activity] = {}
    for one in activities:
        if need.limit is not None and one.shortest > need.limit:
            continue
        names = {name_of(one.title), name_of(one.why)} - {""}
        if need.there.isdisjoint(names):
            found.setdefault(name_of(one.title), one)
    return list(found.values())


def _fills(need: Need, one: Activity, *, gap: bool) -> int:
    """How well it uses the minutes: not in its usual time 0, else 1; of a gap what it fills."""
    if need.left is not None and one.typical > need.left:
        return 0
    return one.typical if gap else 1


def _suits(need: Need, one: Activity) -> bool:
    return (
        one.suits(need.people)
        and (one.kind is not Kind.TASK or need.task)
        and (one.part is not Part.OPENING or need.opening)
        and (one.part not in (Part.CLOSING, Part.EVALUATION) or need.closing)
        and (not one.phases or not need.phases.isdisjoint(one.phases))
    )


def _reasons(need: Need, one: Activity) -> tuple[Reason, ...]:
    """What speaks for an activity, the weightiest first."""
    found = [*_of_session(need, one), *_of_phases(need, one), *_of_leadership(need, one)]
    return tuple(sorted(found, key=lambda reason: -_WEIGHTS[reason.code]))


def _of_session(need: Need, one: Activity) -> Iterator[Reason]:
    if need.opening and one.part is Part.OPENING:
        yield Reason("opens")
    if need.closing and one.part is Part.CLOSING:
        yield Reason("closes")
    if need.lunch and _gets_up(one):
        yield Reason("after-lunch")
    if one.kind is not Kind.TASK:
        yield from _of_company(need, one)


def _of_company(need: Need, one: Activity) -> Iterator[Reason]:
    if need.company is not None and one.form is not need.company:
        yield Reason("other-form", {"form": need.company})
    if need.forms and one.form not in (*need.forms, GroupForm.MIXED):
        yield Reason("new-form", {"form": one.form})


def _of_phases(need: Need, one: Activity) -> Iterator[Reason]:
    """Only what belongs to a phase fills it: what is of use there too stays with its own."""
    for code, wanted, phases in (
        ("phase-missing", need.missing, (one.phase,)),
        ("phase-next", need.coming, (one.phase,)),
        ("phase-here", need.here, (one.phase,)),
        ("phase-too", (*need.coming, *need.here), one.also),
    ):
        if (phase := next((p for p in wanted if p in phases), None)) is not None:
            yield Reason(code, {"phase": phase})
            return


def _of_leadership(need: Need, one: Activity) -> Iterator[Reason]:
    for capability in need.never_led:
        if capability in one.leads:
            yield Reason("capability", {"capability": capability})


def _gets_up(one: Activity) -> bool:
    return one.part is Part.ENERGISER or one.form in _ALIVE or is_moving(one.group, one.title)


def _ranked(
    reasons: Mapping[int, tuple[Reason, ...]], fills: Mapping[int, int], most: int
) -> list[int]:
    """The numbers of the best, best first."""
    left, picked, answered = dict(reasons), list[int](), Counter[tuple[str, ...]]()

    def weight(n: int) -> float:
        if any(reason.code in _ONCE and answered[reason.key] for reason in left[n]):
            return 0
        return sum(_WEIGHTS[reason.code] / (1 + answered[reason.key]) for reason in left[n])

    while left and len(picked) < most:
        best = max(left, key=lambda n: (weight(n), fills[n], -n))
        if not left[best] and len(picked) >= LEAST:
            break
        picked.append(best)
        answered.update(reason.key for reason in left.pop(best))
    return picked


def _told(need: Need, one: Activity, weighed: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons that weigh, capabilities as one; then what else is good to know. Never empty."""
    led = tuple(r.facts["capability"] for r in weighed if r.code == "capability")
    told: dict[str, Reason] = {}
    for reason in weighed:
        joined = (
            Reason("capability", {"capabilities": led}) if reason.code == "capability" else reason
        )
        told.setdefault(reason.code, joined)
    more = list(_more(need, one))
    return (*told.values(), *more) if told or more else (Reason("new"),)


def _more(need: Need, one: Activity) -> Iterator[Reason]:
    if not one.suits(need.people):
        facts = {"least": one.people_least, "most": one.people_most, "people": need.people}
        yield Reason("people", facts)
    if one.kind is Kind.TASK:
        yield Reason("between")
    elif need.left is not None:
        code = "minutes" if one.typical <= need.left else "minutes-short"
        yield Reason(code, {"left": need.left, "takes": one.typical})
    if (session := need.elsewhere.get(name_of(one.title))) is not None:
        yield Reason("elsewhere", {"session": session})
