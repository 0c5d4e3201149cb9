"""The table of people: typing edits the cell in focus, Enter and Tab go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui import fonts
from aiplanner.ui.models.people import PeopleModel
from aiplanner.ui.models.people_cells import TICKS, TYPED, Column
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.clip_table import ClipTable
from aiplanner.ui.widgets.paint import row_height
from aiplanner.ui.widgets.people.delegate import PeopleDelegate
from aiplanner.ui.widgets.running_order.refusal import RefusalNote

_WIDTHS: Mapping[Column, tuple[int, int]] = {
    Column.NAME: (136, 190),
    Column.ORGANISATION: (128, 170),
    Column.JOB: (126, 150),
    Column.CORE: (112, 150),
    Column.FACILITATES: (84, 92),
    Column.TAKES_PART: (80, 84),
    Column.AWAY: (92, 96),
    Column.ACCESS: (144, 190),
    Column.CONTACT: (92, 170),
    Column.NOTES: (96, 190),
}
"""Least and usual pixels at 100 % text size; without room for the least the table scrolls."""


class PeopleTable(ClipTable):
    """Rows are people; Space turns ticks, Enter opens a field, the last row adds somebody."""

    away_wanted = Signal(object, QPoint)
    """The id of a person, and where to ask which sessions they do not come to."""

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(_("People"), parent)
        self._people = model
        self._begun: Column | None = None
        self.setModel(model)
        self._delegate = PeopleDelegate(self, model)
        self.setItemDelegate(self._delegate)
        self._note = RefusalNote(self.viewport())
        _dress(self)
        self._delegate.taken.connect(self._go_on)
        self._delegate.refused.connect(self._on_refused)
        self.doubleClicked.connect(self._act)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.measure()

    # What is chosen

    def chosen(self) -> list[RowId]:
        """The chosen people by id, from top to bottom."""
        ids = (self._people.line(row).id for row in self.chosen_rows())
        return [person for person in ids if person is not None]

    def choose(self, row: int, column: Column | None = None) -> None:
        """Go to a cell (None: in the column where one is) and choose its row."""
        here = self.currentIndex().column() if column is None else column
        self.go_to(max(0, min(row, self._people.people())), max(here, 0))

    def choose_people(self, people: Sequence[RowId]) -> None:
        """Go to the first of these and choose them all."""
        rows = [row for row in map(self._people.row_of, people) if row is not None]
        if rows:
            self.choose(min(rows))
            self.add_rows(rows)

    # Editing

    def begin(self, row: int, column: Column = Column.NAME) -> None:
        """Open the field of a cell."""
        self.setFocus()
        self.choose(row, column)
        self._act(self.currentIndex())

    def begin_new(self) -> None:
        """Open the field in which the next person is named."""
        self.begin(self._people.people())

    def begin_here(self) -> None:
        """Open the field of the current cell."""
        self._act(self.currentIndex())

    def finish(self) -> None:
        """Take what stands in an open field and close it; what is refused is given up."""
        self._delegate.leave()
        self._note.hide()

    def _act(self, index: QModelIndex) -> None:
        """What Enter does in a cell: its field, its tick, its sessions."""
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        column = Column(index.column())
        if column in TICKS:
            self._people.turn(index.row(), column)
            announce(self, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        elif column is Column.AWAY:
            corner = self.visualRect(index).bottomLeft()
            line = self._people.line(index.row())
            self.away_wanted.emit(line.id, self.viewport().mapToGlobal(corner))
        else:
            self.edit(index)

    def _go_on(self, row: int, column: int, way: str) -> None:
        """Tab goes along the row; Enter goes down to the column where the row was begun."""
        begun = Column(column) if self._begun is None else self._begun
        if way == "down":
            self.choose(row + 1, begun)
            if self._people.line(min(row + 1, self._people.people())).person is None:
                self._go_to_name()
            self._begun = None
            return
        beside = [c for c in Column if (c > column if way == "next" else c < column)]
        if self._people.line(row).person is None or not beside:
            self.choose(row, Column(column))
            return
        self.choose(row, beside[0] if way == "next" else beside[-1])
        self._begun = begun
        if self.currentIndex().column() in TYPED:
            self.edit(self.currentIndex())

    def _go_to_name(self) -> None:
        """Where the next person is added their name comes first, and its field opens at once."""
        self.choose(self._people.people(), Column.NAME)
        self.edit(self.currentIndex())

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space act on the cell; typing begins a field; clipboard keys are the page's."""
        alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, _KEYPAD)
        if alone and self._acts(Qt.Key(event.key())):
            self._act(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self._note.hide()
            event.ignore()
        elif self.clips(event):
            return
        elif not event.text().isprintable() or not event.text() or self._typing_begins():
            super().keyPressEvent(event)

    def _acts(self, key: Qt.Key) -> bool:
        """Whether a key does in a cell what Enter does."""
        ticked = self.currentIndex().column() not in TYPED
        return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (key == Qt.Key.Key_Space and ticked)

    def _typing_begins(self) -> bool:
        """Whether a letter opens a field here; in the last row it is always a name."""
        if self._people.line(max(self.currentIndex().row(), 0)).person is None:
            self.choose(self._people.people(), Column.NAME)
        return self.currentIndex().column() in TYPED

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """One click in the last row begins to add."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            adding = self._people.line(index.row()).person is None
            if adding:
                self.begin_new()

    def measure(self) -> None:
        """Give what room is over to the widest columns."""
        self.verticalHeader().setDefaultSectionSize(row_height())
        least, usual = (fonts.scaled(sum(ends)) for ends in zip(*_WIDTHS.values(), strict=True))
        room = self.viewport().width()
        share = min(1.0, max(0.0, (room - least) / (usual - least)))
        over = max(1.0, room / usual)
        for column, (low, high) in _WIDTHS.items():
            self.setColumnWidth(column, int(fonts.scaled(low + (high - low) * share) * over))

    def _on_refused(self, why: str, cell: QRect) -> None:
        if why:
            self._note.say(why, cell)
        else:
            self._note.hide()

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._begun = None


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def _dress(view: QTableView) -> None:
    view.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    head = view.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setHighlightSections(False)
    head.setSectionsClickable(False)
