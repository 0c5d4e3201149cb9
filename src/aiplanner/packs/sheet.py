"""The sheet a document is set on: its paper and margins, and how a page of it is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from aiplanner.packs.styles import Paper, Print, Profile, styles

_CLOSE_MARGIN, _CLOSE_HEAD = 16 * mm, 18 * mm


class Layout(StrEnum):
    """How a page is laid out."""

    TEXT = "text"
    """Head, text and foot, with margins all round."""
    CARDS = "cards"
    """The whole sheet for the cutting grid, but for a strip at the foot that is cut off."""


class Turn(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """Stands in a story where a new page begins, and says how that page is laid out.

    `asked` is whether the page is wanted, and not only needed as the one before is full.
    """

    def __init__(self, layout: Layout, *, asked: bool = True) -> None:
        super().__init__()
        self.layout, self.asked = layout, asked


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room on a page: print size and paper, and whether it is punched at the left.

    `close`: with narrower margins, for what has to stand on one page; `wide`: the paper lies;
    `duplex`: both sides are printed, so that on even pages the holes are at the right.
    """

    print_size: Print
    paper: Paper
    punched: bool = False
    close: bool = False
    wide: bool = False
    duplex: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper as it lies, in points."""
        across, down = self.paper.size
        return (down, across) if self.wide else (across, down)

    @property
    def profile(self) -> Profile:
        """The measures of the print size."""
        return styles(self.print_size).profile

    @property
    def head(self) -> float:
        """From the paper's edge to the text in points, at the top and at the bottom."""
        return _CLOSE_HEAD if self.close else self.profile.head

    @property
    def _margin(self) -> float:
        return _CLOSE_MARGIN if self.close else self.profile.margin

    @property
    def left(self) -> float:
        """Margin at the left in points."""
        return self._margin + (self.profile.gutter if self.punched else 0)

    @property
    def right(self) -> float:
        """Margin at the right in points."""
        return self._margin - (self.profile.gutter if self.punched else 0)

    @property
    def width(self) -> float:
        """Room for text, from margin to margin."""
        return self.size[0] - self.left - self.right

    @property
    def height(self) -> float:
        """Room for text, from head to foot."""
        return self.size[1] - 2 * self.head

    @property
    def strip(self) -> float:
        """Height of the strip under a cutting grid: two lines, and what printers cannot reach."""
        return self.profile.furniture * 2.9 + 14

    def left_on(self, page: int) -> float:
        """Margin at the left of that page of the PDF, in points: a back side mirrors its front."""
        return self.right if self.duplex and page % 2 == 0 else self.left

    def frame(self, layout: Layout, page: int = 1) -> tuple[float, float, float, float]:
        """Left and bottom edge, width and height of the room on that page of the PDF."""
        if layout is Layout.TEXT:
            return self.left_on(page), self.head, self.width, self.height
        across, down = self.size
        return 0, self.strip, across, down - self.strip
