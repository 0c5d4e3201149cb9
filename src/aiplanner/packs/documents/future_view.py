"""The view from the future: the dream as if it had come true, told from that day."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.logic_words import LOOKING_BACK
from aiplanner.app.paper_words import date_words
from aiplanner.domain.findings import Dream, DreamKind
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.elastic import Lines
from aiplanner.packs.filling import filled
from aiplanner.packs.setting import Draft, Setting

_PAGES, _PAGES_LARGE = 2, 3
_LINES = 3
"""Lines under each question of a sheet to write on, before they share what the page leaves."""
_GROWS = 4
"""How far they grow."""


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document; questions with room to write where nothing is told yet."""
    head, title = setting.head, _("View from the future")
    story = [*blocks.title(title, _lead(head)), *_dream(setting.programme, blocks)]
    if head.future.strip():
        yield Draft(title, [*story, *_told(head, blocks)])
    else:
        yield Draft(title, _to_write(story, blocks))


def _lead(head: Head) -> str:
    if head.future_day is None:
        return _("Our dream has come true. We look back on how it came about.")
    told = _("It is {day}. Our dream has come true, and we look back on how it came about.")
    return told.format(day=date_words(head.future_day))


def _dream(programme: Programme, blocks: Blocks) -> Story:
    told = [dream_words(d) for d in statements_of_dream(programme)]
    if not told:
        return []
    return [
        *blocks.heading(_("Our dream")),
        *(line for words in told for line in blocks.text(words)),
    ]


def statements_of_dream(programme: Programme) -> tuple[Dream, ...]:
    """The dream statements that say something."""
    return tuple(d for d in programme.dreams if d.kind is DreamKind.STATEMENT and d.text.strip())


def dream_words(dream: Dream) -> str:
    """A dream with when it has come true: "Home by noon (in two years)"."""
    text, horizon = dream.text.strip(), dream.horizon.strip()
    return f"{text} ({horizon})" if horizon else text


def _told(head: Head, blocks: Blocks) -> Story:
    return [*blocks.heading(_("What we see")), *blocks.text(head.future)]


def _to_write(story: Story, blocks: Blocks) -> Story:
    sheet = blocks.sheet
    groups = [story, *([*blocks.strong(asked), _lines(blocks)] for asked in LOOKING_BACK)]
    whole, _pages = filled(
        groups, sheet.width, sheet.height, sheet.profile.budget(_PAGES, _PAGES_LARGE)
    )
    return whole


def _lines(blocks: Blocks) -> Lines:
    lines = Lines(_LINES, blocks.pitch, fills=True, most=_GROWS)
    lines.spaceAfter = blocks.styles.profile.body
    return lines
