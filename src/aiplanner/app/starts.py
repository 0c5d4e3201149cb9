"""Say when an item starts only where that is known: after an untimed one it is "then"."""

from __future__ import annotations

from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import SessionClock, Slot, Track, clock_text, counts
from aiplanner.i18n import gettext as _


class Starts:
    """The starts of one session's items, in words."""

    def __init__(self, programme: Programme, clock: SessionClock) -> None:
        self._programme, self._clock = programme, clock
        self._guessed: set[str] = set()
        self._look(clock.track)

    def words(self, item: Item) -> str:
        """ "10:05", or "then" behind an item without a length; empty where there is no clock."""
        slot = self._clock.slots[item.id]
        if slot.start is None or not self._clock.clocked:
            return ""
        return _("then") if item.id in self._guessed else clock_text(slot.start)

    def _look(self, track: Track) -> None:
        sure = True
        for slot in track.slots:
            item = self._programme.get(slot.item_id, Item)
            sure = sure or (counts(item) and item.pin is not None)
            if not sure:
                self._guessed.add(item.id)
            for strand in slot.tracks:
                self._look(strand)
            sure = sure and not self._open(item, slot)

    def _open(self, item: Item, slot: Slot) -> bool:
        """Whether nothing says how long the item takes."""
        by_strands = any(track.end > (slot.start or 0) for track in slot.tracks)
        return counts(item) and not item.planned_length.timed and not by_strands
