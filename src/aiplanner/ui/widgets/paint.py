"""Paint the parts that table rows and pictures share: grounds, phase marks, badges, words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from aiplanner.domain.cycle import Phase
from aiplanner.ui import fonts, icons
from aiplanner.ui.tokens import ICON, INSIDE, Tokens
from aiplanner.ui.widgets.set_words import set_line

PAD = 10
"""Pixels between the edge of a table cell and its words."""
BAR = 3
"""Width of the bar that marks the chosen row."""

Place = Literal["only", "first", "inner", "last"]
"""Where a cell stands in its row: bar and ring run round the whole row."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
# As numbers: Python's flags are slow, and every cell of every repaint asks.
_SELECTED = QStyle.StateFlag.State_Selected.value
_MOUSE_OVER = QStyle.StateFlag.State_MouseOver.value


def place_of(column: int, columns: int) -> Place:
    """The place of a visible column among `columns`."""
    if columns == 1:
        return "only"
    return {0: "first", columns - 1: "last"}.get(column, "inner")  # type: ignore[return-value]  # mypy widens the dict's values to str


def row_height(lines: Sequence[fonts.Role] = ("body",)) -> int:
    """Height of a row that holds these lines of text, in pixels."""
    text = sum(QFontMetrics(fonts.font(role)).height() for role in lines)
    return text + 14 + 2 * (len(lines) - 1)


def cell_rect(rect: QRect) -> QRect:
    """The part of a cell that words may use."""
    return rect.adjusted(PAD, 0, -PAD, 0)


def phase_width(label: str) -> int:
    """The width that the mark and name of a phase need."""
    metrics = QFontMetrics(fonts.font("secondary", strong=True))
    return fonts.scaled(ICON - 2) + INSIDE - 2 + metrics.horizontalAdvance(label) + 2


def badge_font() -> QFont:
    """Badges are two capital letters, so they may be as small as text may be."""
    font = fonts.font("secondary")
    font.setPointSizeF(max(font.pointSizeF() * 0.85, 9.0))
    font.setWeight(QFont.Weight.Bold)
    return font


def badge_size(mark: str) -> tuple[int, int]:
    """Width and height of a badge."""
    return _badge_size(mark, QGuiApplication.font().pointSizeF())


@lru_cache(maxsize=64)
def _badge_size(mark: str, _points: float) -> tuple[int, int]:
    metrics = QFontMetrics(badge_font())
    return metrics.horizontalAdvance(mark) + fonts.scaled(12), metrics.height() + 2


def badge_picture(mark: str, tokens: Tokens, *, leads: bool) -> QPixmap:
    """A capability's letters as a picture of their own, for texts."""
    density = QGuiApplication.primaryScreen().devicePixelRatio()
    return _badge(mark, tokens, QGuiApplication.font().pointSizeF(), leads, density)


class Easel:
    """A painter with the theme it paints in."""

    def __init__(self, painter: QPainter, tokens: Tokens) -> None:
        self.painter = painter
        self.tokens = tokens

    def ground(
        self,
        option: QStyleOptionViewItem,
        place: Place,
        *,
        quiet: bool = False,
        ring: bool = True,
        ruled: bool = True,
    ) -> None:
        """The ground of a cell: chosen, under the pointer, `quiet` (a break), or plain.

        The focus is a ring round the whole row, but without `ring` where one cell of it has it.
        """
        t, rect = self.tokens, option.rect
        state = option.state.value
        chosen = bool(state & _SELECTED)
        if chosen:
            self.painter.fillRect(rect, QColor(t.tint))
        elif state & _MOUSE_OVER:
            self.painter.fillRect(rect, QColor(t.hover))
        elif quiet:
            self.painter.fillRect(rect, QColor(t.canvas))
        if ruled:
            self.rule(rect)
        if chosen and place in ("first", "only"):
            bar = QRect(rect.left(), rect.top(), BAR, rect.height())
            self.painter.fillRect(bar, QColor(t.accent))
        if ring and chosen and _has_focus(option):
            self.ring(QRectF(rect), place)

    def rule(self, rect: QRect) -> None:
        """The hairline below a row."""
        below = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        self.painter.fillRect(below, QColor(self.tokens.hairline))

    def text(
        self, rect: QRect, text: str, colour: str, font: QFont, align: Qt.AlignmentFlag = _LEFT
    ) -> int:
        """One line, cut off with "…" where it does not fit; returns the width it takes."""
        line = set_line(text, rect.width(), font)
        left = rect.left()
        if align != _LEFT:
            free = rect.width() - line.width
            left += free if align & Qt.AlignmentFlag.AlignRight else free // 2
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        top = rect.top() + (rect.height() - line.height) // 2
        self.painter.drawStaticText(left, top, line.words)
        return line.width

    def two_lines(self, rect: QRect, first: str, second: str) -> None:
        """The thing itself in bold, its secondary facts below, both in the middle of `rect`."""
        t = self.tokens
        strong, small = fonts.font("body", strong=True), fonts.font("secondary")
        if not second:
            self.text(rect, first, t.ink, strong)
            return
        upper, lower = QFontMetrics(strong).height(), QFontMetrics(small).height()
        top = rect.top() + (rect.height() - upper - lower) // 2
        self.text(QRect(rect.left(), top, rect.width(), upper), first, t.ink, strong)
        self.text(QRect(rect.left(), top + upper, rect.width(), lower), second, t.ink2, small)

    def icon(self, rect: QRect, name: str, colour: str, edge: int = ICON) -> int:
        """An icon at the left of `rect`, in its middle height; returns the width it takes."""
        side = fonts.scaled(edge)
        density = self.painter.device().devicePixelRatioF()
        top = rect.top() + (rect.height() - side) // 2
        self.painter.drawPixmap(rect.left(), top, icons.pixmap(name, colour, side, density))
        return side

    def phase(self, rect: QRect, phase: Phase, label: str) -> int:
        """The mark and the name of a phase in its colour; returns the width they take."""
        colour = self.tokens.phase(phase)
        taken = self.icon(rect, phase.value, colour, ICON - 2) + INSIDE - 2
        words = rect.adjusted(taken, 0, 0, 0)
        return taken + self.text(words, label, colour, fonts.font("secondary", strong=True))

    def badge(self, rect: QRect, mark: str, *, leads: bool) -> int:
        """A capability's letters, filled where it is led on; returns the width they take."""
        width, height = badge_size(mark)
        top = rect.top() + (rect.height() - height) // 2
        density = self.painter.device().devicePixelRatioF()
        points = QGuiApplication.font().pointSizeF()
        drawn = _badge(mark, self.tokens, points, leads, density)
        self.painter.drawPixmap(rect.left(), top, drawn)
        return width

    def badges(self, rect: QRect, badges: Sequence[tuple[str, bool]]) -> None:
        """Badges side by side: (letters, whether led on); those without room are counted."""
        left = rect.left()
        for n, (mark, leads) in enumerate(badges):
            room = QRect(left, rect.top(), rect.right() - left + 1, rect.height())
            if left + badge_size(mark)[0] > rect.right() + 1:
                self.text(room, f"+{len(badges) - n}", self.tokens.ink2, badge_font())
                return
            left += self.badge(room, mark, leads=leads) + 4

    def ring(self, rect: QRectF, place: Place = "only") -> None:
        """The ring of the focus, or the part of it that a cell at that place draws."""
        self.painter.save()
        self.painter.setPen(QPen(QColor(self.tokens.accent), 2))
        inside = rect.adjusted(0, 1, 0, -1)
        lines = [
            QLineF(inside.topLeft(), inside.topRight()),
            QLineF(inside.bottomLeft(), inside.bottomRight()),
        ]
        if place in ("first", "only"):
            lines.append(QLineF(inside.topLeft(), inside.bottomLeft()).translated(1, 0))
        if place in ("last", "only"):
            lines.append(QLineF(inside.topRight(), inside.bottomRight()).translated(-1, 0))
        self.painter.drawLines(lines)
        self.painter.restore()


@lru_cache(maxsize=64)
def _badge(mark: str, t: Tokens, _points: float, leads: bool, density: float) -> QPixmap:  # noqa: FBT001 - a key
    width, height = badge_size(mark)
    drawn = QPixmap(round(width * density), round(height * density))
    drawn.setDevicePixelRatio(density)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(t.ink if leads else t.border), 1))
    painter.setBrush(QColor(t.ink) if leads else Qt.BrushStyle.NoBrush)
    box = QRectF(0.5, 0.5, width - 1, height - 1)
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(badge_font())
    painter.setPen(QColor(t.surface if leads else t.ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mark)
    painter.end()
    return drawn


def _has_focus(option: QStyleOptionViewItem) -> bool:
    widget = option.widget
    return widget is not None and bool(widget.hasFocus())
