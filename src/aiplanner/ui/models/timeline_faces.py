"""What the blocks of a timeline show and say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from aiplanner.app.content import phase_label
from aiplanner.app.wording import (
    KIND_NAMES,
    STATE_NAMES,
    day_text,
    gap_text,
    minutes_text,
    overlap_text,
)
from aiplanner.domain.cycle import RESTS, Kind, Phase, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import length_text
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Strand
from aiplanner.domain.schedule import SessionClock, clock_text
from aiplanner.domain.timeline import Block, Shape
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.running_order_lines import strand_name, title_of

_UNSAID = (Kind.ACTIVITY, Kind.BREAK)
"""Kinds that go without saying."""


class Face(NamedTuple):
    """One block in words; two equal faces look and sound the same."""

    block: Block
    title: str
    clock: str = ""
    """When it starts; empty where nothing has a clock time."""
    length: str = ""
    facts: str = ""
    """Group, lead and room, or what else there is to say, in one line."""
    phase: Phase | None = None
    phase_name: str = ""
    kind: Kind = Kind.ACTIVITY
    pinned: bool = False
    sentence: str = ""
    """All of it, as it is read aloud and copied."""

    @property
    def quiet(self) -> bool:
        """Whether it is a break, or has no clock."""
        return self.kind in RESTS or self.block.shape is Shape.IDLE


def faces(programme: Programme, clock: SessionClock, blocks: Iterable[Block]) -> tuple[Face, ...]:
    """The faces of the blocks of a session, in reading order."""
    writer = _Writer(programme, clock)
    return tuple(_WRITERS[block.shape](writer, block) for block in blocks)


def moment(minute: int, clock: SessionClock) -> str:
    """A minute as a clock time, or as minutes from the start where there are no clock times."""
    return clock_text(minute) if clock.clocked else minutes_text(minute - clock.start)


class _Writer:
    """Holds what the faces of one session have in common."""

    def __init__(self, programme: Programme, clock: SessionClock) -> None:
        self._programme, self._clock = programme, clock
        self._phases = {phase: phase_label(programme.head, phase) for phase in Phase}
        self._before: dict[RowId, str] = {}
        """What stands ahead in each track."""

    def item(self, block: Block) -> Face:
        """An item with a clock."""
        item = self._programme.get(block.row, Item)
        title = title_of(item)
        before = self._before.get(block.track, "")
        self._before[block.track] = title
        clock, length = moment(block.start, self._clock), self._length(item, block)
        phase_name = self._phases[item.phase] if item.phase else ""
        facts = [part for part in (item.group, item.lead, item.room) if part]
        heading = item.kind is Kind.SECTION
        said = (
            self._when(block, clock),
            title,
            "" if item.kind in _UNSAID else KIND_NAMES[item.kind],
            "" if heading else length,
            phase_name,
            *facts,
            _("pinned") if item.pin is not None else "",
            overlap_text(block.overlap, title, before) if block.overlap else "",
        )
        return Face(
            block=block,
            title=title,
            clock=clock,
            length=length,
            facts=" · ".join(facts),
            phase=item.phase,
            phase_name=phase_name,
            kind=item.kind,
            pinned=item.pin is not None,
            sentence=", ".join(filter(None, said)),
        )

    def strand(self, block: Block) -> Face:
        """The head of a strand."""
        strand = self._programme.get(block.row, Strand)
        number = [s.id for s in self._programme.strands_of(strand.item_id)].index(strand.id)
        title = strand_name(strand, number)
        items = self._programme.items_of(strand.id)
        count = ngettext("{count} item", "{count} items", len(items)).format(count=len(items))
        ends = [self._clock.slots[held.id].end or 0 for held in items]
        taken = max(ends, default=block.start) - block.start
        length = minutes_text(taken) if taken > 0 else ""
        facts = " · ".join(filter(None, (strand.room, strand.lead)))
        said = ", ".join(filter(None, (title, strand.room, strand.lead, length, count)))
        return Face(block, title, length=length, facts=facts, sentence=said)

    def gap(self, block: Block) -> Face:
        """Free time."""
        words = gap_text(block.minutes, title_of(self._programme.get(block.row, Item)))
        clock = moment(block.start, self._clock)
        return Face(block, words, clock, minutes_text(block.minutes), sentence=f"{clock}, {words}")

    def idle(self, block: Block) -> Face:
        """What has no clock: parked, skipped, or a task between sessions."""
        item = self._programme.get(block.row, Item)
        title = title_of(item)
        said = KIND_NAMES[item.kind] if item.live else STATE_NAMES[item.state]
        due = _("due {day}").format(day=day_text(item.due)) if item.due else ""
        length = length_text(item.length)
        length = _("{minutes} min").format(minutes=length) if length else ""
        sentence = ", ".join(filter(None, (title, said, length, due)))
        return Face(
            block, title, length=length, facts=due or said, kind=item.kind, sentence=sentence
        )

    def _length(self, item: Item, block: Block) -> str:
        if item.kind is Kind.SECTION:
            return ""
        if not block.minutes:
            return _("no time yet")
        length = minutes_text(block.minutes)
        slot = self._clock.slots[item.id]
        if slot.shared:
            return _("{length} of {shared} shared").format(
                length=length, shared=minutes_text(slot.shared)
            )
        if item.state is State.SHORT:
            return _("{length}, short").format(length=length)
        bounds = item.planned_length
        if bounds.low is None and bounds.high is None:
            return length
        return _("{length} ({low}–{high})").format(
            length=length, low=bounds.least, high="" if bounds.high is None else bounds.most
        )

    def _when(self, block: Block, clock: str) -> str:
        if not block.minutes:
            return clock
        return _("{start} to {end}").format(start=clock, end=moment(block.end, self._clock))


_WRITERS = {
    Shape.ITEM: _Writer.item,
    Shape.STRAND: _Writer.strand,
    Shape.GAP: _Writer.gap,
    Shape.IDLE: _Writer.idle,
}
