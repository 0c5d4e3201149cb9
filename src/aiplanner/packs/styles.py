"""The look of the packs: paper, print sizes and type, from the same tokens as the screen.

Sizes follow RNIB clear print (14 pt body) and UKAAF G003 large print (18 pt; 20 and 24 for whoever
asks): left aligned, no italics, no underlining, no capitals for emphasis, 60 to 70 characters a
line.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from reportlab.lib import pagesizes
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from aiplanner.assets import resource
from aiplanner.packs.fonts import BOLD, REGULAR, SEMIBOLD, register


class Print(StrEnum):
    """How large a document is printed."""

    CLEAR = "clear"
    SIXTEEN = "16"
    LARGE = "large"
    TWENTY = "20"
    TWENTY_FOUR = "24"


class Paper(StrEnum):
    """The sheet a document is printed on."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        width, height = {Paper.A4: pagesizes.A4, Paper.LETTER: pagesizes.LETTER}[self]
        return float(width), float(height)


@dataclass(frozen=True, slots=True)
class Profile:
    """The measures of one print size, in points."""

    body: float
    cell: float
    furniture: float
    titles: tuple[float, float, float]
    """Sizes of headings of level 1 to 3."""
    margin: float
    """At the sides; documents that are punched get `gutter` more on the left, less on the right."""
    gutter: float
    head: float
    """From the paper's edge to the text, at the top and at the bottom."""
    pitch: float
    """Distance between writing lines."""

    @property
    def large(self) -> bool:
        """Whether it is large print: nothing on a page is set smaller than its body, but heads
        and feet, and what stands in columns at 14 pt may stand in blocks."""
        return self.body >= LARGE_FROM

    def budget(self, clear: int, large: int) -> int:
        """Pages that are asked for at 14 pt and 18 pt: 16 pt has those of 18 where it needs them,
        20 and 24 take what they need beyond them."""
        return clear if self.body <= PROFILES[Print.CLEAR].body else large


LARGE_FROM = 18
"""Points of body type from which a print is large print (UKAAF G003)."""

PROFILES = {
    Print.CLEAR: Profile(14, 12.5, 12, (27, 19, 15), 23 * mm, 4 * mm, 27 * mm, 9 * mm),
    Print.SIXTEEN: Profile(16, 14.5, 14, (30, 22, 17), 21 * mm, 4 * mm, 28 * mm, 10 * mm),
    Print.LARGE: Profile(18, 18, 16, (33, 25, 20), 19 * mm, 4 * mm, 29 * mm, 12 * mm),
    Print.TWENTY: Profile(20, 20, 17, (35, 27, 22), 19 * mm, 4 * mm, 30 * mm, 13 * mm),
    Print.TWENTY_FOUR: Profile(24, 24, 18, (38, 31, 27), 19 * mm, 4 * mm, 31 * mm, 15 * mm),
}


@cache
def colour(token: str) -> Color:
    """A colour of the light theme by its token, for example "ink"."""
    return HexColor(_tokens()[token])


@cache
def _tokens() -> dict[str, str]:
    tokens: dict[str, str] = tomllib.loads(resource("tokens.toml").read_text("utf-8"))["light"]
    return tokens


LINE = HexColor("#AEB3B9")
"""Hairlines on paper: a printer loses the screen's."""
WRITING = HexColor("#767E88")
"""Lines that people write on."""
WASH = HexColor("#F1F3F5")
"""Behind the heads of tables to fill: it copies as white."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of one print size."""

    profile: Profile
    body: ParagraphStyle
    lead: ParagraphStyle
    note: ParagraphStyle
    strong: ParagraphStyle
    headings: tuple[ParagraphStyle, ParagraphStyle, ParagraphStyle]
    item: ParagraphStyle
    tick: ParagraphStyle
    fact: ParagraphStyle
    fact_name: ParagraphStyle
    cell: ParagraphStyle
    cell_item: ParagraphStyle
    cell_strong: ParagraphStyle
    cell_note: ParagraphStyle
    cell_head: ParagraphStyle
    display: ParagraphStyle
    contents: tuple[ParagraphStyle, ParagraphStyle]


@cache
def styles(print_size: Print) -> Styles:
    """The styles of a print size, made once a process."""
    register()
    profile = PROFILES[print_size]
    body = _style("body", profile.body, after=0.5)
    cell = _style("cell", profile.cell, after=0.1, lines=1.3)
    return Styles(
        profile=profile,
        body=body,
        lead=_style("lead", profile.body * 1.12, ink="ink2", after=0.7),
        note=_style("note", profile.body, ink="ink2", after=0.5),
        strong=_style("strong", profile.body, SEMIBOLD, after=0.2),
        headings=_headings(profile),
        item=_hanging(body, after=0.25),
        tick=_hanging(body, after=0.45, indent=1.9),
        fact=_style("fact", profile.body),
        fact_name=_style("fact-name", profile.body, ink="ink2"),
        cell=cell,
        cell_item=_hanging(cell, after=0.1),
        cell_strong=_style("cell-strong", profile.cell, SEMIBOLD, after=0.1, lines=1.3),
        cell_note=_style("cell-note", profile.cell, ink="ink2", after=0.1, lines=1.3),
        cell_head=_style("cell-head", profile.cell, SEMIBOLD, ink="ink2", lines=1.3),
        display=_display(profile),
        contents=(
            _entry("contents-1", profile, SEMIBOLD, before=0.55),
            _entry("contents-2", profile, REGULAR, before=0.1),
        ),
    )


@dataclass(frozen=True, slots=True)
class CardStyles:
    """The styles of cards, which grow with the room that their words leave."""

    title: ParagraphStyle
    heading: ParagraphStyle
    word: ParagraphStyle
    text: ParagraphStyle
    below: ParagraphStyle
    """Stands under a word in the middle of a card."""
    banner: ParagraphStyle
    """A title to be read across a room, in the middle of a card."""


@cache
def card_styles(print_size: Print, scale: float) -> CardStyles:
    """The styles of cards at a multiple of the print size."""
    register()
    profile = PROFILES[print_size]
    word, heading = profile.titles[1] * scale, profile.titles[2] * scale
    return CardStyles(
        title=_style("card-title", word, BOLD, after=0.3, lines=1.18, tag="H1"),
        heading=_style("card-heading", heading, BOLD, after=0.3, lines=1.2),
        word=_style("card-word", word * 1.2, BOLD, lines=1.2, alignment=TA_CENTER),
        text=_style("card-text", profile.body * scale, after=0.5, lines=1.34),
        below=_style(
            "card-below", profile.body * max(1, scale * 0.6), lines=1.3, alignment=TA_CENTER
        ),
        banner=_style(
            "card-banner", word * 1.8, BOLD, after=0.2, lines=1.15, alignment=TA_CENTER, tag="H1"
        ),
    )


def _style(name: str, size: float, face: str = REGULAR, **differences: Any) -> ParagraphStyle:
    """A style; differences: ReportLab's own, and `ink` (a token), `after` and `lines` (in ems)."""
    ink, after = differences.pop("ink", "ink"), differences.pop("after", 0)
    lines = differences.pop("lines", 1.38)
    measures = {
        "fontName": face,
        "fontSize": size,
        "leading": size * lines,
        "textColor": colour(ink),
        "spaceAfter": size * after,
        "tag": "P",
        "bulletFontName": face,
        "allowWidows": 0,
        "allowOrphans": 0,
        "linkUnderline": 0,
        "splitLongWords": 1,
    }
    return ParagraphStyle(name, **{**measures, **differences})


def _headings(profile: Profile) -> tuple[ParagraphStyle, ParagraphStyle, ParagraphStyle]:
    before, after = (0.0, 1.15, 0.9), (0.3, 0.35, 0.2)
    made = []
    for level, (size, above, below) in enumerate(
        zip(profile.titles, before, after, strict=True), 1
    ):
        style = _style(f"h{level}", size, BOLD, lines=1.18)
        style.tag, style.keepWithNext = f"H{level}", 1
        style.spaceBefore, style.spaceAfter = size * above, size * below
        made.append(style)
    return made[0], made[1], made[2]


def _hanging(style: ParagraphStyle, after: float, indent: float = 1.4) -> ParagraphStyle:
    size = style.fontSize
    return ParagraphStyle(
        f"{style.name}-item", style, leftIndent=size * indent, spaceAfter=size * after
    )


def _display(profile: Profile) -> ParagraphStyle:
    style = _style("display", profile.titles[0] * 1.35, BOLD, lines=1.12, after=0.35)
    style.tag = "H1"
    return style


def _entry(name: str, profile: Profile, face: str, before: float) -> ParagraphStyle:
    style = _style(name, profile.body, face, lines=1.28)
    style.leftIndent, style.spaceBefore = profile.body * 2.8, profile.body * before
    return style
