"""Paint the cells of the running order: calm rows, the thing itself in bold, the rest in ink-2."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from aiplanner.app.content import capability_guide
from aiplanner.domain.cycle import RESTS, Kind, Role
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.running_order_cells import Column, add_text, cell_text, group_counted
from aiplanner.ui.models.running_order_lines import Line, Sort
from aiplanner.ui.tokens import ICON, INSIDE
from aiplanner.ui.widgets.paint import PAD, Easel

INDENT = 22
"""Pixels by which what stands in a strand is set in, at 100 % text size."""
LOCK = 15
"""Edge of the mark of a pinned clock time."""
CARD_PAD = 5
"""Pixels between an edge of a cell on the card of a strand and its words."""
MOST_LINES = 3
"""Lines of a title that are shown in the table; the inspector shows all."""

_WRAP = int(Qt.TextFlag.TextWordWrap)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ADDING = frozenset({Sort.ADD, Sort.ADD_TASK})
_RUNNING_ON = frozenset({Sort.NOTICE, Sort.HEADING})
"""Lines whose words run on over the columns to their right."""


class Cell(NamedTuple):
    """What is painted: one line's cell and where."""

    line: Line
    column: Column
    rect: QRect
    rest: QRect
    """From the left of What to the end of the row."""
    shown: tuple[Column, ...]
    """The columns on show."""
    card: bool = False
    """Whether it stands on the card of a strand, where everything is closer and calmer."""

    @property
    def pad(self) -> int:
        """Pixels between an edge of the cell and its words."""
        return CARD_PAD if self.card else PAD

    @property
    def inside(self) -> QRect:
        """The part of the cell that words may use."""
        return self.rect.adjusted(self.pad, 0, -self.pad, 0)


def paint_cell(easel: Easel, cell: Cell) -> None:
    """The content of a cell, on its ground."""
    if cell.column >= Column.WHAT and _runs_on(cell.line):
        _paint_running_on(easel, cell)
    else:
        _PAINTERS.get(cell.column, _paint_plain)(easel, cell)


def is_quiet(line: Line) -> bool:
    """Whether a line stands on the ground of breaks and strands instead of on paper."""
    if line.item is not None and (line.item.kind in RESTS or line.item.kind is Kind.SECTION):
        return True
    return line.sort in (Sort.STRAND, Sort.HEADING)


def title_font(line: Line, *, card: bool = False) -> QFont:
    """Work and headings are in bold; breaks, what is parked and what has no title are not.

    On the card of a strand only the strand's name is.
    """
    return fonts.font("body", strong=is_strong(line, card=card))


def is_strong(line: Line, *, card: bool = False) -> bool:
    """Whether a title is set in bold."""
    if line.item is None:
        return line.sort in (Sort.STRAND, Sort.HEADING)
    counted = line.item.live and line.item.kind not in RESTS
    return counted and bool(line.title) and not card


def title_width(line: Line, width: int) -> int:
    """Room for the words of a title in a What column so wide."""
    return width - 2 * PAD - fonts.scaled(INDENT) * line.depth


def line_height(line: Line, width: int) -> int:
    """Height of a row whose What column is so wide: up to three lines of title, one of words."""
    return words_height(line, title_width(line, width)) + (10 if line.sort in _ADDING else 16)


def words_height(line: Line, room: int, *, card: bool = False) -> int:
    """Height of a line's title, set in `room` pixels, and of the words below it."""
    metrics = QFontMetrics(title_font(line, card=card))
    height = metrics.height()
    if line.item is not None and metrics.horizontalAdvance(line.title) > room:
        height = min(_wrapped(metrics, line.title, room), metrics.lineSpacing() * MOST_LINES)
    if line.words and not line.folded:
        height += QFontMetrics(fonts.font("secondary")).height()
    return height


def _wrapped(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()


def _runs_on(line: Line) -> bool:
    section = line.item is not None and line.item.kind is Kind.SECTION
    return section or line.sort in _RUNNING_ON


def _ink(easel: Easel, line: Line) -> str:
    if line.sort is Sort.NOTICE:
        return easel.tokens.warn
    if line.item is not None and (line.item.kind in RESTS or not line.item.live):
        return easel.tokens.ink2
    return easel.tokens.ink


def words_rect(cell: Cell, rect: QRect) -> QRect:
    """Where a title is set in `rect`; on the card of a strand nothing need be set in."""
    depth = 0 if cell.card else cell.line.depth
    return rect.adjusted(cell.pad + fonts.scaled(INDENT) * depth, 0, -cell.pad, 0)


def _paint_running_on(easel: Easel, cell: Cell) -> None:
    # Every cell paints its own piece of the row-wide words, so that a repaint of any one of them
    # is right by itself; spans would have to be kept up to date with every edit.
    easel.painter.save()
    easel.painter.setClipRect(cell.rect, Qt.ClipOperation.IntersectClip)
    if cell.column is Column.WHAT:
        _paint_rails(easel, cell)
    words = words_rect(cell, cell.rest)
    taken = easel.text(words, cell.line.title, _ink(easel, cell.line), title_font(cell.line))
    if cell.line.folded:
        beside = words.adjusted(taken + INSIDE, 0, 0, 0)
        easel.text(beside, cell.line.words, easel.tokens.ink2, fonts.font("secondary"))
    easel.painter.restore()


def _paint_rails(easel: Easel, cell: Cell) -> None:
    """A line down the left of what stands in a strand, so that the strand holds together."""
    for depth in range(0 if cell.card else cell.line.depth):
        left = cell.rect.left() + PAD + fonts.scaled(INDENT) * depth
        rail = QRect(left, cell.rect.top(), 2, cell.rect.height())
        easel.painter.fillRect(rail, QColor(easel.tokens.hairline))


def _paint_what(easel: Easel, cell: Cell) -> None:
    line, t = cell.line, easel.tokens
    _paint_rails(easel, cell)
    rect = words_rect(cell, cell.rect)
    if line.sort in _ADDING:
        taken = easel.icon(rect, "add", t.ink2, 16) + INSIDE - 2
        easel.text(rect.adjusted(taken, 0, 0, 0), add_text(line), t.ink2, fonts.font())
    elif line.sort is Sort.STRAND:
        taken = easel.text(rect, line.title, t.ink, title_font(line)) + INSIDE
        facts = " · ".join(_without_column(cell))
        if facts:
            easel.text(rect.adjusted(taken, 0, 0, 0), facts, t.ink2, fonts.font("secondary"))
    else:
        _paint_title(easel, cell, rect)


def _without_column(cell: Cell) -> Iterator[str]:
    """What a strand says of itself beside its name, where there is no column for it."""
    facts = {Column.ROOM: cell.line.room, Column.LEAD: cell.line.lead}
    return (word for column, word in facts.items() if word and column not in cell.shown)


def _paint_title(easel: Easel, cell: Cell, rect: QRect) -> None:
    line, small = cell.line, fonts.font("secondary")
    font = title_font(line, card=cell.card)
    below = QFontMetrics(small).height() if line.words else 0
    text = line.title or _("Untitled")
    colour = _ink(easel, line) if line.title else easel.tokens.ink2
    upper = rect.adjusted(0, 0, 0, -below)
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= rect.width():
        easel.text(upper, text, colour, font)
    else:
        shown = metrics.elidedText(
            text, Qt.TextElideMode.ElideRight, rect.width() * MOST_LINES - rect.width() // 4
        )
        easel.painter.setFont(font)
        easel.painter.setPen(QColor(colour))
        easel.painter.drawText(upper, _WRAP | int(_LEFT), shown)
    if line.words:
        top = rect.bottom() - below - (2 if cell.card else 5)
        lower = QRect(rect.left(), top, rect.width(), below)
        easel.text(lower, line.words, easel.tokens.ink2, small)


def _paint_clock(easel: Easel, cell: Cell) -> None:
    line, rect = cell.line, cell.rect.adjusted(cell.pad - 2, 0, -cell.pad, 0)
    if line.item is not None and line.item.kind is Kind.SECTION:
        mark = rect.adjusted(rect.width() - fonts.scaled(LOCK), 0, 0, 0)
        easel.icon(mark, "forward" if line.folded else "down", easel.tokens.ink2, LOCK)
        return
    if line.item is not None and line.item.pin is not None and line.start is not None:
        easel.icon(rect, "lock", easel.tokens.ink, LOCK)
    counted = line.item is None or line.start is not None
    font = fonts.font("body" if counted else "secondary")
    easel.text(rect, cell_text(line, cell.column), _clock_ink(easel, line), font, _RIGHT)


def clock_look(line: Line) -> Hashable:
    """What the cell of a line's clock time looks like hangs on this alone."""
    item = line.item
    own = () if item is None else (item.kind, item.live, item.pin is not None)
    text = cell_text(line, Column.CLOCK)
    return line.sort, text, line.start is None, line.folded, own


def _clock_ink(easel: Easel, line: Line) -> str:
    return easel.tokens.ink2 if line.sort is Sort.STRAND else _ink(easel, line)


def _paint_minutes(easel: Easel, cell: Cell) -> None:
    line = cell.line
    computed = line.sort is Sort.STRAND or line.strands or line.shared
    colour = easel.tokens.ink2 if computed else _ink(easel, line)
    text = cell_text(line, cell.column)
    easel.text(cell.inside, text, colour, fonts.font(), _RIGHT)


def _paint_phase(easel: Easel, cell: Cell) -> None:
    item = cell.line.item
    if item is None or item.phase is None:
        return
    rect = cell.inside
    if rect.width() < fonts.scaled(ICON + 2 * PAD):
        easel.icon(rect, item.phase.value, easel.tokens.phase(item.phase), ICON - 2)
    else:
        easel.phase(rect, item.phase, cell.line.phase_name)


def _paint_capabilities(easel: Easel, cell: Cell) -> None:
    badges = [
        (capability_guide(capability).mark, role is Role.LEADS)
        for capability, role in cell.line.focus
    ]
    easel.badges(cell.inside, badges)


def _paint_group(easel: Easel, cell: Cell) -> None:
    """The group and how many there are, in as many words as there is room for."""
    rect, font = cell.inside, fonts.font()
    metrics, ink = QFontMetrics(font), _ink(easel, cell.line)
    for short in (False, True):
        text = group_counted(cell.line, short=short)
        if metrics.horizontalAdvance(text) <= rect.width():
            easel.text(rect, text, ink, font)
            return
    _paint_plain(easel, cell)


def _paint_plain(easel: Easel, cell: Cell) -> None:
    text = cell_text(cell.line, cell.column)
    if text:
        easel.text(cell.inside, text, _ink(easel, cell.line), fonts.font())


_PAINTERS: Mapping[Column, Callable[[Easel, Cell], None]] = {
    Column.CLOCK: _paint_clock,
    Column.MINUTES: _paint_minutes,
    Column.WHAT: _paint_what,
    Column.GROUP: _paint_group,
    Column.PHASE: _paint_phase,
    Column.CAPABILITIES: _paint_capabilities,
}
