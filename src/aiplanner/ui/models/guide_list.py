"""The list of the guide's topics, in groups, or those in which searched words stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from aiplanner.i18n import gettext as _
from aiplanner.ui.models.guide_topics import Mention

Index = QModelIndex | QPersistentModelIndex
Row = Mention | str
"""A topic, or the name of the group that follows."""


class GuideList(QAbstractListModel):
    """Rows for Qt and for screen readers; names of groups cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.here = ""
        """Key of the topic of the page on show."""

    def show(self, mentions: Sequence[Mention], here: str, *, grouped: bool) -> None:
        """Show these, under the names of their groups where `grouped`."""
        rows: list[Row] = []
        group = ""
        for mention in mentions:
            if grouped and mention.topic.group != group:
                group = mention.topic.group
                rows.append(group)
            rows.append(mention)
        self.beginResetModel()
        self.rows, self.here = tuple(rows), here
        self.endResetModel()

    def mention(self, index: Index) -> Mention | None:
        """The topic of a row; None for the name of a group."""
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Mention) else None

    def first(self) -> QModelIndex:
        """The first topic."""
        at = next((n for n, row in enumerate(self.rows) if isinstance(row, Mention)), -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def place(self, key: str) -> QModelIndex:
        """The row of a topic, else of the first one."""
        for n, row in enumerate(self.rows):
            if isinstance(row, Mention) and row.topic.key == key:
                return self.index(n)
        return self.first()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Topics can be chosen."""
        if self.mention(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; spoken with the words found in the topic."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.topic.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (row.topic.title, self.beside(row), row.snippet)
            return ", ".join(part for part in said if part)
        return None

    def beside(self, mention: Mention) -> str:
        """The word beside the topic of the page on show."""
        return _("this page") if mention.topic.key == self.here else ""
