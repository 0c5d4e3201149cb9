"""Pictures: the cycle, and the capability × phase map that stands beside its real table."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.domain.coverage import Coverage
from aiplanner.domain.cycle import Capability, Phase, Role
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.fonts import REGULAR, width
from aiplanner.packs.marks import phase_mark
from aiplanner.packs.runs import draw_runs, fitted, runs_width
from aiplanner.packs.styles import LINE, colour
from aiplanner.packs.text import Run


def cycle_picture(head: Head, blocks: Blocks) -> Story:
    """The five phases in their order, each by mark and name, joined by a line."""
    names = [phase_label(head, phase) for phase in Phase]
    words = _("The cycle: {phases}.").format(phases=", ".join(names))
    size = (blocks.sheet.width, blocks.styles.body.fontSize * 4.2)
    runs = [blocks.gate.runs(name) for name in names]
    return blocks.figure(_Cycle(runs, size, blocks.styles.body.fontSize).draw, size, words)


@dataclass(frozen=True, slots=True)
class _Cycle:
    names: list[list[Run]]
    size: tuple[float, float]
    em: float

    def draw(self, canvas: PackCanvas) -> None:
        step, mark = self.size[0] / len(Phase), self.em * 2
        line = self.size[1] - mark / 2
        for number, phase in enumerate(Phase):
            centre = (number + 0.5) * step
            if number:
                canvas.setStrokeColor(LINE)
                canvas.setLineWidth(1)
                canvas.line(centre - step + mark * 0.75, line, centre - mark * 0.75, line)
            phase_mark(phase, mark)(canvas, centre - mark / 2, line - mark / 2 + mark * 0.18)
            self._name(canvas, self.names[number], centre, step)

    def _name(self, canvas: PackCanvas, runs: list[Run], centre: float, room: float) -> None:
        name = fitted(runs, room - 4, self.em)
        canvas.setFillColor(colour("ink"))
        draw_runs(canvas, name, centre - runs_width(name, self.em) / 2, self.em * 0.4, self.em)


def capability_picture(found: Coverage, head: Head, blocks: Blocks) -> Story:
    """A dot for every capability and phase: the larger, the more minutes; a ring for support."""
    picture = _Dots(found, head, blocks)
    legend = _("Filled: minutes that lead on it. Ring: with those that support it.")
    figure = blocks.figure(picture.draw, picture.size, _dots_words(found))
    return [*blocks.before(figure), *blocks.note(legend)]


def _dots_words(found: Coverage) -> str:
    totals = ", ".join(
        _("{name} {minutes}").format(name=capability_guide(c).name, minutes=found.minutes_of(c))
        for c in Capability
    )
    return _("Minutes on each capability: {totals}. The table below tells them by phase.").format(
        totals=totals
    )


class _Dots:
    """The map as a picture; names take a second line where the print is large."""

    HEAD, ROW, LINE = 3.0, 1.9, 1.2
    """Heights in ems: of the phases' marks and names, of a row, of a second line in it."""
    NAME, LOW = 1.35, 34
    """Where names stand above their rows: ems of a name, and points of a row at most."""
    FOOT = 0.4
    """Ems of empty room between the last row and what the picture is said to mean."""
    COLUMN = 4
    """Least width of a phase, in ems."""

    def __init__(self, found: Coverage, head: Head, blocks: Blocks) -> None:
        self._found, self._gate = found, blocks.gate
        self._most = max(found.minutes_of(c, phase) for c in Capability for phase in Phase)
        self._em = em = blocks.styles.cell.fontSize
        self._phases = [blocks.gate.runs(phase_label(head, phase)) for phase in Phase]
        names = [capability_guide(capability).name for capability in Capability]
        widest = max(width(name, REGULAR, em) for name in names) + em
        beside = min(widest, blocks.sheet.width - len(Phase) * self.COLUMN * em)
        longest = max(width(word, REGULAR, em) for name in names for word in name.split())
        self._above = longest > beside - em * 0.3
        self._left: float = 0 if self._above else beside
        room = blocks.sheet.width if self._above else beside - em * 0.3
        self._names = [_broken(name, room, em) for name in names]
        lines = max(len(lines) for lines in self._names)
        self._across: float = (blocks.sheet.width - self._left) / len(Phase)
        beside_it = em * (self.ROW + (lines - 1) * self.LINE * 0.8)
        self._dots: float = min(em * self.ROW, self.LOW) if self._above else beside_it
        self._down = self._dots + (em * self.NAME if self._above else 0)
        self.size = (blocks.sheet.width, em * (self.HEAD + self.FOOT) + len(names) * self._down)

    def draw(self, canvas: PackCanvas) -> None:
        """Draw the heads, then row by row."""
        top = self.size[1] - self._em * self.HEAD
        self._heads(canvas, top)
        for row, capability in enumerate(Capability):
            y = top - row * self._down
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.5)
            canvas.line(0, y, self.size[0], y)
            middle = y - self._down + self._dots / 2
            named = y - self._em * self.NAME * 0.6 if self._above else middle
            self._name(canvas, self._names[row], named)
            for column, phase in enumerate(Phase):
                self._dot(canvas, (capability, phase), (self._centre(column), middle))

    def _centre(self, column: int) -> float:
        return self._left + (column + 0.5) * self._across

    def _heads(self, canvas: PackCanvas, top: float) -> None:
        size = self._em * 0.94
        for column, (phase, runs) in enumerate(zip(Phase, self._phases, strict=True)):
            centre, name = self._centre(column), fitted(runs, self._across - 2, size)
            canvas.setFillColor(colour("ink2"))
            x = centre - runs_width(name, size) / 2
            draw_runs(canvas, name, x, top + self._em * 0.5, size)
            mark = self._em * 1.15
            phase_mark(phase, mark)(canvas, centre - mark / 2, top + self._em * 1.75)

    def _name(self, canvas: PackCanvas, lines: list[str], middle: float) -> None:
        canvas.setFillColor(colour("ink"))
        y = middle + self._em * ((len(lines) - 1) * self.LINE / 2 - 0.33)
        for number, line in enumerate(lines):
            runs = self._gate.runs(line)
            draw_runs(canvas, runs, 0, y - number * self.LINE * self._em, self._em)

    def _dot(
        self, canvas: PackCanvas, cell: tuple[Capability, Phase], place: tuple[float, float]
    ) -> None:
        both = self._radius(self._found.minutes_of(*cell))
        leads = self._radius(self._found.minutes_of(*cell, Role.LEADS))
        canvas.setFillColor(colour("accent"))
        canvas.setStrokeColor(colour("accent" if both else "border"))
        canvas.setLineWidth(1.2 if both else 0.6)
        if leads:
            canvas.circle(*place, leads, fill=1, stroke=0)
        if both > leads:
            canvas.circle(*place, both, fill=0, stroke=1)
        if not both:
            canvas.line(place[0] - 3, place[1], place[0] + 3, place[1])

    def _radius(self, minutes: int) -> float:
        widest = min(self._across, self._dots) * 0.42  # a ring touches no line
        return widest * sqrt(minutes / self._most) if minutes else 0.0


def _broken(text: str, room: float, size: float) -> list[str]:
    """The text in lines of whole words that fit the room, as far as words do."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, REGULAR, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
