"""The entered self-rating sheets as a table: whose, when, how complete; never the answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from aiplanner.app.rating_words import MOMENT_NAMES
from aiplanner.domain.cycle import Capability
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.self_rating import SelfRating
from aiplanner.domain.self_ratings import answered
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.lines import Index, LinesModel, Role


class Column(IntEnum):
    """The columns, in order."""

    CODE = 0
    MOMENT = 1
    ANSWERED = 2


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet in words."""

    id: RowId
    code: str
    moment: str
    answered: str

    def words(self, column: Column) -> str:
        """The words of a column."""
        return (self.code, self.moment, self.answered)[column]


class SheetsModel(LinesModel[SheetLine]):
    """One row a sheet, in the order in which they were entered."""

    def __init__(self) -> None:
        super().__init__((_("Code"), _("When"), _("Answered")))

    def show(self, programme: Programme) -> None:
        """Follow the programme; the choice stays."""
        fresh = [_line(sheet) for sheet in programme.self_ratings]
        follow(self, self._lines, fresh, lambda line: line.id)
        for row, line in enumerate(fresh):
            if line != self._lines[row]:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row, 0), self.index(row, Column.ANSWERED))

    def row_of(self, sheet: RowId) -> int | None:
        """Where a sheet stands."""
        return next((n for n, line in enumerate(self._lines) if line.id == sheet), None)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell."""
        line = self.line(index)
        if line is None or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        return line.words(Column(index.column()))


def _line(sheet: SelfRating) -> SheetLine:
    told = _("{count} of {all}").format(count=answered(sheet), all=len(Capability))
    return SheetLine(sheet.id, sheet.code or _("no code"), MOMENT_NAMES[sheet.moment], told)
