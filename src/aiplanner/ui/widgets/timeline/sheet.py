"""What every painter of a timeline needs: a scene at a scale, and how far it is scrolled."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from aiplanner.domain.timeline import Block
from aiplanner.ui import fonts
from aiplanner.ui.models.timeline import Scene
from aiplanner.ui.models.timeline_faces import Face
from aiplanner.ui.tokens import INSIDE, STEP, Tokens
from aiplanner.ui.widgets.paint import Easel
from aiplanner.ui.widgets.timeline.scale import Box, Scale

ROUND = 4
"""Radius of the corners of blocks, in pixels."""


class Sheet:
    """Draws one scene at one scale; `up` pixels of it are scrolled away."""

    def __init__(self, easel: Easel, scene: Scene, scale: Scale, view: QRect, up: int) -> None:
        self._easel, self._scene, self._scale = easel, scene, scale
        self._view, self._up = view, up
        self._t: Tokens = easel.tokens
        self._painter: QPainter = easel.painter

    def seen(self) -> Iterator[Face]:
        """The faces in sight, in the order in which they lie on each other."""
        top, bottom = self._up, self._up + self._view.height()
        for face in self._scene.faces:
            if self._scale.box(face.block).meets(top, bottom):
                yield face

    def rect(self, block: Block) -> QRectF:
        """Where a block is in the view, a hair's breadth from its neighbours."""
        return in_view(self._scale.box(block), self._up)

    def tag(self, x: int, y: int, words: str, colour: str, *, right: bool = False) -> None:
        """A small label on its own ground, in the middle height of `y`."""
        font = fonts.font("secondary", strong=True)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(words) + 2 * INSIDE, metrics.height() + STEP
        top = max(0, min(y - height // 2, self._view.height() - height))
        rect = QRect(x - width if right else x, top, width, height)
        self._painter.setPen(QPen(QColor(colour), 1))
        self._painter.setBrush(QColor(self._t.raised))
        self._painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        self._easel.text(rect.adjusted(INSIDE, 0, -INSIDE, 0), words, colour, font)


def in_view(box: Box, up: int) -> QRectF:
    """A box of the picture in the view, a hair's breadth from its neighbours."""
    return QRectF(box.left + 1, box.top - up + 1, box.width - 2, max(1.0, box.height - 2))
