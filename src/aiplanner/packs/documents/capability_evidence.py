"""The evidence sheet for learning records: what led on each capability, and room to reflect."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import capability_guide, signposts, sources
from aiplanner.app.paper_words import date_words, item_title, minutes_words, session_number
from aiplanner.domain.content import CapabilityGuide
from aiplanner.domain.cycle import Capability, Role
from aiplanner.domain.led import Led, led_items
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.packs.addresses import address_lines
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.elastic import Lines
from aiplanner.packs.filling import Group, filled
from aiplanner.packs.grid import Column, Line
from aiplanner.packs.setting import Draft, Setting

_LINES, _STRETCH = 4, 2.5
"""Lines to write on, and how many times as many where the page has room."""
_KEPT = 8
"""A capability with so many items at most is kept on one page with its question."""
_BADGE, _TOOL = "BADGE", "Leadership Capability Feedback Tool"
"""The source and the signpost that speak of keeping a record of the six."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document; a chosen session is told of alone."""
    title = _("My learning record: the six capabilities")
    groups = [blocks.title(title, _("What I took part in, and what I make of it."))]
    groups += [blocks.text(_NAME), _where(blocks)]
    led = [one for session in setting.sessions for one in _of(setting, session)]
    for capability in Capability:
        groups += _capability(capability_guide(capability), led, setting, blocks)
    story, _pages = filled(groups, blocks.sheet.width, blocks.sheet.height, len(groups))
    yield Draft(title, story)


_NAME = _(
    "This sheet is yours: nobody collects it and it rates nobody. Strike out what you did not take "
    "part in, and write what you did, what came of it and what you learned."
)


def _of(setting: Setting, session: Session) -> tuple[Led, ...]:
    return led_items(setting.programme, role=Role.LEADS, session=session.id)


def _capability(
    guide: CapabilityGuide, led: list[Led], setting: Setting, blocks: Blocks
) -> Iterator[Group]:
    mine = [one for one in led if one.capability is guide.key]
    story = blocks.heading(guide.name)
    if mine:
        total = minutes_words(sum(one.minutes for one in mine))
        story += blocks.before(blocks.text(_("{minutes} led on it.").format(minutes=total)))
        story += blocks.table(_COLUMNS, [_line(one, setting) for one in mine])
    else:
        story += blocks.text(_("No part of this cycle leads on it. What else did?"))
    asked = [*blocks.strong(guide.prompts[0]), *_room(blocks)]
    asked[0].spaceBefore = blocks.styles.profile.body * 0.6
    if len(mine) <= _KEPT:
        yield [*story, *asked]
    else:
        yield from ([flowable] for flowable in story)
        yield asked


def _room(blocks: Blocks) -> Story:
    """Lines to write on, more of them where the page has room."""
    return [Lines(_LINES, blocks.pitch, fills=True, most=_STRETCH)]


_COLUMNS = (
    Column(_("What we did"), 11, 2, leads=True, strong=True),
    Column(_("Session"), 5.6, named=False),
    Column(_("Day"), 7, 0.4, named=False),
    Column(_("Length"), 4.6, named=False),
)


def _line(one: Led, setting: Setting) -> Line:
    day = date_words(one.session.day) if one.session.day else ""
    number = session_number(setting.programme, one.session)
    session = _("Session {number}").format(number=number)
    return Line((item_title(one.item), session, day, minutes_words(one.minutes)))


def _where(blocks: Blocks) -> Story:
    """Where such records are kept, as far as we know a place that does."""
    badge = sources()[_BADGE]
    tool = next(sign for sign in signposts() if sign.title == _TOOL)
    story = blocks.heading(_("Where to keep it"))
    story += blocks.text(
        _(
            "Keep it with the record of learning that your employer, your register or your course "
            "asks for. What counts there, they decide."
        )
    )
    for what, address in (
        (_("The SSSC has an Open Badge about the six capabilities:"), badge.address),
        (_("To ask others how they see you, the SSSC's feedback tool:"), tool.address),
    ):
        story += blocks.before(blocks.cell_lines([what]))
        story += address_lines(address, blocks)
    return blocks.before(story[:-1]) + story[-1:]
