"""The columns of the logic model on one surface, side by side or, where it is narrow, below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from aiplanner.app.logic_words import COLUMNS
from aiplanner.domain.findings import LogicPart
from aiplanner.domain.ids import RowId
from aiplanner.ui import fonts
from aiplanner.ui.tokens import BETWEEN, INSIDE, STEP, in_force
from aiplanner.ui.widgets.logic.part_section import PartSection

_LEAST = 196
"""Pixels of a column at 100 % text size: in less there are fewer beside each other."""

_NUMBERS = (len(COLUMNS), 3, 2)
"""How many may stand beside each other: four would leave the last alone below."""


class LogicBoard(QWidget):
    """Hairlines divide the columns; outcomes stand one under the other in theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: Mapping[LogicPart, PartSection] = {
            part: PartSection(part) for column in COLUMNS for part in column
        }
        self._columns = [self._column(parts) for parts in COLUMNS]
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        self._lay(len(COLUMNS))

    @property
    def across(self) -> int:
        """How many columns stand beside each other."""
        return self._across

    def holder(self, entry: RowId) -> PartSection | None:
        """The part in which an entry stands."""
        return next((s for s in self if s.model.row_of(entry) is not None), None)

    def chosen(self) -> tuple[PartSection, RowId] | None:
        """The entry that has the focus, and its part."""
        for section in self:
            entry = section.list.entry
            if section.list.hasFocus() and entry is not None:
                return section, entry
        return None

    def section_in_focus(self) -> PartSection | None:
        """The part in which the focus is."""
        focus = self.window().focusWidget()
        return next((s for s in self if focus is not None and s.isAncestorOf(focus)), None)

    def go_to(self, entry: RowId) -> bool:
        """Choose an entry and give it the focus; whether it is here."""
        section = self.holder(entry)
        if section is None:
            return False
        section.list.setFocus()
        section.list.choose(section.model.row_of(entry) or 0)
        return True

    def __iter__(self) -> Iterator[PartSection]:
        return iter(self.sections.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        room = self.width() // fonts.scaled(_LEAST)
        self._lay(next((number for number in _NUMBERS if number <= room), 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairlines between columns, and between the rows of them."""
        super().paintEvent(event)
        painter, line = QPainter(self), QColor(in_force().hairline)
        for number, column in enumerate(self._columns):
            place = column.geometry()
            if number % self._across:
                middle = place.adjusted(0, INSIDE, 0, -INSIDE)
                painter.fillRect(place.left() - 1, middle.top(), 1, middle.height(), line)
            elif number:
                painter.fillRect(0, place.top() - 1, self.width(), 1, line)
        painter.end()

    def _column(self, parts: tuple[LogicPart, ...]) -> QWidget:
        column = QWidget()
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        body = QVBoxLayout(column)
        body.setContentsMargins(STEP, BETWEEN, STEP, BETWEEN)
        body.setSpacing(BETWEEN)
        for part in parts:
            body.addWidget(self.sections[part])
        body.addStretch(1)
        return column

    def _lay(self, across: int) -> None:
        if across == self._across:
            return
        for column in range(max(self._across, across)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._across = across
        for number, widget in enumerate(self._columns):
            self._grid.addWidget(widget, number // across, number % across)
        self.update()
