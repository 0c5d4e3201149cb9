"""Words set in one line and kept: rows are painted far more often than their words change."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTransform


class SetLine(NamedTuple):
    """A line ready to be drawn, and its size in pixels."""

    words: QStaticText
    width: int
    height: int


def set_line(text: str, room: int, font: QFont) -> SetLine:
    """The text in one line, cut off with "…" where it is wider than `room` pixels."""
    face = font.toString()
    whole = _set(text, face)
    return whole if whole.width <= room else _set(_cut(text, room, face), face)


@lru_cache(maxsize=4096)
def _set(text: str, face: str) -> SetLine:
    font = _font(face)
    metrics = QFontMetrics(font)
    words = QStaticText(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.prepare(QTransform(), font)
    return SetLine(words, metrics.horizontalAdvance(text), metrics.height())


@lru_cache(maxsize=4096)
def _cut(text: str, room: int, face: str) -> str:
    return QFontMetrics(_font(face)).elidedText(text, Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=64)
def _font(face: str) -> QFont:
    font = QFont()
    font.fromString(face)
    return font
