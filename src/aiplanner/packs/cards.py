"""Cards on a cutting grid: as many on a sheet as hold their words, cut lines in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from aiplanner.domain.handouts import CardSize
from aiplanner.packs.asking import Ask
from aiplanner.packs.styles import LINE, WRITING

GRIDS = ((2, 4), (2, 2), (1, 2), (1, 1))
"""Cards across and down a sheet: A7, A6, A5 and A4."""
_ASKED = {CardSize.A7: 0, CardSize.A6: 1}
PRINTABLE = 10 * mm
"""From the paper's edge to what every printer reaches, with room for a shift of the sheet."""
_GAP = 0.2
"""Of the distance between lines: between the fields of a card."""
_ENOUGH = 3
"""Lines on a card that leave their room to larger words, where more are asked for."""
_AIR = 0.7
"""Of a card's height, what words may take when their type is larger than it need be."""


@dataclass(frozen=True, slots=True)
class CardFace:
    """What stands on a card, and lines under it as far as there is room.

    In a form `ask` is a field in the place of the lines, and each of `also` one under it with its
    words in front.
    """

    story: Sequence[Flowable]
    lines: int = 0
    centred: bool = False
    ask: Ask | None = None
    also: Sequence[tuple[Flowable, Ask]] = ()


@dataclass(frozen=True, slots=True)
class CardRoom:
    """The room for cards on a sheet, and how far apart lines to write on are, in points."""

    width: float
    height: float
    pitch: float

    @property
    def pad(self) -> float:
        """From a line to cut along to the words of a card."""
        return self.pitch * 0.4

    @property
    def edge(self) -> float:
        """From the paper's edge to the words of a card."""
        return float(max(self.pad, PRINTABLE))

    def inner(self, grid: tuple[int, int], *, centred: bool = False) -> tuple[float, float]:
        """Width and height of the room for words on the card of the grid that has the least.

        A card with something centred has the same margin all round.
        """
        across, down = grid
        side = self.edge if centred or across == 1 else self.pad
        above = self.edge + (self.edge if centred else self.pad)
        return self.width / across - self.edge - side, self.height / down - above

    def left_of(self, column: int, *, centred: bool) -> float:
        """From the left edge of a card in the column to its words."""
        return self.edge if centred or column == 0 else self.pad

    def grid_for(self, faces: Sequence[CardFace], size: CardSize) -> tuple[int, int] | None:
        """The grid of the size that was asked for, or of the next larger that holds every card.

        None where a card is too long even for a whole sheet.
        """
        for grid in GRIDS[_ASKED[size] :]:
            if all(self._fits(face, grid) for face in faces):
                return grid
        return None

    def airy(self, faces: Sequence[CardFace], grid: tuple[int, int]) -> bool:
        """Whether every card of the grid holds its words and keeps some air."""
        return all(self._fits(face, grid, _AIR) for face in faces)

    def _fits(self, face: CardFace, grid: tuple[int, int], share: float = 1) -> bool:
        width, height = self.inner(grid, centred=face.centred)
        whole = all(flowable.minWidth() <= width for flowable in face.story)
        lines = min(face.lines, _ENOUGH) if share < 1 else face.lines
        needed = taken(face.story, width) + lines * self.pitch
        return whole and needed <= height * share


def taken(story: Sequence[Flowable], width: float) -> float:
    """The height of paragraphs one under the other."""
    return float(sum(f.wrap(width, 1e6)[1] + f.getSpaceAfter() for f in story))


def _widest(words: Flowable) -> float:
    return float(max(words.getActualLineWidths0(), default=0))


def card_sheets(
    faces: Sequence[CardFace], grid: tuple[int, int], room: CardRoom
) -> Iterator[Flowable]:
    """The sheets, each with as many cards as its grid has."""
    count = grid[0] * grid[1]
    for first in range(0, len(faces), count):
        yield CardSheet(faces[first : first + count], grid, room)


class CardSheet(Flowable):  # type: ignore[misc]  # ReportLab ships no types
    """One sheet of cards with the lines to cut along; it takes the whole page."""

    def __init__(self, faces: Sequence[CardFace], grid: tuple[int, int], room: CardRoom) -> None:
        super().__init__()
        self.faces, self.grid, self._room = faces, grid, room

    def wrap(self, _availWidth: float, _availHeight: float) -> tuple[float, float]:
        """All of the room."""
        self.width, self.height = self._room.width, self._room.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw the cutting lines, then card by card, row by row."""
        across, down = self.grid
        wide, high = self.width / across, self.height / down
        with self.canv.tagger.artifact():
            self._cutting_lines(wide, high)
        for number, face in enumerate(self.faces):
            row, column = divmod(number, across)
            left = column * wide + self._room.left_of(column, centred=face.centred)
            top = self.height - row * high
            self._card(face, left, top - (self._room.pad if row else self._room.edge), top - high)

    def _cutting_lines(self, wide: float, high: float) -> None:
        across, down = self.grid
        self.canv.saveState()
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.5)
        self.canv.setDash(4, 3)
        for column in range(1, across):
            self.canv.line(column * wide, 0, column * wide, self.height)
        for row in range(1, down + 1):
            y = self.height - row * high
            self.canv.line(0, y, self.width, y)
        self.canv.restoreState()

    def _card(self, face: CardFace, x: float, top: float, bottom: float) -> None:
        """Its words from `top` down; `bottom` is the line where it is cut."""
        width, _height = self._room.inner(self.grid, centred=face.centred)
        y = top
        if face.centred:
            cell = self.height / self.grid[1]
            y = bottom + (cell + taken(face.story, width)) / 2
        for flowable in face.story:
            _width, down = flowable.wrapOn(self.canv, width, 1e6)
            flowable.drawOn(self.canv, x, y - down)
            y -= down + flowable.getSpaceAfter()
        if face.ask:
            self._fields(face, (x, bottom + self._room.pad, width, y - bottom - self._room.pad))
        elif face.lines:
            self._lines(x, bottom + self._room.pad, y, width)

    def _fields(self, face: CardFace, room: tuple[float, float, float, float]) -> None:
        """The answer in all of the room but for the short ones under it."""
        x, bottom, width, height = room
        row = self._room.pitch
        below = row * len(face.also)
        assert face.ask is not None, "a card without lines asks nothing"
        self.canv.forms.text(face.ask, (x, bottom + below, width, height - below - row * _GAP))
        for number, (words, ask) in enumerate(face.also, 1):
            y = bottom + below - row * number
            across, down = words.wrapOn(self.canv, width / 2, row)
            words.drawOn(self.canv, x, y + (row - down) / 2)
            name = min(across, _widest(words)) + row * _GAP
            self.canv.forms.text(ask, (x + name, y, width - name, row * (1 - _GAP)))

    def _lines(self, x: float, bottom: float, top: float, width: float) -> None:
        """As many lines as there is room for; what is over goes between them."""
        count = max(1, int((top - bottom) / self._room.pitch))
        with self.canv.tagger.artifact():
            self.canv.setStrokeColor(WRITING)
            self.canv.setLineWidth(0.7)
            for number in range(count):
                y = bottom + number * (top - bottom) / count
                self.canv.line(x, y, x + width, y)
