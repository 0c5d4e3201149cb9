"""How large a timeline is drawn: so that five minutes hold a line, larger, smaller, or to fit."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics

from aiplanner.domain.timeline import Timeline
from aiplanner.ui import fonts
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.timeline.paper import GUTTER
from aiplanner.ui.widgets.timeline.scale import Paper, Scale, fitting

SIZES = (25, 35, 50, 70, 100, 140, 200, 280)
"""Sizes in per cent of the natural one, at which five minutes hold a line of words."""
FIT = 0
_LEAST = 0.25
"""Pixels that a minute has at least."""


class Zoom:
    """The size chosen, in per cent; `FIT` shows the whole session at once."""

    def __init__(self) -> None:
        self.size = 100

    def step(self, by: int) -> None:
        """One size up (1) or down (-1), or (0) to fit."""
        if not by:
            self.size = FIT
            return
        at = SIZES.index(self.size) if self.size in SIZES else SIZES.index(100)
        self.size = SIZES[max(0, min(at + by, len(SIZES) - 1))]

    def scale(self, laid: Timeline, view: QSize) -> Scale:
        """The scale for a session in a view of that size."""
        line = QFontMetrics(fonts.font("body", strong=True)).height()
        left = fonts.scaled(GUTTER)
        paper = Paper(
            minute=(line + 2) / 5 * self.size / 100,
            line=line + INSIDE,
            left=left,
            width=max(80, view.width() - left - INSIDE),
            top=INSIDE + STEP,
        )
        if self.size == FIT:
            minute = max(_LEAST, fitting(laid, view.height(), paper))
            paper = Paper(minute, paper.line, paper.left, paper.width, paper.top)
        return Scale(laid, paper)
