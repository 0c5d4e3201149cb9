"""The people of a programme as a table to write in; its last row is the place to add somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from aiplanner.domain.delta import Delta
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.people import add_person
from aiplanner.domain.ids import RowId
from aiplanner.domain.people import Absence, Person
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.people_cells import (
    COLUMN_NAMES,
    COLUMN_TIPS,
    Column,
    Line,
    lines_of,
    turned,
    values_of,
)

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NOWHERE = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """One row a person, in order, and one to add; edits are the document's."""

    def __init__(
        self, document: Document, new_id: Callable[[], RowId], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._new_id = document, new_id
        self._lines = [*lines_of(document.now), Line(None)]
        document.changed.connect(self._on_changed)

    # What stands where

    def line(self, row: int) -> Line:
        """The line of a row."""
        return self._lines[row]

    def people(self) -> int:
        """How many people."""
        return len(self._lines) - 1

    def row_of(self, person: RowId) -> int | None:
        """The row of a person."""
        return next((n for n, line in enumerate(self._lines) if line.id == person), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """People, and the place to add one."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The heads of the columns; rows are named by the person."""
        if orientation is Qt.Orientation.Vertical:
            named = role == Role.DisplayRole and section < len(self._lines)
            return self._lines[section].words(Column.NAME) if named else None
        if not 0 <= section < len(Column):
            return None
        names = {Role.DisplayRole: COLUMN_NAMES, Role.ToolTipRole: COLUMN_TIPS}
        return names.get(Role(role), {}).get(Column(section))

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell; spoken, they are named by person and column."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], Column(index.column())
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return line.words(column)
        if role == Role.AccessibleTextRole:
            return self._spoken(line, column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen and edited; to add, a name comes first."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        adding = self._lines[index.row()].person is None
        if not adding or index.column() == Column.NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    # Edits

    def write(self, row: int, column: Column, typed: str) -> RowId | None:
        """Take what was typed in a cell; the person's id, None where nothing came of it.

        PlanError where the plan refuses it.
        """
        line = self._lines[row]
        if line.person is None:
            return self._add(typed) if typed.strip() else None
        if typed.strip() != line.typed(column):
            self._set(line.person, values_of(column, typed), COLUMN_NAMES[column])
        return line.person.id

    def turn(self, row: int, column: Column) -> None:
        """Turn a tick on or off."""
        person = self._lines[row].person
        if person is not None:
            self._set(person, turned(person, column), COLUMN_NAMES[column])

    def _set(self, person: Person, values: dict[str, Any], column: str) -> None:
        label = _("Change {column} of {name}").format(column=column, name=person.name)
        self._document.edit(label, lambda now: set_fields(now, person.id, **values))

    def _add(self, name: str) -> RowId:
        person = Person(self._new_id(), 0, " ".join(name.split()))
        label = _("Add {name}").format(name=person.name)
        self._document.edit(label, lambda now: add_person(now, person))
        return person.id

    def _spoken(self, line: Line, column: Column) -> str:
        words = line.words(column) or _("empty")
        if line.person is None or column is Column.NAME:
            return words
        return _("{column}: {words}").format(column=COLUMN_NAMES[column], words=words)

    # Following the programme

    def _on_changed(self, delta: Delta) -> None:
        touched = (row for change in delta.rows.values() for row in (change.before, change.after))
        if any(isinstance(row, Person | Session | Absence) for row in touched):
            self.follow(self._document.now)

    def follow(self, programme: Programme) -> None:
        """Rows come, move and go one by one, so that what is chosen stays chosen."""
        fresh = [*lines_of(programme), Line(None)]
        follow(self, self._lines, fresh, lambda line: line.id)
        self._repaint(fresh)

    def _repaint(self, fresh: Iterable[Line]) -> None:
        for row, line in enumerate(fresh):
            if line != self._lines[row]:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.NOTES))
