"""Let a sheet keep to its page: less room to write where it runs over, more where it leaves much.

On paper lines and frames stretch by themselves. Word has no such thing, and its faces are wider.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from aiplanner.formats.word_xml import Element, twips

_FEWEST_LINES = 2
"""Lines that are left at least where several were asked for."""
_GROWS = 2.0
"""How often over what was asked for may be there, where nothing takes all that a page leaves."""
_FULL, _AMPLE = 0.98, 0.95
"""Of a page: what is taken to be too much, and what is filled, as other faces stand higher."""
_FAR = 1.5
"""Pages from which no line that is saved makes one."""
_TWO = 1.8
"""Of a page: what two are filled to, as nobody knows where the first breaks."""
_FULLEST = 5.0
"""The same, where something does."""


@dataclass(slots=True)
class Lines:
    """Lines to write on: paragraphs of which the last is written again, or taken away."""

    paragraphs: list[Element]
    fills: bool
    """Whether it takes all that a page leaves."""
    asked: int = field(init=False)

    def __post_init__(self) -> None:
        self.asked = len(self.paragraphs)

    @property
    def stretch(self) -> float:
        """How many there are, by how many were asked for."""
        return len(self.paragraphs) / self.asked

    def more(self) -> bool:
        """One line more; whether there may be."""
        if self.asked == 1 and not self.fills:
            return False
        last = self.paragraphs[-1]
        another = deepcopy(last)
        if self.asked == 1:
            _leave_only_the_line(another)
        last.addnext(another)
        self.paragraphs.append(another)
        return True

    def less(self) -> bool:
        """One line less; whether there may be."""
        if len(self.paragraphs) <= min(self.asked, _FEWEST_LINES):
            return False
        last = self.paragraphs.pop()
        last.getparent().remove(last)
        return True


@dataclass(slots=True)
class Rows:
    """Rows to write in, or a frame to draw in: all are as much higher as the others."""

    heights: list[Element]
    step: float
    """Points that are added to all of them together, or taken away."""
    least: float
    """Of what was asked for: what is left at least."""
    fills: bool
    asked: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.asked = self._now()

    @property
    def stretch(self) -> float:
        """How high they are, by what was asked for."""
        return sum(self._now()) / sum(self.asked)

    def more(self) -> bool:
        """A step higher; whether they may be."""
        return self._stretch(self.step)

    def less(self) -> bool:
        """A step lower; whether they may be."""
        return self._stretch(-self.step)

    def _stretch(self, points: float) -> bool:
        factor = self.stretch + twips(points) / sum(self.asked)
        if factor < self.least:
            return False
        for one, height in zip(self.heights, self.asked, strict=True):
            one.set(qn("w:val"), str(round(height * factor)))
        return True

    def _now(self) -> list[float]:
        return [float(one.get(qn("w:val"))) for one in self.heights]


Room = Lines | Rows


def fit(rooms: Sequence[Room], height: Callable[[], float], page: float) -> None:
    """Share out what a page of `page` points leaves among the rooms of a document, or take from
    them what it lacks; `height` measures the document as it is.

    What takes two pages however little room it leaves to write may fill the second.
    """
    if _FULL < height() / page <= _FAR:
        _save(rooms, height, page * _FULL)
    high = height() / page
    if high <= _AMPLE:
        _fill([room for room in rooms if room.fills] or rooms, height, page * _AMPLE)
    elif _FULL < high < _TWO:  # a frame can go on overleaf nowhere, lines can
        lines = [room for room in rooms if room.fills and isinstance(room, Lines)]
        _fill(lines, height, page * _TWO)


def _fill(rooms: Sequence[Room], height: Callable[[], float], page: float) -> None:
    """Give a step to what has least until the page is full."""
    growing = list(rooms)
    while growing:
        room = min(growing, key=lambda one: one.stretch)
        most = _FULLEST if room.fills else _GROWS
        if room.stretch >= most or not room.more():
            growing.remove(room)
        elif height() > page:
            room.less()
            growing.remove(room)


def _save(rooms: Sequence[Room], height: Callable[[], float], page: float) -> None:
    """Take from what has most until it fits; give all back where it does not."""
    taken: list[Room] = []
    left = list(rooms)
    while left and height() > page:
        room = max(left, key=lambda one: one.stretch)
        if room.less():
            taken.append(room)
        else:
            left.remove(room)
    if height() > page:
        for room in taken:
            room.more()


def _leave_only_the_line(made: Element) -> None:
    """A line under one that begins with words has none."""
    *words, _line = made.iterchildren(qn("w:r"))
    for one in words:
        made.remove(one)
