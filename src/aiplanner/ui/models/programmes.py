"""The programmes of the library as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from aiplanner.app.ports import Shelf, Summary
from aiplanner.domain.cycle import Phase
from aiplanner.i18n import gettext as _
from aiplanner.ui.models import programme_words as words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, in order."""

    TITLE = 0
    PHASE = 1
    NEXT = 2
    CHANGED = 3
    MORE = 4


def headings() -> tuple[str, ...]:
    """The heads of the columns."""
    return (_("Programme"), _("Phase"), _("Next"), _("Changed"), "")


class ProgrammesModel(QAbstractTableModel):
    """One row a programme; `renamed` asks for another title (id, title)."""

    renamed = Signal(str, str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._rows: list[Summary] = []
        self._headings = headings()

    @property
    def rows(self) -> Sequence[Summary]:
        """The programmes in the order shown."""
        return self._rows

    def show(self, rows: Sequence[Summary]) -> None:
        """Show other programmes. Where only facts differ the rows stay, and so does the choice."""
        new = list(rows)
        if [row.id for row in new] == [row.id for row in self._rows]:
            self._rows = new
            if new:
                last = self.index(len(new) - 1, Column.MORE)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def summary(self, index: Index) -> Summary | None:
        """The programme of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, programme_id: str) -> int | None:
        """Where a programme stands."""
        return next((n for n, row in enumerate(self._rows) if row.id == programme_id), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many programmes."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(Column):
            if role == Role.DisplayRole:
                return self._headings[section]
            if role == Role.AccessibleTextRole:
                return self._headings[section] or _("More")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles can be changed in place, but not in the bin."""
        flags = super().flags(index)
        summary = self.summary(index)
        if summary and index.column() == Column.TITLE and summary.shelf is not Shelf.BIN:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell; spoken words hold what is only drawn."""
        summary = self.summary(index)
        if summary is None:
            return None
        if role == Role.DisplayRole:
            return self._words(summary, Column(index.column()))
        if role == Role.EditRole and index.column() == Column.TITLE:
            return summary.title
        if role == Role.AccessibleTextRole:
            return self._spoken(summary, Column(index.column()))
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Ask for another title; the row changes when the library has taken it."""
        summary = self.summary(index)
        if summary is None or role != Role.EditRole or index.column() != Column.TITLE:
            return False
        title = str(value).strip()
        if title and title != summary.title:
            self.renamed.emit(summary.id, title)
        return bool(title)

    def phase(self, summary: Summary) -> Phase | None:
        """The phase a programme is in today."""
        return summary.digest.phase(self._now().astimezone().date())

    def _words(self, summary: Summary, column: Column) -> str:
        now = self._now()
        match column:
            case Column.TITLE:
                return words.title_words(summary)
            case Column.PHASE:
                return words.phase_words(self.phase(summary))
            case Column.NEXT:
                return words.next_words(summary.digest, now.astimezone().date())
            case Column.CHANGED:
                return words.changed_words(summary.changed, now)
            case Column.MORE:
                return ""

    def _spoken(self, summary: Summary, column: Column) -> str:
        said = self._words(summary, column)
        if column is Column.TITLE:
            return f"{said}, {words.facts_words(summary)}"
        if column is Column.MORE:
            return _("More to do with {title}").format(title=words.title_words(summary))
        return said
