"""How a session went beside its plan, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from aiplanner.app.real_times import RealTime, headings
from aiplanner.ui.models.lines import Index, LinesModel, Role


class Column(IntEnum):
    """The columns, in order."""

    ITEM = 0
    PLANNED = 1
    REAL = 2
    BESIDE = 3
    OFFER = 4


class RealTimesModel(LinesModel[RealTime]):
    """One row an item, and the session below them."""

    def __init__(self) -> None:
        super().__init__(headings())

    def show(self, lines: Sequence[RealTime]) -> None:
        """Show other rows; where only words differ the rows stay, and so does the choice."""
        if [line.item_id for line in lines] == [line.item_id for line in self._lines]:
            self._lines = list(lines)
            if lines:
                last = self.index(len(lines) - 1, Column.OFFER)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell."""
        line = self.line(index)
        if line is None or role != Role.DisplayRole:
            return None
        return (line.title, line.planned, line.real, line.beside, line.offer)[index.column()]
