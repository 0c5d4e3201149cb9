"""The running order as a person reads it: one line for each item, strand, gap and place to add."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from aiplanner.app.company import NOT_KNOWN, Company, company
from aiplanner.app.content import phase_label
from aiplanner.app.material_words import materials_text
from aiplanner.app.wording import KIND_NAMES, gap_text, overlap_text
from aiplanner.domain.copies import people_of
from aiplanner.domain.cycle import Capability, Kind, Phase, Role, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.numbering import sheet_numbers
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item, Material, Row, Session, Sheet, Step, Strand
from aiplanner.domain.schedule import SessionClock, Slot, Track, clock_text, step_starts
from aiplanner.i18n import gettext as _

_NO_SLOT = Slot(RowId(""), None)


class Sort(StrEnum):
    """What a line stands for."""

    ITEM = "item"
    TASK = "task"
    STRAND = "strand"
    NOTICE = "notice"
    """Free time or an overlap before a pinned item, in words."""
    HEADING = "heading"
    """What parts the tasks between sessions from the running order."""
    ADD = "add"
    """Where the next item is typed; `row` is the session or strand it goes to."""
    ADD_TASK = "add-task"


Key = tuple[Sort, RowId]


class Line(NamedTuple):
    """One line with all that it shows; two equal lines look and sound the same.

    Hundreds are made and compared at every keystroke, which named tuples do several times faster
    than dataclasses.
    """

    sort: Sort
    row: RowId
    """The item or strand; for a notice the item after it; for a place to add what it adds to."""
    depth: int = 0
    """How many breakouts it stands in."""
    item: Item | None = None
    strand: Strand | None = None
    title: str = ""
    words: str = ""
    """A second line below the title, or the lead and room of a strand."""
    start: int | None = None
    minutes: int = 0
    shared: int = 0
    sharers: int = 0
    clocked: bool = True
    phase_name: str = ""
    focus: tuple[tuple[Capability, Role], ...] = ()
    sheets: tuple[str, ...] = ()
    sheet_titles: tuple[str, ...] = ()
    materials: str = ""
    strands: int = 0
    company: Company = NOT_KNOWN
    """How many groups the people expected make."""
    folded: bool = False
    """Whether it is a heading whose section is collapsed."""

    @property
    def key(self) -> Key:
        """What stays the same while the line changes."""
        return self.sort, self.row

    @property
    def lead(self) -> str:
        """Who leads it."""
        holder = self.item or self.strand
        return holder.lead if holder is not None else ""

    @property
    def room(self) -> str:
        """Where it is."""
        holder = self.item or self.strand
        return holder.room if holder is not None else ""


START = Line._fields.index("start")


def title_of(item: Item) -> str:
    """How an item is called where its title must not be empty."""
    return item.title or _("untitled {kind}").format(kind=KIND_NAMES[item.kind])


def strand_name(strand: Strand, number: int) -> str:
    """How a strand is called: its title, or "Strand A"."""
    return strand.title or _("Strand {letter}").format(letter=chr(ord("A") + number % 26))


class Lines:
    """Writes the lines of a session; what an edit leaves as it was stays the very same Line."""

    def __init__(self) -> None:
        self._frame: tuple[object, ...] = ()
        self._kept: dict[RowId, _Kept] = {}

    def written(self, programme: Programme, session: Session, clock: SessionClock) -> list[Line]:
        """The lines of a session's running order, then those of its tasks between sessions."""
        people = people_of(programme, session)
        frame = programme.head, people, clock.clocked
        before = self._kept if frame == self._frame else {}
        writer = _Writer(programme, session, clock, people, before)
        lines = list(writer.track(session.id, clock.track, 0))
        tasks = [item for item in programme.items_of(session.id) if item.kind is Kind.TASK]
        if tasks:
            lines.append(Line(Sort.HEADING, session.id, title=_("Before next time")))
            lines += [writer.item(task, _NO_SLOT, 0) for task in tasks]
            lines.append(Line(Sort.ADD_TASK, session.id))
        self._frame, self._kept = frame, writer.kept
        return lines


class _Kept(NamedTuple):
    """A line with what it was written from, its slot in the clock apart."""

    item: Item
    children: Sequence[Row]
    line: Line


class _Writer:
    """Holds what the lines of one session have in common."""

    def __init__(
        self,
        programme: Programme,
        session: Session,
        clock: SessionClock,
        people: int | None,
        before: Mapping[RowId, _Kept],
    ) -> None:
        self._programme = programme
        self._clocked = clock.clocked
        self._session = session.id
        self._people = people
        self._before = before
        self.kept: dict[RowId, _Kept] = {}
        self._phases = {phase: phase_label(programme.head, phase) for phase in Phase}

    @cached_property
    def _numbers(self) -> Mapping[RowId, str]:
        """Counted only where there is a sheet."""
        return sheet_numbers(self._programme, self._session)

    def track(self, owner: RowId, track: Track, depth: int) -> Iterator[Line]:
        """The lines of a session or strand, and the place to add to it."""
        before: Item | None = None
        for item, slot in zip(self._programme.items_of(owner), track.slots, strict=True):
            if item.kind is Kind.TASK and depth == 0:
                continue
            if slot.gap or slot.overlap:
                yield self._notice(item, slot, before, depth)
            yield self.item(item, slot, depth)
            for n, inner in enumerate(slot.tracks):
                yield self._strand(inner, n, depth + 1, counted=slot.start is not None)
                yield from self.track(inner.owner, inner, depth + 1)
            if slot.start is not None:
                before = item
        yield Line(Sort.ADD, owner, depth)

    def item(self, item: Item, slot: Slot, depth: int) -> Line:
        """The line of an item: the one that was written before, where it would be the same."""
        children = self._programme.children_of(item.id)
        before = self._before.get(item.id)
        if before is not None and _still_true(before, item, children, slot, depth):
            self.kept[item.id] = before
            line = before.line
            return line if line.start == slot.start else _starting(line, slot.start)
        parts = _sorted_out(children)
        line = self._written(item, parts, slot, depth)
        if not parts.sheets and not any(step.is_break for step in parts.steps):
            # Numbers of sheets and times of breaks hang on more than the item itself.
            self.kept[item.id] = _Kept(item, children, line)
        return line

    def _written(self, item: Item, parts: _Parts, slot: Slot, depth: int) -> Line:
        return Line(
            sort=Sort.TASK if item.kind is Kind.TASK and depth == 0 else Sort.ITEM,
            row=item.id,
            depth=depth,
            item=item,
            title=item.title,
            words=_below_title(item, parts.steps, slot),
            start=slot.start,
            minutes=slot.minutes,
            shared=slot.shared,
            sharers=slot.sharers,
            clocked=self._clocked,
            phase_name="" if item.phase is None else self._phases[item.phase],
            focus=tuple((f.capability, f.role) for f in parts.focus),
            sheets=tuple(self._numbers[sheet.id] for sheet in parts.sheets) if parts.sheets else (),
            sheet_titles=tuple(sheet.title for sheet in parts.sheets),
            materials=materials_text(parts.materials) if parts.materials else "",
            strands=parts.strands,
            company=company(item.group, self._people) if item.group else NOT_KNOWN,
        )

    def _strand(self, track: Track, number: int, depth: int, *, counted: bool) -> Line:
        strand = self._programme.get(track.owner, Strand)
        return Line(
            sort=Sort.STRAND,
            row=strand.id,
            depth=depth,
            strand=strand,
            title=strand_name(strand, number),
            start=track.start if counted else None,
            minutes=track.end - track.start,
            clocked=self._clocked,
        )

    def _notice(self, item: Item, slot: Slot, before: Item | None, depth: int) -> Line:
        start = slot.start or 0
        return Line(
            sort=Sort.NOTICE,
            row=item.id,
            depth=depth,
            title=_notice_text(item, slot, before),
            start=start - slot.gap,
            minutes=slot.gap or slot.overlap,
            clocked=self._clocked,
        )


class _Parts(NamedTuple):
    """What an item holds, by sort."""

    strands: int
    steps: Sequence[Step]
    focus: Sequence[Focus]
    sheets: Sequence[Sheet]
    materials: Sequence[Material]


_NOTHING = _Parts(0, (), (), (), ())


def _still_true(kept: _Kept, item: Item, children: Sequence[Row], slot: Slot, depth: int) -> bool:
    """Whether a line says of an item what is so now, but for when it starts."""
    line = kept.line
    return (
        kept.item is item
        and line.minutes == slot.minutes
        and line.shared == slot.shared
        and line.sharers == slot.sharers
        and line.depth == depth
        and (line.start is None) is (slot.start is None)
        and kept.children == children
    )


def _starting(line: Line, start: int | None) -> Line:
    """The line at another time; `_replace` takes three times as long."""
    return Line._make((*line[:START], start, *line[START + 1 :]))


def _sorted_out(rows: Sequence[Row]) -> _Parts:
    if not rows:
        return _NOTHING
    strands, steps, focus = 0, list[Step](), list[Focus]()
    sheets, materials = list[Sheet](), list[Material]()
    for row in rows:
        match row:
            case Focus():
                focus.append(row)
            case Step():
                steps.append(row)
            case Sheet():
                sheets.append(row)
            case Material():
                materials.append(row)
            case Strand():
                strands += 1
    return _Parts(strands, steps, focus, sheets, materials)


def _below_title(item: Item, steps: Sequence[Step], slot: Slot) -> str:
    """What must not be missed of an item: that it is planned short, and the breaks in it."""
    breaks = _breaks(steps, slot) if steps else ""
    if item.state is not State.SHORT:
        return breaks
    short = _("Short: {what}").format(what=item.short) if item.short else _("Short version")
    return f"{short}, {breaks}" if breaks else short


def _breaks(steps: Sequence[Step], slot: Slot) -> str:
    if slot.start is None or not any(step.is_break for step in steps):
        return ""
    texts = [
        _("{minutes} min break at {clock}").format(
            minutes=step.minutes or 0, clock=clock_text(start)
        )
        for step, start in zip(steps, step_starts(steps, slot.start), strict=True)
        if step.is_break
    ]
    return _("with {breaks}").format(breaks=", ".join(texts))


def _notice_text(item: Item, slot: Slot, before: Item | None) -> str:
    title = title_of(item)
    if slot.gap:
        return gap_text(slot.gap, title)
    if before is None:
        return _("{title} starts {minutes} min before everything else does.").format(
            title=title, minutes=slot.overlap
        )
    return overlap_text(slot.overlap, title, title_of(before))
