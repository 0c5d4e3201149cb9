"""Give the columns and rows of a running order the room they need, and no scroll bar sideways."""

from __future__ import annotations

from collections.abc import Collection

from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Head
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Key, Line
from aiplanner.ui.widgets.running_order.columns import (
    OPTIONAL,
    named_widths,
    shown_columns,
    written_widths,
)
from aiplanner.ui.widgets.running_order.lanes import Lanes
from aiplanner.ui.widgets.running_order.order_table import OrderTable
from aiplanner.ui.widgets.running_order.painting import line_height

_Look = tuple[str, str, int, bool]
"""What the height of a line depends on, at one width and text size."""


class Fitting:
    """Sets widths and heights; remembers the heights, since most edits change none."""

    def __init__(self, view: OrderTable, model: RunningOrderModel, lanes: Lanes) -> None:
        self._view, self._order, self._lanes = view, model, lanes
        self.wished: Collection[Column] = OPTIONAL
        self._heights: dict[Key, tuple[_Look, int]] = {}
        self._measured_at = 0
        self._busy = False
        self._lines: tuple[Line, ...] = ()
        self._least: dict[Column, int] = {}
        self._head: Head | None = None
        self._session: RowId | None = None

    def fit(self) -> bool:
        """Fit columns, then rows; whether other columns are on show now."""
        if self._busy:  # making a card has Qt lay out the table, and that asks to fit again
            return False
        self._busy, before = True, self.shown()
        self._fit_columns()
        self._fit_lanes()
        self._fit_rows()
        self._lanes.place()
        self._busy = False
        return self.shown() != before

    def forget(self) -> None:
        """Measure everything anew: the text has another size."""
        self._heights.clear()
        self._lanes.forget()
        self._head = None

    def shown(self) -> tuple[Column, ...]:
        """The columns on show."""
        return tuple(column for column in Column if not self._view.isColumnHidden(column))

    def _fit_columns(self) -> None:
        view, room = self._view, self._view.viewport().width()
        widths = self._widths()
        shown = shown_columns(self.wished, widths, room)
        widths[Column.WHAT] = max(room - sum(widths[c] for c in shown if c is not Column.WHAT), 80)
        for column in Column:
            if view.isColumnHidden(column) is (column in shown):
                view.setColumnHidden(column, column not in shown)
            if view.columnWidth(column) != widths[column]:
                view.setColumnWidth(column, widths[column])

    def _widths(self) -> dict[Column, int]:
        """What the columns need; between two sessions or text sizes they only ever grow.

        So an edit costs the measuring of one line, and no column jumps back while one types.
        """
        lines, before = self._order.lines(), self._lines
        grown = len(lines) != len(before) or self._order.session_id != self._session
        if grown or self._order.programme.head is not self._head:
            self._least = named_widths(self._order.programme.head)
            self._head, self._session = self._order.programme.head, self._order.session_id
            changed = lines
        else:
            changed = tuple(
                new for new, old in zip(lines, before, strict=True) if not _written_alike(new, old)
            )
        self._lines = lines
        for column, width in written_widths(changed).items() if changed else ():
            self._least[column] = max(self._least[column], width)
        return dict(self._least)

    def _fit_lanes(self) -> None:
        """Leave to the cards of strands what stands on them, and make room for the cards."""
        lanes, view = self._lanes, self._view
        if lanes.fit():
            view.delegate.hosts = lanes.hosts
            for n in range(self._order.rowCount()):
                if view.isRowHidden(n) is not lanes.is_hidden(n):
                    view.setRowHidden(n, lanes.is_hidden(n))

    def _fit_rows(self) -> None:
        width = self._view.columnWidth(Column.WHAT)
        if width != self._measured_at:
            self._heights.clear()
            self._measured_at = width
        rows = self._view.verticalHeader()
        for n, line in enumerate(self._order.lines()):
            if self._lanes.lane_at(n) is not None:
                self._fit_host(n)
                continue
            look = (line.title, line.words, line.depth, line.item is None)
            known = self._heights.get(line.key)
            if known is None or known[0] != look:
                known = (look, line_height(line, width))
                self._heights[line.key] = known
            if rows.sectionSize(n) != known[1]:
                rows.resizeSection(n, known[1])

    def _fit_host(self, row: int) -> None:
        rows = self._view.verticalHeader()
        if row in self._lanes.hosts and rows.sectionSize(row) != self._lanes.height(row):
            rows.resizeSection(row, self._lanes.height(row))


def _written_alike(one: Line, other: Line) -> bool:
    """Whether two lines need the same room, whatever their clocks say."""
    return (
        one.item is other.item
        and one.strand is other.strand
        and one.sheets == other.sheets
        and one.focus == other.focus
        and (one.minutes == other.minutes or not (one.strands or one.shared))
    )
