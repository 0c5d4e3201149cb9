"""All sessions of a programme as a list, each with the tasks after it, and the reviews."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt

from aiplanner.app.date_words import day_notes, entry_time, entry_title
from aiplanner.app.wording import day_text, minutes_text, over_text
from aiplanner.domain.dates import Entry, Sort, entries
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.domain.schedule import SessionClock, schedule
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.lines import Index, LinesModel, Role

_SAID = (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole)


class Column(IntEnum):
    """The columns, in order."""

    WHAT = 0
    DAY = 1
    TIME = 2
    PLACE = 3
    HOLDS = 4
    NOTE = 5


COLUMN_NAMES = {
    Column.WHAT: _("Session"),
    Column.DAY: _("Date"),
    Column.TIME: _("Time"),
    Column.PLACE: _("Place"),
    Column.HOLDS: _("Holds"),
    Column.NOTE: _("Note"),
}
EDITABLE = {
    Sort.SESSION: frozenset({Column.WHAT, Column.DAY, Column.TIME, Column.PLACE}),
    Sort.TASK: frozenset({Column.WHAT, Column.DAY}),
    Sort.REVIEW: frozenset({Column.WHAT, Column.DAY}),
}
"""What can be written in each sort of line."""


class Line(NamedTuple):
    """One line: its entry, and its words by column; `warned` where something is amiss."""

    entry: Entry
    words: tuple[str, ...]
    warned: bool

    @property
    def facts(self) -> str:
        """Everything but the title in one line, for narrow tables."""
        return " · ".join(filter(None, self.words[Column.DAY :]))


def lines_of(programme: Programme) -> list[Line]:
    """The lines of a programme."""
    found = entries(programme)
    notes = day_notes(found)
    clocks = {clock.session_id: clock for clock in schedule(programme)}
    return [_line(programme, entry, notes.get(entry.row, ""), clocks) for entry in found]


class AllSessionsModel(LinesModel[Line]):
    """Rows come, move and go one by one, so that the choice stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(tuple(COLUMN_NAMES.values()), parent)

    def show(self, programme: Programme) -> None:
        """Follow the programme."""
        fresh = lines_of(programme)
        follow(self, self._lines, fresh, lambda line: line.entry.row)
        before, self._lines = self._lines, fresh
        for row, (line, was) in enumerate(zip(fresh, before, strict=True)):
            if line != was:
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.NOTE))

    def row_of(self, row_id: RowId) -> int | None:
        """Where a row of the programme is."""
        return next((n for n, line in enumerate(self._lines) if line.entry.row == row_id), None)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Names of columns; a row is named by what it is."""
        if role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return COLUMN_NAMES[Column(section)]
        return self._lines[section].words[Column.WHAT]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell."""
        line = self.line(index)
        if line is None or role not in _SAID:
            return None
        return line.words[index.column()]


def _line(programme: Programme, entry: Entry, note: str, clocks: dict[RowId, SessionClock]) -> Line:
    title, day = entry_title(entry), day_text(entry.day) if entry.day else ""
    if entry.sort is not Sort.SESSION:
        return Line(entry, (title, day, "", "", "", note), warned=False)
    clock = clocks[entry.row]
    items = sum(1 for slot in clock.track.walk() if slot.start is not None)
    holds = ngettext("{count} item", "{count} items", items).format(count=items)
    if items:
        holds = f"{holds} · {minutes_text(clock.end - clock.start)}"
    over = over_text(clock) if clock.over > 0 else ""
    notes = " · ".join(filter(None, (note, over)))
    venue = programme.get(entry.row, Session).venue
    return Line(entry, (title, day, entry_time(entry), venue, holds, notes), warned=bool(notes))
