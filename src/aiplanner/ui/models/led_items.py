"""The items behind a figure of the capability map, as a table that leads to each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from aiplanner.app.content import capability_guide
from aiplanner.app.wording import ROLE_NAMES, minutes_text, short_day_text
from aiplanner.domain.ids import RowId
from aiplanner.domain.led import Led
from aiplanner.domain.programme import Programme
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.lines import Index, LinesModel, Role


class Column(IntEnum):
    """The columns, in order."""

    WHAT = 0
    HOW = 1
    LEAD = 2
    SESSION = 3
    MINUTES = 4


@dataclass(frozen=True, slots=True)
class LedLine:
    """An item in words: what it is, what it does for a capability, who leads it, and when."""

    id: RowId
    """Of the item."""
    capability: str
    title: str
    how: str
    lead: str
    session: str
    minutes: str

    @property
    def facts(self) -> str:
        """Everything but the title on one line, for narrow tables."""
        return " · ".join(filter(None, (self.how, self.lead, self.session, self.minutes)))

    def words(self, column: Column) -> str:
        """The words of a column."""
        return (self.title, self.how, self.lead, self.session, self.minutes)[column]


class LedModel(LinesModel[LedLine]):
    """One row for each item and capability, in the order in which they are done."""

    def __init__(self) -> None:
        super().__init__(
            (_("What"), _("Leads on or supports"), _("Who leads it"), _("Session"), _("Length"))
        )

    def show(self, programme: Programme, led: Iterable[Led]) -> None:
        """Show these items."""
        numbers = {session.id: n for n, session in enumerate(programme.sessions, 1)}
        fresh = [_line(one, numbers[one.session.id]) for one in led]
        follow(self, self._lines, fresh, lambda line: (line.id, line.capability))
        self._lines[:] = fresh
        if fresh:
            last = self.index(len(fresh) - 1, Column.MINUTES)
            self.dataChanged.emit(self.index(0, 0), last)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell."""
        line = self.line(index)
        if line is None or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        return line.words(Column(index.column()))


def _line(one: Led, number: int) -> LedLine:
    guide = capability_guide(one.capability)
    day = f", {short_day_text(one.session.day)}" if one.session.day else ""
    return LedLine(
        id=one.item.id,
        capability=one.capability.value,
        title=one.item.title or _("Without a title"),
        how=_("{role} {mark}").format(role=ROLE_NAMES[one.role], mark=guide.mark),
        lead=one.item.lead,
        session=_("Session {number}").format(number=number) + day,
        minutes=minutes_text(one.minutes),
    )
