"""The contents: the documents of the pack and their sessions, with page numbers and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.contents import ContentsLine, contents
from aiplanner.packs.paragraphs import Heading
from aiplanner.packs.setting import Draft


def draft(others: Sequence[Draft], blocks: Blocks) -> Draft:
    """Written last, from what the other documents hold."""
    lines = list(_lines(others))
    story = blocks.title(_("Contents"))
    story += contents(lines, blocks.gate, blocks.styles.contents)
    return Draft(_("Contents"), story if lines else [*story, *blocks.text(_("Nothing else."))])


def _lines(others: Sequence[Draft]) -> Iterator[ContentsLine]:
    """A line a document, and one for each session in it."""
    for title, group in groupby(others, key=lambda draft: draft.title):
        drafts = list(group)
        yield ContentsLine(0, title, _headings(drafts[0])[0].place)
        for one in drafts:
            first, *rest = _headings(one)
            if one.session:
                yield ContentsLine(1, one.session, first.place)
            for heading in rest:
                if heading.listed:
                    yield ContentsLine(1, heading.outline, heading.place)


def _headings(draft: Draft) -> list[Heading]:
    return [flowable for flowable in draft.story if isinstance(flowable, Heading)]
