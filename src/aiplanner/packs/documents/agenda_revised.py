"""The one-page agenda after a plan B: the new times, what is shorter, and what falls away."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.agenda_text import shown
from aiplanner.app.paper_words import item_title, session_name, session_number, when_words
from aiplanner.domain.cycle import RESTS, Kind, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Item, Session
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.documents.agenda import AIRS, order_of_the_day
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.snug import snug
from aiplanner.packs.tasks import task_list


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """One a session; a line that says so where there is none."""
    for session in setting.sheets(setting.sessions):
        number = str(session_number(setting.programme, session))
        name = session_name(setting.programme, session)
        story = _agenda(session, setting, blocks)
        yield Draft(_("Revised agenda"), story, number, name, session.id)
    if not setting.sessions:
        story = blocks.title(_("Revised agenda"))
        story += blocks.empty(
            _("No sessions yet."),
            _("When the plan of a session changes on the day, its new times stand here."),
        )
        yield Draft(_("Revised agenda"), story)


def _agenda(session: Session, setting: Setting, blocks: Blocks) -> Story:
    sheet = blocks.sheet
    return snug(
        lambda air: _written(session, setting, blocks, air), (sheet.width, sheet.height), AIRS
    )


def _written(session: Session, setting: Setting, blocks: Blocks, air: float) -> Story:
    name = session_name(setting.programme, session)
    outline = _("Revised agenda, {session}").format(session=name)
    story = blocks.title(_("Revised agenda"), name, outline=outline)
    story += blocks.lead(_("These times replace the ones you have."))
    story += blocks.facts(
        [
            (_("When"), when_words(session, setting.clocks[session.id])),
            (_("Where"), session.venue),
            (_("Falls away"), ", ".join(_gone(session.id, setting))),
        ]
    )
    story += order_of_the_day(session, setting, blocks, _told, air)
    return story + _shorter_inside(session, setting, blocks) + task_list(session, setting, blocks)


def _told(item: Item, blocks: Blocks) -> Story:
    """An item by its title, and what its short version is."""
    quiet = item.kind in RESTS
    if item.state is not State.SHORT:
        return blocks.cell(item_title(item), quiet=quiet)
    return blocks.cell(item_title(item), _shorter(item), quiet=quiet)


def _shorter(item: Item) -> str:
    short = item.short.strip()
    return _("Shorter: {how}").format(how=short) if short else _("Shorter than planned")


def _shorter_inside(session: Session, setting: Setting, blocks: Blocks) -> Story:
    """What is shorter in a breakout, whose strands have no room for it."""
    items = [one for one in setting.programme.walk(session.id) if one.strand_id is not None]
    short = [one for one in items if one.state is State.SHORT and _meets(one, setting)]
    if not short:
        return []
    told = (": ".join(filter(None, (item_title(one), one.short.strip()))) for one in short)
    return [blocks.gap(0.8), *blocks.strong(_("Shorter in the groups")), *blocks.bullets(told)]


def _meets(item: Item, setting: Setting) -> bool:
    """Whether the item is on the clock: neither it nor a breakout around it falls away."""
    slot = setting.clocks[setting.programme.session_of(item).id].slots[item.id]
    return slot.start is not None


def _gone(parent: RowId, setting: Setting) -> Iterator[str]:
    """What is skipped, in its order; what a skipped breakout holds goes without saying."""
    for item in setting.programme.items_of(parent):
        if item.state is State.SKIPPED and item.kind not in (Kind.SECTION, Kind.TASK):
            yield item_title(item)
        elif shown(item):
            for strand in setting.programme.strands_of(item.id):
                yield from _gone(strand.id, setting)
