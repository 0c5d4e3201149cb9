"""The activities that were found in the bank as a list, in sections with headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from aiplanner.domain.bank import Activity
from aiplanner.domain.cycle import Phase
from aiplanner.domain.rows import Head
from aiplanner.ui.models.bank_words import spoken_words

ACTIVITY = "application/x-aiplanner-activity"
"""What is dragged out of the bank: the key of an activity."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_Flag = Qt.ItemFlag
_ACTIVE = (
    _Flag.ItemIsEnabled
    | _Flag.ItemIsSelectable
    | _Flag.ItemIsDragEnabled
    | _Flag.ItemNeverHasChildren
)


class BankRow(NamedTuple):
    """A heading, or (then `activity` is set) an activity and why it is suggested."""

    heading: str = ""
    activity: Activity | None = None
    reasons: tuple[str, ...] = ()
    mine: bool = False
    asked: Phase | None = None
    """The phase that somebody looks for."""

    @property
    def phase(self) -> Phase | None:
        """The phase asked for where the activity is of use in it, else its own."""
        one = self.activity
        if one is None or (self.asked is not None and self.asked in one.phases):
            return self.asked
        return one.phase

    @property
    def key(self) -> tuple[str, bool]:
        """What stays the same; an activity may stand among the suggestions and among all."""
        return (self.activity.key if self.activity else self.heading, bool(self.reasons))


class BankModel(QAbstractListModel):
    """One row an activity or heading; the delegate takes its row from `row`."""

    def __init__(self, head: Callable[[], Head], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._head = head
        self._rows: list[BankRow] = []

    @property
    def head(self) -> Head:
        """What the programme calls its phases."""
        return self._head()

    def show(self, rows: Sequence[BankRow]) -> None:
        """Show other rows; where only facts differ they stay, and so does the choice."""
        new = list(rows)
        if [row.key for row in new] == [row.key for row in self._rows]:
            self._rows = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def row(self, index: Index) -> BankRow | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, key: str, *, suggested: bool | None = None) -> QModelIndex:
        """Where an activity stands, among the suggestions or not (None: the first place)."""
        for n, row in enumerate(self._rows):
            there = row.activity is not None and row.activity.key == key
            if there and suggested in (None, bool(row.reasons)):
                return self.index(n)
        return NOWHERE

    def first(self) -> QModelIndex:
        """The first activity."""
        found = (n for n, row in enumerate(self._rows) if row.activity is not None)
        n = next(found, None)
        return NOWHERE if n is None else self.index(n)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title; spoken words hold what is only drawn."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.heading if row.activity is None else row.activity.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.activity is not None:
            return row.activity.summary
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can only be read."""
        row = self.row(index)
        if row is None:
            return _Flag.NoItemFlags
        return _Flag.ItemNeverHasChildren if row.activity is None else _ACTIVE

    def supportedDragActions(self) -> Qt.DropAction:
        """What is dragged stays in the bank."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """What can be dragged out."""
        return [ACTIVITY]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged activity by key, and its title as plain text."""
        rows = [self._rows[index.row()] for index in indexes]
        dragged = [row.activity for row in rows if row.activity is not None]
        mime = QMimeData()
        mime.setData(ACTIVITY, QByteArray("\n".join(one.key for one in dragged).encode()))
        mime.setText("\n".join(one.title for one in dragged))
        return mime

    def _spoken(self, row: BankRow) -> str:
        if row.activity is None:
            return row.heading
        said = spoken_words(row.activity, self._head(), row.phase, mine=row.mine)
        return " ".join((f"{said}.", *row.reasons)) if row.reasons else said


def dragged_activity(data: QMimeData) -> str:
    """The key of the activity that is dragged; empty when it is something else."""
    return bytes(data.data(ACTIVITY).data()).decode() if data.hasFormat(ACTIVITY) else ""
