"""Say which items of a session begin at another time, those that move together in one sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aiplanner.app.change_fields import quoted
from aiplanner.app.wording import end_text, minutes_text
from aiplanner.domain.cycle import Kind
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session
from aiplanner.domain.schedule import SessionClock, session_clock
from aiplanner.i18n import gettext as _
from aiplanner.i18n import ngettext


@dataclass(frozen=True, slots=True)
class Moved:
    """A sentence about the clock, and the first row it is about."""

    sentence: str
    row: RowId


@dataclass(frozen=True, slots=True)
class _Clocks:
    """A session's clock then and now."""

    before: SessionClock
    after: SessionClock

    @property
    def clocked(self) -> bool:
        return self.before.clocked and self.after.clocked

    def shift(self, item: RowId) -> int:
        """Minutes by which an item begins later than it did; 0 where one of the two is unknown."""
        was, now = self.before.slots.get(item), self.after.slots.get(item)
        if was is None or now is None or was.start is None or now.start is None:
            return 0
        return now.start - was.start


def moved_times(before: Programme, after: Programme, session: Session) -> Iterator[Moved]:
    """What is said of the times of a session that was there before."""
    then = before.get(session.id, Session)
    clocks = _Clocks(session_clock(before, then), session_clock(after, session))
    if clocks.before.clocked is not clocks.after.clocked:
        return  # the sentence about the session's start says why there are times now, or none
    for shift, items in _by_shift(after, session, clocks).items():
        yield Moved(_sentence(clocks, shift, items), items[0].id)
    if clocks.clocked and clocks.before.end != clocks.after.end:
        times = {"now": end_text(clocks.after.end), "was": end_text(clocks.before.end)}
        yield Moved(_("It ends at {now} (was {was})").format(**times), session.id)


def begins_at(programme: Programme, session: Session, item: RowId) -> str:
    """When an item begins: "10:05"; empty where its session has no clock."""
    clock = session_clock(programme, session)
    slot = clock.slots.get(item)
    if not clock.clocked or slot is None or slot.start is None:
        return ""
    return end_text(slot.start)


def _by_shift(after: Programme, session: Session, clocks: _Clocks) -> Mapping[int, list[Item]]:
    found: dict[int, list[Item]] = defaultdict(list)
    for item in after.walk(session.id):
        shift = clocks.shift(item.id)
        if shift and item.kind is not Kind.SECTION:
            found[shift].append(item)
    return found


def _sentence(clocks: _Clocks, shift: int, items: list[Item]) -> str:
    first = items[0]
    name = quoted(first.title) if first.title.strip() else _("An item without a title")
    was, now = clocks.before.slots[first.id].start, clocks.after.slots[first.id].start
    if len(items) == 1 and clocks.clocked and was is not None and now is not None:
        return _("{item} begins at {now} (was {was})").format(
            item=name, now=end_text(now), was=end_text(was)
        )
    later = ngettext(
        "{count} item begins {minutes} later", "{count} items begin {minutes} later", len(items)
    )
    earlier = ngettext(
        "{count} item begins {minutes} earlier",
        "{count} items begin {minutes} earlier",
        len(items),
    )
    words = later if shift > 0 else earlier
    said = words.format(count=len(items), minutes=minutes_text(abs(shift)))
    return _("{said}, the first of them {item}").format(said=said, item=name)
