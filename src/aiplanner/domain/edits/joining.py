"""Make two items of one, and one of several, so that nothing they hold is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from aiplanner.domain.cycle import RESTS, Capability, Kind, Role
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.lengths import Length
from aiplanner.domain.positions import STEP
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item, Material, Row, Sheet, Step, Strand

from .fields import checked
from .order import placed
from .programme import NewId

_LIKE = (Kind.BREAKOUT, Kind.SECTION, Kind.TASK)
"""Kinds that can be merged with their like alone."""
_WHOLE = (Kind.BREAKOUT, Kind.SECTION)
_ONE_LINE = ("group", "lead", "room", "audience")
_MANY_LINES = ("why", "short", "outputs", "notes")
_FIRST_SAID = ("phase", "part", "level", "due")

Continued = Callable[[str], str]
"""What the second half is called of an item with a title."""


def split_item(programme: Programme, item_id: RowId, new_id: NewId, continued: str) -> Programme:
    """Part an item in two halves, the second right after the first and called `continued`.

    Minutes are parted at the step nearest to the middle, or to five minutes; turns by number. The
    texts, materials and sheets stay with the first half. PlanError `split-not-this`.
    """
    item = programme.get(item_id, Item)
    if item.kind in _WHOLE:
        raise PlanError("split-not-this", kind=item.kind)
    steps = programme.steps_of(item_id)
    cut = _cut(steps, item.length)
    early, late = _halves(item.length, cut[1])
    short = _half_of(item.short_minutes)
    first = replace(item, length=early, short_minutes=short[0])
    texts: dict[str, Any] = dict.fromkeys(_MANY_LINES, "")
    second = replace(
        item,
        id=new_id(),
        title=continued,
        length=late,
        short_minutes=short[1],
        pin=None,
        **texts,
    )
    siblings = programme.items_of(item.parent_id)
    after = [sibling.id for sibling in siblings].index(item_id) + 1
    given = [replace(step, item_id=second.id) for step in steps[cut[0] :]]
    focus = [_focus(second.id, f.capability, f.role) for f in programme.focus_of(item_id)]
    programme = programme.put(first, *placed(second, siblings, after))
    # What is numbered anew beside it must not undo the first half.
    numbered = replace(first, position=programme.get(item_id, Item).position)
    return checked(programme, numbered, programme.get(second.id, Item), *given, *focus)


def merge_items(programme: Programme, item_ids: Sequence[RowId], continued: Continued) -> Programme:
    """Make one item of several of one session or strand, in their order there.

    The first keeps its place and pin; lengths add up, texts are joined, parts come one after the
    other. Titles are joined, but for that of a second half. A break merged with work becomes a
    break inside it. PlanError `merge-apart`, `merge-not-these`, or a text's codes.
    """
    items = [programme.get(item_id, Item) for item_id in item_ids]
    if len({item.parent_id for item in items}) > 1:
        raise PlanError("merge-apart")
    order = [item.id for item in programme.items_of(items[0].parent_id) if item.id in item_ids]
    for other in order[1:]:
        programme = _merged(programme, order[0], other, continued)
    return programme


def _merged(
    programme: Programme, first_id: RowId, second_id: RowId, continued: Continued
) -> Programme:
    first, second = programme.get(first_id, Item), programme.get(second_id, Item)
    kinds = {first.kind, second.kind}
    if len(kinds) > 1 and kinds & set(_LIKE):
        raise PlanError("merge-not-these")
    parts = _all_parts(programme, first, second)
    return checked(
        programme.put(*parts).drop([second_id]), _whole(first, second, continued), *parts
    )


def _whole(first: Item, second: Item, continued: Continued) -> Item:
    values: dict[str, Any] = {}
    for name in _ONE_LINE:
        values[name] = _joined(getattr(first, name), getattr(second, name), ", ")
    for name in _MANY_LINES:
        values[name] = _joined(getattr(first, name), getattr(second, name), "\n")
    for name in _FIRST_SAID:
        said = getattr(first, name)
        values[name] = getattr(second, name) if said is None else said
    work = second if first.kind in RESTS and second.kind not in RESTS else first
    return replace(
        first,
        kind=work.kind,
        title=_title(first, second, continued),
        length=_sum(first.length, second.length),
        short_minutes=_short(first, second),
        **values,
    )


def _title(first: Item, second: Item, continued: Continued) -> str:
    if (first.kind in RESTS) is not (second.kind in RESTS):
        return second.title if first.kind in RESTS else first.title
    if second.title == continued(first.title):
        return first.title
    return _joined(first.title, second.title, " + ")


def _joined(one: str, other: str, between: str) -> str:
    return between.join(dict.fromkeys(text for text in (one, other) if text))


def _short(first: Item, second: Item) -> int | None:
    if first.short_minutes is None and second.short_minutes is None:
        return None
    least = (
        item.length.typical if item.short_minutes is None else item.short_minutes
        for item in (first, second)
    )
    return sum(least)


# Parts


def _all_parts(programme: Programme, first: Item, second: Item) -> list[Row]:
    """The second item's parts as parts of the first, after its own; a break becomes a step."""
    steps = [_own_steps(programme, item, first, second) for item in (first, second)]
    found: list[Row] = [*_one_after_the_other(first.id, *steps)]
    for kind in (Strand, Material, Sheet):
        rows = [
            [row for row in programme.children_of(item.id) if isinstance(row, kind)]
            for item in (first, second)
        ]
        found += _one_after_the_other(first.id, *rows)
    return [*found, *_all_focus(programme, first.id, second.id)]


def _own_steps(programme: Programme, item: Item, first: Item, second: Item) -> list[Step]:
    other = second if item is first else first
    steps = list(programme.steps_of(item.id))
    if item.kind not in RESTS or other.kind in RESTS:
        return steps
    # Its id follows from the break's, so that two people who merge the two agree.
    pause = Step(
        derived_id(item.id, "break"),
        item.id,
        steps[0].position - 1 if steps else 0,
        item.title,
        item.length.typical if item.length.timed else None,
        is_break=True,
    )
    return [pause, *steps]


def _one_after_the_other(
    item_id: RowId, early: Sequence[Any], late: Sequence[Any]
) -> Iterator[Any]:
    last = early[-1].position if early else None
    shift = 0
    if last is not None and late and late[0].position <= last:
        shift = last + STEP - late[0].position
    yield from early
    for row in late:
        yield replace(row, item_id=item_id, position=row.position + shift)


def _all_focus(programme: Programme, first: RowId, second: RowId) -> list[Focus]:
    roles: dict[Capability, Role] = {f.capability: f.role for f in programme.focus_of(second)}
    for focus in programme.focus_of(first):
        if roles.get(focus.capability) is not Role.LEADS:
            roles[focus.capability] = focus.role
    return [_focus(first, capability, role) for capability, role in roles.items()]


def _focus(item: RowId, capability: Capability, role: Role) -> Focus:
    return Focus(derived_id(item, capability), item, capability, role)


# Minutes


def _cut(steps: Sequence[Step], length: Length) -> tuple[int, int]:
    """How many steps the first half keeps, and how many minutes."""
    total = length.typical
    ends = list(accumulate(step.minutes or 0 for step in steps))
    told = len(steps) > 1 and all(step.minutes for step in steps) and ends[-1] == total
    if told and length.times is None:
        best = min(range(len(steps) - 1), key=lambda n: abs(2 * ends[n] - total))
        return best + 1, ends[best]
    return (len(steps) + 1) // 2, _half_of(total)[0] or 0


def _half_of(minutes: int | None) -> tuple[int | None, int | None]:
    """Two parts of so many minutes, the first to five minutes where there are enough."""
    if minutes is None:
        return None, None
    first = -(-minutes // 10) * 5 if minutes >= 10 else -(-minutes // 2)
    return first, minutes - first


def _halves(length: Length, early: int) -> tuple[Length, Length]:
    if not length.timed:
        return length, length
    if length.times is not None and length.times > 1:
        turns = (length.times + 1) // 2
        first = replace(length, times=turns)
        second = replace(length, times=length.times - turns)
    else:
        first = replace(length, minutes=early)
        second = replace(length, minutes=length.typical - early)
    low, high = _share(length, first.typical)
    return (
        replace(first, low=low[0], high=high[0]),
        replace(second, low=low[1], high=high[1]),
    )


def _share(
    length: Length, early: int
) -> tuple[tuple[int | None, int | None], tuple[int | None, int | None]]:
    """The bounds parted like the typical minutes, so that both halves lie within theirs."""
    whole = max(length.typical, 1)
    low: tuple[int | None, int | None] = None, None
    high = low
    if length.low is not None:
        least = length.low * early // whole
        low = least, length.low - least
    if length.high is not None:
        most = -(-length.high * early // whole)
        high = most, length.high - most
    return low, high


def _sum(one: Length, other: Length) -> Length:
    if not (one.timed and other.timed):
        return one if one.timed else other
    each = one.each or other.each
    alike = None not in (one.times, other.times) and one.minutes == other.minutes
    if alike and one.each == other.each:
        whole = replace(one, times=(one.times or 0) + (other.times or 0))
    else:
        whole = Length(one.typical + other.typical, each=each)
    if one.low is None and other.low is None:
        return replace(whole, low=None, high=None)
    open_ended = any(length.low is not None and length.high is None for length in (one, other))
    most = None if open_ended else one.most + other.most
    return replace(whole, low=one.least + other.least, high=most)
