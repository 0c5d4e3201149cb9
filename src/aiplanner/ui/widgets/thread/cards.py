"""Paint the cards of the thread and the headings above them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPen

from aiplanner.app.finding_words import word_name
from aiplanner.app.thread_words import heading_of
from aiplanner.domain.findings import LogicNote, Sort
from aiplanner.domain.thread_layout import Column
from aiplanner.ui import fonts
from aiplanner.ui.models.thread import Card
from aiplanner.ui.tokens import ICON, INSIDE, RADIUS, STEP, Tokens, mix
from aiplanner.ui.widgets.paint import Easel
from aiplanner.ui.widgets.thread.scale import Measures
from aiplanner.ui.widgets.thread.wrapping import wrapped

_MARK = ICON - 4
_STRENGTH = 0.07
"""How much of its phase's colour a card takes."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is special about a card at the moment."""

    current: bool = False
    focused: bool = False
    lit: bool = False
    """Whether it belongs to the thread of the current one."""
    dim: bool = False
    """Whether it does not, while there is a current one."""
    hovered: bool = False
    aimed: bool = False
    """Whether what is dragged would be tied to it."""


PLAIN = Marks()


class Cards:
    """Draws one card or heading at a time."""

    def __init__(self, easel: Easel, sizes: Measures) -> None:
        self._sizes = sizes
        self._easel, self._painter, self._t = easel, easel.painter, easel.tokens

    def card(self, card: Card, rect: QRectF, marks: Marks = PLAIN) -> None:
        """One card: its phase's mark and its words, and at the foot what it lacks or is."""
        t = self._t
        colour = t.ink2 if card.phase is None else t.phase(card.phase)
        self._ground(card, rect, colour, marks)
        inside = rect.toRect().adjusted(INSIDE, STEP + 1, -INSIDE + 2, -STEP)
        font = fonts.font(self._sizes.role)
        line = QFontMetrics(font).lineSpacing()
        mark = fonts.scaled(_MARK) + STEP
        first = QRect(inside.left(), inside.top(), inside.width(), line)
        self._easel.icon(first, _icon(card), colour, _MARK)
        ink = t.ink2 if marks.dim else t.ink
        foot = self._foot(card, inside)
        most = max(1, min(self._sizes.lines, (inside.height() - foot) // line))
        for number, text in enumerate(wrapped(card.text, inside.width(), font, most, indent=mark)):
            place = first.translated(0, number * line).adjusted(0 if number else mark, 0, 0, 0)
            self._easel.text(place, text, ink, font)

    def heads(self, columns: Iterable[tuple[QRect, Column]], band: QRect) -> None:
        """The headings of columns, with how much is in them, on a band that lies over the cards."""
        t = self._t
        self._painter.fillRect(band, _c(t.surface))
        self._painter.fillRect(QRect(band.left(), band.bottom(), band.width(), 1), _c(t.hairline))
        strong = fonts.font("secondary", strong=True)
        line = QFontMetrics(strong).lineSpacing()
        for rect, column in columns:
            lines = wrapped(heading_of(column.sorts), rect.width(), strong, rect.height() // line)
            top = rect.top() + (rect.height() - len(lines) * line) // 2
            for number, words in enumerate(lines):
                place = QRect(rect.left(), top + number * line, rect.width(), line)
                taken = self._easel.text(place, words, t.ink2, strong)
                if number == len(lines) - 1:
                    self._count(place.adjusted(taken + INSIDE, 0, 0, 0), len(column.ids))

    def _count(self, rect: QRect, count: int) -> None:
        """How many there are, where there is room for it."""
        words, small = str(count), fonts.font("secondary")
        if QFontMetrics(small).horizontalAdvance(words) <= rect.width():
            self._easel.text(rect, words, self._t.ink2, small)

    def tag(self, at: QRect, words: str, view: QRect) -> None:
        """A small label beside the pointer, kept inside the view."""
        font = fonts.font("secondary", strong=True)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(words) + 2 * INSIDE, metrics.height() + STEP
        left = max(0, min(at.left(), view.width() - width))
        top = max(0, min(at.top(), view.height() - height))
        rect = QRect(left, top, width, height)
        self._painter.setPen(QPen(_c(self._t.accent), 1))
        self._painter.setBrush(_c(self._t.raised))
        self._painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), STEP, STEP)
        inside = rect.adjusted(INSIDE, 0, -INSIDE, 0)
        self._easel.text(inside, words, self._t.accent, font)

    def _ground(self, card: Card, rect: QRectF, colour: str, marks: Marks) -> None:
        t = self._t
        fill = t.surface if marks.dim else mix(t.surface, colour, _STRENGTH)
        fill = t.tint if marks.current or marks.aimed else t.hover if marks.hovered else fill
        self._painter.setBrush(_c(fill))
        self._painter.setPen(self._edge(card, colour, marks))
        self._painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if marks.current and marks.focused:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(_c(t.accent), 1))
            self._painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), RADIUS, RADIUS)

    def _edge(self, card: Card, colour: str, marks: Marks) -> QPen:
        t: Tokens = self._t
        if marks.current or marks.lit or marks.aimed:
            return QPen(_c(t.accent), 2)
        if card.orphan is not None:
            return QPen(_c(t.warn), 1, Qt.PenStyle.DashLine)
        return QPen(_c(t.hairline if marks.dim else mix(t.surface, colour, 0.45)), 1)

    def _foot(self, card: Card, inside: QRect) -> int:
        """What a card lacks, in two lines if need be, or else is; returns the height it takes."""
        t, small = self._t, fonts.font("secondary")
        words = card.lacks or " · ".join(filter(None, (_shared_kind(card), card.fact)))
        taken = fonts.scaled(_MARK) + STEP if card.lacks else 0
        lines = wrapped(words, inside.width() - taken, small, 2 if card.lacks else 1)
        high = QFontMetrics(small).height()
        top = inside.bottom() + 1 - len(lines) * high
        for number, line in enumerate(lines if words else ()):
            place = QRect(inside.left(), top + number * high, inside.width(), high)
            if card.lacks and not number:
                self._easel.icon(place, "warn", t.warn, _MARK)
            ink = t.warn if card.lacks else t.ink2
            self._easel.text(place.adjusted(taken, 0, 0, 0), line, ink, small)
        return len(lines) * high


def _shared_kind(card: Card) -> str:
    """What a card is, where its column does not say it."""
    if isinstance(card.finding, LogicNote):
        return word_name(card.finding.kind)
    told = card.sort in (Sort.DREAM, Sort.SOAR, Sort.PROMISE, Sort.ACTION)
    return card.kind if told or card.sort in (Sort.TASK_GROUP, Sort.REVIEW) else ""


def _icon(card: Card) -> str:
    return "note" if card.phase is None else card.phase.value


def _c(colour: str) -> QColor:
    return QColor(colour)
