"""Words set in a few lines and kept: cards are painted far more often than their words change."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def wrapped(text: str, width: int, font: QFont, most: int) -> tuple[str, ...]:
    """The text in at most so many lines of `width` pixels; the last ends in "…" if cut off."""
    return _wrapped(text, width, font.toString(), most)


@lru_cache(maxsize=4096)
def _wrapped(text: str, width: int, face: str, most: int) -> tuple[str, ...]:
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
        line.setLineWidth(max(1, width))
        start, length = line.textStart(), line.textLength()
        last = len(lines) == most - 1
        piece = text[start:] if last else text[start : start + length]
        lines.append(piece.rstrip())
    layout.endLayout()
    if lines:
        metrics = QFontMetrics(font)
        lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return tuple(lines)
