"""The menus of the running order: what to add, what to do with an item, which columns to show."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from aiplanner.app.content import phase_label
from aiplanner.app.wording import KIND_NAMES, LEVEL_NAMES, STATE_NAMES
from aiplanner.domain.cycle import Kind, Level, Phase, State
from aiplanner.domain.rows import Head
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.running_order_cells import COLUMN_NAMES, Column
from aiplanner.ui.pages.session_bank import SessionBank
from aiplanner.ui.pages.session_items import ItemCommands
from aiplanner.ui.pages.session_marks import MarkCommands
from aiplanner.ui.pages.session_moves import MoveCommands
from aiplanner.ui.pages.session_reshape import ReshapeCommands
from aiplanner.ui.pages.session_sections import SectionCommands
from aiplanner.ui.pages.session_verbs import RowVerbs
from aiplanner.ui.widgets.menus import LINE, Entry
from aiplanner.ui.widgets.running_order.column_widths import ColumnWidths
from aiplanner.ui.widgets.running_order.columns import OPTIONAL
from aiplanner.ui.widgets.running_order.view import RunningOrderView

_MOST_USED = 9
"""More leads or groups than this are found by typing."""
_STATE_KEYS = {
    State.SHORT: "Ctrl+Shift+H",
    State.PARKED: "Ctrl+Shift+K",
    State.SKIPPED: "Ctrl+Shift+L",
}


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


def clip_entries(items: ItemCommands, rows: RowVerbs) -> list[Entry]:
    """Cut, copy, paste; and put back as many as wanted."""
    there = items.choice.item is not None
    return [
        Entry(_("Cut"), rows.clipboard.cut, "Ctrl+X", usable=there),
        Entry(_("Copy"), rows.clipboard.copy, "Ctrl+C", usable=there),
        Entry(_("Paste"), rows.clipboard.paste, "Ctrl+V"),
        Entry(_("Duplicate"), items.duplicate, "Ctrl+D", usable=there),
    ]


def change_entries(items: ItemCommands, rows: RowVerbs, view: RunningOrderView) -> list[Entry]:
    """What changes the item in focus, or what is chosen, into something else."""
    item, line = items.choice.item, items.choice.line
    there, reshape = item is not None, rows.reshape
    pinned = item is not None and item.pin is not None
    clocked = line is not None and line.start is not None and there
    return [
        Entry(_("Change"), view.begin_here, "F2", usable=line is not None),
        Entry(_("Split in two"), reshape.split, "Ctrl+Shift+D", usable=there),
        Entry(_("Merge into one"), reshape.merge, "Ctrl+Shift+M", usable=there),
        Entry(_("Pinned to its clock time"), items.toggle_pin, "Ctrl+L", usable=clocked, on=pinned),
    ]


def move_entries(items: ItemCommands, moves: MoveCommands, reshape: ReshapeCommands) -> list[Entry]:
    """The ways to another place here, and the other sessions."""
    there = items.choice.item is not None
    movable = there or (items.choice.line is not None and bool(items.choice.line.strand))
    steps = [
        Entry(_("Up"), partial(moves.move, -1), "Alt+Up", usable=movable),
        Entry(_("Down"), partial(moves.move, 1), "Alt+Down", usable=movable),
        Entry(_("Into the breakout above"), partial(moves.shift, 1), "Alt+Right", usable=there),
        Entry(_("Out of the breakout"), partial(moves.shift, -1), "Alt+Left", usable=there),
    ]
    found = reshape.sessions
    keys = {found.index - 1: "Alt+PgUp", found.index + 1: "Alt+PgDown"}
    sessions = [
        Entry(
            _("To {session}").format(session=found.entry(n)),
            partial(reshape.to_session, session.id),
            keys.get(n, ""),
            usable=there,
        )
        for n, session in enumerate(found.sessions)
        if n != found.index
    ]
    return [*steps, LINE, *sessions] if sessions else steps


def section_entries(sections: SectionCommands) -> list[Entry]:
    """Collapse and expand."""
    there = sections.here is not None
    return [
        Entry(_("Collapse or expand this one"), sections.toggle, "Ctrl+.", usable=there),
        Entry(_("Collapse all sections"), sections.fold_all),
        Entry(_("Expand all sections"), sections.unfold_all),
    ]


def last_entries(items: ItemCommands) -> list[Entry]:
    """What takes away, far from all else."""
    line = items.choice.line
    movable = items.choice.item is not None or (line is not None and bool(line.strand))
    return [Entry(_("Delete"), items.delete, "Del", usable=movable)]


def phase_entries(items: ItemCommands, marks: MarkCommands, head: Head) -> list[Entry]:
    """The phases that everything chosen can get."""
    here = items.choice.item
    return [
        Entry(
            _("No phase") if phase is None else phase_label(head, phase),
            partial(marks.set_phase, phase),
            on=here is not None and here.phase is phase,
        )
        for phase in (None, *Phase)
    ]


def level_entries(items: ItemCommands, marks: MarkCommands) -> list[Entry]:
    """The levels that everything chosen can get."""
    here = items.choice.item
    return [
        Entry(
            _("No level") if level is None else LEVEL_NAMES[level].capitalize(),
            partial(marks.set_level, level),
            on=here is not None and here.level is level,
        )
        for level in (None, *Level)
    ]


def text_entries(marks: MarkCommands, field: str, ask: Callable[[str], object]) -> list[Entry]:
    """The leads, or groups, that are written already, none, and any other."""
    used = [Entry(text, partial(marks.set_text, field, text)) for text in marks.used(field)]
    none = _("Nobody") if field == "lead" else _("No group")
    return [
        *used[:_MOST_USED],
        LINE,
        Entry(none, partial(marks.set_text, field, "")),
        Entry(_("Another…"), partial(ask, field)),
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


def state_entries(items: ItemCommands, marks: MarkCommands) -> list[Entry]:
    """Whether what is chosen counts."""
    item = items.choice.item
    return [
        Entry(
            STATE_NAMES[state].capitalize(),
            partial(marks.set_state, state),
            _STATE_KEYS.get(state, ""),
            on=item is not None and item.state is state,
        )
        for state in State
    ]


def column_entries(
    view: RunningOrderView, wish: Callable[[frozenset[Column]], object]
) -> list[Entry]:
    """The columns that may be hidden; one without room at the moment says so."""
    crowded = _("{column} (does not fit now)")
    shown = [
        Entry(
            crowded.format(column=COLUMN_NAMES[column])
            if column in view.wished and column not in view.shown()
            else COLUMN_NAMES[column],
            partial(wish, view.wished ^ {column}),
            on=column in view.wished,
        )
        for column in OPTIONAL
    ]
    return [*shown, LINE, *_width_entries(view.widths)]


def _width_entries(widths: ColumnWidths) -> list[Entry]:
    """Wider and narrower for the column in focus, and back to what is needed."""
    here, own = widths.here, widths.own
    free = Entry(_("All columns as wide as needed"), widths.free, usable=bool(own))
    if here is None:
        return [free]
    name = COLUMN_NAMES[here]
    return [
        Entry(_("{column} wider").format(column=name), partial(widths.step, 1), "Alt+Shift+Right"),
        Entry(
            _("{column} narrower").format(column=name), partial(widths.step, -1), "Alt+Shift+Left"
        ),
        Entry(
            _("{column} as wide as needed").format(column=name),
            partial(widths.free, here),
            usable=here in own,
        ),
        free,
    ]


def _adding(items: ItemCommands, kind: Kind) -> Entry:
    keys = "Ins" if kind is Kind.ACTIVITY else ""
    return Entry(KIND_NAMES[kind].capitalize(), partial(items.add, kind), keys)
