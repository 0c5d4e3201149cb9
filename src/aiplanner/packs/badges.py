"""Capability badges: two letters in a box, filled where an item leads, open where it supports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.fonts import BOLD, width
from aiplanner.packs.styles import colour
from aiplanner.packs.text import cleaned


@dataclass(frozen=True, slots=True)
class Badge:
    """One capability of an item."""

    mark: str
    """Two capital letters."""
    words: str
    """What it says when read aloud, for example "leads on Self-leadership"."""
    leads: bool


class Badges(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """A row of badges at a size of type; a new row where the room ends."""

    def __init__(self, badges: Sequence[Badge], size: float) -> None:
        super().__init__()
        self.badges, self._size = badges, size
        self._places: list[tuple[float, float]] = []
        self.spaceBefore = self.spaceAfter = size * 0.25

    @property
    def _box(self) -> tuple[float, float]:
        widest = max(width(badge.mark, BOLD, self._size) for badge in self.badges)
        return widest + self._size * 0.7, self._size * 1.35

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:
        """As many rows as the badges need."""
        (across, down), gap = self._box, self._size * 0.35
        in_row = max(1, int((availWidth + gap) // (across + gap)))
        rows = -(-len(self.badges) // in_row)
        self.width, self.height = availWidth, rows * (down + gap) - gap
        self._places = [
            (n % in_row * (across + gap), self.height - down - n // in_row * (down + gap))
            for n in range(len(self.badges))
        ]
        return self.width, self.height

    def draw(self) -> None:
        """Draw the boxes as artifacts and the letters as content that speaks in full."""
        tagger = self.canv.tagger
        with tagger.element("P"):
            for badge, (x, y) in zip(self.badges, self._places, strict=True):
                with tagger.artifact():
                    self._draw_box(self.canv, badge, x, y)
                with tagger.element("Span", ActualText=cleaned(badge.words)), tagger.content():
                    self._draw_mark(self.canv, badge, x, y)

    def _draw_box(self, canvas: PackCanvas, badge: Badge, x: float, y: float) -> None:
        canvas.setStrokeColor(colour("ink"))
        canvas.setFillColor(colour("ink"))
        canvas.setLineWidth(0.8)
        canvas.roundRect(x, y, *self._box, self._size * 0.2, fill=int(badge.leads))

    def _draw_mark(self, canvas: PackCanvas, badge: Badge, x: float, y: float) -> None:
        canvas.setFillColor(colour("surface" if badge.leads else "ink"))
        canvas.setFont(BOLD, self._size)
        across, down = self._box
        canvas.drawCentredString(x + across / 2, y + (down - self._size * 0.66) / 2, badge.mark)
