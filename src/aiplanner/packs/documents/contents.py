"""The contents: the documents of the pack and their sessions, with page numbers and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.cards import CardSheet
from aiplanner.packs.contents import ContentsLine, contents
from aiplanner.packs.paragraphs import Heading
from aiplanner.packs.setting import Draft


def draft(others: Sequence[Draft], blocks: Blocks) -> Draft:
    """Written last, from what the other documents hold."""
    lines = list(_lines(others))
    story = blocks.title(_("Contents"))
    story += contents(lines, blocks.gate, blocks.styles.contents)
    if not lines:
        alone = _("Nothing stands after this page.")
        story += blocks.empty(
            alone, _("Print it with other documents: then it names each of them and its page.")
        )
    return Draft(_("Contents"), story)


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
    """The headings of a draft in order, on cards too."""
    return [
        one for flowable in draft.story for one in _inside(flowable) if isinstance(one, Heading)
    ]


def _inside(flowable: object) -> Iterable[object]:
    if isinstance(flowable, CardSheet):
        return [one for face in flowable.faces for one in face.story]
    return [flowable]
