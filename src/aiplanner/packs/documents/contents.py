"""The contents: the documents of the pack and their sections, with page numbers and links."""

from __future__ import annotations

from collections.abc import Sequence

from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks
from aiplanner.packs.contents import contents
from aiplanner.packs.setting import Draft


def draft(others: Sequence[Draft], blocks: Blocks) -> Draft:
    """Written last, from what the other documents hold."""
    story = blocks.title(_("Contents"))
    entries = contents(
        (flowable for other in others for flowable in other.story),
        blocks.gate,
        blocks.styles.contents,
    )
    return Draft(_("Contents"), [*story, *(entries or blocks.text(_("There is nothing else.")))])
