"""Paint findings: the text in bold, what stands below it, and the facts beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.findings import TEXT, FindingsModel, Index
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, place_of

_AROUND = 14
"""Pixels above and below the words of a row together."""
_MARK = _("○")
"""Stands before a finding of which a hint speaks."""


class FindingsDelegate(QStyledItemDelegate):
    """Serves one table; where that is narrow the facts stand below the text."""

    def __init__(self, view: QTableView, model: FindingsModel) -> None:
        super().__init__(view)
        self._findings = model
        self.narrow = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the row and the words of the cell."""
        if index.row() >= self._findings.rowCount():
            return
        line, easel = self._findings.line(index.row()), Easel(painter, in_force())
        column = index.column()
        easel.ground(option, "only" if self.narrow else place_of(column, 3))
        hinted = self._findings.is_hinted(index.row())
        below = line.facts if self.narrow else line.below
        rect, indent = cell_rect(option.rect), _mark_width() if hinted else 0
        width = self._text_width() - indent
        lines = self._findings.shelf.lines if _width(line.text) > width else 1
        top = rect.top() + (rect.height() - _height(lines, below=bool(below))) // 2
        rect.setTop(top)
        if column != TEXT:
            first = QRect(rect.left(), top, rect.width(), _line_height())
            easel.text(first, line.columns[column], easel.tokens.ink2, fonts.font("secondary"))
            return
        if hinted:
            mark = QRect(rect.left(), top, indent, _line_height())
            easel.text(mark, _MARK, easel.tokens.warn, fonts.font("body", strong=True))
        words = rect.adjusted(indent, 0, 0, 0)
        _draw_lines(easel, words, line.text, lines)
        if below:
            small = fonts.font("secondary")
            under = top + _line_height() * lines
            place = QRect(words.left(), under, words.width(), QFontMetrics(small).height())
            easel.text(place, below, easel.tokens.ink2, small)

    def _text_width(self) -> int:
        view = self.parent()
        assert isinstance(view, QTableView), "the delegate belongs to its table"
        return cell_rect(QRect(0, 0, view.columnWidth(TEXT), 1)).width()


def height_of(lines: int, *, below: bool) -> int:
    """The height of a row that shows so many lines of its text, and perhaps one below them."""
    return _height(lines, below=below) + _AROUND


def _height(lines: int, *, below: bool) -> int:
    under = QFontMetrics(fonts.font("secondary")).height() if below else 0
    return _line_height() * lines + under


def _line_height() -> int:
    return QFontMetrics(fonts.font("body", strong=True)).height()


def _width(text: str) -> int:
    return QFontMetrics(fonts.font("body", strong=True)).horizontalAdvance(text)


def _mark_width() -> int:
    return _width(_MARK) + 6


def _draw_lines(easel: Easel, rect: QRect, text: str, lines: int) -> None:
    """Draw a text in so many lines, the last cut off with "…" where there is more."""
    font, height = fonts.font("body", strong=True), _line_height()
    begin = 0
    if lines > 1:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        for n in range(lines - 1):
            line = layout.createLine()
            line.setLineWidth(rect.width())
            line.setPosition(QPointF(0, n * height))
            begin = line.textStart() + line.textLength()
        layout.endLayout()
        easel.painter.setPen(QColor(easel.tokens.ink))
        layout.draw(easel.painter, QPointF(rect.topLeft()))
    last = QRect(rect.left(), rect.top() + (lines - 1) * height, rect.width(), height)
    easel.text(last, text[begin:].strip(), easel.tokens.ink, font)
