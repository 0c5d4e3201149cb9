"""The contents of a pack: its documents and their sections, with page numbers and links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle

from aiplanner.i18n import gettext as _
from aiplanner.packs.fonts import REGULAR
from aiplanner.packs.paragraphs import TaggedParagraph
from aiplanner.packs.text import Gate

_GAP = 0.7
"""Ems between a page number and what stands there; the indent has room for four figures."""

Looks = tuple[ParagraphStyle, ParagraphStyle]


@dataclass(frozen=True, slots=True, eq=False)
class ContentsTag:
    """One table of contents in the structure; its entries share it."""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """What the contents say of one place: `depth` is 0 for a document, 1 for a section of it."""

    depth: int
    text: str
    place: str


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
                right, size = style.leftIndent - style.fontSize * _GAP, style.fontSize
                canvas.late_text(
                    right, self.first_baseline, REGULAR, size, lambda: f" {pages[place]}"
                )
            tagger.links.append(link)
            words = _("Go to {title}").format(title=self.getPlainText(identify=False))
            canvas.linkRect(words, place, (0, 0, self.width, self.height), relative=1)


def contents(lines: Iterable[ContentsLine], gate: Gate, looks: Looks) -> list[ContentsEntry]:
    """The entries for these lines; `looks` are the styles of documents and of their sections."""
    tag = ContentsTag()
    entries = []
    for line in lines:
        entry = ContentsEntry(gate(line.text), looks[line.depth])
        entry.place, entry.tag = line.place, tag
        entries.append(entry)
    return entries
