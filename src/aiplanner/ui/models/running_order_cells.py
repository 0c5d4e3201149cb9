"""What the columns of the running order show, say to those who cannot see them, and let edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum

from aiplanner.app.content import capability_guide
from aiplanner.app.wording import (
    KIND_NAMES,
    LEVEL_NAMES,
    STATE_NAMES,
    day_text,
    minutes_text,
    short_day_text,
    time_text,
)
from aiplanner.domain.cycle import Kind, Role
from aiplanner.domain.lengths import length_text
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import DAY, clock_text
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.running_order_lines import Line, Sort


class Column(IntEnum):
    """A column of the running order, from left to right."""

    CLOCK = 0
    MINUTES = 1
    WHAT = 2
    GROUP = 3
    PHASE = 4
    CAPABILITIES = 5
    LEAD = 6
    ROOM = 7
    SHEETS = 8
    MATERIALS = 9
    LEVEL = 10
    AUDIENCE = 11


COLUMNS = tuple(Column)
"""By number; quicker than making one of an index again and again."""

COLUMN_NAMES: Mapping[Column, str] = {
    Column.CLOCK: _("Clock"),
    Column.MINUTES: _("Min"),
    Column.WHAT: _("What"),
    Column.GROUP: _("Group"),
    Column.PHASE: _("Phase"),
    Column.CAPABILITIES: _("Capabilities"),
    Column.LEAD: _("Lead"),
    Column.ROOM: _("Room"),
    Column.SHEETS: _("Sheets"),
    Column.MATERIALS: _("Materials"),
    Column.LEVEL: _("Level"),
    Column.AUDIENCE: _("Audience"),
}

_NOT_EDITABLE: Mapping[Sort, tuple[Column, ...]] = {
    Sort.TASK: (Column.MINUTES,),
    Sort.ADD: (Column.CAPABILITIES, Column.SHEETS, Column.MATERIALS),
    Sort.ADD_TASK: (
        *(Column.MINUTES, Column.PHASE, Column.CAPABILITIES),
        *(Column.ROOM, Column.SHEETS, Column.MATERIALS, Column.LEVEL),
    ),
    Sort.STRAND: (
        *(Column.CLOCK, Column.MINUTES, Column.GROUP, Column.PHASE),
        *(Column.CAPABILITIES, Column.SHEETS, Column.MATERIALS, Column.LEVEL, Column.AUDIENCE),
    ),
    Sort.NOTICE: COLUMNS,
    Sort.HEADING: COLUMNS,
}


def can_edit(line: Line, column: Column) -> bool:
    """Whether something can be typed there; a section heading is nothing but its words."""
    if line.sort is Sort.ITEM and line.item is not None:
        return line.item.kind is not Kind.SECTION or column is Column.WHAT
    return column not in _NOT_EDITABLE[line.sort]


def cell_text(line: Line, column: Column) -> str:
    """What a cell shows."""
    return _SHOWN[column](line)


def edit_text(line: Line, column: Column) -> str:
    """What stands in a cell when typing in it begins."""
    if line.strand is not None:
        return line.strand.title if column is Column.WHAT else cell_text(line, column)
    if line.item is None:
        return ""
    typed = _TYPED.get(column)
    return typed(line, line.item) if typed else cell_text(line, column)


def spoken_text(line: Line, column: Column) -> str:
    """What a screen reader says for a cell."""
    if line.sort is Sort.NOTICE or (line.sort is Sort.HEADING and column is Column.WHAT):
        return line.title
    if line.sort in (Sort.ADD, Sort.ADD_TASK):
        return add_text(line) if column is Column.WHAT else _("empty")
    return _SPOKEN.get(column, cell_text)(line, column) or _("empty")


def tip_text(line: Line, column: Column) -> str:
    """What a cell tells under the pointer beyond what it shows."""
    if column is Column.CAPABILITIES:
        return "\n".join(_capabilities(line))
    if column is Column.SHEETS:
        pairs = zip(line.sheets, line.sheet_titles, strict=True)
        return "\n".join(f"{number} {title}" for number, title in pairs)
    if column is Column.MINUTES and line.sharers > 1:
        return _("{minutes} minutes shared by {count} items without a length").format(
            minutes=line.shared, count=line.sharers
        )
    if column is Column.CLOCK:
        return _clock_tip(line)
    if column is Column.GROUP:
        return _spoken_group(line, column)
    return cell_text(line, column)


def add_text(line: Line) -> str:
    """What the place to add says while it is empty."""
    if line.sort is Sort.ADD_TASK:
        return _("Add a task")
    return _("Add to this strand") if line.depth else _("Add an item")


def _clock(line: Line) -> str:
    item = line.item
    if item is not None and not item.live:
        return STATE_NAMES[item.state]
    if item is not None and item.kind is Kind.TASK:
        return short_day_text(item.due) if item.due else ""
    if line.start is None or (item is not None and item.kind is Kind.SECTION):
        return ""
    if not line.clocked:
        return f"{line.start // 60}:{line.start % 60:02d}"
    return clock_text(line.start) + ("⁺¹" if line.start >= DAY else "")


def _due(line: Line) -> str:
    return day_text(line.item.due) if line.item is not None and line.item.due else ""


def _minutes(line: Line) -> str:
    item = line.item
    if item is None:
        return str(line.minutes) if line.sort in (Sort.NOTICE, Sort.STRAND) else ""
    if line.strands and line.start is not None:
        return str(line.minutes)
    if item.planned_length.timed:
        return length_text(item.planned_length)
    if line.sharers > 1:
        return f"{line.shared} ÷ {line.sharers}"
    return str(line.minutes) if line.shared else ""


def _group(line: Line) -> str:
    if line.item is None:
        return ""
    if line.strands and not line.item.group:
        return ngettext("{count} strand", "{count} strands", line.strands).format(
            count=line.strands
        )
    return line.item.group


def group_counted(line: Line, *, short: bool) -> str:
    """The group with the number of groups: "fours · 4 groups", or `short` "fours × 4"."""
    if line.item is None or not line.company.groups:
        return _group(line)
    form = _("{group} × {count}") if short else _("{group} · {groups}")
    return form.format(group=line.item.group, count=line.company.groups, groups=line.company.words)


def _marks(line: Line) -> str:
    return " ".join(capability_guide(capability).mark for capability, _role in line.focus)


def _sheets(line: Line) -> str:
    return ", ".join(line.sheets)


def _level(line: Line) -> str:
    level = line.item.level if line.item is not None else None
    return "" if level is None else LEVEL_NAMES[level]


_SHOWN: Mapping[Column, Callable[[Line], str]] = {
    Column.CLOCK: _clock,
    Column.MINUTES: _minutes,
    Column.WHAT: lambda line: line.title,
    Column.GROUP: _group,
    Column.PHASE: lambda line: line.phase_name,
    Column.CAPABILITIES: _marks,
    Column.LEAD: lambda line: line.lead,
    Column.ROOM: lambda line: line.room,
    Column.SHEETS: _sheets,
    Column.MATERIALS: lambda line: line.materials,
    Column.LEVEL: _level,
    Column.AUDIENCE: lambda line: line.item.audience if line.item is not None else "",
}


def _typed_clock(line: Line, item: Item) -> str:
    if item.kind is Kind.TASK:
        return _due(line)
    return time_text(item.pin) if item.pin else ""


_TYPED: Mapping[Column, Callable[[Line, Item], str]] = {
    Column.CLOCK: _typed_clock,
    Column.MINUTES: lambda _line, item: length_text(item.planned_length),
    Column.GROUP: lambda _line, item: item.group,
    Column.SHEETS: lambda line, _item: "; ".join(line.sheet_titles),
}


def _spoken_clock(line: Line, _column: Column) -> str:
    if line.item is not None and line.item.kind is Kind.TASK:
        return _clock_tip(line)
    text = _clock(line).removesuffix("⁺¹")
    if line.start is not None and line.start >= DAY and line.clocked:
        text = _("{clock} the next day").format(clock=text)
    if line.item is not None and line.item.pin is not None:
        text = _("{clock}, pinned").format(clock=text)
    return text


def _spoken_group(line: Line, _column: Column) -> str:
    """The group and how many there are: "tables of six, 3 groups of 5 or 6"."""
    return ", ".join(part for part in (_group(line), line.company.detail) if part)


def _spoken_minutes(line: Line, column: Column) -> str:
    if line.sharers > 1:
        return tip_text(line, column)
    text = _minutes(line).replace("×", _("times")).replace("–", _(" to "))
    return _("{length} minutes").format(length=text) if text else ""


def _spoken_what(line: Line, _column: Column) -> str:
    title = line.title or _("untitled")
    kind = line.item.kind if line.item is not None else Kind.ACTIVITY
    if line.folded:
        kind = Kind.ACTIVITY
        title = _("{title}, collapsed").format(title=title)
    # A break called "Break" needs no second word for what it is.
    said = title.casefold() == KIND_NAMES[kind].casefold() or kind is Kind.ACTIVITY
    parts = [title] if said else [title, KIND_NAMES[kind]]
    if line.depth and line.item is not None:
        parts.append(_("in a strand"))
    return ", ".join([*parts, line.words] if line.words else parts)


def _spoken_capabilities(line: Line, _column: Column) -> str:
    return "; ".join(_capabilities(line))


_SPOKEN: Mapping[Column, Callable[[Line, Column], str]] = {
    Column.CLOCK: _spoken_clock,
    Column.GROUP: _spoken_group,
    Column.MINUTES: _spoken_minutes,
    Column.WHAT: _spoken_what,
    Column.CAPABILITIES: _spoken_capabilities,
}


def _capabilities(line: Line) -> list[str]:
    leads, supports = _("{capability}, led on"), _("{capability}, supported")
    return [
        (leads if role is Role.LEADS else supports).format(
            capability=capability_guide(capability).name
        )
        for capability, role in line.focus
    ]


def _clock_tip(line: Line) -> str:
    if line.item is None or line.start is None:
        return _("due {day}").format(day=_due(line)) if _due(line) else ""
    end = minutes_text(line.minutes)
    if not line.clocked:
        return _("{clock} after the start; takes {minutes}").format(clock=_clock(line), minutes=end)
    until = clock_text(line.start + line.minutes)
    if line.item.pin is not None:
        return _("Pinned to {clock}, until {end}").format(clock=clock_text(line.start), end=until)
    return _("{clock} to {end}").format(clock=clock_text(line.start), end=until)
