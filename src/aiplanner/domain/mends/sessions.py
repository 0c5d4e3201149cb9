"""Mends of a session: how it begins and ends, its breaks, and its planned end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from aiplanner.domain.bank import Activity, GroupForm
from aiplanner.domain.checks import Hint
from aiplanner.domain.checks.breaks import stretches
from aiplanner.domain.checks.group_words import is_moving
from aiplanner.domain.copies import people_of
from aiplanner.domain.cycle import Kind, Part, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import add_item
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import Length
from aiplanner.domain.mends.mend import Mend, Tools
from aiplanner.domain.needs import name_of
from aiplanner.domain.plan_b import Choice, propose
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session, Strand
from aiplanner.domain.schedule import session_clock

_ALIVE = (GroupForm.PAIRS, GroupForm.THREES)
BREAK = 10
"""Minutes of a break that is put in."""


def mend_opens(programme: Programme, hint: Hint, tools: Tools) -> Iterator[Mend]:
    """Begin with an opening from the bank, before the first thing that people do."""
    yield from _from_bank(programme, hint, tools, _Edge("open-with", Part.OPENING, after=False))


def mend_closes(programme: Programme, hint: Hint, tools: Tools) -> Iterator[Mend]:
    """End with a closing from the bank, after the last thing that people do."""
    yield from _from_bank(programme, hint, tools, _Edge("close-with", Part.CLOSING, after=True))


def mend_after_lunch(programme: Programme, hint: Hint, tools: Tools) -> Iterator[Mend]:
    """Get up right after the meal, with an energiser from the bank."""
    meal = programme.get(cast(RowId, hint.facts["meal"]), Item)
    session = programme.session_of(meal)
    alive = tuple(one for one in tools.activities if _gets_up(one))
    activity = _pick(programme, session, replace(tools, activities=alive), Part.ENERGISER)
    if activity is not None:
        facts = {"activity": activity.title, "minutes": activity.typical, "meal": meal.id}
        yield Mend("after-meal", _Adding(tools, activity, meal.id, after=True), facts)


def mend_breaks(programme: Programme, hint: Hint, tools: Tools) -> Iterator[Mend]:
    """Put a break before or after the item in which the work grew too long: where it helps most."""
    item = programme.get(cast(RowId, hint.facts["item"]), Item)
    ways = [
        Mend(code, partial(_with_break, item=item.id, after=after, tools=tools), facts)
        for facts in ({"item": item.id, "minutes": BREAK},)
        for code, after in (("break-before", False), ("break-after", True))
    ]
    session = programme.session_of(item)
    yield from sorted(ways, key=lambda way: _longest(way.change(programme), session.id))


def mend_by_short_versions(programme: Programme, hint: Hint, _tools: Tools) -> Iterator[Mend]:
    """Take short versions as plan B proposes them, where these alone bring the session to its end.

    What would have to be skipped is for somebody to weigh.
    """
    session = cast(RowId, hint.facts["session"])
    plan = propose(programme, session)
    changed = [one.item_id for one in plan.changed if one.choice is Choice.SHORT]
    if plan.met and changed and len(changed) == len(plan.changed):
        yield Mend("short-versions", partial(_shortened, items=changed), {"items": tuple(changed)})


def mend_fits_time(programme: Programme, hint: Hint, _tools: Tools) -> Iterator[Mend]:
    """Plan the end for when the session really ends."""
    session = programme.get(cast(RowId, hint.facts["session"]), Session)
    clock = session_clock(programme, session)
    spent = clock.end - clock.start
    facts = {"end": clock.end, "minutes": spent}
    code = "later-end" if clock.clocked else "longer-plan"
    yield Mend(code, lambda now: set_fields(now, session.id, planned=spent), facts)


def _gets_up(one: Activity) -> bool:
    """Whether people walk or talk in it, and do not only sit or listen."""
    return one.form in _ALIVE or is_moving(one.group, one.title)


@dataclass(frozen=True, slots=True)
class _Edge:
    """An edge of a session, and the part that belongs there."""

    code: str
    part: Part
    after: bool


def _from_bank(programme: Programme, hint: Hint, tools: Tools, edge: _Edge) -> Iterator[Mend]:
    session = programme.get(cast(RowId, hint.facts["session"]), Session)
    activity = _pick(programme, session, tools, edge.part)
    if activity is None:
        return
    item = _outermost(programme, programme.get(cast(RowId, hint.facts["item"]), Item))
    facts = {"activity": activity.title, "minutes": activity.typical, "session": session.id}
    yield Mend(edge.code, _Adding(tools, activity, item.id, edge.after), facts)


def _pick(programme: Programme, session: Session, tools: Tools, part: Part) -> Activity | None:
    """The first of the bank for a part that is new to the session and suits its numbers and time.

    What belongs to one phase is left to choose; where nothing fits the time, the shortest is taken.
    """
    people, left = people_of(programme, session), -session_clock(programme, session).over
    there = {name_of(item.title) for item in programme.walk(session.id)}
    fitting = [
        one
        for one in tools.activities
        if one.part is part
        and one.phase is None
        and one.suits(people)
        and name_of(one.title) not in there
    ]
    in_time = (one for one in fitting if session.planned is None or one.typical <= left)
    shortest = min(fitting, key=lambda one: one.typical, default=None)
    return next(in_time, shortest)


@dataclass(frozen=True, slots=True)
class _Adding:
    """Adds an activity of the bank before or after an item, wherever that stands by then."""

    tools: Tools
    activity: Activity
    item: RowId
    after: bool

    def __call__(self, now: Programme) -> Programme:
        parent, index = _place(now, self.item, after=self.after)
        return self.tools.add(now, self.activity, parent, index)


def _shortened(now: Programme, items: list[RowId]) -> Programme:
    for item in items:
        now = set_fields(now, item, state=State.SHORT)
    return now


def _with_break(now: Programme, item: RowId, *, after: bool, tools: Tools) -> Programme:
    parent, index = _place(now, item, after=after)
    rest = Item(tools.new_id(), 0, kind=Kind.BREAK, title=tools.break_title, length=Length(BREAK))
    return add_item(now, rest, parent, index)


def _place(now: Programme, item_id: RowId, *, after: bool) -> tuple[RowId, int]:
    """Where something stands that comes right before or after an item."""
    item = now.get(item_id, Item)
    siblings = [one.id for one in now.items_of(item.parent_id)]
    return item.parent_id, siblings.index(item_id) + after


def _outermost(programme: Programme, item: Item) -> Item:
    """The item of the session itself in whose strands an item stands."""
    while item.strand_id is not None:
        item = programme.get(programme.get(item.strand_id, Strand).item_id, Item)
    return item


def _longest(programme: Programme, session_id: RowId) -> int:
    """The longest stretch of work in a session."""
    clock = session_clock(programme, programme.get(session_id, Session))
    return max((stretch.minutes for stretch in stretches(programme, clock.track)), default=0)
