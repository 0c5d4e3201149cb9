"""Flowables that may take more room than they need: lines to write on, frames, four boxes."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.styles import WRITING

_FEWEST_LINES = 2
"""Lines that are left at least where several were asked for."""


class Elastic(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """Its height is `height_at` a stretch: 1 is what was asked for, more or less what is there."""

    fills = False
    """Whether it takes all that a page leaves; the others then stay as they are."""
    late = False
    """Whether it grows only when the pages are made up, so that it never pushes others on."""
    divides = False
    """Whether it may go on overleaf where the next page could hold it whole."""
    stretch = 1.0

    def height_at(self, stretch: float) -> float:
        """Its height in points."""
        raise NotImplementedError

    def cut(self, room: float, stretch: float) -> tuple[Elastic, Elastic] | None:
        """The parts for this page, with so much room, and for the next; None where it stays."""
        parts = self.parts(room, stretch)
        if parts is not None:
            parts[1].spaceAfter = self.getSpaceAfter()
        return parts

    def parts(self, room: float, stretch: float) -> tuple[Elastic, Elastic] | None:
        """As `cut`, without the space behind."""
        del room, stretch
        return None

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:
        """As wide as the room, as high as its stretch makes it."""
        self.width, self.height = availWidth, self.height_at(self.stretch)
        return self.width, self.height


class Lines(Elastic):
    """Lines to write on, at least `pitch` points apart; `most` is the stretch they stop at."""

    def __init__(self, count: int, pitch: float, *, fills: bool, most: float) -> None:
        super().__init__()
        self.count, self.pitch, self._most = count, pitch, most
        self.fills = fills

    def height_at(self, stretch: float) -> float:
        """Whole lines are not counted here: what is over goes between them."""
        if self.count == 1 and not self.fills:
            return self.pitch
        least = min(self.count, _FEWEST_LINES)
        return max(least, self.count * min(stretch, self._most)) * self.pitch

    def parts(self, room: float, stretch: float) -> tuple[Elastic, Elastic] | None:
        """Some lines here, the others overleaf; never one alone."""
        here = int(room // (self.pitch * max(stretch, 1)))
        if min(here, self.count - here) < _FEWEST_LINES:
            return None
        return self._part(here), self._part(self.count - here)

    def _part(self, count: int) -> Lines:
        return Lines(count, self.pitch, fills=self.fills, most=self._most)

    def draw(self) -> None:
        """Draw the lines as an artifact: a blank has nothing to read."""
        count = max(1, int(self.height / self.pitch + 0.01))
        with self.canv.tagger.artifact():
            pen(self.canv)
            for number in range(count):
                y = number * self.height / count
                self.canv.line(0, y, self.width, y)


class Frame(Elastic):
    """An empty frame to draw or stick things in."""

    fills = True

    def __init__(self, height: float, least: float) -> None:
        super().__init__()
        self._asked, self._least = height, least

    @property
    def asked(self) -> float:
        """The height that was asked for, in points."""
        return self._asked

    def height_at(self, stretch: float) -> float:
        """What was asked for, stretched, and never less than is of use."""
        return max(self._least, self._asked * stretch)

    def draw(self) -> None:
        """Draw the frame as an artifact."""
        with self.canv.tagger.artifact():
            pen(self.canv)
            self.canv.roundRect(0.5, 0.5, self.width - 1, self.height - 1, 6)


class Boxes(Elastic):
    """Rows of boxes to fill, each with words at its top and room to write under them."""

    fills = divides = True

    def __init__(
        self, rows: Sequence[Sequence[list[Flowable]]], width: float, pitch: float
    ) -> None:
        super().__init__()
        self.rows, self._room, self.pitch = rows, width, pitch
        self._pad, self._gap = pitch * 0.36, pitch * 0.3
        self._words = [max(map(self._height, row)) for row in rows]

    @property
    def _across(self) -> float:
        return (self._room - self._gap * (len(self.rows[0]) - 1)) / len(self.rows[0])

    @property
    def tallest(self) -> float:
        """The height of the highest row with the least room to write."""
        return max(self._words) + self._writing(0)

    def _height(self, story: list[Flowable]) -> float:
        inner = self._across - 2 * self._pad
        words = sum(f.wrap(inner, 1e6)[1] + f.getSpaceAfter() for f in story)
        return float(words + 2 * self._pad)

    def height_at(self, stretch: float) -> float:
        """All rows, with four lines' room in each where there is no need to stretch or shrink."""
        gaps = self._gap * (len(self.rows) - 1)
        return gaps + sum(words + self._writing(stretch) for words in self._words)

    def _writing(self, stretch: float) -> float:
        return max(_FEWEST_LINES, 4 * stretch) * self.pitch

    def parts(self, room: float, stretch: float) -> tuple[Elastic, Elastic] | None:
        """The first row here, the others overleaf."""
        if len(self.rows) < 2 or self._words[0] + self._writing(stretch) > room:
            return None
        here, there = self.rows[:1], self.rows[1:]
        return Boxes(here, self._room, self.pitch), Boxes(there, self._room, self.pitch)

    def draw(self) -> None:
        """Draw row by row; rows share what is over, so that all their room to write is alike."""
        writing = self._writing(self.stretch)
        top = self.height
        for row, words in zip(self.rows, self._words, strict=True):
            for column, story in enumerate(row):
                x = column * (self._across + self._gap)
                self._box(story, x, top, words + writing)
            top -= words + writing + self._gap

    def _box(self, story: list[Flowable], x: float, top: float, height: float) -> None:
        with self.canv.tagger.artifact():
            pen(self.canv)
            self.canv.roundRect(x + 0.5, top - height + 0.5, self._across - 1, height - 1, 6)
        y = top - self._pad
        for flowable in story:
            _width, down = flowable.wrapOn(self.canv, self._across - 2 * self._pad, 1e6)
            flowable.drawOn(self.canv, x + self._pad, y - down)
            y -= down + flowable.getSpaceAfter()


def pen(canvas: PackCanvas) -> None:
    """Take up the pen for lines that people write on."""
    canvas.setStrokeColor(WRITING)
    canvas.setLineWidth(0.7)
