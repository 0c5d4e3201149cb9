"""Hints one below the other, walked with the arrow keys; the focus follows the hint it is on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from aiplanner.app.hints import HintLine
from aiplanner.ui.widgets.hint_row import HintRow
from aiplanner.ui.widgets.scroll import bring_into_sight
from aiplanner.ui.widgets.tab_order import tab_from


class HintList(QWidget):
    """Shows as many rows as there are hints; spare ones are hidden and used again."""

    followed, left = Signal(object), Signal(object)
    """A HintLine whose place is wanted, or that shall be left as it is."""
    mended = Signal(object, int)
    """A HintLine, and the number of the mend that is wanted."""
    passed = Signal(int)
    """Up (-1) was pressed on the first, or down (1) on the last."""
    emptied = Signal()
    """The hint that held the focus has gone, and no other is left to take it."""

    def __init__(self, leads: Callable[[HintLine], bool]) -> None:
        super().__init__()
        self._leads = leads
        self.rows: list[HintRow] = []
        """All rows made; those on show come first."""
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)

    @property
    def shown(self) -> list[HintRow]:
        """The rows on show, in order."""
        return [row for row in self.rows if not row.isHidden()]

    def show_lines(self, lines: Sequence[HintLine]) -> None:
        """Show these hints; the focus stays on its hint, else on the one in its place."""
        before = self.place()
        held = self.rows[before].line if before is not None else None
        control = self._control(before)
        while len(self.rows) < len(lines):
            self._add()
        for row, line in zip(self.rows, lines, strict=False):
            row.show_line(line, leads=self._leads(line))
            row.show()
        for row in self.rows[len(lines) :]:
            row.hide()
        self.setVisible(bool(lines))
        if before is not None:
            self._take_back(before, held, control, lines)

    def place(self) -> int | None:
        """The number of the row in which the focus is."""
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        return next((n for n, row in enumerate(self.rows) if row.isAncestorOf(focus)), None)

    def go_to(self, place: int) -> None:
        """Put the focus on the hint of that number, or the last."""
        shown = self.shown
        if shown:
            row = shown[max(0, min(place, len(shown) - 1))]
            row.hint.setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_sight(row)

    def leave_here(self) -> None:
        """Ask to leave the hint in focus as it is."""
        place = self.place()
        if place is not None:
            self.left.emit(self.rows[place].line)

    def _add(self) -> None:
        row = HintRow()
        row.followed.connect(lambda: self.followed.emit(row.line))
        row.left.connect(lambda: self.left.emit(row.line))
        row.mended.connect(partial(self._on_mended, row))
        row.stepped.connect(partial(self._on_stepped, row))
        before = self.rows[-1].leave if self.rows else self
        self.rows.append(row)
        self._body.addWidget(row)
        tab_from(before, row.controls)

    def _on_mended(self, row: HintRow, number: int) -> None:
        self.mended.emit(row.line, number)

    def _on_stepped(self, row: HintRow, step: int) -> None:
        place = self.rows.index(row) + step
        if 0 <= place < len(self.shown):
            self.go_to(place)
        else:
            self.passed.emit(step)

    def _control(self, place: int | None) -> int:
        """Which control of a row has the focus."""
        if place is None:
            return 0
        controls = self.rows[place].controls
        return next((n for n, control in enumerate(controls) if control.hasFocus()), 0)

    def _take_back(
        self, place: int, held: HintLine | None, control: int, lines: Sequence[HintLine]
    ) -> None:
        keys = [(line.rule, line.row, line.text) for line in lines]
        key = None if held is None else (held.rule, held.row, held.text)
        if key in keys:
            wanted = self.rows[keys.index(key)].controls[control]
            (wanted if wanted.isVisibleTo(self) else self.rows[keys.index(key)].hint).setFocus()
        elif lines:
            self.go_to(place)
        else:
            self.emptied.emit()
