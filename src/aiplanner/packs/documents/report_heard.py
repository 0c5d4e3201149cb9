"""What the cycle report tells of what was heard and dreamed: shared words only, all counted."""

from __future__ import annotations

from collections.abc import Sequence

from aiplanner.app.consent import is_told, may_be_shown, not_shared_text, quoted, said
from aiplanner.app.finding_counts import counted
from aiplanner.app.finding_words import SOAR_PART_NAMES
from aiplanner.domain.findings import Dream, DreamKind, Finding, SoarPart, Sort
from aiplanner.domain.findings import Story as Tale
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.documents.future_view import dream_words, statements_of_dream
from aiplanner.packs.found import printable
from aiplanner.packs.grid import DASH, Column, Line
from aiplanner.packs.setting import Setting

_MOST = 12
"""Stories, and images of the dream, that are told in full: a sponsor reads on to the actions."""


def heard(setting: Setting, blocks: Blocks) -> Story:
    """How many stories, some in the words of their tellers, and the themes in them."""
    programme = setting.programme
    stories = [story for story in programme.stories if is_told(story)]
    if not stories and not printable(programme, Sort.THEME):
        return []
    shared = [story for story in stories if may_be_shown(story)]
    voices = [story for story in shared if story.quote.strip()][:_MOST]
    others = [said(story) for story in shared if story not in voices]
    told = [*blocks.text(_gathered(stories)), *(p for v in voices for p in _quote(v, blocks))]
    if others:
        head = _("Also told") if voices else _("Told were")
        told += [*blocks.strong(head), *blocks.bullets(others[:_MOST])]
    more = len(others) - _MOST
    return [*told, *(blocks.note(_more(more)) if more > 0 else []), *_themes(programme, blocks)]


def _gathered(stories: Sequence[Tale]) -> str:
    kept = sum(not may_be_shown(story) for story in stories)
    words = [_("{stories} gathered").format(stories=counted(Sort.STORY, len(stories)))]
    return "; ".join(filter(None, [*words, not_shared_text(kept)])) + "."


def _more(count: int) -> str:
    return ngettext("And {count} more story.", "And {count} more stories.", count).format(
        count=count
    )


def _quote(story: Tale, blocks: Blocks) -> Story:
    """The headline where it has one, and the teller's own words."""
    return [*blocks.strong(story.text), *blocks.text(quoted(story))]


def _themes(programme: Programme, blocks: Blocks) -> Story:
    themes = [theme for theme in programme.themes if theme.text.strip()]
    if not themes:
        return []
    columns = (
        Column(_("What runs through them"), 14, 1, leads=True, strong=True),
        Column(_("Stories"), 5),
        Column(_("Votes"), 5),
    )
    lines = [
        Line(
            (
                _theme(theme.text, blocks, core=theme.core, keep=theme.keep),
                str(_stories(programme.grown_from(theme.id))) or DASH,
                DASH if theme.votes is None else str(theme.votes),
            )
        )
        for theme in themes
    ]
    return [blocks.gap(0.4), *blocks.table(columns, lines)]


def _theme(text: str, blocks: Blocks, *, core: bool, keep: bool) -> Story:
    marks = (_("positive core") if core else "", _("we want to keep it") if keep else "")
    return blocks.cell(text, " · ".join(filter(None, marks)))


def _stories(rows: Sequence[Finding]) -> int:
    return sum(isinstance(row, Tale) for row in rows)


def dreamed(setting: Setting, blocks: Blocks) -> Story:
    """The dream statement, images and phrases; or the answers to SOAR."""
    programme = setting.programme
    story = [p for d in statements_of_dream(programme) for p in blocks.strong(dream_words(d))]
    for flowable in story:
        flowable.keepWithNext = 0
    shown = [d for d in programme.dreams if d.kind in _IMAGES and d.text.strip()]
    story += blocks.bullets(dream_words(dream) for dream in shown[:_MOST])
    wishes = sum(_is_wish(dream) for dream in programme.dreams)
    if wishes:
        words = ngettext("{count} wish was made.", "{count} wishes were made.", wishes)
        story += blocks.note(words.format(count=wishes))
    soar = _soar(programme, blocks)
    return [*story, *([blocks.gap(0.4)] if story and soar else []), *soar]


_IMAGES = frozenset({DreamKind.IMAGE, DreamKind.PHRASE})


def _is_wish(dream: Dream) -> bool:
    return dream.kind is DreamKind.WISH and bool(dream.text.strip())


def _soar(programme: Programme, blocks: Blocks) -> Story:
    """Each of the four with its answers, in a line."""
    pairs = []
    for part in SoarPart:
        answers = [one.text.strip() for one in programme.soar if one.kind is part]
        name = SOAR_PART_NAMES[part]
        pairs.append((name[:1].upper() + name[1:], "; ".join(filter(None, answers))))
    return blocks.facts(pairs)
