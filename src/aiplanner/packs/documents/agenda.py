"""The one-page agenda of a session: purpose, the order of the day, what to do afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from aiplanner.app.agenda_text import shown
from aiplanner.app.paper_words import (
    item_title,
    minutes_words,
    session_name,
    session_number,
    when_words,
)
from aiplanner.app.starts import Starts
from aiplanner.domain.cycle import RESTS, Kind
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import clock_text
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import TIGHT, Column, Line, Tone
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.snug import snug
from aiplanner.packs.tasks import task_list

Tell = Callable[[Item, Blocks], Story]
"""How an item is told in its cell."""

AIRS = (TIGHT, 0.45, 0.3, 0.2)
"""How much air the rows of an agenda have at most, and when it would else take a page more."""
_ABOVE = 15
"""Ems of body type that stand above the rows of a blank agenda."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """One a session; a blank one to fill in by hand where there is none."""
    for session in setting.sheets(setting.sessions):
        number = str(session_number(setting.programme, session))
        name = session_name(setting.programme, session)
        yield Draft(_("Agenda"), _agenda(session, setting, blocks), number, name, session.id)
    if not setting.sessions:
        yield Draft(_("Agenda"), _blank(blocks))


def _agenda(session: Session, setting: Setting, blocks: Blocks) -> Story:
    sheet = blocks.sheet
    return snug(lambda air: _told(session, setting, blocks, air), (sheet.width, sheet.height), AIRS)


def _told(session: Session, setting: Setting, blocks: Blocks, air: float) -> Story:
    name = session_name(setting.programme, session)
    story = blocks.title(_("Agenda"), name, outline=_("Agenda, {session}").format(session=name))
    story += blocks.facts(
        [
            (_("When"), when_words(session, setting.clocks[session.id])),
            (_("Where"), session.venue),
            (_("Why we meet"), session.purpose),
        ]
    )
    story += order_of_the_day(session, setting, blocks, plainly, air)
    return story + task_list(session, setting, blocks)


def order_of_the_day(
    session: Session, setting: Setting, blocks: Blocks, tell: Tell, air: float
) -> Story:
    """What is when, as a table; rows to write in where nothing is planned."""
    clock = setting.clocks[session.id]
    lines = list(_lines(session, setting, blocks, tell))
    if not lines:
        told = blocks.text(_("Nothing is planned for this session yet."))
        return [*told, *blocks.table(_columns(clocked=True), _blank_lines(blocks))]
    return [blocks.gap(0.4), *blocks.table(_columns(clocked=clock.clocked), lines, air=air)]


def plainly(item: Item, blocks: Blocks) -> Story:
    """An item by its title."""
    return blocks.cell(item_title(item), quiet=item.kind in RESTS)


def _columns(*, clocked: bool) -> tuple[Column, Column]:
    time = Column(_("Time"), 4, leads=True) if clocked else Column(_("Length"), 5.5, leads=True)
    return time, Column(_("What"), 15, 1, named=False)


def _lines(session: Session, setting: Setting, blocks: Blocks, tell: Tell) -> Iterator[Line]:
    clock = setting.clocks[session.id]
    starts = Starts(setting.programme, clock)
    planned = [item for item in setting.programme.items_of(session.id) if shown(item)]
    for item in planned:
        minutes = clock.slots[item.id].minutes
        time = starts.words(item) if clock.clocked else minutes_words(minutes) if minutes else ""
        if item.kind is Kind.SECTION:
            yield Line((item_title(item), ""), Tone.BAND)
        else:
            tone = Tone.QUIET if item.kind in RESTS else Tone.PLAIN
            what = tell(item, blocks) + _strands(item, setting, blocks)
            yield Line((time, what), tone)
    if planned and clock.clocked:
        yield Line((clock_text(clock.end), _("End")), Tone.QUIET)


def _strands(item: Item, setting: Setting, blocks: Blocks) -> Story:
    """All that goes on in a breakout, in one line a strand."""
    story: Story = []
    for strand in setting.programme.strands_of(item.id):
        inside = ", ".join(item_title(i) for i in setting.programme.walk(strand.id) if shown(i))
        story += blocks.cell_lines([": ".join(filter(None, (strand.title.strip(), inside)))])
    return story


def _blank(blocks: Blocks) -> Story:
    story = blocks.title(_("Agenda"), _("A blank agenda: no sessions yet."))
    for question in (_("When and where"), _("Why we meet")):
        story += blocks.question(question, 1)
    return story + blocks.table(_columns(clocked=True), _blank_lines(blocks))


def _blank_lines(blocks: Blocks) -> list[Line]:
    """Rows to write in by hand, as high as writing lines are apart."""
    em, pitch = blocks.styles.body.fontSize, blocks.styles.profile.pitch
    rows = int((blocks.sheet.height - _ABOVE * em) / (pitch + blocks.styles.cell.fontSize))
    return [Line(([blocks.gap(pitch / em)], [])) for _row in range(max(rows, 3))]
