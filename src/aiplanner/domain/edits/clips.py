"""Take items out of a programme as a small one of their own, and put them into any programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.positions import FURTHEST, STEP, ascending, spaced
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Item, Row, Session

from .fields import checked
from .programme import NewId, to_copy_below, with_ids


def taken(programme: Programme, item_ids: Sequence[RowId]) -> Programme:
    """The items with all they hold, in this order, as the only session of a small programme.

    They keep their ids there. What was noted of them on the day stays behind.
    """
    session = Session(derived_id(programme.id, "clip"), 0)
    rows: dict[RowId, Row] = {session.id: session}
    for item_id, position in zip(item_ids, spaced(len(item_ids)), strict=True):
        item = programme.get(item_id, Item)
        rows |= to_copy_below(programme, item_id)
        rows[item_id] = replace(item, session_id=session.id, strand_id=None, position=position)
    return empty_programme(programme.id).put(*rows.values())


def clipped(clip: Programme) -> tuple[Item, ...]:
    """The items of such a small programme, in order."""
    return tuple(item for session in clip.sessions for item in clip.items_of(session.id))


def pasted(
    programme: Programme, clip: Programme, parent: RowId, index: int, new_id: NewId
) -> Programme:
    """Copies of what was taken, under new ids, at `index` of a session or strand.

    A pin comes along only where the item it was on is gone from this programme, and nothing beside
    the copy is pinned to that time (it was pasted before): two items cannot begin at one time by
    being copied. PlanError as `add_item`.
    """
    siblings, items = programme.items_of(parent), clipped(clip)
    begin = max(0, min(index, len(siblings)))
    pins = {one.pin for one in siblings}
    rows: dict[RowId, Row] = {}
    copies = []
    for item in items:
        below = to_copy_below(clip, item.id)
        ids = {key: new_id() for key in (item.id, *below)}
        copy = _copy(programme, item, ids[item.id], parent)
        copies.append(replace(copy, pin=None) if copy.pin in pins else copy)
        rows |= with_ids(below, ids)
    for row in _placed_together(siblings, begin, copies):
        rows[row.id] = row
    return checked(programme, *rows.values())


def _placed_together(siblings: Sequence[Item], index: int, copies: Sequence[Item]) -> list[Item]:
    """The rows to put so that the copies stand one after the other at `index`.

    That is the copies alone where there is room between their neighbours, else all numbered anew.
    """
    before, after = siblings[:index], siblings[index:]
    low = before[-1].position if before else (after[0].position if after else 0)
    low -= 0 if before else STEP * (len(copies) + 1)
    high = after[0].position if after else low + STEP * (len(copies) + 1)
    step = (high - low) // (len(copies) + 1)
    sound = ascending([one.position for one in siblings]) and step > 0
    if sound and max(abs(low), abs(high)) <= FURTHEST:
        return [replace(one, position=low + step * (n + 1)) for n, one in enumerate(copies)]
    whole = [*before, *copies, *after]
    numbers = spaced(len(whole))
    return [replace(one, position=numbers[n]) for n, one in enumerate(whole)]


def _copy(programme: Programme, item: Item, row_id: RowId, parent: RowId) -> Item:
    in_session = isinstance(programme.rows.get(parent), Session)
    return replace(
        item,
        id=row_id,
        pin=None if item.id in programme.rows else item.pin,
        session_id=parent if in_session else None,
        strand_id=None if in_session else parent,
    )
