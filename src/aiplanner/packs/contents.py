"""The contents of a pack: its documents and their sections, with page numbers and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle

from aiplanner.i18n import gettext as _
from aiplanner.packs.fonts import REGULAR
from aiplanner.packs.paragraphs import TaggedParagraph
from aiplanner.packs.text import Gate

_GAP = 0.7
"""Ems between a page number and what stands there; the indent has room for four figures."""
_LAST = 4
"""Lines at least on the last page."""

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
    entries, listed = [], list(lines)
    for line in listed:
        entry = ContentsEntry(gate(line.text), looks[line.depth])
        entry.place, entry.tag = line.place, tag
        entries.append(entry)
    for entry, (this, following, behind) in zip(entries, _runs(listed), strict=True):
        # No page holds a document without a section of it, nor its last section alone.
        entry.keepWithNext = int(following == 1 and (this == 0 or behind == 0))
    for entry in entries[-_LAST:-1]:
        entry.keepWithNext = 1
    return entries


def _runs(lines: Sequence[ContentsLine]) -> Iterator[tuple[int, int, int]]:
    """The depth of each line, and those of the two that follow it."""
    depths = [line.depth for line in lines] + [0, 0]
    return zip(depths[:-2], depths[1:-1], depths[2:], strict=True)
