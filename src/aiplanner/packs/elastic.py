"""Flowables that may take more room than they need: lines to write on, frames, four boxes."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from aiplanner.packs.asking import Ask
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.styles import WRITING

_ABOVE = 0.12
"""Of the distance between lines: between a question and the field under it."""
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
    """Lines to write on, at least `pitch` points apart; `most` is the stretch they stop at.

    With something to `ask` they are one field of a form, which is never cut in two.
    """

    def __init__(
        self, count: int, pitch: float, *, fills: bool, most: float, ask: Ask | None = None
    ) -> None:
        super().__init__()
        self.count, self.pitch, self._most = count, pitch, most
        self.fills, self.ask = fills, ask

    def height_at(self, stretch: float) -> float:
        """Whole lines are not counted here: what is over goes between them."""
        if self.count == 1 and not self.fills:
            return self.pitch
        least = min(self.count, _FEWEST_LINES)
        return max(least, self.count * min(stretch, self._most)) * self.pitch

    def parts(self, room: float, stretch: float) -> tuple[Elastic, Elastic] | None:
        """Some lines here, the others overleaf; never one alone."""
        here = int(room // (self.pitch * max(stretch, 1)))
        if self.ask or min(here, self.count - here) < _FEWEST_LINES:
            return None
        return self._part(here), self._part(self.count - here)

    def _part(self, count: int) -> Lines:
        return Lines(count, self.pitch, fills=self.fills, most=self._most)

    def draw(self) -> None:
        """Draw the lines as an artifact: a blank has nothing to read."""
        if self.ask:
            above = self.pitch * _ABOVE
            self.canv.forms.text(self.ask, (0, 0, self.width, self.height - above))
            return
        count = max(1, int(self.height / self.pitch + 0.01))
        with self.canv.tagger.artifact():
            pen(self.canv)
            for number in range(count):
                y = number * self.height / count
                self.canv.line(0, y, self.width, y)


class Frame(Elastic):
    """An empty frame to draw or stick things in; a form asks there what one would draw."""

    fills = True

    def __init__(self, height: float, least: float, ask: Ask | None = None) -> None:
        super().__init__()
        self.ask = ask
        self.asked, self.least = height, least

    def height_at(self, stretch: float) -> float:
        """What was asked for, stretched, and never less than is of use."""
        return max(self.least, self.asked * stretch)

    def draw(self) -> None:
        """Draw the frame as an artifact."""
        if self.ask:
            self.canv.forms.text(self.ask, (0, 0, self.width, self.height))
            return
        with self.canv.tagger.artifact():
            pen(self.canv)
            self.canv.roundRect(0.5, 0.5, self.width - 1, self.height - 1, 6)


class Boxes(Elastic):
    """Rows of boxes to fill, each with words at its top and room to write under them.

    `asks` says what each asks in a form, in the same rows; empty on paper.
    """

    fills = divides = True

    def __init__(
        self,
        rows: Sequence[Sequence[list[Flowable]]],
        width: float,
        pitch: float,
        asks: Sequence[Sequence[Ask]] = (),
    ) -> None:
        super().__init__()
        self.rows, self._room, self.pitch, self.asks = rows, width, pitch, asks
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
        return self._part(slice(0, 1)), self._part(slice(1, None))

    def _part(self, which: slice) -> Boxes:
        return Boxes(self.rows[which], self._room, self.pitch, self.asks[which])

    def draw(self) -> None:
        """Draw row by row; rows share what is over, so that all their room to write is alike."""
        writing = self._writing(self.stretch)
        top = self.height
        for number, (row, words) in enumerate(zip(self.rows, self._words, strict=True)):
            bottom = top - words - writing
            for column, story in enumerate(row):
                x = column * (self._across + self._gap)
                y = self._box(story, x, top, words + writing)
                if self.asks:
                    self._field(self.asks[number][column], x, bottom, y)
            top -= words + writing + self._gap

    def _field(self, ask: Ask, x: float, bottom: float, top: float) -> None:
        """The field of a box, from under its words to its edge."""
        edge = self._pad / 2
        box = (x + edge, bottom + edge, self._across - 2 * edge, top - bottom - edge)
        self.canv.forms.text(ask, box, framed=False)

    def _box(self, story: list[Flowable], x: float, top: float, height: float) -> float:
        """Draw a box and the words in it; the height at which the words end."""
        with self.canv.tagger.artifact():
            pen(self.canv)
            self.canv.roundRect(x + 0.5, top - height + 0.5, self._across - 1, height - 1, 6)
        y = top - self._pad
        for flowable in story:
            _width, down = flowable.wrapOn(self.canv, self._across - 2 * self._pad, 1e6)
            flowable.drawOn(self.canv, x + self._pad, y - down)
            y -= down + flowable.getSpaceAfter()
        return y


def pen(canvas: PackCanvas) -> None:
    """Take up the pen for lines that people write on."""
    canvas.setStrokeColor(WRITING)
    canvas.setLineWidth(0.7)
