"""Make a starter of one's own from a programme, so that the next one begins where this one is."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from aiplanner.domain.content import (
    Starter,
    StarterItem,
    StarterMaterial,
    StarterSession,
    StarterSheet,
    StarterStep,
    StarterStrand,
)
from aiplanner.domain.cycle import Role, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import length_text
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Row

_OF_THIS_TIME = frozenset(
    {
        *("day", "due", "venue", "room", "lead", "notes", "service", "organisation", "contact"),
        *("issue", "sponsor", "boundary", "follow_up", "future_day", "future"),
    }
)
"""Fields that tell of one team, its people, places and days, and not of how to work."""

_FOR_LONG = {State.SHORT: State.PLANNED}
"""Who was short of time once need not be so again."""


def starter_from(programme: Programme, key: str, title: str, promise: str) -> Starter:
    """A starter with the sessions of a programme: how it is done, without who, where and when.

    What the people found stays with them. `key` begins as one's own keys do.
    """
    sessions = tuple(
        StarterSession(
            **_shared(session, StarterSession, {"items"}), items=_items(programme, session.id)
        )
        for session in programme.sessions
    )
    head = _shared(programme.head, Starter, {"title", "promise", "found", "sessions"})
    return Starter(**{**head, "key": key, "title": title, "promise": promise, "sessions": sessions})


def _items(programme: Programme, owner: RowId) -> tuple[StarterItem, ...]:
    return tuple(_item(programme, item) for item in programme.items_of(owner))


def _item(programme: Programme, item: Item) -> StarterItem:
    focus = programme.focus_of(item.id)
    return StarterItem(
        **_shared(item, StarterItem, {"length", "each", "state"}),
        state=_FOR_LONG.get(item.state, item.state),
        length=length_text(item.length) if item.length.timed else "",
        each=item.length.each,
        leads=tuple(one.capability for one in focus if one.role is Role.LEADS),
        supports=tuple(one.capability for one in focus if one.role is Role.SUPPORTS),
        steps=_parts(programme.steps_of(item.id), StarterStep),
        materials=_parts(programme.materials_of(item.id), StarterMaterial),
        sheets=_parts(programme.sheets_of(item.id), StarterSheet),
        strands=tuple(
            StarterStrand(
                **_shared(strand, StarterStrand, {"items"}), items=_items(programme, strand.id)
            )
            for strand in programme.strands_of(item.id)
        ),
    )


def _parts(rows: tuple[Row, ...], kind: type[Any]) -> tuple[Any, ...]:
    return tuple(kind(**_shared(row, kind, set())) for row in rows)


def _shared(row: Any, kind: type[Any], without: set[str]) -> dict[str, Any]:
    """The fields that a row and the starter's part it becomes have by the same name."""
    names = {spec.name for spec in fields(kind)} - _OF_THIS_TIME - without
    return {spec.name: getattr(row, spec.name) for spec in fields(row) if spec.name in names}
