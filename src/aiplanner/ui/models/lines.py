"""A flat table as item models have it: one row a line, and words above the columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NOWHERE = QModelIndex()

Line = TypeVar("Line")


class LinesModel(QAbstractTableModel, Generic[Line]):
    """Which lines there are; a model of its own says how they come, and what is in their cells."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        """`headings` are the words above the columns, one each."""
        super().__init__(parent)
        self._headings = tuple(headings)
        self._lines: list[Line] = []

    @property
    def lines(self) -> Sequence[Line]:
        """The lines, in the order shown."""
        return self._lines

    def line(self, index: Index) -> Line | None:
        """The line of a row."""
        return self._lines[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The heads of the columns."""
        horizontal = orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole
        there = horizontal and 0 <= section < len(self._headings)
        return self._headings[section] if there else None
