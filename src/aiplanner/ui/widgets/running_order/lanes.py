"""Strands side by side: which are, how wide and high their cards are, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QRect, QStringListModel
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QTableView

from aiplanner.domain.ids import RowId
from aiplanner.ui import fonts
from aiplanner.ui.models.running_order import Index, RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lanes import Block, Lane, blocks_of
from aiplanner.ui.models.running_order_lines import Key, Line, Sort
from aiplanner.ui.tokens import INSIDE, STEP
from aiplanner.ui.widgets.paint import PAD
from aiplanner.ui.widgets.running_order.columns import written_widths
from aiplanner.ui.widgets.running_order.lane_view import MARGIN, LaneCard, LaneView
from aiplanner.ui.widgets.running_order.order_table import OrderTable, sure_room
from aiplanner.ui.widgets.running_order.painting import CARD_PAD, LOCK, words_height

_LEAST = 216
"""Pixels below which a card is too narrow to be read, at 100 % text size."""
_WITH_LEAD = 330
"""Pixels from which a card has room for who leads, at 100 % text size."""
_LEAST_LEAD = 64
_BETWEEN = 3 * STEP
"""Pixels between two cards."""
_ABOVE, _BELOW = STEP, 2 * STEP + 2
_FRAME = 2 * (MARGIN + 1)
_Look = tuple[str, str, Sort, int, bool]


class Host(Protocol):
    """What it asks of the running order."""

    def join(self, view: OrderTable) -> None:
        """Have a card go on typing as one with the table."""

    def step_out(self, *, forward: bool) -> bool:
        """Go by Tab to what comes after or before the running order."""


class _RowCount(QStringListModel):
    """As many rows as the running order has; rows come and go, but none is ever moved."""

    def __init__(self, model: RunningOrderModel) -> None:
        super().__init__()
        self._order = model
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.modelReset.connect(self._on_reset)
        self._on_reset()

    def _on_inserted(self, _parent: Index, first: int, last: int) -> None:
        self.insertRows(first, last - first + 1)

    def _on_removed(self, _parent: Index, first: int, last: int) -> None:
        self.removeRows(first, last - first + 1)

    def _on_reset(self) -> None:
        self.setStringList([""] * self._order.rowCount())


class Lanes:
    """Keeps a card for each strand that stands side by side with others."""

    wished = True
    """Whether strands stand side by side where they can."""

    def __init__(self, table: QTableView, model: RunningOrderModel) -> None:
        self._table, self._order = table, model
        self._cards: dict[RowId, LaneCard] = {}
        self._rows = _RowCount(model)
        self._blocks: tuple[Block, ...] = ()
        self._hosts: dict[int, Block] = {}
        self._lane_rows: dict[int, Lane] = {}
        self._laid = -1
        """The order of the lines at which cards were laid out."""
        self._heights: dict[Key, tuple[_Look, int]] = {}
        self._looks: dict[RowId, tuple[object, ...]] = {}
        self._tall: dict[RowId, int] = {}

    # Who is where

    def views(self) -> Iterator[LaneView]:
        """The cards' views."""
        return (card.view for card in list(self._cards.values()))

    def lane_at(self, row: int) -> Lane | None:
        """The strand on whose card a row stands."""
        return self._lane_rows.get(row)

    def view_at(self, row: int) -> LaneView | None:
        """The card on which a row stands."""
        lane = self._lane_rows.get(row)
        return None if lane is None else self._cards[lane.strand].view

    @property
    def hosts(self) -> dict[int, Block]:
        """The rows of the table in which the cards of a breakout stand."""
        return self._hosts

    # How cards ask each other

    def beside(self, row: int, by: int) -> int | None:
        """The row as far down in the card to the left (-1) or right (1)."""
        block = self._block_at(row)
        here = block.lane_at(row)
        at = block.lanes.index(here) + by
        if not 0 <= at < len(block.lanes):
            return None
        lane = block.lanes[at]
        return min(lane.first + row - here.first, lane.last)

    def out(self, row: int, by: int) -> int | None:
        """The row above (-1) or below (1) the cards of this row's breakout."""
        block = self._block_at(row)
        out = block.first - 1 if by < 0 else block.last + 1
        if out in self._lane_rows:
            return self._lane_rows[out].last if by < 0 else self._lane_rows[out].first
        return out if 0 <= out < self._order.rowCount() else None

    def leave(self, *, forward: bool) -> bool:
        """Go by Tab to what comes after or before the running order."""
        host: Host = self._table  # type: ignore[assignment]  # the table that made this
        return host.step_out(forward=forward)

    # Room

    def forget(self) -> None:
        """Measure everything anew: the text has another size."""
        self._heights.clear()
        self._laid = -1

    def fit(self) -> bool:
        """Lay the cards out anew; whether other rows are theirs now."""
        width = self._sure_width
        blocks = blocks_of(self._order.lines()) if self.wished else ()
        blocks = tuple(b for b in blocks if width(b) >= fonts.scaled(_LEAST))
        changed = blocks != self._blocks or self._reordered()
        self._laid = self._order.order
        if changed:
            self._blocks = blocks
            self._hosts = {block.first: block for block in blocks}
            lanes = [lane for block in blocks for lane in block.lanes]
            self._lane_rows = {n: lane for lane in lanes for n in range(lane.first, lane.last + 1)}
            self._keep_cards(lanes)
        for block in blocks:
            self._fit_block(block, anew=changed)
        return changed

    def is_hidden(self, row: int) -> bool:
        """Whether the table leaves a row to a card."""
        return row in self._lane_rows and row not in self._hosts

    def height(self, row: int) -> int:
        """Height of a row of the table in which cards stand."""
        return self._block_height(self._hosts[row]) + _ABOVE + _BELOW

    def place(self) -> None:
        """Put the cards where their rows are."""
        for block in self._blocks:
            width, left = self._card_width(block), self._left
            top = self._table.rowViewportPosition(block.first) + _ABOVE
            height = self._block_height(block)
            for lane in block.lanes:
                card, where = self._cards[lane.strand], QRect(left, top, width, height)
                if card.geometry() != where:
                    card.setGeometry(where)
                card.setVisible(True)
                left += width + _BETWEEN

    def show_row(self, row: int) -> None:
        """Scroll the table so that a row on a card is in sight."""
        view = self.view_at(row)
        if view is None:
            return
        self._table.updateGeometries()  # how far it can scroll
        port, bar = self._table.viewport(), self._table.verticalScrollBar()
        top = view.viewport().mapTo(port, view.viewport().rect().topLeft()).y()
        top += view.rowViewportPosition(row)
        below = top + view.rowHeight(row) + MARGIN - port.height()
        if top - MARGIN < 0:
            bar.setValue(bar.value() + top - MARGIN)
        elif below > 0:
            bar.setValue(bar.value() + below)

    def _block_at(self, row: int) -> Block:
        return next(block for block in self._blocks if block.first <= row <= block.last)

    @property
    def _left(self) -> int:
        return self._table.columnViewportPosition(Column.WHAT)

    def _reordered(self) -> bool:
        """Whether other lines than before may stand on cards."""
        if self._laid == self._order.order:
            return False
        altered = self._order.altered
        return self._laid < 0 or altered is None or any(n in self._lane_rows for n in altered)

    def _card_width(self, block: Block) -> int:
        return self._shared(block, self._table.viewport().width())

    def _sure_width(self, block: Block) -> int:
        """How wide a card is where there is a scroll bar."""
        return self._shared(block, sure_room(self._table))

    def _shared(self, block: Block, room: int) -> int:
        count = len(block.lanes)
        return (room - self._left - PAD - (count - 1) * _BETWEEN) // count

    def _keep_cards(self, lanes: Sequence[Lane]) -> None:
        wanted = {lane.strand for lane in lanes}
        for strand in [strand for strand in self._cards if strand not in wanted]:
            self._drop(self._cards.pop(strand))
        for lane in lanes:
            if lane.strand not in self._cards:
                self._cards[lane.strand] = self._made()
            self._cards[lane.strand].view.show_lane(lane)

    def _made(self) -> LaneCard:
        port = self._table.viewport()
        view = LaneView(self._order, self._table.selectionModel(), self, self._rows, port)
        host: Host = self._table  # type: ignore[assignment]  # the table that made this
        host.join(view)
        return LaneCard(view, port)

    def _drop(self, card: LaneCard) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and card.isAncestorOf(focus):
            self._table.setFocus()
        card.hide()
        card.deleteLater()

    def _fit_block(self, block: Block, *, anew: bool) -> None:
        """Give a breakout's cards their room, unless all that it hangs on is as it was."""
        inside = self._card_width(block) - _FRAME
        led = self._sure_width(block) - _FRAME >= fonts.scaled(_WITH_LEAD)
        lines = self._order.lines()[block.first : block.last + 1]
        looks = (
            inside,
            led,
            *((line.item, line.strand, line.words, line.minutes) for line in lines),
        )
        first = block.lanes[0].strand
        if not anew and self._looks.get(first) == looks:
            return
        self._looks[first] = looks
        widths = _widths(lines, inside, led=led)
        laid = [self._lane_heights(lane, widths[Column.WHAT]) for lane in block.lanes]
        tallest = max(map(sum, laid))
        self._tall[first] = tallest + _FRAME
        for lane, heights in zip(block.lanes, laid, strict=True):
            view = self._cards[lane.strand].view
            view.foot_height = heights[-1]
            heights[-1] += tallest - sum(heights)
            view.fit(widths, heights)
            view.show_name()

    def _block_height(self, block: Block) -> int:
        return self._tall[block.lanes[0].strand]

    def _lane_heights(self, lane: Lane, width: int) -> list[int]:
        return [self._height(self._order.line(n), width) for n in range(lane.first, lane.last + 1)]

    def _height(self, line: Line, width: int) -> int:
        look = (line.title, line.words, line.sort, width, line.item is None or line.item.live)
        known = self._heights.get(line.key)
        if known is None or known[0] != look:
            height = words_height(line, width - 2 * CARD_PAD, card=True) + INSIDE - 2
            known = (look, height)
            self._heights[line.key] = known
        return known[1]


def _widths(lines: Sequence[Line], room: int, *, led: bool) -> dict[Column, int]:
    """The columns of a card and their widths, in pixels."""
    clock = QFontMetrics(fonts.font()).horizontalAdvance("00:00") + 2 * CARD_PAD
    if any(line.item is not None and line.item.pin is not None for line in lines):
        clock += fonts.scaled(LOCK)
    written = written_widths(lines)
    closer = 2 * (PAD - CARD_PAD)
    widths = {
        Column.CLOCK: clock,
        Column.MINUTES: written[Column.MINUTES] - closer,
        Column.WHAT: 0,
    }
    if led:
        widths[Column.LEAD] = max(written[Column.LEAD] - closer, fonts.scaled(_LEAST_LEAD))
    widths[Column.WHAT] = max(room - sum(widths.values()), 1)
    return widths
