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
from aiplanner.packs.marks import phase_mark
from aiplanner.packs.pages import draw_runs, fitted, runs_width
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
    em = blocks.styles.cell.fontSize
    size = (blocks.sheet.width, em * 15)
    names = [blocks.gate.runs(capability_guide(c).name) for c in Capability]
    phases = [blocks.gate.runs(phase_label(head, phase)) for phase in Phase]
    picture = _Dots(found, names, phases, size, em)
    legend = _("Filled: minutes that lead on it. Ring: with those that support it.")
    return [*blocks.figure(picture.draw, size, _dots_words(found)), *blocks.note(legend)]


def _dots_words(found: Coverage) -> str:
    totals = ", ".join(
        _("{name} {minutes}").format(name=capability_guide(c).name, minutes=found.minutes_of(c))
        for c in Capability
    )
    return _("Minutes on each capability: {totals}. The table below tells them by phase.").format(
        totals=totals
    )


@dataclass(frozen=True, slots=True)
class _Dots:
    found: Coverage
    names: list[list[Run]]
    phases: list[list[Run]]
    size: tuple[float, float]
    em: float

    @property
    def _left(self) -> float:
        """Room for the capabilities' names."""
        return self.size[0] * 0.36

    @property
    def _step(self) -> tuple[float, float]:
        return (self.size[0] - self._left) / len(Phase), self.em * 2.05

    def draw(self, canvas: PackCanvas) -> None:
        top = self.size[1] - self.em * 2.6
        self._heads(canvas, top)
        for row, capability in enumerate(Capability):
            y = top - row * self._step[1]
            self._row(canvas, capability, self.names[row], y)

    def _heads(self, canvas: PackCanvas, top: float) -> None:
        for column, (phase, runs) in enumerate(zip(Phase, self.phases, strict=True)):
            centre = self._left + (column + 0.5) * self._step[0]
            name = fitted(runs, self._step[0] - 3, self.em * 0.96)
            canvas.setFillColor(colour("ink2"))
            x = centre - runs_width(name, self.em * 0.96) / 2
            draw_runs(canvas, name, x, top + self.em * 0.5, self.em * 0.96)
            mark = self.em * 1.1
            phase_mark(phase, mark)(canvas, centre - mark / 2, top + self.em * 1.75)

    def _row(self, canvas: PackCanvas, capability: Capability, runs: list[Run], y: float) -> None:
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(0, y, self.size[0], y)
        middle = y - self._step[1] / 2
        canvas.setFillColor(colour("ink"))
        draw_runs(canvas, fitted(runs, self._left, self.em), 0, middle - self.em * 0.33, self.em)
        for column, phase in enumerate(Phase):
            self._dot(
                canvas, capability, phase, self._left + (column + 0.5) * self._step[0], middle
            )

    def _dot(
        self, canvas: PackCanvas, capability: Capability, phase: Phase, x: float, y: float
    ) -> None:
        both = self._radius(self.found.minutes_of(capability, phase))
        leads = self._radius(self.found.minutes_of(capability, phase, Role.LEADS))
        canvas.setFillColor(colour("accent"))
        canvas.setStrokeColor(colour("accent"))
        canvas.setLineWidth(1.2)
        if leads:
            canvas.circle(x, y, leads, fill=1, stroke=0)
        if both > leads:
            canvas.circle(x, y, both, fill=0, stroke=1)
        if not both:
            canvas.setStrokeColor(LINE)
            canvas.line(x - 3, y, x + 3, y)

    def _radius(self, minutes: int) -> float:
        most = max(
            (self.found.minutes_of(c, phase) for c in Capability for phase in Phase), default=0
        )
        widest = min(self._step) * 0.46
        return widest * sqrt(minutes / most) if minutes and most else 0.0
