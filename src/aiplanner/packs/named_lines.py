"""A line to write on with its name before it, as forms have it."""

from __future__ import annotations

from reportlab.platypus import Flowable

from aiplanner.packs.asking import Ask
from aiplanner.packs.elastic import Elastic, pen


class NamedLines(Elastic):
    """The name, a line from there to the right edge, and more lines under it."""

    MOST = 2.0
    """The stretch it stops at."""

    def __init__(
        self, name: Flowable, indent: float, count: int, pitch: float, ask: Ask | None = None
    ) -> None:
        super().__init__()
        self.ask = ask
        self.name, self.indent, self.count, self._pitch = name, indent, count, pitch

    def height_at(self, stretch: float) -> float:
        """Room for whole lines."""
        return max(1, self.count * min(stretch, self.MOST)) * self._pitch

    def draw(self) -> None:
        """Draw the lines as an artifact, and the name on the first."""
        count = int(self.height / self._pitch + 0.01)
        apart = self.height / count
        if self.ask is None:
            self._lines(count, apart)
        self.name.wrapOn(self.canv, self.width, self.height)
        self.name.drawOn(self.canv, 0, self.height - apart - self._pitch * 0.06)
        if self.ask:
            box = (self.indent, 0, self.width - self.indent, self.height - self._pitch * 0.12)
            self.canv.forms.text(self.ask, box)

    def _lines(self, count: int, apart: float) -> None:
        with self.canv.tagger.artifact():
            pen(self.canv)
            for number in range(count):
                left = self.indent if number == count - 1 else 0
                self.canv.line(left, number * apart, self.width, number * apart)
