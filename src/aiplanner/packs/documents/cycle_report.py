"""The cycle report: what a sponsor is told of a cycle, from its purpose to the next review."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from aiplanner.app.paper_words import date_words, programme_title
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.documents.report_agreed import agreed, stated
from aiplanner.packs.documents.report_course import course, leading, next_steps, why
from aiplanner.packs.documents.report_heard import dreamed, heard
from aiplanner.packs.elastic import Lines
from aiplanner.packs.filling import Group, filled
from aiplanner.packs.letterhead import formats_line, logo
from aiplanner.packs.photos import wall
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.text import Passing

Section = Callable[[Setting, Blocks], Story]
"""Writes what stands under a heading; nothing where there is nothing to tell yet."""

_SECTIONS: tuple[tuple[str, Section], ...] = (
    (_("Why we set out"), why),
    (_("What we did"), course),
    (_("What we heard"), heard),
    (_("What we dreamed"), dreamed),
    (_("What we want to be true"), stated),
    (_("What we do about it"), agreed),
    (_("Where the cycle asked people to lead"), leading),
    (_("What comes next"), next_steps),
)
_ASKED = _("For this report in another format or language, ask {contact}.")
_LINES, _STRETCH, _PAGES = 3, 2, 2
"""Lines to write on under each heading of a report to be written by hand, how many times as many
where there is room, and the pages that are enough for them."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document; headings with room to write where the programme holds nothing yet."""
    title, head = _("Cycle report"), setting.head
    story = [*logo(setting, blocks), *blocks.title(title, programme_title(setting.programme))]
    story += blocks.facts(
        [
            (_("Service"), head.service),
            (_("Organisation"), head.organisation),
            (_("For"), head.sponsor),
            (_("Contact"), head.contact),
            (_("As it stood on"), Passing(setting.gate(date_words(setting.options.made.date())))),
        ]
    )
    last = [*wall(setting, blocks), *formats_line(head, blocks, _ASKED)]
    if not setting.programme.sessions and not setting.programme.findings():
        yield Draft(title, _by_hand(story, last, setting, blocks))
        return
    for heading, write in _SECTIONS:
        told = write(setting, blocks)
        story += blocks.heading(heading, listed=True)
        story += told or blocks.note(_("Nothing yet."))
    yield Draft(title, story + last)


def _by_hand(first: Story, last: Story, setting: Setting, blocks: Blocks) -> Story:
    """The headings with room to write, as much as fills two pages."""
    groups: list[Group] = [first]
    for heading, write in _SECTIONS:
        room = [Lines(_LINES, blocks.pitch, fills=True, most=_STRETCH)]
        groups.append([*blocks.heading(heading, listed=True), *(write(setting, blocks) or room)])
    groups += [[flowable] for flowable in last]
    story, _pages = filled(groups, blocks.sheet.width, blocks.sheet.height, _PAGES)
    return story
