"""Evaluation results for the facilitators: what people ticked, counted, and what they wrote."""

from __future__ import annotations

from collections.abc import Iterator

from aiplanner.app.content import handouts
from aiplanner.app.evaluations import Results, results, where
from aiplanner.domain.self_ratings import LEAST
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.count_tables import count_tables
from aiplanner.packs.setting import Draft, Setting


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one document: evaluations first, then whatever else came back and is kept as answers."""
    title = _("Evaluation results")
    story = blocks.title(title, _("Private: for the facilitators."))
    known = (*handouts(), *setting.options.own)
    found = results(setting.programme, known, setting.sessions)
    for one in found:
        story += blocks.heading(where(setting.programme, one), listed=True)
        story += _told(one, blocks)
    yield Draft(title, story if found else [*story, *_nothing(blocks)])


def _nothing(blocks: Blocks) -> Story:
    how = _(
        "Print “Your view” as a form to fill in, send it out, and open what comes back under "
        "“Forms that came back”."
    )
    return [*blocks.text(_("No answers have been taken in yet.")), *blocks.note(how)]


def _told(one: Results, blocks: Blocks) -> Story:
    came = ngettext("{count} sheet came back.", "{count} sheets came back.", one.sheets)
    few = _("So few can be recognised by what they wrote: keep this to yourselves.")
    story = blocks.text(came.format(count=one.sheets))
    if one.sheets < LEAST:
        story += blocks.note(few)
    story += count_tables(one.counted, blocks)
    for asked in one.quoted:
        story += blocks.strong(asked.words)
        story += blocks.bullets(asked.quotes)
        story.append(blocks.gap(0.5))
    return story
