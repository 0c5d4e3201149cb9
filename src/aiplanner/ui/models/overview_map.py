"""The map of capabilities and phases as a table of minutes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.app.wording import minutes_text
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NOWHERE = QModelIndex()
STRENGTH = Role.UserRole + 1
"""How strong a cell is, from 0 to 1, beside the strongest."""

PHASES = tuple(Phase)
CAPABILITIES = tuple(Capability)
NAME, ALL = 0, len(PHASES) + 1


class MapModel(QAbstractTableModel):
    """Rows are the six capabilities and a last one for all items; columns the phases and all."""

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self._programme = programme
        self._coverage = coverage(programme)

    def show(self, programme: Programme) -> None:
        """Follow the programme."""
        relabelled = programme.head != self._programme.head
        self._programme = programme
        self._coverage = coverage(programme)
        self.dataChanged.emit(self.index(0, 0), self.index(len(CAPABILITIES), ALL))
        if relabelled:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, ALL)

    def minutes(self, row: int, column: int) -> int:
        """Minutes in a cell of capability and phase, or in the row or column of all."""
        cover = self._coverage
        if row == len(CAPABILITIES):
            return sum(cover.phases.values()) if column == ALL else cover.phases[PHASES[column - 1]]
        phase = None if column == ALL else PHASES[column - 1]
        return cover.minutes_of(CAPABILITIES[row], phase)

    def items(self, row: int, column: int) -> int:
        """Number of items in a cell, counted like `minutes`."""
        cover = self._coverage
        if row == len(CAPABILITIES):
            counts = cover.phase_items
            return sum(counts.values()) if column == ALL else counts[PHASES[column - 1]]
        phase = None if column == ALL else PHASES[column - 1]
        return cover.items_of(CAPABILITIES[row], phase)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """The capabilities and the row of all."""
        return 0 if parent.isValid() else len(CAPABILITIES) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The name, the phases, and all."""
        return 0 if parent.isValid() else ALL + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The names of the phases in this programme."""
        told = (Role.DisplayRole, Role.ToolTipRole)
        if orientation is not Qt.Orientation.Horizontal or role not in told:
            return None
        if section in (NAME, ALL):
            return _("Capability") if section == NAME else _("All")
        return phase_label(self._programme.head, PHASES[section - 1])

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Name or minutes; a dash for none; spoken with the number of items."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if column == NAME:
            return self._name(row) if role in (Role.DisplayRole, Role.AccessibleTextRole) else None
        minutes = self.minutes(row, column)
        if role == Role.DisplayRole:
            return str(minutes) if minutes or column == ALL else "–"
        if role == Role.AccessibleTextRole:
            count = self.items(row, column)
            items = ngettext("{count} item", "{count} items", count).format(count=count)
            return f"{minutes_text(minutes)}, {items}"
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._strength(row, column) if role == STRENGTH else None

    def _name(self, row: int) -> str:
        if row == len(CAPABILITIES):
            return _("All items of a phase")
        return capability_guide(CAPABILITIES[row]).name

    def _strength(self, row: int, column: int) -> float:
        if row == len(CAPABILITIES) or column == ALL:
            return 0.0
        strongest = max(
            self._coverage.minutes_of(capability, phase)
            for capability in CAPABILITIES
            for phase in PHASES
        )
        return self.minutes(row, column) / strongest if strongest else 0.0
