"""The signposts: resources of others, what each is good for, and on what terms it may be used."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import capability_guide, phase_label, signposts
from aiplanner.app.guide_words import STATUS_NAMES
from aiplanner.domain.content import Signpost
from aiplanner.domain.cycle import Phase
from aiplanner.i18n import gettext as _
from aiplanner.packs.addresses import address_lines
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.filling import Group, filled
from aiplanner.packs.setting import Draft, Setting

_PAGES, _PAGES_LARGE = 6, 10
"""Pages that there is less air for, should it take more."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document."""
    title = _("Signposts")
    lead = _("Resources of others that help on the way.")
    groups = [blocks.title(title, lead), *_signs(setting, blocks)]
    groups.append([blocks.rule(), *blocks.small(_CREDIT)])
    sheet = blocks.sheet
    story, _pages = filled(
        groups, sheet.width, sheet.height, sheet.profile.budget(_PAGES, _PAGES_LARGE)
    )
    yield Draft(title, story)


_CREDIT = _(
    "This list follows “Planning for the future” by the Scottish Social Services Council (SSSC), "
    "licensed under the Creative Commons Attribution 4.0 International licence "
    "(https://creativecommons.org/licenses/by/4.0/), based on a work at "
    "http://learn.sssc.uk.com. We shortened it, reworded it and added to it."
)


def _signs(setting: Setting, blocks: Blocks) -> Iterator[Group]:
    """Each in parts that may stand on two pages, its heading with the first of them."""
    for sign in signposts():
        first, *others = _what(sign, blocks)
        yield [*_heading(sign, blocks), first]
        yield from ([other] for other in others)
        yield _where(sign, setting, blocks)


def _heading(sign: Signpost, blocks: Blocks) -> Story:
    by = " · ".join(filter(None, (sign.publisher, str(sign.year or ""))))
    return [*blocks.entry(sign.title), *blocks.before(blocks.small(by))]


def _what(sign: Signpost, blocks: Blocks) -> Story:
    what = blocks.text(f"{sign.what} {sign.use}")
    what[-1].spaceAfter = blocks.styles.cell.spaceAfter
    return what


def _where(sign: Signpost, setting: Setting, blocks: Blocks) -> Story:
    """What it helps with, and where it is: an address alone overleaf belongs to nothing."""
    told = [
        blocks.gate.fill("<b>{name}</b> {words}", name=name, words=words)
        for name, words in _facts(sign, setting)
        if words
    ]
    facts = blocks.cell_lines([blocks.gate.join(told, " ")])
    return [*facts, *(address_lines(sign.address, blocks) if sign.address else [])]


def _facts(sign: Signpost, setting: Setting) -> Iterator[tuple[str, str]]:
    phases = [phase_label(setting.head, phase) for phase in sign.phases]
    capabilities = [capability_guide(capability).name for capability in sign.capabilities]
    where = (
        _("the whole cycle") if len(phases) == len(Phase) else ", ".join(phases),
        _("all six capabilities") if len(capabilities) == 6 else ", ".join(capabilities),
    )
    yield _("Helps with:"), " · ".join(filter(None, where))
    yield _("Licence:"), f"{sign.licence.rstrip('.')} · {STATUS_NAMES[sign.status]}"
    yield _("Note:"), sign.note
