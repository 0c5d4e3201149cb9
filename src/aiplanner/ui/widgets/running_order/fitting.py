"""Give the columns and rows of a running order the room they need, and no scroll bar sideways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Head
from aiplanner.ui import fonts
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Key, Line
from aiplanner.ui.widgets.running_order.columns import (
    AMPLE_WHAT,
    USUAL,
    Wanted,
    fitted_widths,
    fuller_group,
    named_widths,
    written_widths,
)
from aiplanner.ui.widgets.running_order.lanes import Lanes
from aiplanner.ui.widgets.running_order.order_table import OrderTable, sure_room
from aiplanner.ui.widgets.running_order.painting import is_strong, line_height

_Look = tuple[str, str, int, bool, bool]
"""What the height of a line depends on, at one width and text size."""


class Fitting:
    """Sets widths and heights; remembers the heights, since most edits change none."""

    def __init__(self, view: OrderTable, model: RunningOrderModel, lanes: Lanes) -> None:
        self._view, self._order, self._lanes = view, model, lanes
        self.wished: Collection[Column] = USUAL
        self._heights: dict[Key, tuple[_Look, int]] = {}
        self._measured_at = 0
        self.busy = False
        """Whether widths and heights are being set; other changes are the user's."""
        self._lines: tuple[Line, ...] = ()
        self._named: dict[Column, int] = {}
        self._written: dict[Column, int] = {}
        self.own: dict[Column, int] = {}
        """Widths of the user's own, in pixels at 100 % text size."""
        self._head: Head | None = None
        self._session: RowId | None = None

    def fit(self) -> bool:
        """Fit columns, then rows; whether other columns are on show now."""
        if self.busy:  # making a card has Qt lay out the table, and that asks to fit again
            return False
        self.busy, before = True, self.shown()
        self._fit_columns()
        anew = self._fit_lanes()
        self._fit_rows(anew=anew)
        self._lanes.place()
        self.busy = False
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
        view, room = self._view, sure_room(self._view)
        self._measure()
        own = {column: fonts.scaled(width) for column, width in self.own.items()}
        wanted = Wanted(self._named, self._written, own)
        widths = fitted_widths(self.wished, wanted, room)
        if Column.GROUP in widths and Column.GROUP not in own:
            self._give_to_groups(widths)
        widths[Column.WHAT] += view.viewport().width() - room
        for column in Column:
            if view.isColumnHidden(column) is (column in widths):
                view.setColumnHidden(column, column not in widths)
            if column in widths and view.columnWidth(column) != widths[column]:
                view.setColumnWidth(column, widths[column])

    def _give_to_groups(self, widths: dict[Column, int]) -> None:
        """Let groups say how many they are in full words, where What has room to spare."""
        more = self._fuller - widths[Column.GROUP]
        if 0 < more <= widths[Column.WHAT] - fonts.scaled(AMPLE_WHAT):
            widths[Column.GROUP] += more
            widths[Column.WHAT] -= more

    def _measure(self) -> None:
        """What the columns need; between two sessions or text sizes they only ever grow.

        So an edit costs the measuring of one line, and no column jumps back while one types.
        """
        lines, before = self._order.lines(), self._lines
        grown = len(lines) != len(before) or self._order.session_id != self._session
        head = self._order.programme.head
        if grown or head is not self._head:
            self._named = named_widths(head)
            self._written, self._fuller = dict.fromkeys(Column, 0), 0
            self._head, self._session = head, self._order.session_id
            changed = lines
        else:
            altered = self._order.altered
            rows = range(len(lines)) if altered is None else altered
            changed = tuple(lines[n] for n in rows if not _written_alike(lines[n], before[n]))
        self._lines = lines
        self._fuller = max(self._fuller, fuller_group(changed))
        for column, width in written_widths(changed).items() if changed else ():
            self._written[column] = max(self._written[column], width)

    def _fit_lanes(self) -> bool:
        """Leave to the cards of strands what stands on them; whether that is anything else now."""
        lanes, view = self._lanes, self._view
        changed = lanes.fit()
        if changed:
            view.delegate.hosts = lanes.hosts
            for n in range(self._order.rowCount()):
                if view.isRowHidden(n) is not lanes.is_hidden(n):
                    view.setRowHidden(n, lanes.is_hidden(n))
        return changed

    def _fit_rows(self, *, anew: bool) -> None:
        """Give rows the height they need: all of them, or those that the last change altered."""
        width, altered = self._view.columnWidth(Column.WHAT), self._order.altered
        if width != self._measured_at:
            self._heights.clear()
            self._measured_at = width
        every = anew or altered is None or not self._heights
        lines = self._order.lines()
        chosen = range(len(lines)) if every or altered is None else altered
        needed = {n: self._height(lines[n], width) for n in chosen if not self._lanes.lane_at(n)}
        rows = self._view.verticalHeader()
        if every and needed:
            # Qt carries along, whenever rows move, each one that is not as high as usual.
            usual = Counter(needed.values()).most_common(1)[0][0]
            if rows.defaultSectionSize() != usual:
                rows.setDefaultSectionSize(usual)
        for n, height in needed.items():
            if rows.sectionSize(n) != height:
                rows.resizeSection(n, height)
        for host in self._lanes.hosts:
            self._fit_host(host)

    def _height(self, line: Line, width: int) -> int:
        look = (line.title, line.words, line.depth, line.item is None, is_strong(line))
        known = self._heights.get(line.key)
        if known is None or known[0] != look:
            known = (look, line_height(line, width))
            self._heights[line.key] = known
        return known[1]

    def _fit_host(self, row: int) -> None:
        rows = self._view.verticalHeader()
        if rows.sectionSize(row) != self._lanes.height(row):
            rows.resizeSection(row, self._lanes.height(row))


def _written_alike(one: Line, other: Line) -> bool:
    """Whether two lines need the same room, whatever their clocks say."""
    return (
        one.item is other.item
        and one.strand is other.strand
        and one.sheets == other.sheets
        and one.materials == other.materials
        and one.focus == other.focus
        and one.company == other.company
        and (one.minutes == other.minutes or not (one.strands or one.shared))
    )
