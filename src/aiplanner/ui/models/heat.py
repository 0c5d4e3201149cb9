"""Minutes (or numbers of items) in rows and columns, each cell as strong as it is large."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from aiplanner.app.leadership_words import items_text
from aiplanner.app.wording import minutes_text
from aiplanner.domain.cycle import Phase
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.following import follow

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
STRENGTH = Role.UserRole + 1
"""How strong a cell is, from 0 to 1, beside the strongest."""
NOTE = Role.UserRole + 2
"""What stands under the name of a row."""
PHASE = Role.UserRole + 3
"""Of a head: the phase that it shows by its mark."""
NAME = 0
NONE = "–"


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What lies in a cell."""

    minutes: int = 0
    items: int = 0


@dataclass(frozen=True, slots=True)
class HeatHead:
    """The head of a column: its words, what they are short for, and its phase where it is one."""

    words: str
    whole: str = ""
    phase: Phase | None = None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row; its last cell holds all of it. A `quiet` row sums up the others."""

    key: str
    name: str
    cells: tuple[HeatCell, ...]
    note: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Heat:
    """A whole map: its heads (of the name, of every cell) and its rows. `counts`: items, not time.

    Columns whose number is in `spare` are shown only where something lies in them.
    """

    heads: tuple[HeatHead, ...]
    rows: tuple[HeatRow, ...]
    counts: bool = False
    spare: Collection[int] = ()

    def number(self, cell: HeatCell) -> int:
        """The figure of a cell."""
        return cell.items if self.counts else cell.minutes

    def shows(self, column: int) -> bool:
        """Whether a column is shown."""
        return column not in self.spare or any(row.cells[column - 1].items for row in self.rows)

    @property
    def strongest(self) -> int:
        """The largest figure of all cells but the sums."""
        cells = [cell for row in self.rows if not row.quiet for cell in row.cells[:-1]]
        return max(map(self.number, cells), default=0)


class HeatModel(QAbstractTableModel):
    """Shows what `make` answers; rows that stay keep their place."""

    def __init__(self, make: Callable[[], Heat], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.heat = make()
        self._rows: list[HeatRow] = list(self.heat.rows)

    def refresh(self) -> None:
        """Follow the programme, and what was chosen to be shown."""
        heads, self.heat = self.heat.heads, self._make()
        follow(self, self._rows, self.heat.rows, lambda row: row.key)
        self._rows[:] = self.heat.rows
        if self._rows:
            last = self.index(len(self._rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if heads != self.heat.heads:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    @property
    def rows(self) -> Sequence[HeatRow]:
        """The rows on show."""
        return self._rows

    def cell(self, index: Index) -> HeatCell:
        """What lies in a cell; of the name: in the whole row."""
        return self._rows[index.row()].cells[index.column() - 1]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """As many as the map has."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The name and the cells."""
        return 0 if parent.isValid() else len(self.heat.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The words of a head; pointed at or spoken: what they are short for."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        head = self.heat.heads[section]
        if role == Role.DisplayRole:
            return head.words
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return head.whole or head.words
        return head.phase if role == PHASE else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Name or figure, a dash for none; spoken with minutes and number of items."""
        if not index.isValid():
            return None
        if index.column() == NAME:
            return self._name(self._rows[index.row()], role)
        cell = self.cell(index)
        if role == Role.DisplayRole:
            sums = index.column() == self.columnCount() - 1
            return str(self.heat.number(cell)) if cell.items or sums else NONE
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            return _spoken(cell)
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._strength(index, cell) if role == STRENGTH else None

    @staticmethod
    def _name(row: HeatRow, role: int) -> object:
        if role == Role.DisplayRole:
            return row.name
        if role == Role.AccessibleTextRole:
            return ", ".join(filter(None, (row.name, row.note.removeprefix("○ "))))
        return row.note if role in (NOTE, Role.ToolTipRole) else None

    def _strength(self, index: Index, cell: HeatCell) -> float:
        strongest = self.heat.strongest
        if not strongest or self._rows[index.row()].quiet:
            return 0.0
        last = index.column() == self.columnCount() - 1
        return 0.0 if last else self.heat.number(cell) / strongest


def _spoken(cell: HeatCell) -> str:
    if not cell.items:
        return _("nothing")
    return f"{minutes_text(cell.minutes)}, {items_text(cell.items)}"
