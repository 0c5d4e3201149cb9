"""Which columns of the running order are on show, and how wide: what fits, the rest on request."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtGui import QFontMetrics

from aiplanner.app.content import phase_label
from aiplanner.app.wording import STATE_NAMES
from aiplanner.domain.cycle import Phase
from aiplanner.domain.rows import Head
from aiplanner.ui import fonts
from aiplanner.ui.models.running_order_cells import (
    COLUMN_NAMES,
    Column,
    cell_text,
    group_counted,
)
from aiplanner.ui.models.running_order_lines import Line, Sort
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.paint import PAD, badge_size, phase_width
from aiplanner.ui.widgets.running_order.painting import LOCK

ALWAYS = frozenset({Column.CLOCK, Column.MINUTES, Column.WHAT})
"""Columns without which a running order is none."""
OPTIONAL = tuple(column for column in Column if column not in ALWAYS)

USUAL = tuple(c for c in OPTIONAL if c not in (Column.MATERIALS, Column.LEVEL, Column.AUDIENCE))
"""Columns that are on show until somebody wishes others."""

_GIVING_WAY = (
    *(Column.AUDIENCE, Column.LEVEL, Column.MATERIALS),
    Column.ROOM,
    Column.SHEETS,
    Column.GROUP,
    Column.LEAD,
    Column.CAPABILITIES,
    Column.PHASE,
)
"""Where there is no room for all, the first of these goes first; the inspector shows it still."""
_LEAST_WHAT = 250
"""Pixels at 100 % text size that What keeps."""
AMPLE_WHAT = 300
"""Pixels at 100 % text size beyond which What gives room to others."""
_WIDEST = {
    Column.MINUTES: 96,
    Column.GROUP: 132,
    Column.LEAD: 120,
    Column.ROOM: 132,
    Column.SHEETS: 96,
    Column.MATERIALS: 180,
    Column.LEVEL: 110,
    Column.AUDIENCE: 132,
}
"""Pixels at 100 % text size beyond which words in a column are cut off."""
_ELIDED = 76
"""Pixels at 100 % text size to which words are cut off before a column goes."""
LEAST_OWN = 40
"""Pixels at 100 % text size that no column of the user's own width falls below."""
_MOST_OWN = 2000
_MOST_BADGES = 3
_AROUND = 2 * PAD + 2


class Wanted(NamedTuple):
    """What columns ask for, in pixels."""

    named: Mapping[Column, int]
    """For their names, and for what is the same in all rows."""
    written: Mapping[Column, int]
    """For what is written in them now."""
    own: Mapping[Column, int]
    """What the user gave them; these keep it."""


def fitted_widths(wished: Collection[Column], wanted: Wanted, room: int) -> dict[Column, int]:
    """The columns that find room in so many pixels, and how wide they are.

    Where there is little, a column of rooms goes in which none is written, then columns of words
    get narrower, then those go in which nothing is written, then the others; What gets the rest.
    """
    least = {column: _least(column, wanted) for column in Column}
    shown = [column for column in Column if column in ALWAYS or column in wished]
    ample = {c: wanted.own.get(c, max(wanted.named[c], wanted.written[c])) for c in Column}
    no_room = wanted.written[Column.ROOM] <= _AROUND and Column.ROOM in shown
    if no_room and _sum(ample, shown) + fonts.scaled(_LEAST_WHAT) > room:
        shown.remove(Column.ROOM)
    # Phases are the thread of it all; what is ticked beyond the usual is wanted now.
    used = {c for c in Column if wanted.written[c] > _AROUND or c not in USUAL}
    used.add(Column.PHASE)
    for column in sorted(_GIVING_WAY, key=lambda column: column in used):
        if _sum(least, shown) + fonts.scaled(_LEAST_WHAT) <= room:
            break
        if column in shown:
            shown.remove(column)
    spare = max(0, room - fonts.scaled(_LEAST_WHAT) - _sum(least, shown))
    widths = {column: least[column] for column in shown}
    for column in reversed(_GIVING_WAY):
        if column in widths and column not in wanted.own:
            full = max(wanted.named[column], wanted.written[column])
            more = min(spare, max(0, full - widths[column]))
            widths[column], spare = widths[column] + more, spare - more
    widths[Column.WHAT] = max(room - _sum(widths, shown), 80)
    return widths


def _least(column: Column, wanted: Wanted) -> int:
    if column in wanted.own:
        return max(wanted.own[column], fonts.scaled(LEAST_OWN))
    if column in _WIDEST:
        return max(wanted.named[column], min(wanted.written[column], fonts.scaled(_ELIDED)))
    return max(wanted.named[column], wanted.written[column])


def _sum(widths: Mapping[Column, int], shown: Collection[Column]) -> int:
    return sum(widths[column] for column in shown if column is not Column.WHAT)


def widths_text(widths: Mapping[Column, int]) -> str:
    """Widths as they are remembered: "LEAD=120 ROOM=80"."""
    return " ".join(f"{column.name}={width}" for column, width in widths.items())


def read_widths(text: str) -> dict[Column, int]:
    """Widths that were remembered; what is not understood is as if it had never been."""
    pairs = (piece.partition("=") for piece in text.split())
    return {
        Column[name]: int(width)
        for name, _sign, width in pairs
        if name in Column.__members__ and width.isdecimal() and LEAST_OWN <= int(width) <= _MOST_OWN
    }


def named_widths(head: Head) -> dict[Column, int]:
    """Pixels that each column but What needs for its name, and for what is the same in all rows."""
    body, small = QFontMetrics(fonts.font()), QFontMetrics(fonts.font("secondary", strong=True))
    widths = {column: small.horizontalAdvance(name) for column, name in COLUMN_NAMES.items()}
    clocks = ("00:00⁺¹", "30 Mar", *STATE_NAMES.values())
    wide = max(body.horizontalAdvance(text) for text in clocks)
    widths[Column.CLOCK] = wide + fonts.scaled(LOCK)
    phases = (phase_width(phase_label(head, phase)) for phase in Phase)
    widths[Column.PHASE] = max(*phases, widths[Column.PHASE])
    return {column: width + _AROUND for column, width in widths.items()}


def written_widths(lines: Sequence[Line]) -> dict[Column, int]:
    """Pixels that the columns of free words need for what is written in these lines."""
    body = QFontMetrics(fonts.font())
    widths = {Column.CAPABILITIES: _badges_width(lines) + _AROUND}
    for column, limit in _WIDEST.items():
        texts = {_written(line, column) for line in lines if line.sort is not Sort.NOTICE}
        widest = max((body.horizontalAdvance(text) for text in texts), default=0)
        widths[column] = min(widest + _AROUND, fonts.scaled(limit))
    return widths


def fuller_group(lines: Sequence[Line]) -> int:
    """Pixels in which groups say how many they are in full words, where there is room to spare."""
    body = QFontMetrics(fonts.font())
    texts = {group_counted(line, short=False) for line in lines if line.company.groups}
    return max((body.horizontalAdvance(text) + _AROUND for text in texts), default=0)


def _written(line: Line, column: Column) -> str:
    if column is Column.GROUP:
        return group_counted(line, short=True)
    return cell_text(line, column)


def _badges_width(lines: Iterable[Line]) -> int:
    most = max((len(line.focus) for line in lines), default=0)
    badge = badge_size("MM")[0] + INSIDE // 2
    more = badge_size("+1")[0] if most > _MOST_BADGES else 0
    return min(most, _MOST_BADGES) * badge + more
