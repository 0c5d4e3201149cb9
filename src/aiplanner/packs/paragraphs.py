"""Tagged text flowables: paragraphs, headings and list items."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paragraph import ParaLines
from reportlab.platypus.paraparser import ParaFrag

from aiplanner.packs.canvas import LinkedText, PackCanvas
from aiplanner.packs.plain_lines import broken, drawn, fragments, lines_that_fit, unbroken
from aiplanner.packs.structure import Node
from aiplanner.packs.tagging import Tagger
from aiplanner.packs.text import Markup

DrawMark = Callable[[PackCanvas, float, float], None]
"""Draws a mark with its left edge at x, on the text line whose baseline is at y."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a paragraph: a label that is read ("1."), or a mark that is only seen."""

    label: Markup | None = None
    draw: DrawMark | None = None
    live: bool = False
    """Whether what is drawn is a field of a form, which is content and not only seen."""


@dataclass(frozen=True, slots=True, eq=False)
class ListTag:
    """One list in the structure; its items share it. Numbering as in ISO 32000-1, 14.8.5.5."""

    numbering: str = "Disc"


class TaggedParagraph(Paragraph):  # type: ignore[misc]  # ReportLab ships no types
    """A paragraph that is content: role P, or the role its style says (`tag`)."""

    language = ""
    markup: Markup
    """All that it says, also where it is only a part of a paragraph that goes on overleaf."""
    marker: Marker | None = None
    plain: list[ParaFrag] | None = None
    """Its words by their faces, where it is nothing but words from the left."""
    _link_owner: Node | None = None
    _broken_at: float | None = None
    _broken_plain = False

    def __init__(self, text: Markup | None, style: ParagraphStyle, **options: Any) -> None:
        if text is not None and not isinstance(text, Markup):
            raise TypeError("text reaches a paragraph only through the gate")
        frags = fragments(text, style) if text else None
        super().__init__(text, style, **{"frags": frags, **options})
        self.plain = None if style.alignment or style.firstLineIndent else frags
        self.markup = text or Markup()
        self.key: object = object()

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its size. Tables ask four times over, so lines are broken once for each width."""
        if self._broken_at != availWidth or not hasattr(self, "blPara"):
            super().wrap(availWidth, availHeight)
            self._broken_at = availWidth
        return self.width, self.height

    def breakLines(self, width: list[float]) -> ParaLines:
        """Its lines in the widths of the first and of the others."""
        plain = self.plain and broken(self.plain, self.style, width[-1])
        self._broken_plain = bool(plain)
        return plain or super().breakLines(width)

    def drawPara(self, debug: int = 0) -> None:
        """Draw its lines."""
        if self._broken_plain:
            drawn(self.blPara, self.style, self.height, self.canv)
        else:
            super().drawPara(debug)

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        """The parts that go on this page and the next; together they stay one element."""
        if self._broken_plain:
            parts = self._cut(lines_that_fit(self.blPara, self.style, availHeight))
        else:
            parts = super().split(availWidth, availHeight)
        for part in parts:
            if part is not self:
                self._hand_down(part)
        if parts and parts[0] is not self:
            parts[0].marker = self.marker
        return list(parts)

    def _cut(self, lines: int) -> list[TaggedParagraph]:
        if lines in (0, len(self.blPara.lines)):
            return [self] if lines else []
        return [self._part(slice(lines)), self._part(slice(lines, None))]

    def _part(self, lines: slice) -> TaggedParagraph:
        frags = unbroken(self.blPara, lines)
        part = type(self)(None, self.style, frags=frags)
        part.plain = frags
        return part

    def _hand_down(self, part: TaggedParagraph) -> None:
        part.key, part.language, part.markup = self.key, self.language, self.markup

    def draw(self) -> None:
        """Draw as content of the element that the style names."""
        tagger = self.canv.tagger
        if tagger.here.attributes.get("flat"):
            self._draw_in(tagger.here, tagger)
            return
        attributes = {"Lang": self.language} if self.language else {}
        with tagger.element(self.style.tag, self.key, **attributes) as node:
            self._draw_in(node, tagger)

    def beginText(self, x: float, y: float) -> Any:
        """The text object; one that marks its links where there are some inside."""
        if self._link_owner is not None:
            return LinkedText(self.canv, x, y, self._link_owner)
        return self.canv.beginText(x, y)

    def _draw_in(self, node: Node, tagger: Tagger) -> None:
        self._draw_marker(tagger)
        if self._linked:
            self._link_owner = node
            with tagger.artifact():
                super().draw()
            self._link_owner = None
        elif targets := self._whole_link():
            with tagger.element("Link", (self.key, "link")) as link, tagger.content():
                tagger.links.extend([link] * targets)
                super().draw()
        else:
            with tagger.content(node):
                super().draw()

    def _draw_marker(self, tagger: Tagger) -> None:
        if self.marker is None or self.marker.draw is None:
            return
        with nullcontext() if self.marker.live else tagger.artifact():
            self.marker.draw(self.canv, 0, self.first_baseline)

    @property
    def first_baseline(self) -> float:
        """Height of the first line's baseline over the paragraph's bottom edge."""
        lines = self.blPara
        size = lines.fontSize if lines.kind == 0 else lines.lines[0].fontSize
        return float(self.height - size)

    @property
    def _linked(self) -> bool:
        """Whether some of the words, but not all as one, are a link."""
        if self.canv.tagger.silent or self.blPara.kind != 1:
            return False
        return any(getattr(word, "link", None) for line in self.blPara.lines for word in line.words)

    def _whole_link(self) -> int:
        """How many link annotations a paragraph that is one single link will make."""
        lines = self.blPara
        if self.canv.tagger.silent or lines.kind != 0 or not lines.lines:
            return 0
        return len(lines.link) * len(lines.lines)


class Heading(TaggedParagraph):
    """A heading: level 1 to 6 by its style's tag, with a place that the outline leads to."""

    place = ""
    """Name of the place; empty when nothing leads here."""
    outline = ""
    """How the outline calls it, in plain words on one line."""
    listed = False
    """Whether the contents name it under its document."""

    @property
    def level(self) -> int:
        """1 to 6."""
        return int(self.style.tag[1])

    def draw(self) -> None:
        """Draw, and note where it stands."""
        if self.place:
            self.canv.bookmarkHorizontal(self.place, 0, self.height)
            self.canv.pages_of[self.place] = self.canv.getPageNumber()
            self.canv.addOutlineEntry(self.outline, self.place, self.level - 1, 0)
        super().draw()


class ListItem(TaggedParagraph):
    """An item of a list, hanging behind its marker; ReportLab's own lists lose parts in cells."""

    list_tag = ListTag()

    def _hand_down(self, part: TaggedParagraph) -> None:
        super()._hand_down(part)
        if isinstance(part, ListItem):
            part.list_tag = self.list_tag

    def draw(self) -> None:
        """Draw label and body, each as its own element of the list."""
        tagger = self.canv.tagger
        numbering = {"ListNumbering": self.list_tag.numbering}
        with (
            tagger.element("L", self.list_tag, **numbering),
            tagger.element("LI", (self.key, "item")),
        ):
            self._draw_label(tagger)
            with tagger.element("LBody", (self.key, "body")) as body:
                self._draw_in(body, tagger)

    def _draw_label(self, tagger: Tagger) -> None:
        if self.marker is None or self.marker.label is None:
            return
        with tagger.element("Lbl"), tagger.content():
            self.canv.setFont(self.style.fontName, self.style.fontSize)
            self.canv.setFillColor(self.style.textColor)
            self.canv.drawString(self._label_x(), self.first_baseline, self.marker.label)

    def _label_x(self) -> float:
        return float(self.style.bulletIndent)
