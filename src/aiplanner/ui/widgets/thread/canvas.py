"""Paint of the thread what is in sight: lines, cards, headings over them, what is dragged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from aiplanner.ui.tokens import STEP, Tokens, mix
from aiplanner.ui.widgets.paint import Easel
from aiplanner.ui.widgets.thread.cards import Cards, Marks
from aiplanner.ui.widgets.thread.scale import Scale, Strand

if TYPE_CHECKING:
    from aiplanner.domain.ids import RowId
    from aiplanner.domain.thread_layout import Column
    from aiplanner.ui.widgets.thread.card_view import CardView

_TIP = 5.0
"""Pixels of the arrow at the end of a line that belongs to what is chosen."""

_SPARE = 20.0
"""Pixels above and below what is in sight to which lines are drawn."""


def paint_thread(view: CardView, easel: Easel) -> None:
    """Paint what is in sight of the thread that a view shows."""
    port, scale = view.viewport().rect(), view.scale
    easel.painter.fillRect(port, QColor(easel.tokens.surface))
    if scale is None:
        return
    seen = port.translated(view.offset())
    cards = Cards(easel, scale.sizes)
    easel.painter.save()
    easel.painter.translate(-QPointF(view.offset()))
    _paint_strands(view, scale, easel, seen)
    for key in scale.seen(seen):
        card = view.card_of(key)
        if card is not None:
            cards.card(card, scale.rect(key), _marks(view, key))
    _paint_pull(view, scale, easel)
    easel.painter.restore()
    cards.heads(_heads(view, scale), QRect(0, 0, port.width(), scale.sizes.head - STEP))
    if view.pull.under_way and view.pull.words:
        at = view.pull.at - view.offset() + QPoint(14, 18)
        cards.tag(QRect(at.x(), at.y(), 1, 1), view.pull.words, port)


def _heads(view: CardView, scale: Scale) -> Iterator[tuple[QRect, Column]]:
    for number, column in enumerate(scale.layout.columns):
        left = round(scale.left(number)) - view.horizontalOffset()
        if -scale.sizes.across < left < view.viewport().width():
            yield QRect(left, 0, round(scale.sizes.card[0]), scale.sizes.head - STEP), column


def _marks(view: CardView, key: RowId) -> Marks:
    current = key == view.here
    return Marks(
        current=current,
        focused=view.hasFocus(),
        lit=key in view.lit,
        dim=bool(view.lit) and key not in view.lit,
        hovered=key == view.hovered,
        aimed=key == view.pull.aim,
    )


def _paint_strands(view: CardView, scale: Scale, easel: Easel, seen: QRect) -> None:
    """The lines of other threads first, then those of the chosen one, then the chosen line."""
    lit = view.lit
    plain: list[Strand] = []
    bright: list[Strand] = []
    for strand in scale.strands(seen, view.knot):
        (bright if lit.issuperset(strand.knot) else plain).append(strand)
    t, span = easel.tokens, (seen.top() - _SPARE, seen.bottom() + _SPARE)
    quiet = t.hairline if lit else mix(t.surface, t.border, 0.7)
    _draw(easel.painter, plain, QPen(QColor(quiet), 1), span)
    _draw(easel.painter, bright, QPen(QColor(t.accent), 2), span, tips=True)
    chosen = [strand for strand in (*bright, *plain) if strand.knot == view.knot]
    _draw(easel.painter, chosen, QPen(QColor(t.ink), 4), span, tips=True)


def _draw(
    painter: QPainter,
    strands: Iterable[Strand],
    pen: QPen,
    span: tuple[float, float],
    *,
    tips: bool = False,
) -> None:
    dashed = QPen(pen)
    dashed.setStyle(Qt.PenStyle.DashLine)
    for strand in strands:
        painter.setPen(dashed if strand.back else pen)
        painter.drawPolyline(strand.points(*span))
        if tips and span[0] < strand.end.y() < span[1]:
            _tip(painter, strand, pen)


def _tip(painter: QPainter, strand: Strand, pen: QPen) -> None:
    """An arrow at the card that grew, so that the way of a line is not told by place alone."""
    side = _TIP if strand.inward > 0 else -_TIP
    painter.setPen(QPen(pen.color(), pen.widthF()))
    for up in (-_TIP, _TIP):
        painter.drawLine(strand.end, strand.end + QPointF(side * 1.3, up * 0.8))


def _paint_pull(view: CardView, scale: Scale, easel: Easel) -> None:
    """The line that is being drawn from a card to the pointer."""
    pull = view.pull
    if not pull.under_way or pull.source is None or pull.source not in scale.layout.places:
        return
    t: Tokens = easel.tokens
    easel.painter.setPen(QPen(QColor(t.accent), 2, Qt.PenStyle.DotLine))
    begin = scale.rect(pull.source).center()
    end = QPointF(pull.at) if pull.aim is None else scale.rect(pull.aim).center()
    easel.painter.drawLine(begin, end)
