"""Add, delete, duplicate and change the sort of what is chosen in a running order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from aiplanner.app.document import Change
from aiplanner.app.wording import KIND_NAMES, time_text
from aiplanner.domain.cycle import RESTS, Kind
from aiplanner.domain.edits.items import (
    add_item,
    delete_items,
    duplicate_item,
    set_kind,
    set_pin,
)
from aiplanner.domain.edits.parts import add_part, delete_part
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Strand
from aiplanner.domain.schedule import DAY
from aiplanner.i18n import gettext as _
from aiplanner.ui.document import Document
from aiplanner.ui.errors import sentence
from aiplanner.ui.models.running_order import RunningOrderModel
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Sort, title_of
from aiplanner.ui.models.running_order_places import Place, end_of, place_after
from aiplanner.ui.pages.session_choice import Choice
from aiplanner.ui.services import Services
from aiplanner.ui.widgets.announcer import announce
from aiplanner.ui.widgets.running_order.view import RunningOrderView

_STRANDS = 2
"""A new breakout begins with so many strands."""


class ItemCommands:
    """The verbs of the running order; every one is one step of undo."""

    def __init__(
        self,
        document: Document,
        services: Services,
        model: RunningOrderModel,
        view: RunningOrderView,
    ) -> None:
        self._document, self._services = document, services
        self._model, self._view = model, view
        self.choice = Choice(document, view)
        self._fresh: Item | None = None
        view.given_up.connect(self._on_given_up)

    def add(self, kind: Kind = Kind.ACTIVITY) -> None:
        """Add an item below the one in focus and begin to write it."""
        session, line = self._model.session_id, self.choice.line
        if session is None:
            return
        adding = line is not None and line.sort is Sort.ADD and kind is Kind.ACTIVITY
        if adding and self._view.elsewhere is None:  # only the table has a line to add on
            self._view.begin_here()
            return
        beside = place_after(self._document.now, line) if line is not None else None
        place = beside if beside and kind is not Kind.TASK else end_of(self._document.now, session)
        title = KIND_NAMES[kind].capitalize() if kind in RESTS else ""
        self._fresh = Item(self._services.new_id(), 0, kind=kind, title=title)
        self._document.edit(_("Add an item"), self._adding(self._fresh, place))
        self._begin(self._fresh.id, Column.MINUTES if kind in RESTS else Column.WHAT)

    def add_strand(self) -> None:
        """Add a strand to the breakout in focus and begin to name it."""
        breakout = self.choice.breakout
        if breakout is not None:
            strand = Strand(self._services.new_id(), breakout.id, 0)
            self._document.edit(_("Add a strand"), lambda now: add_part(now, strand))
            self._begin(strand.id, Column.WHAT)

    def delete(self) -> None:
        """Delete what is chosen and offer the way back."""
        items, line, row = self.choice.items(), self.choice.line, self._view.currentIndex().row()
        if items:
            label = self.choice.named(items, _("Delete {title}"), _("Delete {count} items"))
            told = self.choice.named(items, _("Deleted {title}."), _("Deleted {count} items."))
            self._document.edit(label, lambda now: delete_items(now, items))
        elif line is not None and line.strand is not None:
            strand, name = line.strand.id, {"title": line.title}
            told = _("Deleted {title} and what it held.").format(**name)
            self._document.edit(
                _("Delete {title}").format(**name), lambda now: delete_part(now, strand)
            )
        else:
            return
        self._view.choose(row)
        self._services.say(told, undo=True)

    def duplicate(self) -> None:
        """Add a copy of each chosen item right after it."""
        items = self.choice.items()
        if not items:
            return
        label = self.choice.named(items, _("Duplicate {title}"), _("Duplicate {count} items"))
        before = self._document.now.rows
        new_id = self._services.new_id

        def change(now: Programme) -> Programme:
            for item in items:
                now = duplicate_item(now, item, new_id)
            return now

        self._document.edit(label, change)
        rows = self._document.now.rows.values()
        new = [row for row in rows if isinstance(row, Item) and row.id not in before]
        self._view.choose_all([item.id for item in new if item.parent_id in before])

    def toggle_pin(self) -> None:
        """Pin the item in focus to the time it starts now, or let it run on."""
        item, line = self.choice.item, self.choice.line
        if item is None or line is None:
            return
        title = title_of(item)
        if item.pin is None and (line.start is None or not line.clocked):
            announce(self._view, _("{title} has no clock time to pin.").format(title=title))
            return
        start = (line.start or 0) % DAY
        pin = None if item.pin is not None else time(start // 60, start % 60)
        words = _("Unpin {title}") if pin is None else _("Pin {title}")
        label = words.format(title=title)
        self._change(label, [item.id], lambda now, row: set_pin(now, row, pin))
        if self._document.now.get(item.id, Item).pin == pin:
            told = (
                _("{title}, no longer pinned") if pin is None else _("{title}, pinned to {clock}")
            )
            announce(self._view, told.format(title=title, clock=time_text(pin) if pin else ""))

    def set_kind(self, kind: Kind) -> None:
        """Make the chosen items another kind of row; a breakout gets strands, empty ones go."""
        items = self.choice.items()
        label = self.choice.named(
            items, _("Change the kind of {title}"), _("Change the kind of {count} items")
        )
        self._change(label, items, lambda now, row: self._with_kind(now, row, kind))
        self._view.choose_all(items)  # a task stands elsewhere than what was an activity

    def _adding(self, item: Item, place: Place) -> Change:
        def change(now: Programme) -> Programme:
            now = add_item(now, item, place.parent, place.index)
            return self._with_strands(now, item.id) if item.kind is Kind.BREAKOUT else now

        return change

    def _with_kind(self, now: Programme, item: RowId, kind: Kind) -> Programme:
        if kind is not Kind.BREAKOUT:
            empty = [s.id for s in now.strands_of(item) if not now.items_of(s.id)]
            now = now.drop(empty)
        now = set_kind(now, item, kind)
        return self._with_strands(now, item) if kind is Kind.BREAKOUT else now

    def _with_strands(self, now: Programme, breakout: RowId) -> Programme:
        for _n in range(_STRANDS - len(now.strands_of(breakout))):
            now = add_part(now, Strand(self._services.new_id(), breakout, 0))
        return now

    def _change(
        self, label: str, items: list[RowId], change: Callable[[Programme, RowId], Programme]
    ) -> None:
        def whole(now: Programme) -> Programme:
            for item in items:
                now = change(now, item)
            return now

        try:
            self._document.edit(label, whole)
        except PlanError as error:
            self._services.say(sentence(error))

    def _begin(self, row_id: RowId, column: Column) -> None:
        self._model.reveal(row_id)
        row = self._model.row_of_id(row_id)
        if row is not None:
            self._view.begin(row, column)

    def _on_given_up(self, row_id: str) -> None:
        """What was added only to be written goes again when nothing is written."""
        fresh, self._fresh = self._fresh, None
        if fresh is None or fresh.id != row_id:
            return
        now = self._document.now.rows.get(fresh.id)
        untouched = isinstance(now, Item) and not now.length.timed and now.title == fresh.title
        if untouched and self._document.history.undo_label == _("Add an item"):
            self._document.undo()
