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

    HEAD, AGAIN, ROW = 1.9, 1.25, 3.1
    """Heights in ems: of the points' names, of a second row of them, of a capability."""
    DOT = 0.42
    """Radius in ems."""

    def __init__(self, found: Profile, blocks: Blocks) -> None:
        self._found, self._em = found, blocks.styles.cell.fontSize
        self._names = {c: blocks.gate.runs(self._named(c)) for c in Capability}
        self._points = [blocks.gate.runs(SCORE_NAMES[score]) for score in POINTS]
        widest = max(runs_width(runs, self._em) for runs in self._points)
        self._edge = widest / 2
        self._step = (blocks.sheet.width - widest) / (len(POINTS) - 1)
        # Where print is too large for names side by side, every other one stands lower.
        self._lower = self.AGAIN if widest > self._step - self._em * 0.4 else 0
        self._head = self.HEAD + self._lower
        high = self._em * (self._head + self.ROW * len(Capability))
        self.size = (blocks.sheet.width, high)

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
            room = self._step * (2 if self._lower else 1) - self._em * 0.4
            shown = fitted(runs, room, self._em)
            width, down = runs_width(shown, self._em), self._em * self._lower * (point % 2 == 0)
            draw_runs(canvas, shown, self._x(point) - width / 2, top - down, self._em)
        for row, capability in enumerate(Capability):
            y = self.size[1] - self._em * (self._head + self.ROW * row)
            self._line(canvas, capability, y)

    def _line(self, canvas: PackCanvas, capability: Capability, top: float) -> None:
        em = self._em
        canvas.setFillColor(colour("ink"))
        draw_runs(canvas, self._names[capability], 0, top - em * 0.95, em)
        y = top - em * 1.95
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

    def _x(self, point: float) -> float:
        return self._edge + (point - 1) * self._step
