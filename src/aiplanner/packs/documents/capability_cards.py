"""The capability cards: a sheet about each of the six, to keep and to think with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aiplanner.app.content import capability_guide, levels, phase_label, signposts
from aiplanner.app.guide_words import READER_NAMES
from aiplanner.domain.content import CapabilityGuide
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.packs.badges import Badge
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.elastic import Lines
from aiplanner.packs.filling import Group, filled
from aiplanner.packs.grid import Column, Line
from aiplanner.packs.setting import Draft, Setting
from aiplanner.packs.styles import Print

SIDES = {Print.CLEAR: 2, Print.LARGE: 4}
"""Pages of a card: in clear print both sides of one sheet."""
_MOST_TITLES = 5
_FEWEST = 2
"""Lines that are left of what is said to one group of readers."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """All six."""
    for capability in Capability:
        yield from one(capability, setting, blocks)


def one(capability: Capability, setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The card of one capability; long lists are shortened, openly, until it fits its sheet."""
    guide, sheet = capability_guide(capability), blocks.sheet
    longest = max((len(told.statements) for told in guide.indicators), default=0)
    story: Story = []
    for most in range(longest, min(longest, _FEWEST) - 1, -1):
        groups = [*_front(guide, setting, blocks), *_back(guide, blocks, most)]
        story, pages = filled(groups, sheet.width, sheet.height, SIDES[sheet.print_size])
        if pages <= SIDES[sheet.print_size]:
            break
    yield Draft(guide.name, story)


def _front(guide: CapabilityGuide, setting: Setting, blocks: Blocks) -> Iterator[Group]:
    words = _("On our plans its mark is {mark}").format(mark=guide.mark)
    badge = blocks.badges([Badge(guide.mark, words, leads=True)])
    yield [*badge, *blocks.title(guide.name)]
    yield blocks.text(guide.meaning)
    yield blocks.text(guide.why)
    yield blocks.heading(_("In each phase"))
    yield blocks.table(_PHASES, [_phase(p, guide, setting, blocks) for p in Phase], tight=True)
    yield blocks.heading(_("Me, us, the whole system"))
    yield blocks.cell_facts([(f"{level.name}.", level.question) for level in levels()])
    yield blocks.small(_CREDIT)


_PHASES = (Column(_("Phase"), 8.6, leads=True, strong=True), Column(_("How it shows"), 16, 1))


def _phase(phase: Phase, guide: CapabilityGuide, setting: Setting, blocks: Blocks) -> Line:
    name = blocks.phase(phase, phase_label(setting.head, phase), strong=True)
    return Line((name, guide.phases.get(phase, "")))


def _back(guide: CapabilityGuide, blocks: Blocks, most: int) -> Iterator[Group]:
    yield blocks.heading(_("Think it over"))
    notes = Lines(3, blocks.pitch, fills=True, most=9)
    notes.spaceAfter = blocks.styles.profile.body
    yield [*blocks.bullets(guide.prompts), notes]
    if guide.indicators:
        yield blocks.heading(_("How it shows at work"))
    for told in guide.indicators:
        first, *others = blocks.cell_bullets(_shown(told.statements, most))
        name = blocks.strong(READER_NAMES[told.reader])
        name[0].spaceBefore = blocks.styles.profile.body * 0.35
        yield [*name, first]
        yield from ([other] for other in others)
    signs = [sign.title for sign in signposts() if guide.key in sign.capabilities]
    if signs:
        last = blocks.cell_facts([(_("To read on:"), _read_on(signs))])
        last[0].spaceBefore = blocks.styles.profile.body * 0.8
        yield last


_CREDIT = _(
    "The names of the six capabilities are those of the Scottish Social Services Council (SSSC) "
    "and NHS Scotland. The words here are ours; neither has seen them."
)


def _read_on(titles: list[str]) -> str:
    first = "; ".join(titles[:_MOST_TITLES])
    if len(titles) <= _MOST_TITLES:
        return _("{titles}. The sheet “Signposts” says what each is good for.").format(titles=first)
    more = _("{titles}, and others. The sheet “Signposts” says what each is good for.")
    return more.format(titles=first)


def _shown(statements: Sequence[str], most: int) -> list[str]:
    """The statements, or the first of them and how many more the guide has."""
    if len(statements) <= most:
        return list(statements)
    count = len(statements) - most + 1
    more = ngettext("{count} more is in the guide.", "{count} more are in the guide.", count)
    return [*statements[: most - 1], more.format(count=count)]
