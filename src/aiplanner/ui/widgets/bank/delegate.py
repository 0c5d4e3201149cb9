"""Paint the rows of the bank: a title above its facts, and why it is suggested."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.bank import BankModel, BankRow, Index
from aiplanner.ui.models.bank_words import FORM_NAMES, minutes_words
from aiplanner.ui.tokens import BETWEEN, INSIDE, in_force
from aiplanner.ui.widgets.paint import Easel, badge_font, badge_size

_EDGE, _ABOVE, _BETWEEN = BETWEEN, 7, 1
"""Pixels left and right of the words, above and below them, between the lines."""
_PART, _GAP = 10, 4
"""Pixels between two facts, and between two badges."""
_BADGES = 3
"""Most badges in a row of the list; the page below has them all."""


class BankDelegate(QStyledItemDelegate):
    """Serves one list with a BankModel."""

    def __init__(self, view: QListView, model: BankModel) -> None:
        super().__init__(view)
        self._bank = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, a third for the reason; one for a heading."""
        row = self._bank.row(index)
        small = _line("secondary")
        if row is None or row.activity is None:
            return QSize(80, small + 2 * INSIDE)
        lines = _line("body", strong=True) + small * (2 if row.reasons else 1)
        return QSize(80, lines + 2 * _ABOVE + _BETWEEN * 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground and what stands on it."""
        row, easel = self._bank.row(index), Easel(painter, in_force())
        if row is None:
            return
        if row.activity is None:
            inside = option.rect.adjusted(_EDGE, INSIDE // 2, -_EDGE, 0)
            font = fonts.font("secondary", strong=True)
            easel.text(inside, row.heading, easel.tokens.ink2, font)
            return
        easel.ground(option, "only")
        self._activity(easel, option.rect.adjusted(_EDGE, _ABOVE, -_EDGE, -_ABOVE), row)

    def _activity(self, easel: Easel, room: QRect, row: BankRow) -> None:
        one = row.activity
        assert one is not None, "headings are painted elsewhere"
        strong, small = fonts.font("body", strong=True), fonts.font("secondary")
        ink2 = easel.tokens.ink2
        first, below = _line("body", strong=True), _line("secondary")
        top = QRect(room.left(), room.top(), room.width(), first)
        if row.mine:
            word = _("mine")
            width = QFontMetrics(small).horizontalAdvance(word)
            corner = QRect(top.right() - width + 1, top.top(), width, first)
            easel.text(corner, word, ink2, small)
            top.setRight(corner.left() - _PART)
        easel.text(top, one.title, easel.tokens.ink, strong)
        line = QRect(room.left(), top.bottom() + 1 + _BETWEEN, room.width(), below)
        _facts(easel, line, row, self._bank.head)
        if row.reasons:
            line.moveTop(line.bottom() + 1 + _BETWEEN)
            easel.text(line, row.reasons[0], ink2, small)


def _facts(easel: Easel, line: QRect, row: BankRow, head: Head) -> None:
    """Phase, minutes, group form; the badges stand at the right and take their room first."""
    one, phase = row.activity, row.phase
    assert one is not None, "a heading has no facts"
    badges = [
        *((capability_guide(c).mark, True) for c in one.leads),
        *((capability_guide(c).mark, False) for c in one.supports),
    ]
    wide = _badges_width([mark for mark, _leads in badges])
    place = QRect(line.right() - wide + 1, line.top(), wide, line.height())
    easel.badges(place, badges)
    rest = line.adjusted(0, 0, -(wide + _PART if wide else 0), 0)
    if phase is not None:
        taken = easel.phase(rest, phase, phase_label(head, phase))
        rest.setLeft(rest.left() + taken + _PART)
    words = " · ".join(word for word in (minutes_words(one), FORM_NAMES[one.form]) if word)
    easel.text(rest, words, easel.tokens.ink2, fonts.font("secondary"))


def _badges_width(marks: Sequence[str]) -> int:
    """Room for the first few; of the others the number is told."""
    more = QFontMetrics(badge_font()).horizontalAdvance("+1") if len(marks) > _BADGES else -_GAP
    shown = marks[:_BADGES]
    return sum(badge_size(mark)[0] + _GAP for mark in shown) + more if shown else 0


def _line(role: fonts.Role, *, strong: bool = False) -> int:
    return QFontMetrics(fonts.font(role, strong=strong)).height()
