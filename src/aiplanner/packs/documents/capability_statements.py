"""The capability statements: how each of the six shows at work, reader by reader."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import capability_guide, sources
from aiplanner.app.guide_words import READER_NAMES
from aiplanner.domain.content import CapabilityGuide, Indicators
from aiplanner.domain.cycle import Capability
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.documents.capability_cards import CREDIT
from aiplanner.packs.filling import Group, filled
from aiplanner.packs.setting import Draft, Setting


def drafts(_setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document, all six flowing on from one another."""
    title = _("Capability statements")
    lead = _("How each leadership capability shows at work, where a source says it.")
    groups = [blocks.title(title, lead)]
    for capability in Capability:
        groups += _of(capability_guide(capability), blocks)
    groups += _credits(blocks)
    story, _pages = filled(groups, blocks.sheet.width, blocks.sheet.height, len(groups))
    yield Draft(title, story)


def _of(guide: CapabilityGuide, blocks: Blocks) -> Iterator[Group]:
    yield blocks.before(blocks.heading(guide.name, 2, listed=True))
    for told in guide.indicators:
        yield from _told(told, blocks)


def _told(told: Indicators, blocks: Blocks) -> Iterator[Group]:
    """The reader with the first statement, the others one by one, so that pages fill."""
    first, *others = statements = blocks.bullets(told.statements)
    for statement in statements:
        statement.keepWithNext = 0  # a statement alone overleaf is better than a page more
    yield [*blocks.heading(READER_NAMES[told.reader], 3), first]
    yield from ([other] for other in others)


def _credits(blocks: Blocks) -> Iterator[Group]:
    told = [told for c in Capability for told in capability_guide(c).indicators]
    keys = dict.fromkeys(key for one in told for key in one.sources)
    named = "; ".join(sources()[key].title.rstrip(".") for key in keys)
    yield [blocks.rule(), *blocks.small(CREDIT)]
    yield blocks.cell_facts([(_("Sources:"), named)])
