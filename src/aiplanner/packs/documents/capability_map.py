"""The capability map: where the cycle asks people to lead, as a picture and as its real table."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.app.paper_words import minutes_words
from aiplanner.app.wording import LEVEL_NAMES
from aiplanner.domain.coverage import Coverage, coverage
from aiplanner.domain.cycle import Capability, Level, Phase, Role
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.charts import capability_picture
from aiplanner.packs.grid import DASH, Column, Line
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.snug import snug

_AIRS = (1, 0.8, 0.45)
"""How much air the table has at most, and when the map would else take a page more."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document."""
    title = _("Capability map")
    head = blocks.title(title, _("Where does this cycle ask people to lead?"))
    found = coverage(setting.programme)
    if not found.minutes and not found.items:
        story = head + blocks.empty(
            _("No item names a capability yet, so there is nothing to map."),
            _("Say in the running order what an item leads on or supports, and it counts here."),
        )
    else:
        room = blocks.sheet.width, blocks.sheet.height
        story = snug(lambda air: head + map_story(found, setting, blocks, air=air), room, _AIRS)
    yield Draft(title, story)


def map_story(
    found: Coverage, setting: Setting, blocks: Blocks, level: int = 2, air: float = 1
) -> Story:
    """The picture, what it says in words, and the table of its numbers under a heading.

    `air` is how much there is between the rows of the table.
    """
    story = capability_picture(found, setting.head, blocks)
    story += blocks.text(" ".join(filter(None, (_never_led(found), _levels(found)))))
    story += blocks.heading(_("Minutes by capability and phase"), level)
    told = _("Minutes of items that lead on a capability; in brackets, of those that support it.")
    story += blocks.before(blocks.note(" ".join(filter(None, (told, _beside(found))))))
    lines = [_line(c, found) for c in Capability]
    return story + blocks.table(_columns(setting), lines, together=True, air=air)


def _never_led(found: Coverage) -> str:
    names = ", ".join(capability_guide(c).name for c in found.never_led)
    if not names:
        return _("Every capability is led on somewhere.")
    return _("Nothing leads on these yet: {names}.").format(names=names)


def _columns(setting: Setting) -> list[Column]:
    phases = [Column(phase_label(setting.head, phase), 4.9) for phase in Phase]
    return [
        Column(_("Capability"), 8.6, 1, leads=True, strong=True),
        *phases,
        Column(_("All"), 3.9),
    ]


def _line(capability: Capability, found: Coverage) -> Line:
    cells = [_cell(capability, phase, found) for phase in Phase]
    total = _cell(capability, None, found)
    return Line((capability_guide(capability).name, *cells, total))


def _cell(capability: Capability, phase: Phase | None, found: Coverage) -> str:
    if not found.items_of(capability, phase):
        return DASH
    leads = found.minutes_of(capability, phase, Role.LEADS)
    supports = found.minutes_of(capability, phase, Role.SUPPORTS)
    return f"{leads} ({supports})" if supports else str(leads)


def _beside(found: Coverage) -> str:
    """Said where the phases do not add up to all."""
    if not any(phase is None for _capability, phase, _role in found.minutes):
        return ""
    return _("“All” also counts items that belong to no phase.")


def _levels(found: Coverage) -> str:
    if not found.levels:
        return ""
    levels = ", ".join(
        f"{LEVEL_NAMES[level]} {minutes_words(found.levels[level])}"
        for level in Level
        if found.levels.get(level)
    )
    return _("Leadership by level: {levels}.").format(levels=levels)
