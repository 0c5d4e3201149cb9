"""The findings on one shelf as a table that follows the programme row by row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from aiplanner.domain.delta import Delta
from aiplanner.domain.findings import Element, Finding, Link, Statement
from aiplanner.domain.ids import RowId
from aiplanner.domain.rows import Session
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.models.finding_cells import HEADS, Line, line_of
from aiplanner.ui.models.finding_shelves import Shelf
from aiplanner.ui.models.following import follow

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NOWHERE = QModelIndex()
MIME = "application/x-aiplanner-findings"
TEXT, FIRST, SECOND = range(3)
_THERE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled


class FindingsModel(QAbstractTableModel):
    """One row a finding; its words are made when they are first asked for."""

    counted = Signal()
    """There are more or fewer of them now, or others."""
    dropped = Signal(list, int)
    """Findings by id were dragged before the row of that number."""

    def __init__(self, document: Document, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self.shelf = document, shelf
        self._ids: list[RowId] = []
        self._rows: dict[RowId, int] = {}
        self._words: dict[RowId, Line] = {}
        self._hinted: frozenset[RowId] = frozenset()
        self._take(self._fresh())
        document.changed.connect(self._on_changed)

    # What stands where

    @property
    def ids(self) -> Sequence[RowId]:
        """The findings, in the order shown."""
        return self._ids

    def finding(self, row: int) -> Finding:
        """The finding of a row."""
        found = self._document.now.rows[self._ids[row]]
        assert isinstance(found, Finding), "the model holds findings only"
        return found

    def line(self, row: int) -> Line:
        """The words of a row."""
        key = self._ids[row]
        if key not in self._words:
            self._words[key] = line_of(self._document.now, self.finding(row))
        return self._words[key]

    def row_of(self, key: RowId) -> int | None:
        """The row of a finding."""
        return self._rows.get(key)

    def is_hinted(self, row: int) -> bool:
        """Whether a hint speaks of that finding."""
        return self._ids[row] in self._hinted

    def show_shelf(self, shelf: Shelf) -> None:
        """Show another shelf: nothing of what was there stays."""
        if shelf.key == self.shelf.key:
            return
        self.beginResetModel()
        self.shelf = shelf
        self._words.clear()
        self._take(self._fresh())
        self.endResetModel()
        self.counted.emit()

    def show_hinted(self, keys: Collection[RowId]) -> None:
        """Mark these findings: a hint speaks of each."""
        before, self._hinted = self._hinted, frozenset(keys)
        self._tell(before ^ self._hinted)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many findings."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The text and two facts."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """What the columns hold; rows are named by their text."""
        if role != Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.line(section).text if section < len(self._ids) else None
        return HEADS[self.shelf.sort][section] if 0 <= section < 3 else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell; spoken, a text says what stands below it as well."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        line, column = self.line(index.row()), index.column()
        if role in (Role.DisplayRole, Role.EditRole):
            return line.columns[column]
        if role == Role.ToolTipRole:
            return line.columns[column] if column else "\n".join(filter(None, _whole(line)))
        if role == Role.AccessibleTextRole:
            return self._spoken(index.row(), line, column)
        return None

    def _spoken(self, row: int, line: Line, column: int) -> str:
        if column == TEXT:
            hint = _("a hint speaks of it") if self.is_hinted(row) else ""
            return ". ".join(filter(None, (*_whole(line), hint)))
        name = HEADS[self.shelf.sort][column]
        return _("{column}: {words}").format(column=name, words=line.columns[column] or _("empty"))

    # Dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are dragged; they land between rows."""
        return _THERE if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Findings are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What can be dropped here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The findings of these cells by id, and their texts."""
        rows = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(MIME, "\n".join(self._ids[row] for row in rows).encode())
        data.setText("\n".join(self.line(row).text for row in rows))
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index
    ) -> bool:
        """Tell what was dropped; the rows follow the edit, not the drop."""
        ids = [key for key in dragged(data) if key in self._rows]
        if ids:
            self.dropped.emit(ids, len(self._ids) if row < 0 else row)
        return False

    # Following the programme

    def _fresh(self) -> list[RowId]:
        return [row.id for row in self.shelf.rows(self._document.now)]

    def _take(self, ids: list[RowId]) -> None:
        self._ids = ids
        self._rows = {key: n for n, key in enumerate(ids)}

    def _on_changed(self, delta: Delta) -> None:
        touched = self._touched(delta)
        if not touched:
            return
        for key in touched:
            self._words.pop(key, None)
        fresh = self._fresh()
        if fresh != self._ids:
            follow(self, self._ids, fresh, lambda key: key)
            self._take(fresh)
            self.counted.emit()
        self._tell(touched)

    def _touched(self, delta: Delta) -> set[RowId]:
        """The findings whose words may have changed: those edited, and their next of kin."""
        touched: set[RowId] = set()
        for key, change in delta.rows.items():
            for row in (change.before, change.after):
                if isinstance(row, Link):
                    touched |= {row.source_id, row.target_id}
                elif isinstance(row, Session | Element | Statement):
                    touched |= {key, *self._words}
                elif isinstance(row, Finding):
                    touched.add(key)
        if self._rows.keys() <= touched:
            return touched  # all that are shown, whatever their kin
        now = self._document.now
        for key in tuple(touched & now.rows.keys()):
            touched |= {row.id for row in (*now.grown_from(key), *now.became(key))}
        return touched

    def _tell(self, keys: Collection[RowId]) -> None:
        rows = sorted(self._rows[key] for key in keys if key in self._rows)
        if rows:
            self.dataChanged.emit(self.index(rows[0], TEXT), self.index(rows[-1], SECOND))


def dragged(data: QMimeData) -> list[RowId]:
    """The findings that are dragged, by id."""
    return [RowId(line) for line in bytes(data.data(MIME).data()).decode().splitlines() if line]


def _whole(line: Line) -> tuple[str, str]:
    return line.text, line.below
