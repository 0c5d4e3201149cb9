"""The recap of a running order: what the sessions before found, to be told again."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.carried import Carried, CarriedLine
from aiplanner.app.paper_words import item_title
from aiplanner.app.recap import recap, recap_item
from aiplanner.app.starts import Starts
from aiplanner.domain.rows import Item, Session
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import Line, Tone
from aiplanner.packs.setting import Setting


def recap_story(session: Session, setting: Setting, blocks: Blocks) -> Story:
    """The recap of a session, section by section; nothing where nothing was found before."""
    sections = recap(setting.programme, session)
    if not sections:
        return []
    story = [*blocks.heading(_("Last time you told us …")), *_place(session, setting, blocks)]
    for section in sections:
        story += blocks.facts([(section.heading, "\n".join(_lines(section)))])
    return story


def recap_line(item: Item, session: Session, setting: Setting) -> Iterator[Line]:
    """A line in front of the item at which the recap is told, so that nobody forgets it."""
    if item == recap_item(setting.programme, session) and recap(setting.programme, session):
        yield Line(
            ("", "", _("To begin: “Last time you told us …”, after this table"), ""), Tone.QUIET
        )


def _place(session: Session, setting: Setting, blocks: Blocks) -> Story:
    item = recap_item(setting.programme, session)
    if item is None:
        return []
    starts = Starts(setting.programme, setting.clocks[session.id])
    place = " ".join(filter(None, (starts.words(item), item_title(item))))
    return blocks.before(blocks.text(_("Tell it at: {item}").format(item=place)))


def _lines(section: Carried) -> Iterator[str]:
    yield from (_line(line) for line in section.lines)
    yield from filter(None, (section.further, section.left_out))


def _line(line: CarriedLine) -> str:
    return " · ".join(filter(None, (line.text, line.more)))
