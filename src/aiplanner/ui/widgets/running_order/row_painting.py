"""Paint the rows of the running order in one go, most of them from pictures that are kept.

Qt asks the model and the delegate some twenty questions about every cell it paints; in a table that
is repainted at every keystroke that is most of the time until the new clock times can be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Line, Sort
from aiplanner.ui.tokens import in_force
from aiplanner.ui.widgets.paint import Easel
from aiplanner.ui.widgets.running_order.delegate import RunningOrderDelegate
from aiplanner.ui.widgets.running_order.painting import clock_look
from aiplanner.ui.widgets.running_order.row_pictures import Look, RowPictures

_State = QStyle.StateFlag
_KEPT = frozenset({Sort.ITEM, Sort.TASK})
"""Lines of which each cell paints what is its own, whatever stands beside it."""


class _Place(NamedTuple):
    """A column on show: pixels from the left, and its width."""

    column: Column
    left: int
    width: int


class _Piece(NamedTuple):
    """Neighbouring columns that share a picture, and what the picture of a line hangs on."""

    places: Sequence[_Place]
    left: int
    width: int
    key: Callable[[Line], Hashable]


class _Sight(NamedTuple):
    """What all rows of one repaint have in common."""

    places: Sequence[_Place]
    pieces: Sequence[_Piece]
    chosen: frozenset[int]
    """The rows that are."""
    hovered: int
    """The row under the pointer, or -1."""
    focus: tuple[int, int]
    """Row and column of the cell that has the focus, or -1 twice."""

    def state(self, row: int) -> QStyle.StateFlag:
        """How the cells of a row stand, but for the focus."""
        state = _State.State_Selected if row in self.chosen else _State.State_None
        return state | _State.State_MouseOver if row == self.hovered else state


class RowPainting:
    """Paints what Qt would, in the same colours, with the same states of the rows."""

    def __init__(
        self, view: QTableView, model: RunningOrderModel, delegate: RunningOrderDelegate
    ) -> None:
        self._view, self._order, self._delegate = view, model, delegate
        self._pictures = RowPictures()
        self._option = QStyleOptionViewItem()

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint the rows that stand in `exposed`, in pixels of the viewport."""
        view, sight = self._view, self._sight()
        look = Look(in_force(), view.devicePixelRatioF(), sight.places)
        self._pictures.begin(look, view.viewport().size())
        for row in self._rows(exposed):
            height = view.rowHeight(row)
            if height:
                self._paint_row(painter, row, (view.rowViewportPosition(row), height), sight)

    def _rows(self, exposed: QRect) -> Iterator[int]:
        first = self._view.rowAt(max(exposed.top(), 0))
        last = self._view.rowAt(exposed.bottom())
        if first >= 0:
            yield from range(first, (last if last >= 0 else self._order.rowCount() - 1) + 1)

    def _sight(self) -> _Sight:
        view, here = self._view, self._view.currentIndex()
        places = [
            _Place(column, view.columnViewportPosition(column), view.columnWidth(column))
            for column in self._delegate.shown
        ]
        # Its clock time, which changes all the time, is a picture apart from the rest of a row.
        pieces = [_piece(places[1:], _unclocked), _piece(places[:1], clock_look)]
        ranges = view.selectionModel().selection()
        spans = [ranges.at(n) for n in range(ranges.size())]
        chosen = frozenset(row for one in spans for row in range(one.top(), one.bottom() + 1))
        focus = (here.row(), here.column()) if view.hasFocus() else (-1, -1)
        return _Sight(places, pieces, chosen, self._row_under_pointer(), focus)

    def _row_under_pointer(self) -> int:
        port = self._view.viewport()
        if not port.underMouse():
            return -1
        here = port.mapFromGlobal(QCursor.pos())
        return self._view.rowAt(here.y()) if port.rect().contains(here) else -1

    def _paint_row(self, painter: QPainter, row: int, span: tuple[int, int], sight: _Sight) -> None:
        line, state = self._order.line(row), sight.state(row)
        places = sight.places
        if line.sort in _KEPT and row not in self._delegate.hosts:
            for piece in sight.pieces:
                self._paint_piece(painter, line, piece, span, state)
            # The focus goes on from cell to cell: it is painted on the picture.
            places = [p for p in places if (row, p.column) == sight.focus]
        for place in places:
            focus = (row, place.column) == sight.focus
            self._option.rect = _rect(place, span)
            self._option.state = state | _State.State_HasFocus if focus else state
            self._delegate.paint_at(painter, self._option, row, place.column)

    def _paint_piece(
        self,
        painter: QPainter,
        line: Line,
        piece: _Piece,
        span: tuple[int, int],
        state: QStyle.StateFlag,
    ) -> None:
        rect = QRect(piece.left, span[0], piece.width, span[1])
        key = piece.key(line), state.value, piece.left, span[1]
        paint = partial(self._paint_cells, line, piece.places, span, state)
        painter.drawPixmap(rect.topLeft(), self._pictures.picture(key, rect, paint))

    def _paint_cells(
        self,
        line: Line,
        places: Sequence[_Place],
        span: tuple[int, int],
        state: QStyle.StateFlag,
        easel: Easel,
    ) -> None:
        for place in places:
            self._option.rect, self._option.state = _rect(place, span), state
            self._delegate.paint_cell(easel, self._option, line, place.column)


def _piece(places: Sequence[_Place], key: Callable[[Line], Hashable]) -> _Piece:
    left = min(place.left for place in places)
    return _Piece(places, left, sum(place.width for place in places), key)


def _unclocked(line: Line) -> Hashable:
    return line._replace(start=None if line.start is None else 0)


def _rect(place: _Place, span: tuple[int, int]) -> QRect:
    top, height = span
    return QRect(place.left, top, place.width, height)
