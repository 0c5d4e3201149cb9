"""Hints on numbers: enough of what people hold in their hands, and turns for all who have one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aiplanner.domain.bank import GroupForm
from aiplanner.domain.checks.group_words import form_of, groups_in, sizes_of
from aiplanner.domain.checks.verdict import Fault, Laid, Verdict, judged
from aiplanner.domain.copies import TABLE, people_of
from aiplanner.domain.cycle import Per
from aiplanner.domain.rows import Item, Material, Session

_HELD = re.compile(
    r"\b(cards|sheets|worksheets|handouts|guides|interview guides|forms|copies|slips|pens|pencils"
    r"|markers|badges|booklets|workbooks|templates|flip-?charts|pads|clipboards|envelopes)\b",
    re.IGNORECASE,
)
"""What each person, pair or table needs one of; other things may well be shared by all."""
_IN_EACH = {GroupForm.ALONE: 1, GroupForm.PAIRS: 2, GroupForm.THREES: 3}
_WITHOUT_GROUPS = (GroupForm.WHOLE, GroupForm.ALONE)
_PERSON = re.compile(r"\b(persons?|people|participants?|member|one)\b", re.IGNORECASE)
_PAIR = re.compile(r"\bpairs?\b", re.IGNORECASE)
_ALL = re.compile(r"\b(everyone|everybody|all of us)\b", re.IGNORECASE)
_GROUP = re.compile(r"\b(groups?|teams?|tables?)\b", re.IGNORECASE)


def enough_materials(laid: Laid) -> Verdict:
    """A number of things that was typed is enough for those who each need one (own).

    Looks at what is counted for the whole session, two or more of it, and is held in the hand by a
    person, pair, three or table, as the item's group form says. Silent where the number of people
    or the form is not known, in strands, and for items for some of the people only.
    """
    looked = list(_held(laid))
    faults: Iterator[Fault] = (
        (item.id, {"item": item.id, "name": material.name, "there": material.quantity, **wanted})
        for item, material, wanted in looked
        if material.quantity < wanted["needed"]
    )
    return judged("enough-materials", looked, faults)


def turns_fit(laid: Laid) -> Verdict:
    """Turns ("6 × 3 min each group") are as many as those who have one (own; MSR, MD15).

    People who each have a turn are those of one group; groups are counted by the words of the item,
    or by the size of the groups just before it. Silent where that is not said (as of "the groups
    you chose"), or the number of people is not known.
    """
    looked = list(_turns(laid))
    faults: Iterator[Fault] = (
        (item.id, {"item": item.id, "times": times, "least": least, "most": most, "whose": whose})
        for item, times, whose, (least, most) in looked
        if not least <= times <= most
    )
    return judged("turns-fit", looked, faults)


def _held(laid: Laid) -> Iterator[tuple[Item, Material, dict[str, int]]]:
    for _session, item, people in _counted(laid):
        in_each = _in_each(item)
        for material in laid.programme.materials_of(item.id):
            many = material.per is Per.SESSION and material.quantity > 1
            if in_each and many and _HELD.search(material.name):
                needed = people // 3 if in_each == 3 else -(-people // in_each)
                yield item, material, {"needed": max(1, needed), "in_each": in_each}


def _in_each(item: Item) -> int | None:
    """How many people share one thing; a form of several, or of all together, does not say."""
    form = form_of(item.group)
    if form is GroupForm.SMALL:
        sizes = sizes_of(item.group)
        return sizes[1] if sizes else TABLE
    return None if form is None else _IN_EACH.get(form)


def _counted(laid: Laid) -> Iterator[tuple[Session, Item, int]]:
    for session in laid.programme.sessions:
        people = people_of(laid.programme, session)
        for item in laid.work(session):
            if people and item.strand_id is None and _for_all(item.audience):
                yield session, item, people


def _for_all(audience: str) -> bool:
    return not audience.strip() or bool(_ALL.search(audience))


Turn = tuple[Item, int, str, tuple[int, int]]
"""An item, its turns, whose they are, and how few and many there should be."""


def _turns(laid: Laid) -> Iterator[Turn]:
    before: dict[object, Item] = {}
    for session, item, people in _counted(laid):
        times, each = item.length.times, item.length.each
        if times is not None:
            whose = _whose(each)
            should = _should(whose, item, before.get(session.id), people)
            if should is not None:
                yield item, times, whose, should
        if form_of(item.group) not in _WITHOUT_GROUPS:
            before[session.id] = item


def _whose(each: str) -> str:
    for name, words in (("person", _PERSON), ("pair", _PAIR), ("group", _GROUP)):
        if words.search(each):
            return name
    return ""


def _should(whose: str, item: Item, before: Item | None, people: int) -> tuple[int, int] | None:
    match whose:
        case "person":
            return _each_person(item, people)
        case "pair":
            return -(-(people - 1) // 2), -(-people // 2)
        case "group":
            return _groups(item, people) or (_groups(before, people) if before else None)
        case _:
            return None


def _each_person(item: Item, people: int) -> tuple[int, int] | None:
    """As many as sit together; one more or less where people do not divide evenly."""
    if form_of(item.group) is GroupForm.WHOLE:
        return people, people + 2
    sizes = sizes_of(item.group)
    return (max(1, sizes[0] - 1), sizes[1] + 1) if sizes else None


def _groups(item: Item, people: int) -> tuple[int, int] | None:
    if (counted := groups_in(item.group)) is not None:
        return counted, counted
    sizes = sizes_of(item.group)
    if sizes is None:
        return None
    fewest, most = -(-people // (sizes[1] + 1)), -(-people // max(1, sizes[0] - 1))
    return (fewest, most) if most else None
