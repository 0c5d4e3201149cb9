"""Tagged drawing flowables: figures with words for them, rules, and lines to write on."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from aiplanner.packs.canvas import PackCanvas

Draw = Callable[[PackCanvas], None]


class Figure(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """A picture of a given size in points, with the words that stand for it when read aloud.

    A figure larger than its frame is scaled down, never cut.
    """

    file = ""
    """The file of the picture that it shows, where it is not drawn but taken."""

    def __init__(self, draw: Draw, width: float, height: float, words: str) -> None:
        super().__init__()
        assert words, "a figure has words for those who cannot see it"
        self.picture, self.words = draw, words
        self.size = width, height
        self._scale = 1.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Its size within the room there is."""
        frame = getattr(self, "_frame", None)
        tallest = getattr(frame, "_height", availHeight) or availHeight
        self._scale = min(1.0, availWidth / self.size[0], tallest / self.size[1])
        self.width, self.height = self.size[0] * self._scale, self.size[1] * self._scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture as one piece of content."""
        canvas = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        right, top = canvas.absolutePosition(self.width, self.height)
        box = (left, bottom, right, top)
        with canvas.tagger.element("Figure", Alt=self.words, BBox=box), canvas.tagger.whole():
            canvas.saveState()
            canvas.scale(self._scale, self._scale)
            self.picture(canvas)
            canvas.restoreState()


class Rule(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """A line across the frame, no content."""

    def __init__(self, weight: float, colour: Color, space: tuple[float, float]) -> None:
        super().__init__()
        self._weight, self._colour = weight, colour
        self.spaceBefore, self.spaceAfter = space

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:
        """As wide as the room."""
        self.width, self.height = availWidth, self._weight
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line as an artifact."""
        with self.canv.tagger.artifact():
            self.canv.setStrokeColor(self._colour)
            self.canv.setLineWidth(self._weight)
            self.canv.line(0, self._weight / 2, self.width, self._weight / 2)


class WritingLines(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """Lines to write on, `pitch` points apart, as many as asked for; they may go on overleaf."""

    def __init__(self, count: int, pitch: float, colour: Color) -> None:
        super().__init__()
        self.count, self._pitch, self._colour = count, pitch, colour

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:
        """As wide as the room."""
        self.width, self.height = availWidth, self.count * self._pitch
        return self.width, self.height

    def split(self, _availWidth: float, availHeight: float) -> list[WritingLines]:
        """As many lines as fit here, the others overleaf; never a single line alone."""
        here = int(availHeight // self._pitch)
        if here < 2 or self.count - here < 2:
            return []
        return [
            WritingLines(here, self._pitch, self._colour),
            WritingLines(self.count - here, self._pitch, self._colour),
        ]

    def draw(self) -> None:
        """Draw the lines as an artifact: a blank has nothing to read."""
        with self.canv.tagger.artifact():
            self.canv.setStrokeColor(self._colour)
            self.canv.setLineWidth(0.7)
            for number in range(self.count):
                self.canv.line(0, number * self._pitch, self.width, number * self._pitch)
