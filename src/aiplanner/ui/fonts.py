"""Set the type: Source Sans 3 in four sizes that grow with the system's and the user's size."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from aiplanner.assets import resource
from aiplanner.ui.tokens import LEAST_POINTS

Role = Literal["body", "secondary", "section", "title"]

SCALES: dict[Role, float] = {"body": 1.0, "secondary": 0.9, "section": 1.25, "title": 1.6}
"""Size of each role beside the body's."""
BODY_POINTS = 11.0
"""Body text is at least this: the small x-height of Source Sans makes 9 pt of it hard to read."""
RESIZED = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
"""Events that tell a widget that its text may have another size now."""
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""Text sizes that can be chosen, in per cent."""


@cache
def load() -> str:
    """Register the shipped type once and return its family, or the system's when it is missing."""
    numbers = [
        QFontDatabase.addApplicationFont(str(path))
        for path in sorted(resource("fonts").glob("SourceSans3-*.ttf"))
    ]
    families = [
        family
        for number in numbers
        if number >= 0
        for family in QFontDatabase.applicationFontFamilies(number)
    ]
    return min(families, key=len, default=QFont().family())


def body_font(system_points: float, text_size: int) -> QFont:
    """The font of the application: `system_points` is the desktop's, `text_size` per cent."""
    font = QFont(load())
    font.setPointSizeF(max(system_points, BODY_POINTS) * text_size / 100)
    return font


def points(role: Role) -> float:
    """Size of a role at the present text size, in points; secondary text never below 9."""
    return max(QGuiApplication.font().pointSizeF() * SCALES[role], LEAST_POINTS)


def font(role: Role = "body", *, strong: bool = False) -> QFont:
    """The font of a role as painted items use it; `strong` for the thing itself."""
    app = QGuiApplication.font()
    return QFont(_made(app.family(), app.pointSizeF(), role, strong))


@lru_cache(maxsize=64)
def _made(family: str, size: float, role: Role, strong: bool) -> QFont:  # noqa: FBT001 - a key
    """Painting asks for fonts hundreds of times; the application's font is part of the key."""
    del family, size
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(points(role))
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def scaled(pixels: float) -> int:
    """A measure in pixels, grown as much as the text has (marks beside words grow with them)."""
    return round(pixels * QGuiApplication.font().pointSizeF() / BODY_POINTS)
