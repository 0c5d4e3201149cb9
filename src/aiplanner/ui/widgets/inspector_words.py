"""The lines that the inspector works out for itself about an item."""

from __future__ import annotations

from aiplanner.app.content import phase_label
from aiplanner.app.wording import KIND_NAMES, STATE_NAMES, day_text, minutes_text
from aiplanner.domain.copies import needed, people_of
from aiplanner.domain.cycle import Kind, Per, State
from aiplanner.domain.lengths import length_text
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Material
from aiplanner.domain.schedule import SessionClock, Slot, clock_text
from aiplanner.i18n import gettext as _


def item_facts(programme: Programme, item: Item, clock: SessionClock | None) -> str:
    """What an item is in one line: "Discover · 40 min, 10:05 to 10:45 · pairs"."""
    slot = clock.slots.get(item.id) if clock is not None else None
    clocked = clock is not None and clock.clocked
    facts = [
        phase_label(programme.head, item.phase) if item.phase is not None else "",
        "" if item.kind is Kind.ACTIVITY else KIND_NAMES[item.kind],
        "" if item.state is State.PLANNED else STATE_NAMES[item.state],
        _spent(item, slot, clocked=clocked),
        _("due {day}").format(day=day_text(item.due)) if item.due else "",
        item.group,
    ]
    words = " · ".join(fact for fact in facts if fact)
    return words[:1].upper() + words[1:]


def steps_facts(programme: Programme, item: Item) -> str:
    """How the minutes of the steps stand to those of the item; empty where they agree."""
    steps = programme.steps_of(item.id)
    spent = sum(step.minutes or 0 for step in steps)
    whole = item.length.typical
    if not spent or not whole or spent == whole:
        return ""
    return _("{spent} of {whole} min").format(spent=spent, whole=whole)


def counted(programme: Programme, material: Material) -> str:
    """How many pieces a material comes to for the people expected; empty where that is plain."""
    if material.per is Per.SESSION and not material.spare:
        return ""
    item = programme.rows.get(material.item_id)
    if not isinstance(item, Item):
        return ""
    count = needed(material, people_of(programme, programme.session_of(item)))
    return _("= ? people") if count is None else _("= {count}").format(count=count)


def _spent(item: Item, slot: Slot | None, *, clocked: bool) -> str:
    if slot is None or slot.start is None:
        return _typed(item)
    if item.kind is Kind.SECTION or not slot.minutes:
        return ""
    how = _typed(item) if item.length.timed else minutes_text(slot.minutes)
    if not clocked:
        return how
    start, end = clock_text(slot.start), clock_text(slot.start + slot.minutes)
    return _("{length}, {start} to {end}").format(length=how, start=start, end=end)


def _typed(item: Item) -> str:
    length = item.length
    if not length.timed:
        return ""
    if length.times is None and length.low is None:
        return minutes_text(length.typical)
    words = _("{length} min").format(length=length_text(length))
    return _("{length} per {each}").format(length=words, each=length.each) if length.each else words
