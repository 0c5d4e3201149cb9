"""Take items out of a programme as a small one of their own, and put them into any programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.positions import spaced
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Item, Row, Session

from .fields import checked
from .order import placed
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

    A pin comes along only where the item it was on is gone from this programme: two items cannot
    begin at one time by being copied. PlanError as `add_item`.
    """
    for n, item in enumerate(clipped(clip)):
        programme = _put(programme, clip, item, (parent, index + n), new_id)
    return programme


def _put(
    programme: Programme, clip: Programme, item: Item, place: tuple[RowId, int], new_id: NewId
) -> Programme:
    parent, index = place
    below = to_copy_below(clip, item.id)
    ids = {key: new_id() for key in (item.id, *below)}
    in_session = isinstance(programme.rows.get(parent), Session)
    copy = replace(
        item,
        id=ids[item.id],
        pin=None if item.id in programme.rows else item.pin,
        session_id=parent if in_session else None,
        strand_id=None if in_session else parent,
    )
    with_copy = programme.put(*placed(copy, programme.items_of(parent), index))
    return checked(with_copy, with_copy.get(copy.id, Item), *with_ids(below, ids).values())
