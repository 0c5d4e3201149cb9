"""Words set in a few lines and kept: cards are painted far more often than their words change."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

_RIGHT = Qt.TextElideMode.ElideRight


def wrapped(text: str, width: int, font: QFont, most: int, *, indent: int = 0) -> tuple[str, ...]:
    """The text in at most so many lines of `width` pixels; the last ends in "…" if cut off.

    The first line is shorter by `indent`.
    """
    return _wrapped(text, width, font.toString(), most, indent)


@lru_cache(maxsize=4096)
def _wrapped(text: str, width: int, face: str, most: int, indent: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        room = width if lines else width - indent
        line.setLineWidth(max(1, room))
        start, length = line.textStart(), line.textLength()
        last = len(lines) == most - 1
        piece = text[start:] if last else text[start : start + length]
        lines.append(QFontMetrics(font).elidedText(piece.rstrip(), _RIGHT, room + 1))
    layout.endLayout()
    return tuple(lines)
