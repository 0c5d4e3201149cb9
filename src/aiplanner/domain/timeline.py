"""Lay the clock of a session out as blocks: minutes down the page, strands side by side.

The rules: a block is as high as it takes minutes, and nothing but minutes moves it down. What takes
no time (a heading, an item without a length, the heads of a breakout and its strands) gets a line
of its own at its minute, while the clock stands still. Blocks of one track that happen at the same
time share its width, as appointments in a diary do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from aiplanner.domain.ids import RowId
from aiplanner.domain.schedule import SessionClock, Slot, Track

WHOLE = (0.0, 1.0)
Columns = tuple[float, float]
"""From where to where across, as parts of the whole width."""


class Shape(Enum):
    """What a block stands for."""

    ITEM = "item"
    STRAND = "strand"
    GAP = "gap"
    """Free time before a pinned item; `row` is that item."""
    IDLE = "idle"
    """An item without a clock: it is parked or skipped, or a task between sessions."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `start` and `end` count minutes as `Slot.start` does; idle ones have none."""

    shape: Shape
    row: RowId
    track: RowId
    """The session or strand in which it stands; for a strand its breakout."""
    start: int = 0
    end: int = 0
    across: Columns = WHOLE
    line: int = 0
    """How many lines at its start lie above it; counts only where `headed`."""
    headed: bool = False
    """Whether it begins with a line while the clock stands still."""
    below: int = 0
    """How many lines at its end belong to it, where it takes no minutes."""
    overlap: int = 0
    """Minutes that it begins before what is ahead of it ends."""
    depth: int = 0
    """How many strands it stands in, one inside the other."""

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start

    @property
    def key(self) -> tuple[Shape, RowId]:
        """What stays the same while the block changes."""
        return self.shape, self.row


@dataclass(frozen=True, slots=True)
class Timeline:
    """All blocks of a session in reading order, and where the clock stands still.

    `lines` says how many lines there are at a minute. `first` and `last` are the minutes from and
    to which there is anything to show, the planned end and the latest end among them.
    """

    blocks: tuple[Block, ...]
    lines: Mapping[int, int]
    first: int
    last: int


def timeline(clock: SessionClock) -> Timeline:
    """The blocks of a session."""
    setter = _Setter({})
    blocks = list(setter.track(clock.track, WHOLE, 0, 0))
    idle = list(_idle(clock.track))
    ends = [clock.end, clock.latest_end, *(block.end for block in blocks)]
    starts = [clock.start, *(block.start for block in blocks)]
    if clock.planned_end is not None:
        ends.append(clock.planned_end)
    return Timeline((*blocks, *idle), setter.lines, min(starts), max(ends))


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets tracks, and notes how many lines each minute needs."""

    lines: dict[int, int]

    def track(self, track: Track, across: Columns, line: int, depth: int) -> Iterator[Block]:
        """The blocks of a session or strand; `line` lines at its start are taken already."""
        slots = [slot for slot in track.slots if slot.start is not None]
        taken = {track.start: line}  # lines that are taken at a minute so far
        for slot, columns in zip(slots, _columns(slots, across), strict=True):
            start = slot.start or 0
            if slot.gap:
                yield _gap(slot, track.owner, across, depth)
            line = taken.get(start, 0)
            if slot.minutes and not slot.tracks:
                yield _plain(slot, track.owner, columns, depth)
                taken[start] = line
                continue
            made = list(self._slot(slot, track.owner, columns, line, depth))
            yield from made
            taken[start] = max(b.line + b.headed if b.minutes else b.below for b in made)

    def _slot(
        self, slot: Slot, owner: RowId, across: Columns, line: int, depth: int
    ) -> Iterator[Block]:
        start, end = slot.start or 0, slot.end or 0
        headed = bool(slot.tracks) or end == start
        inside: list[Block] = []
        if slot.tracks:
            inside = [
                block
                for track, columns in zip(
                    slot.tracks, _shares(len(slot.tracks), across), strict=True
                )
                for block in self._strand(slot, track, columns, line + 1, depth)
            ]
        below = max((block.below for block in inside), default=line + headed)
        self._take(start, line + headed)
        yield Block(
            Shape.ITEM,
            slot.item_id,
            owner,
            start,
            end,
            across,
            line,
            headed=headed,
            below=below,
            overlap=slot.overlap,
            depth=depth,
        )
        yield from inside

    def _strand(
        self, slot: Slot, track: Track, across: Columns, line: int, depth: int
    ) -> Iterator[Block]:
        """A strand reaches down as far as its breakout, so that there is a place to add to it."""
        start, end = slot.start or 0, slot.end or 0
        self._take(start, line + 1)
        inside = list(self.track(track, across, line + 1, depth + 1))
        below = max((block.below for block in inside if block.end == start), default=line + 1)
        yield Block(
            Shape.STRAND,
            track.owner,
            slot.item_id,
            start,
            end,
            across,
            line,
            headed=True,
            below=below,
            depth=depth + 1,
        )
        yield from inside

    def _take(self, minute: int, lines: int) -> None:
        if lines:
            self.lines[minute] = max(self.lines.get(minute, 0), lines)


def _plain(slot: Slot, owner: RowId, across: Columns, depth: int) -> Block:
    """An item that takes time and holds no others, as nearly all do."""
    start = slot.start or 0
    return Block(
        Shape.ITEM,
        slot.item_id,
        owner,
        start,
        start + slot.minutes,
        across,
        overlap=slot.overlap,
        depth=depth,
    )


def _gap(slot: Slot, owner: RowId, across: Columns, depth: int) -> Block:
    start = slot.start or 0
    return Block(Shape.GAP, slot.item_id, owner, start - slot.gap, start, across, depth=depth)


def _idle(track: Track) -> Iterator[Block]:
    """What has no clock, but for what stands in a breakout that itself has none."""
    for slot in track.slots:
        if slot.start is None:
            yield Block(Shape.IDLE, slot.item_id, track.owner)
        else:
            for inner in slot.tracks:
                yield from _idle(inner)


def _shares(count: int, across: Columns) -> list[Columns]:
    left, right = across
    width = (right - left) / count
    return [(left + width * n, left + width * (n + 1)) for n in range(count)]


def _columns(slots: Sequence[Slot], across: Columns) -> list[Columns]:
    """Where each slot of a track stands: in the whole width, or beside those it overlaps."""
    if not any(slot.overlap for slot in slots):
        return [across] * len(slots)
    found = [across] * len(slots)
    for cluster in _clusters(slots):
        places = _places([slots[n] for n in cluster])
        shares = _shares(max(places) + 1, across)
        for n, place in zip(cluster, places, strict=True):
            found[n] = shares[place]
    return found


def _clusters(slots: Sequence[Slot]) -> Iterator[list[int]]:
    """Runs of slots, by number, that overlap one another directly or through others."""
    order = sorted(range(len(slots)), key=lambda n: (slots[n].start or 0, n))
    cluster: list[int] = []
    until = 0
    for n in order:
        start, end = slots[n].start or 0, slots[n].end or 0
        if cluster and start >= until:
            yield cluster
            cluster = []
        until = max(until, end) if cluster else end
        cluster.append(n)
    if cluster:
        yield cluster


def _places(slots: Sequence[Slot]) -> list[int]:
    """For each slot, in order of start, the first place beside the others that is free by then."""
    ends: list[int] = []
    places = []
    for slot in slots:
        start, end = slot.start or 0, slot.end or 0
        free = next((n for n, until in enumerate(ends) if until <= start), len(ends))
        ends[free : free + 1] = [end]
        places.append(free)
    return places
