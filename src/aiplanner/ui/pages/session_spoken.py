"""What is said aloud when something in the running order has moved."""

from __future__ import annotations

from collections.abc import Sequence

from aiplanner.domain.cycle import Kind
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import SessionClock, clock_text
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext
from aiplanner.ui.models.running_order_lines import title_of


def ordinal(number: int) -> str:
    """A place in words: "second"; from the thirteenth on "number 13"."""
    words = (
        *(_("first"), _("second"), _("third"), _("fourth"), _("fifth"), _("sixth")),
        *(_("seventh"), _("eighth"), _("ninth"), _("tenth"), _("eleventh"), _("twelfth")),
    )
    if number <= len(words):
        return words[number - 1]
    return _("number {number}").format(number=number)


def now_at(programme: Programme, item: Item, clock: SessionClock | None) -> str:
    """Where an item is now: "Paired interviews, now second, starts 10:05"."""
    facts, start = _place(programme, item), _start(item, clock)
    if not start:
        return _("{title}, now {place}").format(**facts)
    return _("{title}, now {place}, starts {clock}").format(**facts, clock=start)


def added_at(programme: Programme, item: Item, clock: SessionClock | None) -> str:
    """Where an item has come in: "Added Paired interviews, third, starts 10:05."."""
    facts, start = _place(programme, item), _start(item, clock)
    if not start:
        return _("Added {title}, {place}.").format(**facts)
    return _("Added {title}, {place}, starts {clock}.").format(**facts, clock=start)


def _place(programme: Programme, item: Item) -> dict[str, str]:
    task = item.kind is Kind.TASK
    peers = [i.id for i in programme.items_of(item.parent_id) if (i.kind is Kind.TASK) is task]
    return {"title": title_of(item), "place": ordinal(peers.index(item.id) + 1)}


def _start(item: Item, clock: SessionClock | None) -> str:
    slot = clock.slots.get(item.id) if clock is not None else None
    if clock is None or slot is None or slot.start is None or not clock.clocked:
        return ""
    return clock_text(slot.start)


def counted_items(programme: Programme, items: Sequence[RowId]) -> str:
    """The title of the only item, or how many there are: "3 items"."""
    if len(items) == 1:
        return title_of(programme.get(items[0], Item))
    return ngettext("{count} item", "{count} items", len(items)).format(count=len(items))
