"""A bar of minutes in proportion: how a session or a cycle spends its time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from aiplanner.domain.cycle import Phase
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.tokens import RADIUS, Tokens, mix
from aiplanner.ui.widgets.picture import Picture

_STRENGTH = 0.24
"""How much of a phase's colour its part of the bar takes; the words stand beside the bar."""
_APART = 3
"""Pixels that a part is wide at least, to stand apart from its neighbours."""


class Part(NamedTuple):
    """A stretch of time: its name, its minutes, and its phase; `free` time is hatched."""

    name: str
    minutes: int
    phase: Phase | None = None
    free: bool = False


_Placed = tuple[Part, QRectF]


class TimeBar(Picture):
    """Parts side by side, as wide as they are long; a line marks the planned end when overrun."""

    def __init__(
        self, parts: Sequence[Part] = (), planned: int | None = None, parent: QWidget | None = None
    ) -> None:
        self._parts, self._planned = tuple(parts), planned
        super().__init__(_twin(self._parts), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[Part], planned: int | None = None) -> None:
        """Show other parts; `planned` minutes mark where the time should end."""
        self._parts, self._planned = tuple(parts), planned
        self.tell(_twin(self._parts))

    def natural_size(self) -> QSize:
        """As high as a small button; any width will do."""
        return QSize(120, fonts.scaled(26))

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """The parts within one rounded frame, then the mark of the planned end."""
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame = QPainterPath()
        frame.addRoundedRect(box, RADIUS, RADIUS)
        thin = self._total * _APART / max(box.width(), 1)
        placed = self._placed(box, _joined(self._parts, thin))
        # Only the ends are cut round: to clip hundreds of parts takes longer than to paint them.
        round_off = box.left() + RADIUS, box.right() - RADIUS
        ends, inner = list[_Placed](), list[_Placed]()
        for part, rect in placed:
            within = round_off[0] <= rect.left() and rect.right() <= round_off[1]
            (inner if within else ends).append((part, rect))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipPath(frame)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        _fill(painter, ends, tokens)
        painter.setClipping(False)
        _fill(painter, inner, tokens)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawPath(frame)
        self._mark_end(painter, box, tokens)

    def event(self, event: QEvent) -> bool:
        """Tell the name and minutes of the part under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for part, rect in self._placed(QRectF(self.rect()), self._parts):
                if rect.contains(QPointF(event.pos())):
                    QToolTip.showText(event.globalPos(), _twin([part]), self)
                    return True
        return super().event(event)

    @property
    def _total(self) -> int:
        return max(sum(part.minutes for part in self._parts), self._planned or 0)

    def _placed(self, box: QRectF, parts: Iterable[Part]) -> list[_Placed]:
        left, placed, total = box.left(), [], self._total
        for part in parts:
            width = box.width() * part.minutes / total
            # On whole pixels, where an edge is sharp and quickly painted.
            edge, end = round(left), round(left + width)
            placed.append((part, QRectF(edge, 0, end - edge, self.height())))
            left += width
        return placed

    def _mark_end(self, painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        total = sum(part.minutes for part in self._parts)
        if self._planned is None or total <= self._planned:
            return
        x = box.left() + box.width() * self._planned / total
        painter.setPen(QPen(QColor(tokens.danger), 2))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))


def _fill(painter: QPainter, placed: Iterable[_Placed], tokens: Tokens) -> None:
    """Paint parts look by look, and a line at the end of each that is wide enough for one."""
    by_look, lines = defaultdict[_Look, list[QRectF]](list), list[QRectF]()
    for part, rect in placed:
        by_look[_look(part)].append(rect)
        if rect.width() >= _APART:
            lines.append(QRectF(rect.right() - 1, rect.top(), 1, rect.height()))
    brushes = _brushes(tokens)
    for look, rects in by_look.items():
        painter.setBrush(brushes[look])
        painter.drawRects(rects)
    painter.setBrush(QColor(tokens.surface))
    painter.drawRects(lines)


_Look = Phase | str | None


def _look(part: Part) -> _Look:
    return "free" if part.free else part.phase


def _joined(parts: Iterable[Part], thin: float) -> Iterator[Part]:
    """Parts of fewer minutes than `thin` become one with what looks the same before them."""
    first: Part | None = None
    minutes = 0
    for part in parts:
        if first is not None and part.minutes < thin and _look(part) == _look(first):
            minutes += part.minutes
            continue
        if first is not None:
            yield first if minutes == first.minutes else first._replace(minutes=minutes)
        first, minutes = part, part.minutes
    if first is not None:
        yield first._replace(minutes=minutes)


@lru_cache(maxsize=4)
def _brushes(tokens: Tokens) -> Mapping[_Look, QBrush]:
    looks: dict[_Look, QBrush] = {
        "free": QBrush(QColor(tokens.border), Qt.BrushStyle.BDiagPattern),
        None: QBrush(QColor(tokens.sunken)),
    }
    for phase in Phase:
        looks[phase] = QBrush(QColor(mix(tokens.surface, tokens.phase(phase), _STRENGTH)))
    return looks


def _twin(parts: Sequence[Part]) -> str:
    form = _("{name} {minutes} min")
    told = (form.format(name=part.name, minutes=part.minutes) for part in parts)
    return ", ".join(told) or _("No time used yet")
