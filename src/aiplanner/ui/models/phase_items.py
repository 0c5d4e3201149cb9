"""What is done in a phase: its items, session by session, as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from aiplanner.app.content import capability_guide
from aiplanner.app.wording import STATE_NAMES, day_text, minutes_text
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Kind, Phase, Role, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import length_text
from aiplanner.domain.numbering import sheet_numbers
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import SessionClock, clock_text, session_clock
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.lines import Index, LinesModel
from aiplanner.ui.models.lines import Role as DataRole


class Column(IntEnum):
    """The columns, in order."""

    CLOCK = 0
    MINUTES = 1
    WHAT = 2
    GROUP = 3
    CAPABILITIES = 4
    SHEETS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """An item in words; or a session (then it is `headed`), whose items follow."""

    id: RowId
    what: str
    clock: str = ""
    minutes: str = ""
    group: str = ""
    badges: tuple[tuple[str, bool], ...] = ()
    """The capabilities by their letters, and whether each is led on."""
    spoken: str = ""
    """The capabilities by name."""
    sheets: str = ""
    headed: bool = False
    quiet: bool = False
    """Whether it counts for nothing: parked or skipped."""

    def words(self, column: Column) -> str:
        """The words of a column; a heading runs over all of them."""
        if self.headed:
            return self.what if column is Column.CLOCK else ""
        capabilities = self.spoken
        return (self.clock, self.minutes, self.what, self.group, capabilities, self.sheets)[column]


@dataclass(frozen=True, slots=True)
class Done:
    """The rows of a phase: how many items, in how many sessions, and how long they take."""

    lines: tuple[Line, ...] = ()
    items: int = 0
    sessions: int = 0
    minutes: int = 0
    only: str = ""
    """The session, where it is only one."""

    @property
    def words(self) -> str:
        """Everything in a line: "3 items in Session 1 · 65 min"."""
        if not self.items:
            return ""
        count = ngettext("{count} item", "{count} items", self.items).format(count=self.items)
        where = (
            _("in {session}").format(session=self.only)
            if self.only
            else _("in {count} sessions").format(count=self.sessions)
        )
        spent = minutes_text(self.minutes) if self.minutes else ""
        return " · ".join(filter(None, (f"{count} {where}", spent)))


def done_in(programme: Programme, phase: Phase) -> Done:
    """What the running orders hold of a phase."""
    found = [
        (number, session, items)
        for number, session in enumerate(programme.sessions, 1)
        if (items := _items(programme, session, phase))
    ]
    lines: list[Line] = []
    minutes = 0
    for number, session, items in found:
        clock = session_clock(programme, session)
        numbers = sheet_numbers(programme, session.id)
        made = [_line(programme, item, clock, numbers) for item in items]
        spent = coverage(programme, session.id).phases.get(phase, 0)
        minutes += spent
        if len(found) > 1:
            lines.append(Line(session.id, _heading(number, session, spent), headed=True))
        lines += made
    only = _called(*found[0][:2]) if len(found) == 1 else ""
    count = sum(len(items) for _number, _session, items in found)
    return Done(tuple(lines), count, len(found), minutes, only)


class PhaseItems(LinesModel[Line]):
    """One row an item; where there are several sessions, each is headed by its name."""

    def __init__(self) -> None:
        super().__init__(
            (_("Clock"), _("Min"), _("What"), _("Group"), _("Capabilities"), _("Sheets"))
        )

    def show(self, done: Done) -> None:
        """Follow the programme: rows come, move and go one by one."""
        follow(self, self._lines, done.lines, lambda line: line.id)
        for row, line in enumerate(done.lines):
            if line != self._lines[row]:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.SHEETS))

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        """The words of a cell."""
        line = self.line(index)
        if line is None or role not in (DataRole.DisplayRole, DataRole.ToolTipRole):
            return None
        return line.words(Column(index.column()))


def _items(programme: Programme, session: Session, phase: Phase) -> list[Item]:
    return [item for item in programme.walk(session.id) if item.phase is phase and _does(item)]


def _does(item: Item) -> bool:
    return item.kind is not Kind.SECTION


def _line(
    programme: Programme, item: Item, clock: SessionClock, numbers: Mapping[RowId, str]
) -> Line:
    slot = clock.slots[item.id]
    clocked = clock.clocked and slot.start is not None
    focuses = programme.focus_of(item.id)
    guides = [(capability_guide(one.capability), one.role is Role.LEADS) for one in focuses]
    names = [_("{name} (led on)").format(name=g.name) if leads else g.name for g, leads in guides]
    sheets = [numbers[sheet.id] for sheet in programme.sheets_of(item.id)]
    state = "" if item.state is State.PLANNED else STATE_NAMES[item.state]
    title = item.title or _("untitled")
    return Line(
        id=item.id,
        what=f"{title} · {state}" if state else title,
        clock=clock_text(slot.start) if clocked and slot.start is not None else _due(item),
        minutes=length_text(item.length) if item.length.timed else str(slot.minutes or ""),
        group=item.group,
        badges=tuple((guide.mark, leads) for guide, leads in guides),
        spoken=", ".join(names),
        sheets=", ".join(sheets),
        quiet=not item.live,
    )


def _due(item: Item) -> str:
    return _("task") if item.kind is Kind.TASK else ""


def _heading(number: int, session: Session, minutes: int) -> str:
    day = day_text(session.day) if session.day else ""
    spent = minutes_text(minutes) if minutes else ""
    return " · ".join(filter(None, (_called(number, session), day, spent)))


def _called(number: int, session: Session) -> str:
    name = _("Session {number}").format(number=number)
    title = session.title.strip()
    return f"{name}, {title}" if title and title != name else name
