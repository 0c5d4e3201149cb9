"""The participants' timetable: time, what, room; nothing else of the running order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from aiplanner.app.agenda_text import shown
from aiplanner.app.paper_words import item_title, minutes_words, session_name, when_words
from aiplanner.app.starts import Starts
from aiplanner.domain.cycle import RESTS, Kind
from aiplanner.domain.rows import Item, Session, Strand
from aiplanner.domain.schedule import clock_text
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import Column, Line, Tone
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.snug import high, snug
from aiplanner.packs.tasks import task_list

_AIRS = (1, 0.8, 0.6, 0.45)
"""How much air the rows of a session have at most, and when it would else take a page more."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document."""
    story = blocks.title(_("Timetable"))
    if not setting.sessions:
        story += blocks.empty(
            _("No sessions yet."),
            _("Once you have planned one, its times, its rooms and what happens stand here."),
        )
    above = high(story, blocks.sheet.width)
    for session in setting.sessions:
        room = blocks.sheet.width, blocks.sheet.height - above
        story += snug(partial(_session, session, setting, blocks), room, _AIRS)
        above = 0
    yield Draft(_("Timetable"), story)


def _session(session: Session, setting: Setting, blocks: Blocks, air: float) -> Story:
    clock = setting.clocks[session.id]
    story = blocks.heading(session_name(setting.programme, session), listed=True)
    where = (when_words(session, clock), session.venue.strip(), session.audience.strip())
    story += blocks.before(blocks.note(" · ".join(filter(None, where))))
    lines = list(_Lines(session, setting, blocks))
    if lines:
        columns, lines = _told(_columns(clocked=clock.clocked), lines)
        story += blocks.table(columns, lines, together=True, air=air)
    else:
        story += blocks.text(_("Nothing is planned for this session yet."))
    return story + task_list(session, setting, blocks)


def _columns(*, clocked: bool) -> tuple[Column, ...]:
    time = Column(_("Time"), 4, leads=True) if clocked else Column(_("Length"), 5.5, leads=True)
    return time, Column(_("What"), 13, 3, named=False), Column(_("Room"), 8, 1)


def _told(columns: tuple[Column, ...], lines: list[Line]) -> tuple[tuple[Column, ...], list[Line]]:
    """Without the column of rooms where everything is in the one that stands above."""
    if any(line.cells[-1] for line in lines):
        return columns, lines
    return columns[:-1], [Line(line.cells[:-1], line.tone) for line in lines]


class _Lines:
    """The rows of one session; those of strands follow their breakout."""

    def __init__(self, session: Session, setting: Setting, blocks: Blocks) -> None:
        self._session, self._setting, self._blocks = session, setting, blocks
        self._clock = setting.clocks[session.id]
        self._starts = Starts(setting.programme, self._clock)

    def __iter__(self) -> Iterator[Line]:
        planned = [i for i in self._setting.programme.items_of(self._session.id) if shown(i)]
        for item in planned:
            yield from self._item(item)
        if planned and self._clock.clocked:
            yield Line((clock_text(self._clock.end), _("End"), ""), Tone.QUIET)

    def _item(self, item: Item) -> Iterator[Line]:
        if item.kind is Kind.SECTION:
            yield Line((item_title(item), "", ""), Tone.BAND)
            return
        tone = Tone.QUIET if item.kind in RESTS else Tone.PLAIN
        what = self._blocks.cell(item_title(item), _for_whom(item), quiet=item.kind in RESTS)
        yield Line((self._time(item), what, item.room.strip()), tone)
        for strand in self._setting.programme.strands_of(item.id):
            yield self._strand(item, strand)

    def _strand(self, item: Item, strand: Strand) -> Line:
        what = self._blocks.cell(strand.title.strip() or _("In parallel"))
        what += self._blocks.cell_lines(self._inside(strand))
        return Line((self._time(item), what, strand.room.strip()))

    def _inside(self, strand: Strand) -> Iterator[str]:
        programme = self._setting.programme
        for item in filter(shown, programme.items_of(strand.id)):
            room = "" if item.room == strand.room else item.room.strip()
            title = f"{item_title(item)} ({room})" if room else item_title(item)
            yield f"{self._time(item)}\u2002{title}".strip()
            for inner in programme.strands_of(item.id):
                yield " · ".join(filter(None, (inner.title.strip(), inner.room.strip())))
                yield from self._inside(inner)

    def _time(self, item: Item) -> str:
        slot = self._clock.slots[item.id]
        if self._clock.clocked:
            return self._starts.words(item)
        return minutes_words(slot.minutes) if slot.minutes else ""


def _for_whom(item: Item) -> str:
    who = item.audience.strip()
    return _("for {people}").format(people=who) if who else ""
