"""Where typing goes on in the running order after Enter and Tab, as in a spreadsheet."""

from __future__ import annotations

from typing import Protocol

from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column, can_edit
from aiplanner.ui.widgets.running_order.delegate import RunningOrderDelegate


class Table(Protocol):
    """What it asks of the view."""

    def choose(self, row: int, column: Column | None = None) -> None:
        """Go to a cell."""

    def edit_here(self) -> None:
        """Open the field of the current cell."""

    def shown(self) -> tuple[Column, ...]:
        """The columns on show."""


class TypingFlow:
    """Tab goes on along the row; Enter goes down to the column where the row was begun."""

    def __init__(
        self, table: Table, order: RunningOrderModel, delegate: RunningOrderDelegate
    ) -> None:
        self._table, self._order = table, order
        self._begun: Column | None = None
        self._going_on = False
        delegate.taken.connect(self._go_on)

    def broken(self) -> None:
        """Another cell was chosen; unless that was done here, a new row of typing begins."""
        if not self._going_on:
            self._begun = None

    def _go_on(self, row: int, column: int, way: str) -> None:
        here = Column(column)
        begun = here if self._begun is None else self._begun
        self._going_on = True
        match way:
            case "down":
                self._table.choose(self._row_below(row, begun), begun)
                self._begun = None
            case "next" | "previous":
                self._begun = begun
                self._edit_beside(row, here, 1 if way == "next" else -1)
            case _:
                self._table.choose(row, here)
        self._going_on = False

    def _row_below(self, row: int, column: Column) -> int:
        lines = self._order.lines()
        below = (n for n in range(row + 1, len(lines)) if can_edit(lines[n], column))
        return next(below, row)

    def _edit_beside(self, row: int, column: Column, by: int) -> None:
        cells = [
            (n, other)
            for n, line in enumerate(self._order.lines())
            for other in self._table.shown()
            if can_edit(line, other)
        ]
        here = (row, column)
        after, before = [c for c in cells if c > here], [c for c in cells if c < here]
        beside = after[:1] if by > 0 else before[-1:]
        self._table.choose(*(beside or [here])[0])
        if beside:
            self._table.edit_here()
