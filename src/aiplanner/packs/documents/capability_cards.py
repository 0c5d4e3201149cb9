"""The capability cards: a sheet about each of the six, to keep and to think with."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import capability_guide, levels, phase_label, signposts
from aiplanner.domain.content import CapabilityGuide
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.i18n import gettext as _
from aiplanner.packs.badges import Badge
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.elastic import Lines
from aiplanner.packs.filling import Group, filled
from aiplanner.packs.grid import TIGHT, Column, Line
from aiplanner.packs.setting import Draft, Setting

SIDES, SIDES_LARGE = 1, 2
"""Pages of a card: in large print both sides of one sheet."""
_MOST_TITLES = 2
_LINES = 3


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """All six."""
    for capability in Capability:
        yield from one(capability, setting, blocks)


def one(capability: Capability, setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The card of one capability, on one sheet."""
    guide, sheet = capability_guide(capability), blocks.sheet
    thinking = list(_thinking(guide, blocks))
    if sheet.profile.large:  # the questions stand together on the second side
        thinking = [[flowable for group in thinking for flowable in group]]
    groups = [*_meaning(guide, setting, blocks), *thinking, *_last(guide, blocks)]
    story, _pages = filled(
        groups, sheet.width, sheet.height, sheet.profile.budget(SIDES, SIDES_LARGE)
    )
    yield Draft(guide.name, story)


def _meaning(guide: CapabilityGuide, setting: Setting, blocks: Blocks) -> Iterator[Group]:
    words = _("On our plans its mark is {mark}").format(mark=guide.mark)
    badge = blocks.badges([Badge(guide.mark, words, leads=True)])
    yield [*badge, *blocks.title(guide.name)]
    yield blocks.text(guide.meaning)
    yield blocks.text(guide.why)
    yield blocks.table(_PHASES, [_phase(p, guide, setting, blocks) for p in Phase], air=TIGHT)


_PHASES = (Column(_("Phase"), 7.6, leads=True, strong=True), Column(_("How it shows"), 16, 1))


def _phase(phase: Phase, guide: CapabilityGuide, setting: Setting, blocks: Blocks) -> Line:
    name = blocks.phase(phase, phase_label(setting.head, phase), strong=True)
    return Line((name, guide.phases.get(phase, "")))


def _thinking(guide: CapabilityGuide, blocks: Blocks) -> Iterator[Group]:
    """The questions, those of the three levels under them, and room to write."""
    first, *others = blocks.cell_bullets(guide.prompts)
    heading = blocks.heading(_("Think it over"))
    heading[0].spaceBefore = blocks.styles.profile.cell * 0.8
    yield [*heading, first]
    yield from ([other] for other in others)
    ladder = blocks.cell_facts([(f"{level.name}.", level.question) for level in levels()])
    ladder[0].spaceBefore = blocks.styles.profile.cell * 0.4
    yield from ([rung] for rung in ladder[:-1])
    notes = Lines(_LINES, blocks.pitch, fills=True, most=9)
    notes.spaceAfter = blocks.styles.profile.cell * 0.6
    yield [ladder[-1], notes]


def _last(guide: CapabilityGuide, blocks: Blocks) -> Iterator[Group]:
    signs = [sign.title for sign in signposts() if guide.key in sign.capabilities]
    shows = _("The sheet “Capability statements” says it for each group of readers.")
    yield blocks.cell_facts(
        [
            (_("How it shows at work:"), shows if guide.indicators else ""),
            (_("To read on:"), _read_on(signs) if signs else ""),
        ]
    )
    yield blocks.small(CREDIT)


CREDIT = _(
    "The names of the six capabilities are those of the Scottish Social Services Council (SSSC) "
    "and NHS Scotland. The words here are ours; neither has seen them."
)


def _read_on(titles: list[str]) -> str:
    first = "; ".join(titles[:_MOST_TITLES])
    if len(titles) <= _MOST_TITLES:
        return _("{titles}. See the sheet “Signposts”.").format(titles=first)
    return _("{titles}, and others on the sheet “Signposts”.").format(titles=first)
