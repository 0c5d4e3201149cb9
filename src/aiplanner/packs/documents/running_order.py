"""The facilitators' running order of a session: clock, what, why and how, who and with what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from aiplanner.app.paper_words import (
    date_words,
    item_title,
    session_name,
    session_number,
    when_words,
)
from aiplanner.app.printing import RunningColumn
from aiplanner.app.starts import Starts
from aiplanner.app.wording import gap_text, over_text, overlap_text, totals_text
from aiplanner.domain.copies import people_of
from aiplanner.domain.cycle import RESTS, Kind, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item, Session, Strand
from aiplanner.domain.schedule import clock_text, counts
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.documents.item_cells import ItemCells
from aiplanner.packs.documents.recap import recap_line, recap_story
from aiplanner.packs.grid import Column, Line, Tone
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.tasks import tasks_of


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """One a session."""
    title = _("Running order")
    for session in setting.sheets(setting.sessions):
        number = str(session_number(setting.programme, session))
        name = session_name(setting.programme, session)
        yield Draft(title, _running_order(session, setting, blocks), number, name, session.id)
    if not setting.sessions:
        none = blocks.empty(
            _("No sessions yet."),
            _("Once you have planned one, each step stands here: when, why, how and with what."),
        )
        yield Draft(title, [*blocks.title(title), *none])


def _running_order(session: Session, setting: Setting, blocks: Blocks) -> Story:
    name, cells = session_name(setting.programme, session), ItemCells(session, setting, blocks)
    outline = _("Running order, {session}").format(session=name)
    story = [*blocks.title(_("Running order"), name, outline), *_facts(session, setting, blocks)]
    story += _private(session, setting, blocks)
    lines = list(_Lines(session, setting, cells))
    if lines:
        story += [blocks.gap(0.5), *cells.legend(), blocks.gap(0.5)]
        story += blocks.table(*_chosen(_columns(_("Clock")), lines, setting))
    else:
        story += blocks.text(_("Nothing is planned for this session yet."))
    story += recap_story(session, setting, blocks)
    story += _tasks(session, setting, cells, blocks)
    return story + _set_aside(session, setting, cells, blocks)


def _facts(session: Session, setting: Setting, blocks: Blocks) -> Story:
    clock, people = setting.clocks[session.id], people_of(setting.programme, session)
    return blocks.facts(
        [
            (_("When"), when_words(session, clock)),
            (_("Where"), session.venue),
            (_("People"), "" if people is None else str(people)),
            (_("For whom"), session.audience),
            (_("Purpose"), session.purpose),
            (_("Time"), totals_text(clock)),
        ]
    )


def _private(session: Session, setting: Setting, blocks: Blocks) -> Story:
    """The notes on the session, and before the first one those on the whole programme."""
    if setting.options.columns and "notes" not in setting.options.columns:
        return []
    first = session is setting.programme.sessions[0]
    notes = [
        (_("Private notes"), session.notes),
        (_("Private notes on the whole programme"), setting.head.notes if first else ""),
    ]
    told = [[blocks.gap(0.4), *blocks.strong(name), *blocks.text(n)] for name, n in notes if n]
    return [flowable for story in told for flowable in story]


def _columns(first: str) -> tuple[Column, ...]:
    return (
        Column(first, 3.8, leads=True),
        Column(_("Min"), 3.2, leads=True, unit=_("min")),
        Column(_("What, why and how"), 15, 1, named=False),
        Column(_("Who and with what"), 12.2, named=False),
    )


_WITH: tuple[RunningColumn, ...] = ("group", "lead", "room", "capabilities", "materials")
"""What stands in the last column."""


def _chosen(
    columns: tuple[Column, ...], lines: list[Line], setting: Setting
) -> tuple[list[Column], list[Line]]:
    """The columns that are wanted, and the rows without the others; a band keeps its words."""
    wanted = setting.options.columns
    kept = (
        not wanted or "clock" in wanted,
        not wanted or "minutes" in wanted,
        True,
        not wanted or any(key in wanted for key in _WITH),
    )
    shorter = []
    for line in lines:
        cells = list(compress(line.cells, kept))
        if line.tone is Tone.BAND:
            cells[0] = line.cells[0]
        shorter.append(Line(tuple(cells), line.tone))
    return list(compress(columns, kept)), shorter


class _Lines:
    """The rows of the table: items, what lies between them, strands, and the end."""

    def __init__(self, session: Session, setting: Setting, cells: ItemCells) -> None:
        self._session, self._setting, self._cells = session, setting, cells
        self._programme = setting.programme
        self._clock = setting.clocks[session.id]
        self._starts = Starts(setting.programme, self._clock)

    def __iter__(self) -> Iterator[Line]:
        if not any(_timed(item) for item in self._programme.items_of(self._session.id)):
            return
        yield from self._track(self._session.id)
        end = clock_text(self._clock.end) if self._clock.clocked else ""
        yield Line((end, "", _("End"), over_text(self._clock)), Tone.QUIET)

    def _track(self, parent: RowId) -> Iterator[Line]:
        before, parted = "", False
        for item in filter(_timed, self._programme.items_of(parent)):
            if parted:
                yield Line((_("All together again"), "", "", ""), Tone.BAND)
            yield from self._between(item, before)
            yield from recap_line(item, self._session, self._setting)
            yield self._line(item)
            strands = self._programme.strands_of(item.id)
            for strand in strands:
                yield Line((_strand_name(strand), "", "", ""), Tone.BAND)
                yield from self._track(strand.id)
            before, parted = item_title(item), bool(strands)

    def _between(self, item: Item, before: str) -> Iterator[Line]:
        slot = self._clock.slots[item.id]
        if slot.gap:
            words = gap_text(slot.gap, item_title(item))
            yield Line(("", str(slot.gap), words, ""), Tone.QUIET)
        if slot.overlap:
            words = overlap_text(slot.overlap, item_title(item), before)
            yield Line(("", f"−{slot.overlap}", words, ""), Tone.QUIET)

    def _line(self, item: Item) -> Line:
        if item.kind is Kind.SECTION:
            return Line((item_title(item), "", "", ""), Tone.BAND)
        minutes = self._clock.slots[item.id].minutes
        tone = Tone.QUIET if item.kind in RESTS else Tone.PLAIN
        return self._cells.line(
            self._starts.words(item), str(minutes) if minutes else "", item, tone
        )


def _strand_name(strand: Strand) -> str:
    named = strand.title.strip() or _("In parallel")
    return " · ".join(filter(None, (named, strand.room.strip(), strand.lead.strip())))


def _timed(item: Item) -> bool:
    return counts(item) or (item.kind is Kind.SECTION and item.live)


def _tasks(session: Session, setting: Setting, cells: ItemCells, blocks: Blocks) -> Story:
    lines = [
        cells.line(date_words(task.due) if task.due else _("open"), "", task)
        for task in tasks_of(session, setting)
    ]
    if not lines:
        return []
    columns = (Column(_("By"), 8.4, leads=True, strong=True), *_columns("")[2:])
    shorter = [Line((line.cells[0], *line.cells[2:])) for line in lines]
    return [*blocks.heading(_("Before the next session")), *blocks.table(columns, shorter)]


def _set_aside(session: Session, setting: Setting, cells: ItemCells, blocks: Blocks) -> Story:
    """What is parked or skipped stays visible here, and nowhere else."""
    states = {State.PARKED: _("parked"), State.SKIPPED: _("skipped")}
    aside = [item for item in setting.items(session) if item.state in states]
    if not aside:
        return []
    lines = [cells.line(states[item.state], str(item.length.typical or ""), item) for item in aside]
    columns = (Column(_("State"), 5, leads=True), *_columns("")[1:])
    return [*blocks.heading(_("Parked and skipped")), *blocks.table(columns, lines)]
