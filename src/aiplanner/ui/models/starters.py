"""The starters that a programme can begin from, as a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from aiplanner.app.content import EXAMPLE, starters
from aiplanner.app.own_content import is_own, own_starters
from aiplanner.app.ports import Library
from aiplanner.app.wording import minutes_text
from aiplanner.domain.content import Starter
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.starter_passages import starter_minutes

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Beginning:
    """A starter, and the hours that it takes in all, in words."""

    starter: Starter
    hours: str

    @property
    def own(self) -> bool:
        """Whether it is one of the user's own."""
        return is_own(self.starter.key)

    @property
    def fact(self) -> str:
        """What stands beside its title: the hours, and whose it is."""
        return _("yours · {hours}").format(hours=self.hours) if self.own else self.hours


def beginnings(library: Library) -> tuple[Beginning, ...]:
    """One's own starters, then the shipped ones but for the example.

    It reads files and the library, so it is work for a job.
    """
    shipped = (starter for starter in starters() if starter.key != EXAMPLE)
    found = (*own_starters(library), *shipped)
    return tuple(Beginning(one, minutes_text(starter_minutes(one))) for one in found)


class StartersModel(QAbstractListModel):
    """One row a starter; spoken with its hours and its promise."""

    def __init__(self, found: Sequence[Beginning], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found = tuple(found)

    def beginning(self, index: Index) -> Beginning | None:
        """The starter of a row."""
        return self.found[index.row()] if index.isValid() else None

    def place(self, key: str) -> QModelIndex:
        """The row of a starter, the first one where there is none of that key."""
        keys = [one.starter.key for one in self.found]
        return self.index(keys.index(key) if key in keys else 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; spoken with all that stands beside it."""
        one = self.beginning(index)
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one.starter.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.starter.title}, {one.fact}, {one.starter.promise}"
        return None
