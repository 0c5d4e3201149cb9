"""The list of the sheets typed in, the last on top; Enter opens one to correct it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from aiplanner.i18n import gettext as _
from aiplanner.ui.models.following import follow

_NOWHERE = QModelIndex()
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
Line = tuple[int, str]
"""The place of a sheet among all that were typed in, and its words."""


class EntriesModel(QAbstractListModel):
    """Sheets in words."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the view keeps its place."""
        follow(self, self._lines, lines, lambda line: line[0])
        for row, line in enumerate(lines):
            if self._lines[row] != line:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row), self.index(row))

    def place(self, index: QModelIndex) -> int | None:
        """The place of the sheet in a line."""
        return self._lines[index.row()][0] if index.isValid() else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._lines)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The words, also as the tip where they are cut off."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._lines[index.row()][1]
        return None


class EntriesView(QListView):
    """`wanted` tells the place of the sheet to open."""

    wanted = Signal(int)

    def __init__(self, model: EntriesModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName(_("Sheets typed in, the last first"))
        self.setUniformItemSizes(True)
        self.setSpacing(3)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the sheet in focus."""
        if event.key() in _OPENS:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        place = self._model.place(index)
        if place is not None:
            self.wanted.emit(place)
