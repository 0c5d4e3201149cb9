"""The entries of one part of the logic model, in order, each with what it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from aiplanner.app.logic_words import Entry
from aiplanner.domain.delta import Delta
from aiplanner.domain.findings import Action, Link, LogicNote, Statement
from aiplanner.domain.ids import RowId
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.lines import NOWHERE, Index

Role = Qt.ItemDataRole
GROUND = Role.UserRole + 1
"""What an entry stands on, in words."""
KEY = Role.UserRole
"""The id of an entry."""


def concerns(delta: Delta) -> bool:
    """Whether a change can be seen in the model: an entry, what one stands on, or a tie."""
    seen = (row for change in delta.rows.values() for row in (change.before, change.after))
    return any(isinstance(row, LogicNote | Link | Statement | Action) for row in seen)


class PartModel(QAbstractListModel):
    """Shows what it is given; rows come, move and go one by one, so that a choice is kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    @property
    def entries(self) -> Sequence[Entry]:
        """What is shown."""
        return self._entries

    def row_of(self, key: RowId) -> int | None:
        """The place of an entry."""
        return next((n for n, entry in enumerate(self._entries) if entry.id == key), None)

    def show(self, fresh: Sequence[Entry]) -> None:
        """Show these entries."""
        follow(self, self._entries, fresh, lambda entry: entry.id)
        for row, entry in enumerate(fresh):
            if entry != self._entries[row]:
                self._entries[row] = entry
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of an entry, what it stands on, and both together when spoken."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        told: dict[int, str] = {
            Role.DisplayRole: entry.text,
            Role.AccessibleTextRole: entry.spoken,
            GROUND: entry.ground,
            KEY: entry.id,
        }
        return told.get(role)
