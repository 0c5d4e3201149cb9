"""What is typed into a cell of the running order, as an edit of the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from aiplanner.app.days import parse_day
from aiplanner.app.material_words import set_materials
from aiplanner.app.typed_kinds import kind_for
from aiplanner.domain.clocks import parse_clock
from aiplanner.domain.copies import people_of
from aiplanner.domain.cycle import Capability, Kind, Level, Phase, Role, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import add_item, set_length, set_pin
from aiplanner.domain.edits.parts import set_focus, set_parts
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import parse_length
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Sheet
from aiplanner.domain.turns import with_turns
from aiplanner.i18n import gettext as _
from aiplanner.ui.models.running_order_cells import Column
from aiplanner.ui.models.running_order_lines import Line, Sort, title_of

Focuses = Mapping[Capability, Role]
CellValue = str | Phase | Level | Focuses | None
"""Typed words; the phase or level chosen, or None; the capabilities with their roles."""

FIELDS: Mapping[Column, str] = {
    Column.WHAT: "title",
    Column.GROUP: "group",
    Column.LEAD: "lead",
    Column.ROOM: "room",
    Column.AUDIENCE: "audience",
}
COMPLETED = frozenset({Column.GROUP, Column.ROOM, Column.AUDIENCE})
"""Columns whose words come again and again."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What an edit needs of the world: the day, and ids for new rows."""

    today: Callable[[], date]
    new_id: NewId


@dataclass(frozen=True, slots=True)
class Entry:
    """A value typed into a cell; `row` is the item or strand, or the id of the item to add."""

    line: Line
    column: Column
    value: CellValue
    row: RowId


def entered(programme: Programme, entry: Entry, desk: Desk) -> Programme:
    """The programme with what was typed; PlanError where the cell refuses it."""
    line, column, row = entry.line, entry.column, entry.row
    if line.sort is Sort.STRAND:
        return set_fields(programme, row, **{FIELDS[column]: entry.value})
    if line.sort in (Sort.ADD, Sort.ADD_TASK):
        programme = add_item(programme, _new_item(entry), line.row)
    return _set_cell(programme, programme.get(row, Item), column, entry.value, desk)


def entry_label(entry: Entry) -> str:
    """What undo calls it."""
    line, column = entry.line, entry.column
    if line.sort in (Sort.ADD, Sort.ADD_TASK):
        named = entry.column is Column.WHAT and isinstance(entry.value, str) and entry.value
        return _("Add {title}").format(title=entry.value) if named else _("Add an item")
    if line.item is not None and not line.item.title and entry.column is Column.WHAT:
        return _("Write {title}").format(title=entry.value)
    title = line.title if line.item is None else title_of(line.item)
    return _LABELS[column].format(title=title)


_LABELS: Mapping[Column, str] = {
    Column.CLOCK: _("Change the clock time of {title}"),
    Column.MINUTES: _("Change the length of {title}"),
    Column.WHAT: _("Change the title of {title}"),
    Column.GROUP: _("Change the group of {title}"),
    Column.PHASE: _("Change the phase of {title}"),
    Column.CAPABILITIES: _("Change the capabilities of {title}"),
    Column.LEAD: _("Change the lead of {title}"),
    Column.ROOM: _("Change the room of {title}"),
    Column.SHEETS: _("Change the sheets of {title}"),
    Column.MATERIALS: _("Change the materials of {title}"),
    Column.LEVEL: _("Change the level of {title}"),
    Column.AUDIENCE: _("Change the audience of {title}"),
}


def _new_item(entry: Entry) -> Item:
    item = Item(entry.row, 0)
    if entry.line.sort is Sort.ADD_TASK:
        return replace(item, kind=Kind.TASK)
    if entry.column is Column.WHAT and isinstance(entry.value, str):
        return replace(item, kind=kind_for(entry.value))
    return item


def _set_cell(
    programme: Programme, item: Item, column: Column, value: CellValue, desk: Desk
) -> Programme:
    match column, value:
        case Column.PHASE, None | Phase():
            return set_fields(programme, item.id, phase=value)
        case Column.LEVEL, None | Level():
            return set_fields(programme, item.id, level=value)
        case Column.CAPABILITIES, Mapping():
            return set_focuses(programme, item.id, value)
        case _, str(text):
            return _set_text(programme, item, column, text, desk)
    raise AssertionError(f"{value!r} cannot stand in {column.name}")


def _set_text(programme: Programme, item: Item, column: Column, text: str, desk: Desk) -> Programme:
    match column:
        case Column.CLOCK if item.kind is Kind.TASK:
            return set_fields(programme, item.id, due=parse_day(text, desk.today()))
        case Column.CLOCK:
            return set_pin(programme, item.id, parse_clock(text))
        case Column.MINUTES:
            return _set_minutes(programme, item, text)
        case Column.WHAT if not item.title and item.kind is Kind.ACTIVITY:
            return set_fields(programme, item.id, title=text, kind=kind_for(text))
        case Column.SHEETS | Column.MATERIALS:
            put = set_sheets if column is Column.SHEETS else set_materials
            return put(programme, item.id, text, desk.new_id)
        case _:
            return set_fields(programme, item.id, **{FIELDS[column]: text})


def _set_minutes(programme: Programme, item: Item, text: str) -> Programme:
    """Of an item that is planned short, what is typed is how long its short version takes.

    "3 each" is as many turns as people are expected.
    """
    text = with_turns(text, people_of(programme, programme.session_of(item)))
    if item.state is not State.SHORT:
        return set_length(programme, item.id, text)
    length = parse_length(text)
    return set_fields(programme, item.id, short_minutes=length.typical if length.timed else None)


def set_focuses(programme: Programme, item: RowId, focuses: Focuses) -> Programme:
    """Give an item exactly these capabilities."""
    now = {focus.capability: focus.role for focus in programme.focus_of(item)}
    for capability in Capability:
        role = focuses.get(capability)
        if role is not now.get(capability):
            programme = set_focus(programme, item, capability, role)
    return programme


def set_sheets(programme: Programme, item: RowId, text: str, new_id: NewId) -> Programme:
    """Give an item the sheets of these titles, parted by semicolons; known titles stay the same."""
    titles = [title.strip() for title in text.split(";") if title.strip()]
    spare = list(programme.sheets_of(item))
    wanted = []
    for title in titles:
        known = next((sheet for sheet in spare if sheet.title == title), None)
        if known is not None:
            spare.remove(known)
        wanted.append(known or Sheet(new_id(), item, 0, title))
    return set_parts(programme, spare, wanted, lambda now: now.sheets_of(item))
