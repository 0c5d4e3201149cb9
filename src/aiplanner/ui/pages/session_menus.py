"""The menus of the running order: what to add, what to do with an item, which columns to show."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from aiplanner.app.wording import KIND_NAMES, STATE_NAMES
from aiplanner.domain.cycle import Kind, State
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.running_order_cells import COLUMN_NAMES, Column
from aiplanner.ui.pages.session_bank import SessionBank
from aiplanner.ui.pages.session_items import ItemCommands
from aiplanner.ui.pages.session_moves import MoveCommands
from aiplanner.ui.widgets.menus import LINE, Entry
from aiplanner.ui.widgets.running_order.columns import OPTIONAL
from aiplanner.ui.widgets.running_order.view import RunningOrderView


def add_entries(items: ItemCommands) -> list[Entry]:
    """What can be added, the usual first."""
    usual = (Kind.ACTIVITY, Kind.BREAK, Kind.MEAL, Kind.SECTION, Kind.BREAKOUT)
    rarer = (Kind.ARRIVAL, Kind.TRAVEL, Kind.SOCIAL)
    strand = Entry(_("Strand"), items.add_strand, usable=items.choice.breakout is not None)
    return [
        *(_adding(items, kind) for kind in usual),
        strand,
        LINE,
        *(_adding(items, kind) for kind in rarer),
        LINE,
        _adding(items, Kind.TASK),
    ]


def item_entries(items: ItemCommands, moves: MoveCommands, view: RunningOrderView) -> list[Entry]:
    """What can be done with what is chosen."""
    item, line = items.choice.item, items.choice.line
    there, movable = item is not None, item is not None or (line is not None and bool(line.strand))
    pinned = item is not None and item.pin is not None
    clocked = line is not None and line.start is not None and item is not None
    return [
        Entry(_("Change"), view.begin_here, "F2", usable=line is not None),
        Entry(_("Duplicate"), items.duplicate, "Ctrl+D", usable=there),
        Entry(_("Move up"), partial(moves.move, -1), "Alt+Up", usable=movable),
        Entry(_("Move down"), partial(moves.move, 1), "Alt+Down", usable=movable),
        Entry(_("Into the breakout above"), partial(moves.shift, 1), "Alt+Right", usable=there),
        Entry(_("Out of the breakout"), partial(moves.shift, -1), "Alt+Left", usable=there),
        LINE,
        Entry(_("Pinned to its clock time"), items.toggle_pin, usable=clocked, on=pinned),
        LINE,
        Entry(_("Delete"), items.delete, "Del", usable=movable),
    ]


def bank_entries(items: ItemCommands, bank: SessionBank) -> list[Entry]:
    """What the bank can do for the line in focus: fill its free minutes, keep its item."""
    item, gap = items.choice.item, bank.gap_of(items.choice.line)
    fill = ngettext("Fill this {count} minute…", "Fill these {count} minutes…", gap)
    keep = Entry(_("Save to my bank…"), partial(_save, items, bank), usable=bank.own.can_save(item))
    filling = Entry(fill.format(count=gap), partial(bank.fill, gap), "Ctrl+B")
    return [filling] if gap else [keep]


def _save(items: ItemCommands, bank: SessionBank) -> None:
    if items.choice.item is not None:
        bank.own.save_item(items.choice.item)


def kind_entries(items: ItemCommands) -> list[Entry]:
    """The kinds that what is chosen can be."""
    item = items.choice.item
    return [
        Entry(
            KIND_NAMES[kind].capitalize(),
            partial(items.set_kind, kind),
            on=item is not None and item.kind is kind,
        )
        for kind in Kind
    ]


def state_entries(items: ItemCommands) -> list[Entry]:
    """Whether what is chosen counts."""
    item = items.choice.item
    return [
        Entry(
            STATE_NAMES[state].capitalize(),
            partial(items.set_state, state),
            on=item is not None and item.state is state,
        )
        for state in State
    ]


def column_entries(
    view: RunningOrderView, wish: Callable[[frozenset[Column]], object]
) -> list[Entry]:
    """The columns that may be hidden; one without room at the moment says so."""
    crowded = _("{column} (does not fit now)")
    return [
        Entry(
            crowded.format(column=COLUMN_NAMES[column])
            if column in view.wished and column not in view.shown()
            else COLUMN_NAMES[column],
            partial(wish, view.wished ^ {column}),
            on=column in view.wished,
        )
        for column in OPTIONAL
    ]


def _adding(items: ItemCommands, kind: Kind) -> Entry:
    keys = "Ins" if kind is Kind.ACTIVITY else ""
    return Entry(KIND_NAMES[kind].capitalize(), partial(items.add, kind), keys)
