"""The days of a programme as months: a row a week, under the name of each month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from aiplanner.app.date_words import days_text, entry_sentence, month_text
from aiplanner.app.wording import day_text
from aiplanner.domain.dates import Entry, clashes, entries
from aiplanner.domain.ids import RowId
from aiplanner.domain.months import months
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
_SAID = (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole)
WEEK = 7
WEEKDAYS = (
    *(_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday")),
    *(_("Friday"), _("Saturday"), _("Sunday")),
)


class Cell(NamedTuple):
    """One field of the calendar: a day with its entries, or one entry without a day."""

    day: date | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def used(self) -> bool:
        """Whether there is anything in this field at all."""
        return self.day is not None or bool(self.entries)


class Row(NamedTuple):
    """A heading, or a week."""

    heading: str = ""
    cells: tuple[Cell, ...] = ()


def rows_of(found: Sequence[Entry], today: date) -> list[Row]:
    """What has no date, then the months from the first to the last that holds anything."""
    rows = list(_undated([entry for entry in found if entry.day is None]))
    days = [entry.day for entry in found if entry.day is not None]
    for month in months(days or [today]):
        rows.append(Row(month_text(month.first)))
        for week in month.weeks:
            cells = (Cell(day, _on(found, day)) if day else Cell() for day in week)
            rows.append(Row(cells=tuple(cells)))
    return rows


class MonthsModel(QAbstractTableModel):
    """Seven columns; a heading stands in the first and spans all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._said = ""
        self.clashing: frozenset[RowId] = frozenset()
        self.today = date.min

    @property
    def rows(self) -> Sequence[Row]:
        """Headings and weeks."""
        return self._rows

    def show(self, programme: Programme, today: date) -> None:
        """Follow the programme; views keep their place where the weeks stay the same."""
        found = entries(programme)
        fresh = rows_of(found, today)
        self.clashing, self.today = frozenset(clashes(found)), today
        self._said = days_text(found)
        if [_shape(row) for row in fresh] != [_shape(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
            return
        self._rows = fresh
        if fresh:
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, WEEK - 1))

    def words(self) -> str:
        """All of it in words, in the order of the days."""
        return self._said

    def cell(self, index: Index) -> Cell:
        """What is in a field; a heading has nothing."""
        cells = self._rows[index.row()].cells if index.isValid() else ()
        return cells[index.column()] if cells else Cell()

    def place_of(self, row_id: RowId) -> tuple[int, int, int] | None:
        """Row, column and number within its day of an entry."""
        for n, row in enumerate(self._rows):
            for column, cell in enumerate(row.cells):
                ids = [entry.row for entry in cell.entries]
                if row_id in ids:
                    return n, column, ids.index(row_id)
        return None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many headings and weeks."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The days of a week."""
        return 0 if parent.isValid() else WEEK

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Names of weekdays; a week is named by its first day."""
        if role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return WEEKDAYS[section]
        row = self._rows[section]
        first = next((cell.day for cell in row.cells if cell.day), None)
        return row.heading or (day_text(first) if first else _("Without a date"))

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A day and all that is on it, in words."""
        if not index.isValid() or role not in _SAID:
            return None
        row, cell = self._rows[index.row()], self.cell(index)
        if row.heading:
            return row.heading if index.column() == 0 else None
        said = "; ".join(entry_sentence(entry) for entry in cell.entries)
        if cell.day is None:
            return said or None
        return f"{day_text(cell.day)}: {said}" if said else day_text(cell.day)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days of another month, and headings, cannot be gone to."""
        if not index.isValid() or not self.cell(index).used:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _undated(found: Sequence[Entry]) -> Iterator[Row]:
    if not found:
        return
    yield Row(_("Without a date"))
    for first in range(0, len(found), WEEK):
        cells = [Cell(entries=(entry,)) for entry in found[first : first + WEEK]]
        yield Row(cells=(*cells, *[Cell()] * (WEEK - len(cells))))


def _on(found: Sequence[Entry], day: date) -> tuple[Entry, ...]:
    there = (entry for entry in found if entry.day == day)
    return tuple(sorted(there, key=lambda entry: (entry.start is None, entry.start or 0)))


def _shape(row: Row) -> tuple[object, ...]:
    return row.heading, tuple((cell.day, cell.used) for cell in row.cells)
