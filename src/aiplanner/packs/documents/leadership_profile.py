"""The group's profile before and after: a dot plot beside its real table, from five people on."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import capability_guide
from aiplanner.app.rating_words import MOMENT_NAMES, OURS, hidden_words, middle_of, people_words
from aiplanner.domain.cycle import Capability
from aiplanner.domain.self_rating import Moment
from aiplanner.domain.self_ratings import Profile, profile
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.grid import Column, Line
from aiplanner.packs.profile_picture import profile_picture
from aiplanner.packs.setting import Draft, Setting


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document; of fewer than five people it says only that."""
    title = _("How we see our leadership")
    found = profile(setting.programme.self_ratings)
    story = blocks.title(title, _("The group before and after, in middle answers."))
    if found.before.shown or found.after.shown:
        story += _shown(found, blocks)
    else:
        story += blocks.text(hidden_words(found))
        story += blocks.note(_("The sheet to fill in is “My leadership, before and after”."))
    yield Draft(title, story)


def _shown(found: Profile, blocks: Blocks) -> Story:
    story = blocks.text(" ".join(filter(None, (people_words(found), hidden_words(found)))))
    story += profile_picture(found, blocks)
    marks = _("Open dot: {before}. Filled dot: {after}. A ring around a dot: the same both times.")
    names = {moment.value: MOMENT_NAMES[moment] for moment in Moment}
    story += blocks.note(marks.format(**names))
    story += blocks.heading(_("The same in words"))
    story += blocks.table(_columns(), [_line(found, c) for c in Capability], together=True)
    return [*story, blocks.gap(0.3), *blocks.small(f"{_HOW} {OURS}")]


_HOW = _(
    "The middle answer is the median: half of the people answered that or lower, half that or "
    "higher. Nothing is shown of fewer than five people, and no more than the middle, so that "
    "nobody's own answer is told."
)


def _columns() -> list[Column]:
    moments = [Column(_capital(MOMENT_NAMES[moment]), 7, 1) for moment in Moment]
    return [Column(_("Capability"), 9, 1, leads=True, strong=True), *moments]


def _line(found: Profile, capability: Capability) -> Line:
    told = (middle_of(found.at(moment), capability) for moment in Moment)
    return Line((capability_guide(capability).name, *told))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
