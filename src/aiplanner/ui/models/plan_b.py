"""A plan B as a table: each item's time before and after, how it is done then, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from aiplanner.app.plan_b_words import CHOICE_NAMES, saves, why_text
from aiplanner.app.wording import KIND_NAMES
from aiplanner.domain.cycle import RESTS
from aiplanner.domain.ids import RowId
from aiplanner.domain.plan_b import Choice, Outcome, PlanB, Why
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Strand
from aiplanner.domain.schedule import Slot, clock_text
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.lines import NOWHERE, Index, LinesModel, Role

NONE = "–"


class Column(IntEnum):
    """The columns, in order."""

    BEFORE = 0
    AFTER = 1
    WHAT = 2
    MINUTES = 3
    HOW = 4
    WHY = 5


HEADINGS = (_("Now"), _("Plan B"), _("What"), _("Minutes"), _("How"), _("Why"))


@dataclass(frozen=True, slots=True)
class Line:
    """One item in words; `quiet` is a break, `cut` is done otherwise than planned."""

    id: RowId
    depth: int
    words: tuple[str, ...]
    ways: tuple[Choice, ...]
    choice: Choice
    quiet: bool
    cut: bool
    gone: bool


class PlanBModel(LinesModel[Line]):
    """One row an item, in the order of the running order."""

    def __init__(self) -> None:
        super().__init__(HEADINGS)

    def show(self, programme: Programme, plan: PlanB | None) -> None:
        """Show a plan B; rows stay where they are while the items are the same."""
        fresh = [] if plan is None else list(_lines(programme, plan))
        if [line.id for line in fresh] != [line.id for line in self._lines]:
            self._replace(fresh)
            return
        for row, (old, new) in enumerate(zip(self._lines, fresh, strict=True)):
            if old != new:
                self._lines[row] = new
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The words of a cell."""
        line = self.line(index)
        if line is None or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        return line.words[index.column()]

    def _replace(self, fresh: list[Line]) -> None:
        if self._lines:
            self.beginRemoveRows(NOWHERE, 0, len(self._lines) - 1)
            self._lines = []
            self.endRemoveRows()
        if fresh:
            self.beginInsertRows(NOWHERE, 0, len(fresh) - 1)
            self._lines = fresh
            self.endInsertRows()


def _lines(programme: Programme, plan: PlanB) -> Iterator[Line]:
    for one in plan.outcomes:
        item = programme.get(one.item_id, Item)
        gone = one.choice is Choice.SKIP or one.why is Why.GONE
        words = (
            _time(plan.before.slots[item.id]),
            _time(plan.after.slots[item.id]),
            item.title or KIND_NAMES[item.kind].capitalize(),
            _minutes(plan, one),
            NONE if one.why is Why.GONE else CHOICE_NAMES[one.choice],
            why_text(plan, one, item),
        )
        yield Line(
            id=item.id,
            depth=_depth(programme, item),
            words=words,
            ways=one.ways,
            choice=one.choice,
            quiet=item.kind in RESTS,
            cut=one.choice is not one.was or one.why is Why.GONE,
            gone=gone,
        )


def _time(slot: Slot) -> str:
    return NONE if slot.start is None else clock_text(slot.start)


def _minutes(plan: PlanB, one: Outcome) -> str:
    now = plan.untouched.slots[one.item_id].minutes
    then = plan.after.slots[one.item_id].minutes
    return _("{now} → {then}").format(now=now, then=then) if saves(plan, one) else str(then)


def _depth(programme: Programme, item: Item) -> int:
    depth = 0
    while item.strand_id is not None:
        item = programme.get(programme.get(item.strand_id, Strand).item_id, Item)
        depth += 1
    return depth
