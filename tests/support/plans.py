"""Write plans as people speak of them, and read their clock back as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from itertools import count
from typing import Any

from aiplanner.app.starters import programme_from
from aiplanner.domain.content import (
    Starter,
    StarterItem,
    StarterSession,
    StarterStep,
    StarterStrand,
)
from aiplanner.domain.cycle import Kind
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import SessionClock, clock_text, session_clock


def counted_ids(first: int = 1) -> Callable[[], RowId]:
    """A maker of ids that counts, so that tests repeat."""
    numbers = count(first)
    return lambda: RowId(f"{next(numbers):032x}")


def item(title: str, length: str = "", at: str = "", **fields: Any) -> StarterItem:
    """An item of a plan; `at` pins it, `length` is as typed."""
    return StarterItem(title, length=length, pin=clock(at), **fields)


def section(title: str) -> StarterItem:
    """A heading."""
    return StarterItem(title, kind=Kind.SECTION)


def pause(length: str, title: str = "Break", at: str = "") -> StarterItem:
    """A break."""
    return item(title, length, at, kind=Kind.BREAK)


def step(minutes: int | None, text: str = "", is_break: bool = False) -> StarterStep:
    """A step of an item."""
    return StarterStep(text, minutes, is_break)


def strand(title: str, *items: StarterItem) -> StarterStrand:
    """A track of a breakout."""
    return StarterStrand(title, items=items)


def breakout(title: str, *strands: StarterStrand, length: str = "", at: str = "") -> StarterItem:
    """A breakout."""
    return item(title, length, at, kind=Kind.BREAKOUT, strands=strands)


def session(start: str, *items: StarterItem, **fields: Any) -> StarterSession:
    """A session that starts at a clock time (or none)."""
    return StarterSession(fields.pop("title", ""), start=clock(start), items=items, **fields)


def plan(*sessions: StarterSession, **fields: Any) -> Programme:
    """The programme of these sessions, with counted ids."""
    starter = Starter("plan", fields.pop("title", "Plan"), "", sessions, **fields)
    return programme_from(starter, "", counted_ids())


def clock(text: str) -> time | None:
    """The clock time "10:05", or None of nothing."""
    return time.fromisoformat(text) if text else None


def the_session(programme: Programme, number: int = 1) -> Session:
    """The session of that number."""
    return programme.sessions[number - 1]


def named(programme: Programme, title: str) -> Item:
    """The one item of that title."""
    [found] = [r for r in programme.rows.values() if isinstance(r, Item) and r.title == title]
    return found


def clock_of(*items: StarterItem, start: str = "10:00", **fields: Any) -> SessionClock:
    """The clock of a single session of these items."""
    programme = plan(session(start, *items, **fields))
    return session_clock(programme, the_session(programme))


def times(*items: StarterItem, start: str = "10:00") -> dict[str, str]:
    """When each item of a single session is, by title: "10:00–10:15", or "" without a clock."""
    programme = plan(session(start, *items))
    laid = session_clock(programme, the_session(programme))
    return {
        programme.get(slot.item_id, Item).title: ""
        if slot.start is None or slot.end is None
        else f"{clock_text(slot.start)}–{clock_text(slot.end)}"
        for slot in laid.track.walk()
    }
