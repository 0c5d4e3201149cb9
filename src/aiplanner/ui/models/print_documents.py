"""The documents that can be printed, in groups, each with its tick and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from aiplanner.app.printing import DocumentInfo, Family, Group
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
KEY = Role.UserRole + 1
"""The id of a document; of a group its name in `Group`."""
FIGURES = Role.UserRole + 2
"""The figures at the right of a row."""
_ON, _OFF, _SOME = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


GROUPS: Mapping[Group, str] = {
    Group.YOU: _("For you"),
    Group.ROOM: _("For the room"),
    Group.PERSON: _("For each person"),
    Group.PAIR: _("For each pair"),
    Group.TABLE: _("For each table"),
}
"""The groups in the order in which they are listed."""


class Shelf(Enum):
    """What of all there is to print is listed."""

    PACK = "pack"
    PLAN = "plan"
    PEOPLE = "people"
    HANDOUTS = "handouts"
    MINE = "mine"
    CARDS = "cards"
    ALL = "all"


SHELVES: Mapping[Shelf, str] = {
    Shelf.PACK: _("For this pack"),
    Shelf.PLAN: _("The plan"),
    Shelf.PEOPLE: _("People and groups"),
    Shelf.HANDOUTS: _("Handouts"),
    Shelf.MINE: _("My own handouts"),
    Shelf.CARDS: _("Capability cards"),
    Shelf.ALL: _("All documents"),
}
_FAMILIES: Mapping[Family, Shelf] = {
    "plan": Shelf.PLAN,
    "people": Shelf.PEOPLE,
    "handout": Shelf.HANDOUTS,
    "card": Shelf.CARDS,
}


class Count(NamedTuple):
    """How many pages a document has and how many copies are wanted; None: not known."""

    pages: int | None
    copies: int | None

    @property
    def figures(self) -> str:
        """As "2 × 16"; what is not known is left out."""
        if self.pages is None:
            return ""
        if self.copies is None:
            return _pages(self.pages)
        return f"{self.pages} × {self.copies}"

    @property
    def spoken(self) -> str:
        """As "2 pages, 16 copies"."""
        told = _("copies not known")
        if self.copies:
            told = ngettext("{count} copy", "{count} copies", self.copies)
            told = told.format(count=self.copies)
        return f"{_pages(self.pages)}, {told}" if self.pages else told


def stands_on(shelf: Shelf, info: DocumentInfo, used: frozenset[str], own: frozenset[str]) -> bool:
    """Whether a document is listed on a shelf; that of the pack holds what it is likely to need.

    `used` are the handouts that the running order names, `own` those of the user's own.
    """
    if shelf is Shelf.PACK:
        usual = info.family in ("plan", "people") and not info.on_call
        return usual or info.id in used or info.id in own
    family = Shelf.MINE if info.id in own else _FAMILIES[info.family]
    return shelf in (Shelf.ALL, family)


class DocumentsModel(QStandardItemModel):
    """Groups with their documents below; the ticks of a group follow those of its documents."""

    ticked = Signal()
    """The user has ticked or taken a tick away."""

    def __init__(self) -> None:
        super().__init__()
        self._layout: Sequence[tuple[Group, Sequence[DocumentInfo]]] = ()
        self._rows: dict[str, QStandardItem] = {}

    def show(
        self, layout: Sequence[tuple[Group, Sequence[DocumentInfo]]], ticked: frozenset[str]
    ) -> bool:
        """Show these documents in these groups; whether other rows are on show now."""
        changed = layout != self._layout
        if changed:
            self._layout = layout
            self.beginResetModel()
            self._fill()
            self.endResetModel()
        for key, row in self._rows.items():
            _set(row, Role.CheckStateRole, _ON if key in ticked else _OFF)
        self._sum_up()
        return changed

    def count(self, counts: Mapping[str, Count]) -> None:
        """Show figures beside the documents."""
        for key, row in self._rows.items():
            _set(row, FIGURES, counts[key].figures)
            _set(row, Role.AccessibleDescriptionRole, counts[key].spoken)

    def place_of(self, key: str) -> QModelIndex:
        """Where a document stands; invalid when it is not on show."""
        row = self._rows.get(key)
        return QModelIndex() if row is None else row.index()

    def first(self) -> str:
        """The id of the first document on show, or ""."""
        return next(iter(self._rows), "")

    def toggle(self, index: Index) -> None:
        """Tick a document, or all on show of a group; where all are ticked take the ticks away."""
        rows = self._below(index) or [self.itemFromIndex(index)]
        state = _OFF if all(row.checkState() is _ON for row in rows) else _ON
        for row in rows:
            _set(row, Role.CheckStateRole, state)
        self._sum_up()
        self.ticked.emit()

    def states(self) -> Iterator[tuple[str, bool]]:
        """The documents on show, and whether each is ticked."""
        for key, row in self._rows.items():
            yield key, row.checkState() is _ON

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """A screen reader ticks in Qt's own way."""
        if role == Role.CheckStateRole and index.isValid():
            if Qt.CheckState(value) is not index.data(role):
                self.toggle(index)
            return True
        return False

    def _fill(self) -> None:
        # Told as one reset: item by item every view would lay itself out anew for each.
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.removeRows(0, self.rowCount())
        self._rows = {}
        for named, infos in self._layout:
            group = _row(named.value, GROUPS[named])
            self.appendRow(group)
            for info in infos:
                row = _row(info.id, info.title)
                row.setToolTip(info.summary)
                group.appendRow(row)
                self._rows[info.id] = row
        self.blockSignals(blocked)

    def _sum_up(self) -> None:
        for n in range(self.rowCount()):
            group = self.item(n)
            below = self._below(group.index())
            on = sum(row.checkState() is _ON for row in below)
            state = _SOME if 0 < on < len(below) else (_ON if on else _OFF)
            _set(group, Role.CheckStateRole, state)
            words = _("{ticked} of {count}").format(ticked=on, count=len(below))
            _set(group, FIGURES, words)
            _set(group, Role.AccessibleDescriptionRole, _("{figures} ticked").format(figures=words))

    def _below(self, index: Index) -> list[QStandardItem]:
        if index.parent().isValid():
            return []
        group = self.item(index.row())
        return [group.child(n) for n in range(group.rowCount())]


def _row(key: str, title: str) -> QStandardItem:
    row = QStandardItem(title)
    row.setData(key, KEY)
    row.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    )
    row.setData(_OFF, Role.CheckStateRole)
    return row


def _set(row: QStandardItem, role: int, value: object) -> None:
    if row.data(role) != value:
        row.setData(value, role)


def _pages(count: int | None) -> str:
    return ngettext("{count} page", "{count} pages", count or 0).format(count=count or 0)
