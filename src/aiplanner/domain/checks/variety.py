"""Hints on variety: not too long in one company, and on their feet after lunch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aiplanner.domain.bank import GroupForm
from aiplanner.domain.checks.group_words import form_of, is_moving
from aiplanner.domain.checks.verdict import Fault, Laid, Verdict, judged
from aiplanner.domain.cycle import RESTS, Kind, Part
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import SessionClock, Slot, Track, counts

LONGEST = 120
"""Minutes of work in one group form."""
SOON = 20
"""What begins within so many minutes of the end of lunch comes after lunch."""
_NOON = (11 * 60, 14 * 60 + 30)
"""A meal that begins between these minutes of the day is lunch."""
_LUNCH = re.compile(r"\blunch", re.IGNORECASE)

Company = tuple[GroupForm, bool]
"""A group form, and whether people move in it: a walk in pairs is not a talk in pairs."""


@dataclass(frozen=True, slots=True)
class Run:
    """Work in one company, item after item: their ids and minutes."""

    company: Company
    parts: tuple[tuple[RowId, int], ...]

    @property
    def minutes(self) -> int:
        """Minutes of work in all."""
        return sum(minutes for _item, minutes in self.parts)

    @property
    def too_long_at(self) -> RowId | None:
        """The item in which it grew longer than it should."""
        spent = 0
        for item, minutes in self.parts:
            spent += minutes
            if spent > LONGEST:
                return item
        return None


def one_form(laid: Laid) -> Verdict:
    """No more than 120 minutes on end in one group form (own; every published agenda mixes them).

    Breaks are not counted and do not interrupt; a meal does, and so does work in another form, in
    several, or in one we cannot tell. Silent where no item with a length says its form.
    """
    tracks = [t for _session, clock in laid.sessions for t in _all_tracks(clock.track)]
    found = [run for track in tracks for run in runs(laid.programme, track) if run.minutes]
    faults: Iterator[Fault] = (
        (item, {"item": item, "form": run.company[0], "minutes": run.minutes})
        for run in found
        if (item := run.too_long_at) is not None
    )
    return judged("one-form", found, faults)


def after_lunch(laid: Laid) -> Verdict:
    """Something active comes within 20 minutes after lunch (own; energisers: NMSU, MSR, GREAT).

    Only what is surely passive counts against it: an input, or everyone together without moving.
    Lunch is a meal by that name or around noon; silent where nothing follows one.
    """
    meals = [found for _session, clock in laid.sessions for found in _lunches(laid, clock)]
    faults: list[Fault] = [
        (after[0].id, {"meal": meal, "item": after[0].id})
        for meal, after in meals
        if all(map(_passive, after))
    ]
    return judged("after-lunch", meals, faults)


def runs(programme: Programme, track: Track) -> tuple[Run, ...]:
    """The runs of a track: items on end in the same company."""
    found: list[Run] = []
    last: Company | None = None
    for slot in track.slots:
        item = programme.get(slot.item_id, Item)
        if not counts(item) or item.kind is Kind.BREAK:
            continue
        company = None if item.kind in RESTS or slot.tracks else _company(item)
        if company is not None:
            before = found.pop().parts if company == last else ()
            found.append(Run(company, (*before, (item.id, slot.totals.work))))
        last = company
    return tuple(found)


def _company(item: Item) -> Company | None:
    form = form_of(item.group)
    if form in (None, GroupForm.MIXED) or item.part is Part.ENERGISER:
        return None
    return form, is_moving(item.group, item.title)


def _all_tracks(track: Track) -> Iterator[Track]:
    yield track
    for slot in track.slots:
        for inner in slot.tracks:
            yield from _all_tracks(inner)


def _lunches(laid: Laid, clock: SessionClock) -> Iterator[tuple[RowId, Sequence[Item]]]:
    """Each lunch, with the work that begins soon after it."""
    slots = [(item, slot) for item, slot in _timed(laid.programme, clock.track)]
    for place, (meal, slot) in enumerate(slots):
        if _is_lunch(meal, slot, clock):
            after = [(item, later) for item, later in slots[place + 1 :] if item.kind not in RESTS]
            soon = [i for i, later in after if (later.start or 0) < (slot.end or 0) + SOON]
            if after:
                yield meal.id, soon or [after[0][0]]


def _timed(programme: Programme, track: Track) -> Iterator[tuple[Item, Slot]]:
    for slot in track.slots:
        item = programme.get(slot.item_id, Item)
        if counts(item) and slot.start is not None:
            yield item, slot


def _is_lunch(item: Item, slot: Slot, clock: SessionClock) -> bool:
    if item.kind is not Kind.MEAL:
        return False
    around_noon = clock.clocked and _NOON[0] <= (slot.start or 0) <= _NOON[1]
    return around_noon or bool(_LUNCH.search(item.title))


def _passive(item: Item) -> bool:
    if item.part is Part.ENERGISER or is_moving(item.group, item.title):
        return False
    return form_of(item.group) is GroupForm.WHOLE or (item.part is Part.INPUT and not item.group)
