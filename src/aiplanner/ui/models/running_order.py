"""The running order of one session as an item model that takes deltas and never resets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.domain.schedule import SessionClock, session_clock
from aiplanner.i18n import ngettext
from aiplanner.ui.document import Document
from aiplanner.ui.models.bank import ACTIVITY, dragged_activity
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.running_order_cells import (
    COLUMN_NAMES,
    COLUMNS,
    Column,
    can_edit,
    cell_text,
    edit_text,
    spoken_text,
    tip_text,
)
from aiplanner.ui.models.running_order_edits import CellValue, Desk, Entry, entered, entry_label
from aiplanner.ui.models.running_order_lines import START, Key, Line, Lines, Sort
from aiplanner.ui.models.running_order_places import Place, moved_to, outermost, place_before
from aiplanner.ui.models.running_order_sections import hiding, without_folded

MIME = "application/x-aiplanner-items"
_Flag = Qt.ItemFlag
# Asked for at every repaint of every cell; made once.
_THERE = _Flag.ItemIsEnabled | _Flag.ItemIsSelectable
_DRAGGED = (
    _THERE | _Flag.ItemIsDragEnabled,
    _THERE | _Flag.ItemIsDragEnabled | _Flag.ItemIsEditable,
)
_ONTO = (
    _THERE | _Flag.ItemIsDropEnabled,
    _THERE | _Flag.ItemIsDropEnabled | _Flag.ItemIsEditable,
)
"""Onto a strand or a place to add something can be dropped: it then comes last there."""
Index = QModelIndex | QPersistentModelIndex
_WIDTH = len(COLUMNS)


class RunningOrderModel(QAbstractTableModel):
    """One row a line; every figure is computed from the document at each change."""

    recounted = Signal()
    """The clock is another."""
    activity_dropped = Signal(str, object)
    """Key of an activity of the bank, and the Place where it was let go."""

    def __init__(self, document: Document, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._desk = document, desk
        self._session_id: RowId | None = None
        self._lines: list[Line] = []
        self._writer = Lines()
        self._rows: dict[Key, int] = {}
        self.order = 0
        """Another number whenever lines have come, gone or moved."""
        self.altered: Sequence[int] | None = None
        """The rows in which the last change left something else than another clock time; None
        when all are others.
        """
        self.clock: SessionClock | None = None
        self.folded: frozenset[RowId] = frozenset()
        """The headings whose sections are collapsed."""
        document.changed.connect(self._on_changed)

    @property
    def session_id(self) -> RowId | None:
        """The session on show."""
        return self._session_id

    @property
    def programme(self) -> Programme:
        """The programme as it is now."""
        return self._document.now

    def show_session(self, session_id: RowId | None) -> None:
        """Show another session, or (None) nothing."""
        if session_id == self._session_id:
            return
        self.beginResetModel()
        self._session_id = session_id
        self._lines, self.altered = self._fresh(), None
        self._count_rows()
        self.endResetModel()
        self.recounted.emit()

    def line(self, row: int) -> Line:
        """The line of a row."""
        return self._lines[row]

    def lines(self) -> tuple[Line, ...]:
        """All lines, in order."""
        return tuple(self._lines)

    def row_of(self, sort: Sort, row_id: RowId) -> int | None:
        """Where a line is."""
        return self._rows.get((sort, row_id))

    def row_of_id(self, row_id: RowId) -> int | None:
        """Where an item or strand is."""
        found = (self._rows.get((sort, row_id)) for sort in (Sort.ITEM, Sort.TASK, Sort.STRAND))
        return next((row for row in found if row is not None), None)

    def fold(self, headings: frozenset[RowId]) -> None:
        """Collapse the sections of these headings, and expand all others."""
        self.folded = headings
        self._on_changed()

    def reveal(self, *row_ids: RowId) -> None:
        """Expand the sections in which these items or strands stand."""
        if self.folded:
            self.fold(self.folded - hiding(self._document.now, row_ids))

    def change(self, index: Index, value: CellValue) -> RowId:
        """Type a value into a cell; the id of the row it changed or made; PlanError."""
        line, column = self._lines[index.row()], Column(index.column())
        adds = line.sort in (Sort.ADD, Sort.ADD_TASK)
        row = self._desk.new_id() if adds else line.row
        entry = Entry(line, column, value, row)
        self._document.edit(entry_label(entry), lambda now: entered(now, entry, self._desk))
        if adds:
            self.reveal(row)
        return row

    # What Qt asks of a model

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The number of columns."""
        return 0 if parent.isValid() else _WIDTH

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts by role; the delegate takes its line from `line`."""
        reader = _READERS.get(role)
        if reader is None or not index.isValid():
            return None
        return reader(self._lines[index.row()], COLUMNS[index.column()])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Edit for those who know no better way than Qt's; refusals are silent here."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if not can_edit(self._lines[index.row()], Column(index.column())):
            return False
        try:
            self.change(index, value)
        except PlanError:
            return False
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of columns; a row is named by its title."""
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(None, Column(section))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if across:
            return COLUMN_NAMES[Column(section)]
        return spoken_text(self._lines[section], Column.WHAT)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        if not index.isValid():
            return _Flag.ItemIsDropEnabled
        line = self._lines[index.row()]
        return _flags(line, editable=can_edit(line, COLUMNS[index.column()]))

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved; what comes from the bank is copied."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What can be dropped."""
        return [MIME, ACTIVITY]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged items by id, and their titles as plain text."""
        lines = [self._lines[row] for row in sorted({index.row() for index in indexes})]
        items = [line for line in lines if line.item is not None]
        mime = QMimeData()
        mime.setData(MIME, QByteArray("\n".join(line.row for line in items).encode()))
        mime.setText("\n".join(line.title for line in items))
        return mime

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Whether the plan would take the items, or an activity, there."""
        if dragged_activity(data):
            return self._place_of_drop(row, parent) is not None
        return self._dropping(data, row, parent) is not None

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Move the items there, as one step of undo; tell of an activity."""
        key = dragged_activity(data)
        if key:
            place = self._place_of_drop(row, parent)
            if place is not None:
                self.activity_dropped.emit(key, place)
            return place is not None
        items = _ids(data)
        change = self._dropping(data, row, parent)
        if change is None:
            return False
        label = ngettext("Move {count} item", "Move {count} items", len(items))
        self._document.edit(label.format(count=len(items)), change)
        return True

    def _dropping(self, data: QMimeData, row: int, parent: Index) -> Callable[..., Any] | None:
        now, items = self._document.now, _ids(data)
        place = self._place_of_drop(row, parent)
        if place is None or not items:
            return None
        try:
            chosen = outermost(now, items)
            moved_to(now, chosen, place)
        except PlanError:
            return None
        return lambda programme: moved_to(programme, chosen, place)

    def _place_of_drop(self, row: int, parent: Index) -> Place | None:
        where = parent.row() if parent.isValid() else (row if row >= 0 else len(self._lines))
        if parent.isValid() and self._lines[where].sort is Sort.STRAND:
            where = self._rows[(Sort.ADD, self._lines[where].row)]
        return place_before(self._document.now, self._lines, where)

    # Following the document

    def _fresh(self) -> list[Line]:
        now = self._document.now
        session = now.rows.get(self._session_id) if self._session_id else None
        if not isinstance(session, Session):
            self.clock = None
            return []
        self.clock = session_clock(now, session)
        return without_folded(self._writer.written(now, session, self.clock), self.folded)

    def _on_changed(self) -> None:
        fresh = self._fresh()
        altered = _others(self._lines, fresh)
        if altered or len(fresh) < len(self._lines):
            follow(self, self._lines, fresh, lambda line: line.key)
            self._count_rows()
        before, self._lines = self._lines, fresh
        changed = [
            (n, _last_changed(line, old))
            for n, (line, old) in enumerate(zip(fresh, before, strict=True))
            if line is not old and line != old
        ]
        altered.update(row for row, column in changed if column is not Column.CLOCK)
        self.altered = sorted(altered)
        self._tell_changed(changed)
        self.recounted.emit()

    def _tell_changed(self, changed: Sequence[tuple[int, Column]]) -> None:
        for first, last, column in _blocks(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, column))

    def _count_rows(self) -> None:
        self.order += 1
        self._rows = {line.key: n for n, line in enumerate(self._lines)}


def _blocks(changed: Sequence[tuple[int, Column]]) -> Iterator[tuple[int, int, Column]]:
    """Runs of neighbouring rows that changed up to the same column: first, last, column."""
    blocks = groupby(enumerate(changed), key=lambda pair: (pair[1][0] - pair[0], pair[1][1]))
    for (_gap, column), run in blocks:
        rows = [row for _n, (row, _column) in run]
        yield rows[0], rows[-1], column


def _last_changed(line: Line, old: Line) -> Column:
    """Most edits only move the clock of what follows; then nothing else is painted again."""
    bare = line[:START] == old[:START] and line[START + 1 :] == old[START + 1 :]
    return Column.CLOCK if bare else COLUMNS[-1]


def _others(before: Sequence[Line], after: Sequence[Line]) -> set[int]:
    """The rows where another line stands than before, not counting those that are gone."""
    pairs = enumerate(zip(before, after, strict=False))
    others = {n for n, (one, other) in pairs if one.row != other.row or one.sort is not other.sort}
    return others.union(range(len(before), len(after)))


def _flags(line: Line, *, editable: bool) -> Qt.ItemFlag:
    if line.item is not None:
        return _DRAGGED[editable]
    onto = line.sort not in (Sort.NOTICE, Sort.HEADING)
    return _ONTO[editable] if onto else _THERE


def _ids(data: QMimeData) -> list[RowId]:
    return [RowId(line) for line in bytes(data.data(MIME).data()).decode().splitlines() if line]


def _align(_line: Line | None, column: Column) -> Qt.AlignmentFlag:
    side = (
        Qt.AlignmentFlag.AlignRight
        if column in (Column.CLOCK, Column.MINUTES)
        else Qt.AlignmentFlag.AlignLeft
    )
    return side | Qt.AlignmentFlag.AlignVCenter


_READERS: dict[int, Callable[[Line, Column], object]] = {
    Qt.ItemDataRole.DisplayRole: cell_text,
    Qt.ItemDataRole.EditRole: edit_text,
    Qt.ItemDataRole.ToolTipRole: tip_text,
    Qt.ItemDataRole.AccessibleTextRole: spoken_text,
    Qt.ItemDataRole.TextAlignmentRole: _align,
}
