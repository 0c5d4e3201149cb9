"""Lists of two lines a row: a name, and below it what there is to know; and that of the forms."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from aiplanner.i18n import gettext as _
from aiplanner.ui.models.following import follow
from aiplanner.ui.returned.lines import FormLine, State, state_text
from aiplanner.ui.tokens import ICON, INSIDE, in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, row_height

Line = TypeVar("Line")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_EDGE = ICON - 2


@dataclass(frozen=True, slots=True)
class Telling(Generic[Line]):
    """How a line is told: what tells it apart, its name, what stands below, its mark if any."""

    key: Callable[[Line], Hashable]
    name: Callable[[Line], str]
    below: Callable[[Line], str]
    mark: Callable[[Line], tuple[str, str]] | None = None
    """An icon and its colour, which say nothing that the words do not say."""


class SheetsModel(QAbstractListModel, Generic[Line]):
    """Lines in their order."""

    def __init__(self, telling: Telling[Line]) -> None:
        super().__init__()
        self.telling = telling
        self._lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the view keeps its place."""
        follow(self, self._lines, lines, self.telling.key)
        for row, line in enumerate(lines):
            if self._lines[row] is not line:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row), self.index(row))

    def line(self, index: Index) -> Line | None:
        """The line of a row."""
        return self._lines[index.row()] if index.isValid() else None

    def row_of(self, key: Hashable) -> int:
        """Where a line stands; −1 when it is not there."""
        keys = map(self.telling.key, self._lines)
        return next((row for row, one in enumerate(keys) if one == key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; spoken and as the tip with what stands below."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.telling.name(line)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self.telling.name(line)}: {self.telling.below(line)}"
        return None


class _Delegate(QStyledItemDelegate):
    """Paints the mark, the name, and what stands below it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(120, row_height(("body", "secondary")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, mark and words."""
        model = index.model()
        assert isinstance(model, SheetsModel), "the delegate serves these lists alone"
        line, easel, telling = model.line(index), Easel(painter, in_force()), model.telling
        if line is None:
            return
        easel.ground(option, "only")
        words = cell_rect(option.rect)
        if telling.mark is not None:
            icon, colour = telling.mark(line)
            taken = easel.icon(words, icon, getattr(easel.tokens, colour), _EDGE)
            words = words.adjusted(taken + INSIDE, 0, 0, 0)
        easel.two_lines(words, telling.name(line), telling.below(line))


class SheetsView(QListView):
    """Arrow keys walk along it; `shown` tells that another line is looked at."""

    shown = Signal()
    unwanted = Signal()
    """The line in focus shall go."""
    opened = Signal()
    """Its answers are wanted."""

    def __init__(self, model: SheetsModel[Line], name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)  # no gap below the last
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.shown.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def turn_to(self, row: int) -> None:
        """Look at the line of a row."""
        self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the answers, Delete takes a line away."""
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


_MARKS = {
    State.WAITING: ("more", "ink2"),
    State.READING: ("page", "ink2"),
    State.REFUSED: ("warn", "danger"),
    State.READY: ("dot", "accent"),
    State.TAKEN: ("check", "ok"),
}


def _mark(line: FormLine) -> tuple[str, str]:
    if line.state is State.READY and (line.twin or (line.sheet is not None and line.sheet.known)):
        return "copy", "ink2"
    weighs = line.state is State.READY and (line.weighs or bool(line.why))
    return ("note", "warn") if weighs else _MARKS[line.state]


FORMS: Telling[FormLine] = Telling(
    lambda line: line.place, lambda line: line.path.name, state_text, _mark
)


class FormsView(SheetsView):
    """Forms in the order in which they came, each with its file and how far it is."""

    def __init__(self, model: SheetsModel[FormLine]) -> None:
        super().__init__(model, _("Returned forms"))
        self._forms = model

    @property
    def place(self) -> tuple[int, int] | None:
        """The form in focus."""
        line = self._forms.line(self.currentIndex())
        return None if line is None else line.place
