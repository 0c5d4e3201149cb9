"""Paint the paper of a timeline: hours, the planned end, how much later it may end."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPen

from aiplanner.app.wording import over_text
from aiplanner.domain.timeline import Shape
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.timeline_faces import moment
from aiplanner.ui.tokens import INSIDE, STEP, mix
from aiplanner.ui.widgets.timeline.sheet import ROUND, Sheet

GUTTER = 56
"""Pixels at 100 % text size for the hours at the left."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Paper(Sheet):
    """Draws what lies under the blocks, and the words of the planned end above them."""

    def hours(self) -> None:
        """Hour lines and their times at the left."""
        paper, laid = self._scale.paper, self._scene.laid
        font = fonts.font("secondary")
        step = tick(paper.minute)
        first = -(-laid.first // step) * step
        for minute in range(first, laid.last + 1, step):
            y = self._scale.after(minute) - self._up
            if not -20 < y < self._view.height() + 20:
                continue
            whole = minute % 60 == 0
            self._painter.setPen(QPen(QColor(self._t.border if whole else self._t.hairline), 1))
            lane = QPointF(paper.left - STEP, y), QPointF(self._view.width(), y)
            self._painter.drawLine(*lane)
            words = QRect(0, round(y) - 12, paper.left - 2 * STEP, 24)
            colour = self._t.ink if whole else self._t.ink2
            self._easel.text(words, moment(minute, self._scene.clock), colour, font, _RIGHT)

    def planned_ground(self) -> None:
        """A line at the planned end, and how the session stands to it."""
        clock = self._scene.clock
        if clock.planned_end is None:
            return
        over = clock.over > 0
        colour = self._t.danger if over else self._t.accent
        y = self._scale.at(clock.planned_end) - self._up
        if over:
            late = QRectF(0, y, self._view.width(), self._scale.after(clock.end) - self._up - y)
            self._painter.fillRect(late, QColor(mix(self._t.surface, self._t.danger, 0.07)))
        self._painter.setPen(QPen(QColor(colour), 2))
        self._painter.drawLine(QPointF(0, y), QPointF(self._view.width(), y))

    def planned_words(self) -> None:
        """The words at the line of the planned end, over whatever is there."""
        clock = self._scene.clock
        if clock.planned_end is None:
            return
        colour = self._t.danger if clock.over > 0 else self._t.accent
        y = round(self._scale.at(clock.planned_end) - self._up)
        if not 0 <= y <= self._view.height():
            return
        ends = moment(clock.planned_end, clock)
        said = _("planned end {clock} · {over}").format(clock=ends, over=over_text(clock))
        self.tag(self._view.width() - STEP, y, said, colour, right=True)

    def tail(self) -> None:
        """How much later it may end where lengths are ranges: paler, with a broken edge."""
        clock = self._scene.clock
        if clock.latest_end <= clock.end:
            return
        paper = self._scale.paper
        top, bottom = self._scale.after(clock.end), self._scale.after(clock.latest_end)
        rect = QRectF(paper.left + 2, top - self._up + 1, paper.width - 4, bottom - top - 2)
        self._painter.setPen(QPen(QColor(self._t.border), 1, Qt.PenStyle.DashLine))
        self._painter.setBrush(QColor(mix(self._t.surface, self._t.sunken, 0.6)))
        self._painter.drawRoundedRect(rect, ROUND, ROUND)
        said = _("may end from {earliest} to {latest}").format(
            earliest=moment(clock.earliest_end, clock), latest=moment(clock.latest_end, clock)
        )
        if rect.height() > QFontMetrics(fonts.font("secondary")).height():
            words = rect.toRect().adjusted(INSIDE + STEP, 0, -INSIDE, 0)
            self._easel.text(words, said, self._t.ink2, fonts.font("secondary"))

    def idle_heading(self) -> None:
        """What stands below the picture has no clock."""
        if not any(face.block.shape is Shape.IDLE for face in self._scene.faces):
            return
        paper = self._scale.paper
        top = round(self._scale.bottom) + paper.top - self._up
        words = QRect(paper.left, top, paper.width, paper.line)
        self._easel.text(words, _("Without a clock"), self._t.ink2, fonts.font("secondary"))


def tick(minute: float) -> int:
    """Minutes from one line of the paper to the next, for a minute of so many pixels."""
    return next((step for step in (5, 15, 30, 60, 120) if step * minute >= fonts.scaled(36)), 240)
