"""Keep what is painted of rows as pictures: after an edit most of them look as they did."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap

from aiplanner.ui.tokens import Tokens
from aiplanner.ui.widgets.paint import Easel

_SCREENS = 4
"""How many times what is in sight is kept."""

Paint = Callable[[Easel], None]


class Look(NamedTuple):
    """What all rows of one repaint have in common."""

    tokens: Tokens
    density: float
    """Pixels of the screen for one of the window."""
    columns: Sequence[Hashable]
    """The columns on show, and where they stand."""


class RowPictures:
    """Keeps pictures under whatever key says that two of them look the same."""

    def __init__(self) -> None:
        self._look: Look | None = None
        self._type = ("", 0.0)
        self._pictures: dict[Hashable, QPixmap] = {}
        self._kept = 0

    def begin(self, look: Look, room: QSize) -> None:
        """Begin a repaint of a view so large: another look makes every picture anew."""
        font = QGuiApplication.font()
        type_now = font.family(), font.pointSizeF()
        another = (look, type_now) != (self._look, self._type)
        if another or self._kept > _SCREENS * room.width() * room.height():
            self._look, self._type = look, type_now
            self._pictures.clear()
            self._kept = 0

    def picture(self, key: Hashable, rect: QRect, paint: Paint) -> QPixmap:
        """What stands in `rect`, as it was painted before; `paint` paints it where it is new."""
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._painted(rect, paint)
            self._kept += rect.width() * rect.height()
        return picture

    def _painted(self, rect: QRect, paint: Paint) -> QPixmap:
        look = self._look
        assert look is not None, "a repaint has begun"
        picture = QPixmap(rect.size() * look.density)
        picture.setDevicePixelRatio(look.density)
        picture.fill(QColor(look.tokens.surface))
        painter = QPainter(picture)
        painter.translate(-rect.topLeft())
        paint(Easel(painter, look.tokens))
        painter.end()
        return picture
