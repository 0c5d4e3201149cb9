"""The group's profile as a dot plot: an open dot before, a filled one after."""

from __future__ import annotations

from aiplanner.app.content import capability_guide
from aiplanner.app.rating_words import SCORE_NAMES, middle_words, profile_lines
from aiplanner.domain.cycle import Capability
from aiplanner.domain.self_ratings import POINTS, Profile
from aiplanner.packs.blocks import Blocks, Story
from aiplanner.packs.canvas import PackCanvas
from aiplanner.packs.runs import draw_runs, fitted, runs_width
from aiplanner.packs.styles import WRITING, colour


def profile_picture(found: Profile, blocks: Blocks) -> Story:
    """The picture, with the whole profile in words for those who cannot see it."""
    picture = _Plot(found, blocks)
    return blocks.figure(picture.draw, picture.size, " ".join(profile_lines(found)))


class _Plot:
    """Names above their lines, so that nothing is cut off in large print."""

    HEAD, ROW = 1.9, 3.1
    """Heights in ems: of the points' names, of a capability."""
    DOT = 0.42
    """Radius in ems."""

    def __init__(self, found: Profile, blocks: Blocks) -> None:
        self._found, self._em = found, blocks.styles.cell.fontSize
        self._names = {c: blocks.gate.runs(self._named(c)) for c in Capability}
        self._points = [blocks.gate.runs(SCORE_NAMES[score]) for score in POINTS]
        high = self._em * (self.HEAD + self.ROW * len(Capability))
        self.size = (blocks.sheet.width, high)
        self._edge = max(runs_width(runs, self._em) for runs in self._points) / 2

    def _named(self, capability: Capability) -> str:
        """Its name, and on a line without dots why there are none."""
        name = capability_guide(capability).name
        empty = all(
            shown.middles.get(capability) is None
            for shown in (self._found.before, self._found.after)
        )
        return f"{name}: {middle_words(None)}" if empty else name

    def draw(self, canvas: PackCanvas) -> None:
        """The points' names, then line by line."""
        top = self.size[1] - self._em
        canvas.setFillColor(colour("ink2"))
        for point, runs in enumerate(self._points, 1):
            shown = fitted(runs, self._step - self._em * 0.4, self._em)
            width = runs_width(shown, self._em)
            draw_runs(canvas, shown, self._x(point) - width / 2, top, self._em)
        for row, capability in enumerate(Capability):
            y = self.size[1] - self._em * (self.HEAD + self.ROW * row)
            self._line(canvas, capability, y)

    def _line(self, canvas: PackCanvas, capability: Capability, top: float) -> None:
        em = self._em
        canvas.setFillColor(colour("ink"))
        draw_runs(canvas, self._names[capability], 0, top - em * 0.95, em)
        y = top - em * 1.8
        canvas.setStrokeColor(WRITING)
        canvas.setLineWidth(0.8)
        canvas.line(self._x(1), y, self._x(len(POINTS)), y)
        for point in range(1, len(POINTS) + 1):
            canvas.line(self._x(point), y - em * 0.25, self._x(point), y + em * 0.25)
        before = self._found.before.middles.get(capability)
        after = self._found.after.middles.get(capability)
        self._dots(canvas, before, after, y)

    def _dots(
        self, canvas: PackCanvas, before: float | None, after: float | None, y: float
    ) -> None:
        """Where both stand at the same place the open one is a ring around the filled one."""
        radius = self._em * self.DOT
        canvas.setStrokeColor(colour("accent"))
        canvas.setLineWidth(1.6)
        if before is not None:
            canvas.setFillColor(colour("surface"))
            wider = 1.5 if before == after else 1
            canvas.circle(self._x(before), y, radius * wider, fill=1, stroke=1)
        if after is not None:
            canvas.setFillColor(colour("accent"))
            canvas.circle(self._x(after), y, radius, fill=1, stroke=0)

    @property
    def _step(self) -> float:
        return (self.size[0] - 2 * self._edge) / (len(POINTS) - 1)

    def _x(self, point: float) -> float:
        return self._edge + (point - 1) * self._step
