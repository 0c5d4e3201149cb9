"""How a session spends its time: the parts of its bar and the sentence beside it."""

from __future__ import annotations

from aiplanner.app.wording import end_text, minutes_text, totals_text
from aiplanner.domain.cycle import RESTS, Phase
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import SessionClock, Slot, clock_text
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.running_order_lines import title_of
from aiplanner.ui.widgets.time_bar import Part


def time_parts(programme: Programme, clock: SessionClock) -> list[Part]:
    """The stretches of a session one after the other; together as long as the session."""
    parts: list[Part] = []
    for slot in clock.track.slots:
        if slot.overlap:
            _shorten(parts, slot.overlap)
        if slot.gap:
            parts.append(Part(_("free"), slot.gap, free=True))
        if slot.minutes:
            parts.append(_part(programme, slot))
    return [part for part in parts if part.minutes > 0]


def time_summary(clock: SessionClock) -> str:
    """Totals and end in one line, with the range of the end where lengths are ranges."""
    text = totals_text(clock)
    if clock.earliest_end == clock.latest_end:
        return text
    earliest, latest = clock.earliest_end, clock.latest_end
    if clock.clocked:
        return _("{totals} · may end from {earliest} to {latest}").format(
            totals=text, earliest=clock_text(earliest), latest=end_text(latest)
        )
    return _("{totals} · may take from {earliest} to {latest}").format(
        totals=text,
        earliest=minutes_text(earliest - clock.start),
        latest=minutes_text(latest - clock.start),
    )


def _part(programme: Programme, slot: Slot) -> Part:
    item = programme.rows[slot.item_id]
    assert isinstance(item, Item), "a slot is an item's"
    phase = None if item.kind in RESTS else item.phase or _phase_within(programme, slot)
    return Part(item.title or title_of(item), slot.minutes, phase)


def _phase_within(programme: Programme, slot: Slot) -> Phase | None:
    """The phase on which a breakout's strands spend most minutes."""
    spent: dict[Phase, int] = {}
    for track in slot.tracks:
        for inner in track.walk():
            phase = programme.get(inner.item_id, Item).phase
            if phase is not None:
                spent[phase] = spent.get(phase, 0) + inner.minutes
    return max(spent, key=lambda phase: spent[phase], default=None)


def _shorten(parts: list[Part], by: int) -> None:
    """Take minutes that are spent twice off the end of what came before."""
    while by and parts:
        last = parts.pop()
        left = last.minutes - by
        if left > 0:
            parts.append(Part(last.name, left, last.phase, last.free))
            return
        by = -left
