"""Where typing goes on in the running order after Enter and Tab, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column, can_edit


class Table(Protocol):
    """What it asks of the view."""

    def choose(self, row: int, column: Column | None = None) -> None:
        """Go to a cell."""

    def edit_here(self) -> None:
        """Open the field of the current cell."""

    def columns_at(self, row: int) -> tuple[Column, ...]:
        """The columns in which a row can be gone to."""


class TypingFlow:
    """Tab goes on along the row; Enter goes down to the column where the row was begun."""

    def __init__(self, table: Table, order: RunningOrderModel) -> None:
        self._table, self._order = table, order
        self._begun: Column | None = None
        self._going_on = False

    def broken(self) -> None:
        """Another cell was chosen; unless that was done here, a new row of typing begins."""
        if not self._going_on:
            self._begun = None

    def go_on(self, row: int, column: int, way: str) -> None:
        """Go on from a cell whose value was taken: down, to the next or previous, or nowhere."""
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
        beside = next(self._cells_from(row, column, by), None)
        self._table.choose(*(beside or (row, column)))
        if beside is not None:
            self._table.edit_here()

    def _cells_from(self, row: int, column: Column, by: int) -> Iterator[tuple[int, Column]]:
        """The cells that can be edited after (or, `by` being -1, before) one, the nearest first."""
        lines = self._order.lines()
        for n in range(row, len(lines) if by > 0 else -1, by):
            columns = self._table.columns_at(n)[::by]
            if n == row and column in columns:
                columns = columns[columns.index(column) + 1 :]
            yield from ((n, other) for other in columns if can_edit(lines[n], other))
