"""The cycle as a path down the page: a stop for each phase, by its mark, name and question."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from reportlab.platypus import Flowable

from aiplanner.domain.cycle import Phase
from aiplanner.packs.elastic import Elastic
from aiplanner.packs.marks import phase_mark
from aiplanner.packs.paragraphs import ListTag
from aiplanner.packs.styles import LINE

Words = list[Flowable]

_MARK, _NAME, _QUESTION = 1.9, 2.9, 9.6
"""In ems: the size of a mark, where names begin, where questions do."""
_LOWER = 0.26
"""Ems that words begin under the top of a mark, so that their first line meets its middle."""
_AIR, _MOST = 0.3, 11
"""Ems between two stops, and how far they stretch."""


class Path(Elastic):
    """The stops one under the other, joined by a line; the air between them grows."""

    late = divides = True

    def __init__(
        self, stops: Sequence[tuple[Phase, Words, Words]], width: float, em: float
    ) -> None:
        super().__init__()
        self.stops, self._em, self._room, self.spaceBefore = stops, em, width, em
        self._question = width - _QUESTION * em
        self._name = (_QUESTION - _NAME - 0.5) * em
        self._tag = ListTag("None")
        self._heights = [
            max(
                _LOWER * em + _down(name, self._name),
                _LOWER * em + _down(question, self._question),
                _MARK * em,
            )
            for _phase, name, question in stops
        ]

    def height_at(self, stretch: float) -> float:
        """All stops and the air between them."""
        return sum(self._heights) + self._air(stretch) * (len(self.stops) - 1)

    def parts(self, room: float, stretch: float) -> tuple[Elastic, Elastic] | None:
        """As many stops as fit here, and the others overleaf; none of them alone."""
        tops = accumulate(height + self._air(stretch) for height in self._heights)
        here = min(sum(top <= room for top in tops), len(self.stops) - 2)
        if here < 2:
            return None
        return self._part(slice(here)), self._part(slice(here, None))

    def _part(self, which: slice) -> Path:
        return Path(self.stops[which], self._room, self._em)

    def _air(self, stretch: float) -> float:
        return _AIR * self._em * min(stretch, _MOST)

    def draw(self) -> None:
        """Draw the line and the marks as artifacts, each phase as an item of a list."""
        air, top, gap = self._air(self.stretch), self.height, 0.0
        tagger = self.canv.tagger
        with tagger.element("L", self._tag, ListNumbering=self._tag.numbering):
            for (phase, name, question), height in zip(self.stops, self._heights, strict=True):
                with tagger.artifact():
                    self._stop(phase, top, gap)
                with tagger.element("LI"), tagger.element("LBody"):
                    self._words(name, _NAME * self._em, top, self._name)
                    self._words(question, _QUESTION * self._em, top, self._question)
                gap = height + air - _MARK * self._em
                top -= height + air

    def _stop(self, phase: Phase, top: float, gap: float) -> None:
        """The mark of a phase, and the line across the gap under the mark before it."""
        size = _MARK * self._em
        if gap > 4:
            self.canv.setStrokeColor(LINE)
            self.canv.setLineWidth(1)
            self.canv.line(size / 2, top + gap - 2, size / 2, top + 2)
        phase_mark(phase, size)(self.canv, 0, top - size + size * 0.18)

    def _words(self, words: Words, x: float, top: float, width: float) -> None:
        y = top - _LOWER * self._em
        for flowable in words:
            _width, down = flowable.wrapOn(self.canv, width, 1e6)
            flowable.drawOn(self.canv, x, y - down)
            y -= down


def _down(words: Words, width: float) -> float:
    return float(sum(flowable.wrap(width, 1e6)[1] for flowable in words))
