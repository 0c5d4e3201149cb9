"""The sessions of a programme as a table: dates, times, totals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from aiplanner.app.wording import day_text, minutes_text, over_text
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session
from aiplanner.domain.schedule import clock_text, session_clock
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.lines import Index, LinesModel, Role


class Column(IntEnum):
    """The columns, in order."""

    SESSION = 0
    DAY = 1
    TIME = 2
    HOLDS = 3
    OVER = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One session in words; `over` tells how it stands to its planned end, `late` if beyond."""

    id: RowId
    title: str
    day: str
    time: str
    holds: str
    over: str
    late: bool

    @property
    def facts(self) -> str:
        """Everything but the title on one line, for narrow tables."""
        return " · ".join(part for part in (self.day, self.time, self.holds, self.over) if part)

    def words(self, column: Column) -> str:
        """The words of a column."""
        return (self.title, self.day, self.time, self.holds, self.over)[column]


def session_line(programme: Programme, number: int, session: Session) -> Line:
    """A session in words; `number` counts from 1."""
    clock = session_clock(programme, session)
    items = sum(1 for item in programme.walk(session.id) if clock.slots[item.id].start is not None)
    count = ngettext("{count} item", "{count} items", items).format(count=items)
    span = _("{start} to {end}").format(start=clock_text(clock.start), end=clock_text(clock.end))
    title = session.title or _("Without a title")
    return Line(
        id=session.id,
        title=f"{number}  {title}",
        day=_("no date yet") if session.day is None else day_text(session.day),
        time=span if clock.clocked and items else "",
        holds=f"{count} · {minutes_text(clock.end - clock.start)}" if items else count,
        over=over_text(clock),
        late=clock.over > 0,
    )


class SessionsModel(LinesModel[Line]):
    """One row a session, in order."""

    def __init__(self) -> None:
        super().__init__((_("Session"), _("Date"), _("Time"), _("Holds"), _("Ends")))

    def show(self, programme: Programme) -> None:
        """Follow the programme: rows come, move and go one by one, so that the choice stays."""
        fresh = [session_line(programme, n, s) for n, s in enumerate(programme.sessions, 1)]
        by_id = {line.id: line for line in fresh}
        follow(self, self._lines, fresh, lambda line: line.id)
        for row, line in enumerate(self._lines):
            if line != by_id[line.id]:
                self._lines[row] = by_id[line.id]
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.OVER))

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell."""
        line = self.line(index)
        if line is None or role != Role.DisplayRole:
            return None
        return line.words(Column(index.column()))
