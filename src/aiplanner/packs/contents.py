"""The contents of a pack: its documents and their sections, with page numbers and links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from aiplanner.i18n import gettext as _
from aiplanner.packs.fonts import REGULAR
from aiplanner.packs.paragraphs import Heading, TaggedParagraph
from aiplanner.packs.text import Gate


@dataclass(frozen=True, slots=True, eq=False)
class ContentsTag:
    """One table of contents in the structure; its entries share it."""


class ContentsEntry(TaggedParagraph):
    """One line of the contents: the page number first, then what stands there; all of it a link."""

    place = ""
    tag = ContentsTag()

    def split(self, _availWidth: float, _availHeight: float) -> list[Any]:
        """An entry is never torn in two."""
        return []

    def draw(self) -> None:
        """Draw the words, and keep room for the page number, which is known later."""
        canvas, tagger, style = self.canv, self.canv.tagger, self.style
        place, pages = self.place, canvas.pages_of
        with (
            tagger.element("TOC", self.tag),
            tagger.element("TOCI"),
            tagger.element("Reference"),
            tagger.element("Link") as link,
        ):
            with tagger.content():
                self.drawPara()
                canvas.setFillColor(style.textColor)
                right, size = style.leftIndent - style.fontSize, style.fontSize
                canvas.late_text(
                    right, self.first_baseline, REGULAR, size, lambda: f" {pages[place]}"
                )
            tagger.links.append(link)
            words = _("Go to {title}").format(title=self.getPlainText(identify=False))
            canvas.linkRect(words, place, (0, 0, self.width, self.height), relative=1)


def contents(
    story: Iterable[Flowable], gate: Gate, entry_styles: tuple[ParagraphStyle, ParagraphStyle]
) -> list[ContentsEntry]:
    """Entries for the headings of level 1 and 2 that have a place."""
    tag = ContentsTag()
    entries = []
    for heading in story:
        if isinstance(heading, Heading) and heading.place and heading.level <= len(entry_styles):
            entry = ContentsEntry(gate(heading.outline), entry_styles[heading.level - 1])
            entry.place, entry.tag = heading.place, tag
            entries.append(entry)
    return entries
