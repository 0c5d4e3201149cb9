"""The places in programmes where searched words stand, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from aiplanner.app.ports import Hit
from aiplanner.i18n import gettext as _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Place:
    """Words that were found, and the title of the programme they stand in."""

    hit: Hit
    title: str


class HitsModel(QAbstractTableModel):
    """One row a place: the words found, and in which programme."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Place] = []
        self._headings = (_("Words found"), _("In"))

    def show(self, rows: Sequence[Place]) -> None:
        """Show other places."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def place(self, index: Index) -> Place | None:
        """The place of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many places."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Words and programme."""
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The heads of the columns."""
        horizontal = orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole
        return self._headings[section] if horizontal and 0 <= section < 2 else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Words or title."""
        place = self.place(index)
        if place is None or role != Role.DisplayRole:
            return None
        return place.title if index.column() else " ".join(place.hit.text.split())
