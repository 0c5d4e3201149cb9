"""A programme as plain text that a person can read and a mail can carry."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.app.findings_text import findings_lines
from aiplanner.app.people_text import people_lines
from aiplanner.app.wording import STATE_NAMES, day_text, minutes_text, totals_text
from aiplanner.domain.cycle import Kind, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import length_text
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head, Item, Session
from aiplanner.domain.running import real_minutes
from aiplanner.domain.schedule import SessionClock, Slot, clock_text, session_clock
from aiplanner.i18n import gettext as _


def programme_text(programme: Programme) -> str:
    """The whole programme, private notes included: it is the facilitators' own copy."""
    return "\n".join(_programme(programme)).rstrip() + "\n"


def _programme(programme: Programme) -> Iterator[str]:
    head = programme.head
    yield head.title
    yield "=" * len(head.title)
    for text in (head.service, head.organisation, head.purpose, head.outcomes, head.audience):
        if text:
            yield from ("", text)
    yield from _about(head)
    for number, session in enumerate(programme.sessions, 1):
        yield from ("", "")
        yield from _session(programme, session, number)
    yield from findings_lines(programme)
    yield from people_lines(programme)


def _about(head: Head) -> Iterator[str]:
    for sentence, text in (
        (_("What gave rise to it: {text}"), head.issue),
        (_("What it is about and what not: {text}"), head.boundary),
        (_("Sponsor: {text}"), head.sponsor),
        (_("Follow-up: {text}"), head.follow_up),
        (_("Contact: {text}"), head.contact),
        (_("Private notes: {text}"), head.notes),
    ):
        if text:
            yield from ("", sentence.format(text=text))


def _session(programme: Programme, session: Session, number: int) -> Iterator[str]:
    clock = session_clock(programme, session)
    title = _("Session {number}: {title}").format(number=number, title=session.title)
    yield title
    yield "-" * len(title)
    yield " · ".join(_facts(session, clock))
    for text in (session.purpose, session.audience):
        if text:
            yield text
    if session.notes:
        yield _("Private notes: {notes}").format(notes=session.notes)
    yield ""
    yield from _items(programme, session.id, clock, "")
    yield from ("", totals_text(clock))


def _facts(session: Session, clock: SessionClock) -> Iterator[str]:
    if session.day is not None:
        yield day_text(session.day)
    if clock.clocked:
        yield f"{clock_text(clock.start)}–{clock_text(clock.planned_end or clock.end)}"
    elif session.planned is not None:
        yield minutes_text(session.planned)
    if session.time_zone:
        yield session.time_zone
    if session.venue:
        yield session.venue


def _items(programme: Programme, parent: RowId, clock: SessionClock, indent: str) -> Iterator[str]:
    for item in programme.items_of(parent):
        yield from _item(programme, item, clock, indent)
        for strand in programme.strands_of(item.id):
            named = " · ".join(part for part in (strand.title, strand.room, strand.lead) if part)
            yield f"{indent}               [{named}]"
            yield from _items(programme, strand.id, clock, indent + "    ")


def _item(programme: Programme, item: Item, clock: SessionClock, indent: str) -> Iterator[str]:
    slot = clock.slots[item.id]
    deeper = indent + " " * 15
    if item.kind is Kind.SECTION:
        yield f"{indent}# {item.title}"
        return
    yield f"{indent}{_when(item, slot, clock):<15}{item.title}"
    facts = list(_item_facts(programme, item))
    if facts:
        yield deeper + " · ".join(facts)
    for text in (item.why, item.short, item.outputs):
        if text:
            yield from (deeper + line for line in text.splitlines())
    for step in programme.steps_of(item.id):
        minutes = f" ({minutes_text(step.minutes)})" if step.minutes is not None else ""
        yield f"{deeper}- {step.text}{minutes}"
    if item.notes:
        yield deeper + _("Private notes: {notes}").format(notes=item.notes)


def _when(item: Item, slot: Slot, clock: SessionClock) -> str:
    length = length_text(item.planned_length)
    if item.kind is Kind.TASK:
        return _("by {day}").format(day=day_text(item.due)) if item.due else _("task")
    if not item.live:
        return STATE_NAMES[item.state]
    start = clock_text(slot.start) if clock.clocked and slot.start is not None else ""
    return f"{start} {length}".strip()


def _item_facts(programme: Programme, item: Item) -> Iterator[str]:
    if item.state is State.SHORT:
        yield _("short version")
    if (timing := programme.timing_of(item.id)) is not None:
        yield _("took {minutes}").format(minutes=minutes_text(real_minutes(timing)))
    if item.phase is not None:
        yield phase_label(programme.head, item.phase)
    yield from (text for text in (item.group, item.lead, item.room, item.audience) if text)
    yield from (capability_guide(focus.capability).name for focus in programme.focus_of(item.id))
    yield from (f"{m.quantity} {m.name}" for m in programme.materials_of(item.id))
    for sheet in programme.sheets_of(item.id):
        yield f"{sheet.number} {sheet.title}".strip()
