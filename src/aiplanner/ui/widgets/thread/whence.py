"""Where a finding came from and what became of it, as a list one can walk and go on from."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aiplanner.app.phase_rooms import PHASE_OF
from aiplanner.app.thread_words import (
    BECAME,
    CAME_FROM,
    NOTHING_AFTER,
    NOTHING_BEHIND,
    Trace,
    Whence,
    kind_words,
    named,
    text_of,
    whence,
)
from aiplanner.domain.findings import SORT_OF
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.ui import fonts
from aiplanner.ui.tokens import BETWEEN, ICON, INSIDE, in_force
from aiplanner.ui.widgets.paint import Easel, cell_rect, row_height

_TRACE = Qt.ItemDataRole.UserRole + 1
_NOTHING = Whence((), (), None)


class _Delegate(QStyledItemDelegate):
    """Paints a question, or one of the findings that answer it."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines for a finding, one for a question."""
        lines: tuple[fonts.Role, ...] = ("body", "secondary")
        return QSize(120, row_height(lines if index.data(_TRACE) is not None else ("body",)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The phase's mark, what the finding says, and what it is."""
        easel, trace = Easel(painter, in_force()), index.data(_TRACE)
        t, rect = easel.tokens, cell_rect(option.rect)
        if not isinstance(trace, Trace):
            question = bool(index.data(Qt.ItemDataRole.UserRole))
            ink = t.ink if question else t.ink2
            easel.text(rect, str(index.data()), ink, fonts.font("body", strong=question))
            return
        easel.ground(option, "only", ruled=False)
        phase = PHASE_OF.get(SORT_OF[type(trace.finding)])
        colour = t.ink2 if phase is None else t.phase(phase)
        mark = "note" if phase is None else phase.value
        taken = easel.icon(rect, mark, colour, ICON - 2) + INSIDE
        kind = kind_words(trace.finding)
        words = kind[:1].upper() + kind[1:]
        easel.two_lines(rect.adjusted(taken, 0, 0, 0), text_of(trace.finding), words)


class WhencePanel(QListView):
    """Two questions about one finding, and their answers, nearest first.

    `opened` tells the finding that was chosen with Enter or a double click.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(f"{CAME_FROM} {BECAME}")
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.activated.connect(self._on_activated)

    def show_finding(self, programme: Programme, finding: RowId | None) -> None:
        """Answer for a finding as it is now; None: for none."""
        found = _NOTHING if finding is None else whence(programme, finding)
        self._model.clear()
        for entry in (
            *_answer(CAME_FROM, found.came_from, NOTHING_BEHIND),
            *_answer(BECAME, found.became, NOTHING_AFTER),
        ):
            self._model.appendRow(entry)
        first = 1 if found.came_from else 3
        if found.came_from or found.became:
            self.setCurrentIndex(self._model.index(first, 0))

    def sizeHint(self) -> QSize:
        """Room for all of it, as far as a screen likely has."""
        rows = range(self._model.rowCount())
        high = sum(self.sizeHintForRow(row) for row in rows) + BETWEEN
        return QSize(fonts.scaled(420), min(high, fonts.scaled(430)))

    def _on_activated(self, index: QModelIndex) -> None:
        trace = index.data(_TRACE)
        if isinstance(trace, Trace):
            self.opened.emit(trace.finding.id)


def _answer(question: str, traces: tuple[Trace, ...], nothing: str) -> Iterator[QStandardItem]:
    heading = QStandardItem(question)
    heading.setData(True, Qt.ItemDataRole.UserRole)  # noqa: FBT003 - Qt's own signature
    heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
    yield heading
    for trace in traces:
        entry = QStandardItem(named(trace.finding))
        entry.setData(trace, _TRACE)
        yield entry
    if not traces:
        none = QStandardItem(nothing)
        none.setFlags(Qt.ItemFlag.ItemIsEnabled)
        yield none
