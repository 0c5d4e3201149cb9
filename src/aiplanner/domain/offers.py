"""What can be done in one step about free time or an overlap before a pinned item.

Only what does what it says is offered: it is tried first, and left out where it would not mend the
place it is for, or would move any other item that is pinned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from aiplanner.domain.cycle import RESTS, Kind, Part, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import add_item, set_pin
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import Length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import DAY, SessionClock, Slot, Track, counts, session_clock

LEAST = 5
"""Nothing is shortened to fewer minutes than this."""
MOST_A_WAY = 2
"""So many items at most are offered for each way of making room."""


class Way(StrEnum):
    """How the place before a pinned item is mended."""

    EARLIER = "earlier"
    """The pinned item begins when what comes before it ends; it stays pinned."""
    LATER = "later"
    """The same, where it begins too early."""
    BREAK = "break"
    """A break fills the free time."""
    LENGTHEN = "lengthen"
    """What comes before takes the free time as well."""
    SHORTEN = "shorten"
    """Something before it takes fewer minutes."""
    SHORT = "short"
    """Something before it is done in its short version."""
    DROP = "drop"
    """Something before it is skipped; it stays in the list."""
    RUN_ON = "run-on"
    """The item is no longer pinned, and begins when what comes before it ends."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One step that mends the place before `pinned`; `item` is what it changes."""

    way: Way
    pinned: RowId
    item: RowId
    minutes: int = 0
    """What the item, or the new break, then takes; or the minute from midnight of the new pin."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an offer would change. Minutes count from midnight of the session's day."""

    start: int
    """When the item that changes (or the new break) would begin."""
    end: int
    before: int
    """Minutes that the item takes now."""
    gap: int
    """Minutes that would be free before the pinned item."""
    session_end: int
    session_end_before: int


def offers(programme: Programme, item_id: RowId) -> tuple[Offer, ...]:
    """The steps that would mend the free time or the overlap before an item, the gentlest first."""
    item = programme.rows.get(item_id)
    if not isinstance(item, Item) or item.pin is None:
        return ()
    clock = session_clock(programme, programme.session_of(item))
    slot = clock.slots[item_id]
    if not (slot.gap or slot.overlap):
        return ()
    ahead = _ahead(programme, clock.track, item_id)
    found = _for_gap(programme, slot, ahead) if slot.gap else _for_overlap(programme, slot, ahead)
    return tuple(offer for offer in found if _holds(programme, clock, offer))


def accepted(programme: Programme, offer: Offer, new_id: NewId, break_title: str = "") -> Programme:
    """The programme with an offer taken; PlanError when its items are gone by now."""
    match offer.way:
        case Way.EARLIER | Way.LATER:
            minute = offer.minutes % DAY
            return set_pin(programme, offer.item, time(minute // 60, minute % 60))
        case Way.RUN_ON:
            return set_pin(programme, offer.item, None)
        case Way.BREAK:
            return _with_break(programme, offer, new_id(), break_title)
        case Way.LENGTHEN | Way.SHORTEN:
            return set_fields(programme, offer.item, length=Length(offer.minutes))
        case Way.SHORT:
            return set_fields(programme, offer.item, state=State.SHORT)
        case Way.DROP:
            return set_fields(programme, offer.item, state=State.SKIPPED)


def effect(programme: Programme, offer: Offer) -> Effect:
    """What an offer would change, told before it is taken."""
    before = session_clock(programme, programme.session_of(programme.get(offer.pinned, Item)))
    after = _clock_after(programme, offer)
    touched = _NEW if offer.way is Way.BREAK else offer.item
    slot = after.slots[touched]
    start = before.slots[offer.item].start if slot.start is None else slot.start
    return Effect(
        start=start or 0,
        end=(start or 0) + slot.minutes,
        before=before.slots[offer.item].minutes,
        gap=after.slots[offer.pinned].gap,
        session_end=after.end,
        session_end_before=before.end,
    )


_NEW = RowId("0" * 32)
"""The id of a break that is only tried."""


def _for_gap(programme: Programme, slot: Slot, ahead: Sequence[Slot]) -> Iterator[Offer]:
    pinned, free = slot.item_id, slot.gap
    cursor = (slot.start or 0) - free
    yield Offer(Way.EARLIER, pinned, pinned, cursor)
    yield Offer(Way.BREAK, pinned, pinned, free)
    if ahead and _exact(programme.get(ahead[-1].item_id, Item)):
        last = ahead[-1]
        yield Offer(Way.LENGTHEN, pinned, last.item_id, last.minutes + free)
    yield Offer(Way.RUN_ON, pinned, pinned)


def _for_overlap(programme: Programme, slot: Slot, ahead: Sequence[Slot]) -> Iterator[Offer]:
    pinned, over = slot.item_id, slot.overlap
    yield Offer(Way.LATER, pinned, pinned, (slot.start or 0) + over)
    since = _since_pin(programme, ahead)
    for held in _chosen(s for s in since if _can_give(programme, s, over)):
        yield Offer(Way.SHORTEN, pinned, held.item_id, held.minutes - over)
    for held in _chosen(s for s in since if _short_saves(programme, s) >= over):
        yield Offer(Way.SHORT, pinned, held.item_id, held.minutes - _short_saves(programme, held))
    loose = [s for s in since if _can_go(programme, s) and s.minutes >= over]
    for held in sorted(loose, key=lambda s: (_rests(programme, s), s.minutes))[:MOST_A_WAY]:
        yield Offer(Way.DROP, pinned, held.item_id)
    yield Offer(Way.RUN_ON, pinned, pinned)


def _ahead(programme: Programme, track: Track, item_id: RowId) -> list[Slot]:
    """What takes part in the clock before an item, in its own session or strand."""
    slots = list(track.slots)
    for n, slot in enumerate(slots):
        if slot.item_id == item_id:
            laid = (s for s in slots[:n] if s.start is not None)
            return [s for s in laid if counts(programme.get(s.item_id, Item))]
        for inner in slot.tracks:
            if any(held.item_id == item_id for held in inner.walk()):
                return _ahead(programme, inner, item_id)
    return []


def _since_pin(programme: Programme, ahead: Sequence[Slot]) -> list[Slot]:
    """What runs on up to a pinned item, from the pinned one before it (included) on."""
    found: list[Slot] = []
    for slot in reversed(ahead):
        found.append(slot)
        if programme.get(slot.item_id, Item).pin is not None:
            break
    return found


def _chosen(slots: Iterator[Slot]) -> list[Slot]:
    """The nearest, and the longest of the others."""
    found = list(slots)
    longest = sorted(found[1:], key=lambda slot: -slot.minutes)
    return [*found[:1], *longest][:MOST_A_WAY]


def _exact(item: Item) -> bool:
    """Whether its minutes are a plain number that can be another."""
    length = item.length
    plain = length.timed and length.times is None and length.low is None and length.high is None
    return plain and item.state is State.PLANNED and item.kind is not Kind.BREAKOUT


def _can_give(programme: Programme, slot: Slot, minutes: int) -> bool:
    return _exact(programme.get(slot.item_id, Item)) and slot.minutes - minutes >= LEAST


def _short_saves(programme: Programme, slot: Slot) -> int:
    """Minutes that an item's short version saves; -1 where it has none or is short already."""
    item = programme.get(slot.item_id, Item)
    if item.short_minutes is None or item.state is not State.PLANNED:
        return -1
    return -1 if item.kind is Kind.BREAKOUT else slot.minutes - item.short_minutes


def _rests(programme: Programme, slot: Slot) -> bool:
    """Whether it is a break: those go last."""
    return programme.get(slot.item_id, Item).kind in RESTS


def _can_go(programme: Programme, slot: Slot) -> bool:
    item = programme.get(slot.item_id, Item)
    return item.pin is None and item.part not in (Part.OPENING, Part.CLOSING)


def _with_break(programme: Programme, offer: Offer, row_id: RowId, title: str) -> Programme:
    pinned = programme.get(offer.pinned, Item)
    siblings = [item.id for item in programme.items_of(pinned.parent_id)]
    pause = Item(row_id, 0, kind=Kind.BREAK, title=title, length=Length(offer.minutes))
    return add_item(programme, pause, pinned.parent_id, siblings.index(pinned.id))


def _clock_after(programme: Programme, offer: Offer) -> SessionClock:
    after = accepted(programme, offer, lambda: _NEW)
    return session_clock(after, after.session_of(after.get(offer.pinned, Item)))


def _holds(programme: Programme, before: SessionClock, offer: Offer) -> bool:
    """Whether an offer does what it says and moves no pinned item but the one named."""
    after = _clock_after(programme, offer)
    there = after.slots[offer.pinned]
    room_made = offer.way in (Way.SHORT, Way.DROP)
    mended = not there.overlap and (room_made or not there.gap)
    pinned = (
        key
        for key in before.slots
        if key != offer.pinned and (item := programme.get(key, Item)).pin and counts(item)
    )
    still = all(after.slots[key].start == before.slots[key].start for key in pinned)
    return mended and still and after.start == before.start
