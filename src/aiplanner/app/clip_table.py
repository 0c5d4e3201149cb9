"""Items of a running order as the rows of a table, for spreadsheets and word processors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aiplanner.app.content import capability_guide, phase_label
from aiplanner.app.material_words import materials_text
from aiplanner.app.typed_kinds import kind_for
from aiplanner.app.wording import KIND_NAMES, LEVEL_NAMES, STATE_NAMES, time_text
from aiplanner.domain.cycle import Role, State
from aiplanner.domain.ids import RowId
from aiplanner.domain.lengths import length_text
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item
from aiplanner.domain.schedule import SessionClock, clock_text, session_clock
from aiplanner.i18n import gettext as _

PINNED, SUPPORTS = _("pinned"), _("supports")
"""What stands beside a clock time that is pinned, and a capability that is only supported."""

HEADS: Mapping[str, str] = {
    "clock": _("Clock"),
    "minutes": _("Min"),
    "what": _("What"),
    "group": _("Group"),
    "phase": _("Phase"),
    "capabilities": _("Capabilities"),
    "lead": _("Lead"),
    "room": _("Room"),
    "materials": _("Materials"),
    "sheets": _("Sheets"),
    "level": _("Level"),
    "audience": _("Audience"),
    "kind": _("Kind"),
    "state": _("Counts"),
}
"""What the columns mean, and their heads."""
_ALWAYS = ("clock", "minutes", "what")


def table_of(programme: Programme, item_ids: Sequence[RowId]) -> list[list[str]]:
    """A row of heads, then a row for each item; only columns that say something.

    What stands in a breakout follows it, with the name of its strand before its title.
    """
    clocks: dict[RowId, SessionClock] = {}
    rows = []
    for item_id in item_ids:
        item = programme.get(item_id, Item)
        session = programme.session_of(item)
        if session.id not in clocks:
            clocks[session.id] = session_clock(programme, session)
        rows += [_cells(facts) for facts in _facts(programme, item, clocks[session.id], "")]
    shown = [name for name in HEADS if name in _ALWAYS or any(row[name] for row in rows)]
    return [[HEADS[name] for name in shown], *([row[name] for name in shown] for row in rows)]


@dataclass(frozen=True, slots=True)
class _Facts:
    programme: Programme
    item: Item
    start: str
    strand: str


def _facts(programme: Programme, item: Item, clock: SessionClock, strand: str) -> Iterator[_Facts]:
    slot = clock.slots.get(item.id)
    started = slot is not None and slot.start is not None and clock.clocked
    start = clock_text(slot.start or 0) if slot is not None and started else ""
    yield _Facts(programme, item, start, strand)
    for n, track in enumerate(programme.strands_of(item.id)):
        name = track.title or _("Strand {letter}").format(letter=chr(ord("A") + n % 26))
        for inner in programme.items_of(track.id):
            yield from _facts(programme, inner, clock, name)


def _cells(facts: _Facts) -> dict[str, str]:
    return {name: reader(facts) for name, reader in _READERS.items()}


def _clock(facts: _Facts) -> str:
    if facts.item.pin is not None:
        return f"{time_text(facts.item.pin)} {PINNED}"
    return facts.start


def _what(facts: _Facts) -> str:
    return f"{facts.strand}: {facts.item.title}" if facts.strand else facts.item.title


def _phase(facts: _Facts) -> str:
    phase = facts.item.phase
    return "" if phase is None else phase_label(facts.programme.head, phase)


def _kind(facts: _Facts) -> str:
    kind = facts.item.kind
    return "" if kind_for(facts.item.title) is kind else KIND_NAMES[kind]


def _state(facts: _Facts) -> str:
    return "" if facts.item.state is State.PLANNED else STATE_NAMES[facts.item.state]


def _capability(focus: Focus) -> str:
    name = capability_guide(focus.capability).name
    return name if focus.role is Role.LEADS else f"{name} ({SUPPORTS})"


_READERS: Mapping[str, Callable[[_Facts], str]] = {
    "clock": _clock,
    "minutes": lambda f: length_text(f.item.length),
    "what": _what,
    "group": lambda f: f.item.group,
    "phase": _phase,
    "capabilities": lambda f: ", ".join(map(_capability, f.programme.focus_of(f.item.id))),
    "lead": lambda f: f.item.lead,
    "room": lambda f: f.item.room,
    "materials": lambda f: materials_text(f.programme.materials_of(f.item.id)),
    "sheets": lambda f: "; ".join(s.title for s in f.programme.sheets_of(f.item.id) if s.title),
    "level": lambda f: LEVEL_NAMES[f.item.level] if f.item.level else "",
    "audience": lambda f: f.item.audience,
    "kind": _kind,
    "state": _state,
}
