"""What changed since a pack was issued: the first page of the one that replaces it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.setting import Draft, Setting


def drafts(setting: Setting, blocks: Blocks) -> Iterator[Draft]:
    """The one page; a line that says so where nothing changed."""
    title, since = _("What changed"), setting.options.since
    lead = _("Since the pack of {since}.").format(since=since) if since else ""
    story = blocks.title(title, lead)
    if setting.options.changes:
        story += blocks.text(_("The pages that follow replace the ones you have."))
        story += _told(setting.options.changes, blocks)
    else:
        story += blocks.text(_("Nothing has changed."))
    yield Draft(title, story)


def _told(changes: tuple[tuple[str, str], ...], blocks: Blocks) -> Story:
    """The sentences under where each is true; those that follow each other share a heading."""
    story: Story = []
    for where, some in groupby(changes, key=lambda change: change[0]):
        if where:
            story += blocks.heading(where)
        story += blocks.bullets(sentence for _where, sentence in some)
    return story
