"""The computed clock of a programme, as plain data for scripts and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.wording import gap_text, overlap_text, totals_text
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import SessionClock, Slot, Track, clock_text, counts, session_clock

Plain = dict[str, object]


def schedule_plain(programme: Programme) -> Plain:
    """Sessions with their items' times.

    `sessions[]`: id, title, day, start, end, planned_end ("HH:MM"; null without a start), work,
    breaks, gaps, overlaps, over (minutes). `items[]`: id, title, kind, state, start, end, minutes,
    earliest_end, latest_end, gap, overlap, shared; a breakout has `strands[]` of the same items.
    """
    return {
        "id": programme.id,
        "title": programme.head.title,
        "sessions": [_session(programme, session) for session in programme.sessions],
    }


def schedule_lines(programme: Programme) -> Iterator[str]:
    """The same for reading: a heading a session, a line an item, and the totals."""
    for number, session in enumerate(programme.sessions, 1):
        clock = session_clock(programme, session)
        yield f"{number}. {session.title}"
        yield from _track_lines(programme, clock, clock.track)
        yield "      " + totals_text(clock)


def _track_lines(programme: Programme, clock: SessionClock, track: Track) -> Iterator[str]:
    before = ""
    for slot in track.slots:
        item = programme.get(slot.item_id, Item)
        if slot.gap:
            yield "      " + gap_text(slot.gap, item.title)
        if slot.overlap:
            yield "      " + overlap_text(slot.overlap, item.title, before)
        yield _line(item, slot, clock)
        for inner in slot.tracks:
            yield from _track_lines(programme, clock, inner)
        before = item.title if slot.start is not None else before


def _line(item: Item, slot: Slot, clock: SessionClock) -> str:
    start = _clock(slot.start, clock) or ""
    minutes = str(slot.minutes) if slot.start is not None and counts(item) else ""
    indent = "    " if item.strand_id else ""
    return f"{start:>5} {minutes:>4}  {indent}{item.title}"


def _session(programme: Programme, session: Session) -> Plain:
    clock = session_clock(programme, session)
    return {
        "id": session.id,
        "title": session.title,
        "day": session.day and session.day.isoformat(),
        "start": _clock(clock.start, clock),
        "end": _clock(clock.end, clock),
        "planned_end": _clock(clock.planned_end, clock),
        "work": clock.totals.work,
        "breaks": clock.totals.breaks,
        "gaps": clock.totals.gaps,
        "overlaps": clock.totals.overlaps,
        "over": clock.over,
        "items": _items(programme, session.id, clock),
    }


def _items(programme: Programme, parent: RowId, clock: SessionClock) -> list[Plain]:
    return [_item(programme, item, clock) for item in programme.items_of(parent)]


def _item(programme: Programme, item: Item, clock: SessionClock) -> Plain:
    slot = clock.slots[item.id]
    timed = slot.start is not None
    strands = [
        {"id": s.id, "title": s.title, "items": _items(programme, s.id, clock)}
        for s in programme.strands_of(item.id)
    ]
    return {
        "id": item.id,
        "title": item.title,
        "kind": item.kind.value,
        "state": item.state.value,
        "start": _clock(slot.start, clock),
        "end": _clock(slot.end, clock),
        "minutes": slot.minutes,
        "earliest_end": _clock(slot.earliest_end, clock) if timed else None,
        "latest_end": _clock(slot.latest_end, clock) if timed else None,
        "gap": slot.gap,
        "overlap": slot.overlap,
        "shared": slot.shared,
        **({"strands": strands} if strands else {}),
    }


def _clock(minute: int | None, clock: SessionClock) -> str | None:
    return clock_text(minute) if clock.clocked and minute is not None else None
