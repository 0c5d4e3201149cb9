"""How a session went beside its plan, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from aiplanner.app.real_times import RealTime, headings

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, in order."""

    ITEM = 0
    PLANNED = 1
    REAL = 2
    BESIDE = 3
    OFFER = 4


class RealTimesModel(QAbstractTableModel):
    """One row an item, and the session below them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[RealTime, ...] = ()
        self._headings = headings()

    @property
    def lines(self) -> Sequence[RealTime]:
        """The rows."""
        return self._lines

    def show(self, lines: tuple[RealTime, ...]) -> None:
        """Show other rows; where only words differ the rows stay, and so does the choice."""
        if [line.item_id for line in lines] == [line.item_id for line in self._lines]:
            self._lines = lines
            if lines:
                last = self.index(len(lines) - 1, Column.OFFER)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, index: Index) -> RealTime | None:
        """The item of a row."""
        return self._lines[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The heads of the columns."""
        horizontal = orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole
        return self._headings[section] if horizontal and 0 <= section < len(Column) else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell."""
        line = self.line(index)
        if line is None or role != Role.DisplayRole:
            return None
        return (line.title, line.planned, line.real, line.beside, line.offer)[index.column()]
