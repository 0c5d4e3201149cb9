"""What is still to be done in all programmes, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from aiplanner.app.action_words import day_words, due_words, facts_words, what_words
from aiplanner.app.actions_due import When, when
from aiplanner.app.tracked import Tracked
from aiplanner.domain.findings import Sort
from aiplanner.domain.ids import RowId
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.following import follow
from aiplanner.ui.models.lines import Index, LinesModel, Role

Key = tuple[RowId, RowId]
"""Programme and row."""


class Column(IntEnum):
    """The columns, in order."""

    TICK = 0
    DUE = 1
    WHAT = 2
    WHO = 3
    PROGRAMME = 4


class ActionsModel(LinesModel[Tracked]):
    """One row a thing to do; screen readers are told in each cell what is only drawn there."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__((_("Done"), _("Due"), _("What"), _("Who"), _("Programme")))
        self.today = today

    def show(self, rows: Sequence[Tracked], *, anew: bool) -> None:
        """Show others; `anew` where another list was asked for, else rows that stay stay."""
        if anew:
            self.beginResetModel()
            self._lines = list(rows)
            self.endResetModel()
            return
        follow(self, self._lines, rows, key_of)
        self._lines[:] = rows
        if rows:
            last = self.index(len(rows) - 1, Column.PROGRAMME)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, key: Key | None) -> int | None:
        """Where a thing to do stands."""
        return next((n for n, one in enumerate(self._lines) if key_of(one) == key), None)

    def overdue(self, one: Tracked) -> bool:
        """Whether its day is past."""
        return when(one, self.today()) is When.OVERDUE

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell; the whole of it where a cell shows only a part."""
        one = self.line(index)
        if one is None:
            return None
        column = Column(index.column())
        if role == Role.DisplayRole:
            return self._words(one, column)
        if role == Role.AccessibleTextRole:
            return self._spoken(one, column)
        if role == Role.ToolTipRole:
            return self._tip(one, column)
        return None

    def _words(self, one: Tracked, column: Column) -> str:
        match column:
            case Column.TICK:
                return ""
            case Column.DUE:
                return due_words(one, self.today())
            case Column.WHAT:
                return what_words(one)
            case Column.WHO:
                return " ".join(one.person.split())
            case Column.PROGRAMME:
                return programme_words(one)

    def _spoken(self, one: Tracked, column: Column) -> str:
        said = self._words(one, column)
        match column:
            case Column.TICK if one.sort is Sort.REVIEW:
                return _("A review is done when it says what you learned")
            case Column.TICK:
                return _("Not done; Space marks it as done")
            case Column.DUE:
                return ", ".join(filter(None, (said, day_words(one, self.today()))))
            case Column.WHAT:
                return f"{said}, {facts_words(one, self.today())}"
            case Column.WHO:
                return said or _("Nobody named")
            case Column.PROGRAMME:
                return said

    def _tip(self, one: Tracked, column: Column) -> str | None:
        if column is Column.TICK:
            return None if one.sort is Sort.REVIEW else _("Mark as done (Space)")
        if column is Column.WHAT:
            return f"{what_words(one)}\n{facts_words(one, self.today())}"
        return self._words(one, column) or None


def key_of(one: Tracked) -> Key:
    """What tells one thing to do from every other."""
    return one.programme_id, one.id


def programme_words(one: Tracked) -> str:
    """The title of its programme, and whether that is archived."""
    title = one.title or _("Without a title")
    return _("{title} (archived)").format(title=title) if one.archived else title
