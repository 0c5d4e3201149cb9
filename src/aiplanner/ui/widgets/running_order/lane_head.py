"""The head of a strand's card: its name, room, minutes and lead, each a place to write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from aiplanner.app.wording import minutes_text
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Line
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.paint import Easel
from aiplanner.ui.widgets.running_order.painting import CARD_PAD

WRITTEN = (Column.WHAT, Column.ROOM, Column.LEAD)
"""What can be gone to and written in the head of a card, from left to right."""


class Piece(NamedTuple):
    """One piece of a head: where, what it says, and the column it is written in (None: none)."""

    rect: QRect
    text: str
    column: Column | None


def pieces(line: Line, row: QRect, *, asking: bool) -> list[Piece]:
    """The head of a card in a row; `asking` for what is not written yet as well."""
    left, found = row.left() + CARD_PAD, list[Piece]()
    end = row.right() - CARD_PAD
    for n, (words, column) in enumerate(_worded(line, asking=asking)):
        text = f"· {words}" if n > 1 else words
        width = QFontMetrics(_font(column)).horizontalAdvance(text) + 2
        width = min(width, max(end - left, 0))
        found.append(Piece(QRect(left, row.top(), width, row.height()), text, column))
        left += width + (INSIDE if not n else INSIDE // 2) - 2
    return found


def piece_rect(line: Line, row: QRect, column: Column) -> QRect:
    """Where a column of a head is written; the whole row where the head does not show it."""
    found = (piece.rect for piece in pieces(line, row, asking=True) if piece.column is column)
    return next(found, row)


def column_at(line: Line, row: QRect, x: int) -> Column:
    """The column of the piece at a place in a head."""
    for piece in reversed(pieces(line, row, asking=True)):
        if piece.column is not None and x >= piece.rect.left() - INSIDE // 2:
            return piece.column
    return Column.WHAT


def paint_head(easel: Easel, line: Line, row: QRect, *, asking: bool) -> None:
    """The head of a card, in the room of a whole row."""
    for piece in pieces(line, row, asking=asking):
        strong = piece.column is Column.WHAT
        ink = easel.tokens.ink if strong else easel.tokens.ink2
        if piece.rect.width() > 0:
            easel.text(piece.rect, piece.text, ink, _font(piece.column))


def head_name(line: Line) -> str:
    """What a screen reader calls the card: "Strand A, Seminar room"."""
    return ", ".join(part for part in (line.title, line.room) if part)


def _font(column: Column | None) -> QFont:
    strong = column is Column.WHAT
    return fonts.font("body" if strong else "secondary", strong=strong)


def _worded(line: Line, *, asking: bool) -> Iterator[tuple[str, Column | None]]:
    yield line.title, Column.WHAT
    if line.room or asking:
        yield line.room or _("add a room"), Column.ROOM
    if line.lead or asking:
        yield line.lead or _("add a lead"), Column.LEAD
    if line.minutes:
        yield minutes_text(line.minutes), None
