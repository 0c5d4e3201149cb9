"""Sections of a running order: what stands under a heading, and lines of those collapsed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from aiplanner.app.wording import minutes_text
from aiplanner.domain.cycle import Kind
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Strand
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.running_order_lines import Line, Sort


def heading_of(programme: Programme, item: Item) -> Item | None:
    """The heading of the section in which an item stands: the last one before it, or itself.

    An item in a strand stands in the section of its breakout.
    """
    while item.strand_id is not None:
        strand = programme.rows.get(item.strand_id)
        holder = programme.rows.get(strand.item_id) if isinstance(strand, Strand) else None
        if not isinstance(holder, Item):
            return None
        item = holder
    found = None
    for sibling in programme.items_of(item.parent_id):
        if sibling.kind is Kind.SECTION:
            found = sibling
        if sibling.id == item.id:
            return None if item.kind is Kind.TASK else found
    return None


def section_of(programme: Programme, heading: Item) -> list[Item]:
    """The items that stand under a heading, in order, without the heading itself."""
    beside = [item for item in programme.items_of(heading.parent_id) if item.kind is not Kind.TASK]
    after = beside[[item.id for item in beside].index(heading.id) + 1 :]
    return list(takewhile(lambda item: item.kind is not Kind.SECTION, after))


def hiding(programme: Programme, row_ids: Collection[RowId]) -> frozenset[RowId]:
    """The headings under which these items or strands stand; no heading hides itself."""
    found = set()
    for row_id in row_ids:
        row = programme.rows.get(row_id)
        if isinstance(row, Strand):
            row = programme.rows.get(row.item_id)
        heading = heading_of(programme, row) if isinstance(row, Item) else None
        if heading is not None and heading.id != row_id:
            found.add(heading.id)
    return frozenset(found)


def without_folded(lines: Sequence[Line], folded: Collection[RowId]) -> list[Line]:
    """The lines but those under a collapsed heading, which says how much it holds.

    The place to add at the end of the running order, and what follows it, stay.
    """
    if not folded:
        return list(lines)
    found: list[Line] = []
    heading: Line | None = None
    held: list[Line] = []
    for line in lines:
        ends = line.depth == 0 and (_is_heading(line) or line.sort in _ENDS)
        if ends and heading is not None:
            found.append(_closed(heading, held))
            heading, held = None, []
        if _is_heading(line) and line.depth == 0 and line.row in folded:
            heading = line
        elif heading is None:
            found.append(line)
        else:
            held.append(line)
    return found


_ENDS = (Sort.ADD, Sort.HEADING, Sort.TASK, Sort.ADD_TASK)


def _is_heading(line: Line) -> bool:
    return line.item is not None and line.item.kind is Kind.SECTION


def _closed(heading: Line, held: Sequence[Line]) -> Line:
    """A heading with what it holds in words: "3 items · 45 min"."""
    outer = [line for line in held if line.depth == 0 and line.item is not None]
    minutes = sum(line.minutes for line in outer if line.start is not None)
    count = ngettext("{count} item", "{count} items", len(outer)).format(count=len(outer))
    words = _("{count} · {minutes}").format(count=count, minutes=minutes_text(minutes))
    return heading._replace(words=words, folded=True)
