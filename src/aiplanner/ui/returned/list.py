"""The list of returned forms: each with its file and, below it, what it is and how far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from aiplanner.i18n import gettext as _
from aiplanner.ui.models.following import follow
from aiplanner.ui.returned.lines import FormLine, State, state_text
from aiplanner.ui.tokens import ICON, INSIDE, in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, row_height

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_EDGE = ICON - 2
_MARKS = {
    State.WAITING: ("more", "ink2"),
    State.READING: ("page", "ink2"),
    State.REFUSED: ("warn", "danger"),
    State.READY: ("dot", "accent"),
    State.TAKEN: ("check", "ok"),
}
"""The icon of a state and its colour; the words below say the same."""


class FormsModel(QAbstractListModel):
    """Forms in the order in which they came."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[FormLine] = []

    def show_lines(self, lines: Sequence[FormLine]) -> None:
        """Show these; the view keeps its place."""
        follow(self, self._lines, lines, lambda line: line.place)
        for row, line in enumerate(lines):
            if self._lines[row] is not line:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row), self.index(row))

    def line(self, index: Index) -> FormLine | None:
        """The form of a row."""
        return self._lines[index.row()] if index.isValid() else None

    def row_of(self, place: tuple[int, int] | None) -> int:
        """Where a form stands; −1 when it is not there."""
        return next((n for n, line in enumerate(self._lines) if line.place == place), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The file's name; spoken and as the tip with what it is."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.path.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{line.path.name}: {state_text(line)}"
        return None


class _Delegate(QStyledItemDelegate):
    """Paints the mark of the state, the file's name, and the state in words."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(120, row_height(("body", "secondary")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, mark and words."""
        model = index.model()
        assert isinstance(model, FormsModel), "the delegate serves this list alone"
        line, easel = model.line(index), Easel(painter, in_force())
        if line is None:
            return
        easel.ground(option, "only")
        rect = cell_rect(option.rect)
        icon, colour = _mark(line)
        taken = easel.icon(rect, icon, getattr(easel.tokens, colour), _EDGE)
        words = rect.adjusted(taken + INSIDE, 0, 0, 0)
        easel.two_lines(words, line.path.name, state_text(line))


def _mark(line: FormLine) -> tuple[str, str]:
    if line.state is State.READY and (line.twin or (line.sheet is not None and line.sheet.known)):
        return "copy", "ink2"
    return ("note", "warn") if line.state is State.READY and line.weighs else _MARKS[line.state]


class FormsView(QListView):
    """Arrow keys walk along it; `shown` tells the form that is looked at."""

    shown = Signal()
    unwanted = Signal()
    """The form in focus shall leave the list."""
    opened = Signal()
    """Its answers are wanted."""

    def __init__(self, model: FormsModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Returned forms"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.shown.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    @property
    def place(self) -> tuple[int, int] | None:
        """The form in focus."""
        line = self._model.line(self.currentIndex())
        return None if line is None else line.place

    def turn_to(self, row: int) -> None:
        """Look at the form of a row."""
        self.setCurrentIndex(self._model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the answers, Delete takes a form off the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
