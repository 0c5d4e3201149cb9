"""Which columns of the running order are on show, and how wide: what fits, the rest on request."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtGui import QFontMetrics

from aiplanner.app.content import phase_label
from aiplanner.app.wording import STATE_NAMES
from aiplanner.domain.cycle import Phase
from aiplanner.domain.rows import Head
from aiplanner.ui import fonts
from aiplanner.ui.models.running_order_cells import COLUMN_NAMES, Column, cell_text
from aiplanner.ui.models.running_order_lines import Line, Sort
from aiplanner.ui.tokens import INSIDE
from aiplanner.ui.widgets.paint import PAD, badge_size, phase_width
from aiplanner.ui.widgets.running_order.painting import LOCK

ALWAYS = frozenset({Column.CLOCK, Column.MINUTES, Column.WHAT})
"""Columns without which a running order is none."""
OPTIONAL = tuple(column for column in Column if column not in ALWAYS)

_GIVING_WAY = (
    Column.ROOM,
    Column.LEAD,
    Column.SHEETS,
    Column.GROUP,
    Column.CAPABILITIES,
    Column.PHASE,
)
"""Where there is no room for all, the first of these goes first; the inspector shows it still."""
_LEAST_WHAT = 250
"""Pixels at 100 % text size that What keeps."""
_WIDEST = {
    Column.MINUTES: 96,
    Column.GROUP: 132,
    Column.LEAD: 120,
    Column.ROOM: 132,
    Column.SHEETS: 96,
}
"""Pixels at 100 % text size beyond which words in a column are cut off."""
_MOST_BADGES = 3
_AROUND = 2 * PAD + 2


def shown_columns(
    wished: Collection[Column], widths: Mapping[Column, int], room: int
) -> tuple[Column, ...]:
    """The columns that fit into `room` pixels, What with its least width included."""
    shown = [column for column in Column if column in ALWAYS or column in wished]
    for column in _GIVING_WAY:
        others = sum(widths[c] for c in shown if c is not Column.WHAT)
        if others + fonts.scaled(_LEAST_WHAT) <= room:
            break
        if column in shown:
            shown.remove(column)
    return tuple(shown)


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
        texts = {cell_text(line, column) for line in lines if line.sort is not Sort.NOTICE}
        widest = max((body.horizontalAdvance(text) for text in texts), default=0)
        widths[column] = min(widest + _AROUND, fonts.scaled(limit))
    return widths


def _badges_width(lines: Iterable[Line]) -> int:
    most = max((len(line.focus) for line in lines), default=0)
    badge = badge_size("MM")[0] + INSIDE // 2
    more = badge_size("+1")[0] if most > _MOST_BADGES else 0
    return min(most, _MOST_BADGES) * badge + more
