"""Read a running order out of what was copied in a spreadsheet, a word processor or a mail."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import time
from itertools import count
from typing import TypeVar

from aiplanner.app.clip_cells import Cells, from_html, from_list, from_tsv, is_list
from aiplanner.app.clip_columns import columns_of
from aiplanner.app.clip_table import PINNED, SUPPORTS
from aiplanner.app.content import capability_guide, phase_guide, phase_label
from aiplanner.app.material_words import set_materials
from aiplanner.app.typed_kinds import kind_for
from aiplanner.app.wording import KIND_NAMES, LEVEL_NAMES, STATE_NAMES
from aiplanner.domain.clocks import parse_clock, parse_span
from aiplanner.domain.cycle import Capability, Kind, Phase, Role
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import add_item
from aiplanner.domain.edits.parts import add_part, set_focus
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.edits.sessions import add_session
from aiplanner.domain.errors import PlanError
from aiplanner.domain.ids import RowId
from aiplanner.domain.integrity import text_limit
from aiplanner.domain.lengths import Length, parse_length
from aiplanner.domain.programme import Programme, empty_programme
from aiplanner.domain.rows import Head, Item, Session, Sheet, Step

E = TypeVar("E")

_DAY, _HALF = 24 * 60, 12 * 60
_BREAKS = re.compile(r"\s*\n\s*")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Unclear:
    """A cell that could not be taken as what its column means; it stands in the item's notes."""

    row: int
    """Counted from 1, the row of heads included."""
    text: str


@dataclass(frozen=True, slots=True)
class Pasteable:
    """What was read: a small programme as `edits.clips.taken` gives one, and what was unclear."""

    clip: Programme
    unclear: tuple[Unclear, ...] = ()


def read_text(text: str, html: str, head: Head, new_id: NewId) -> Pasteable | None:
    """The items that a copied table or list tells; None where there is nothing to read.

    A table in `html` goes before the plain text, as its cells may hold several lines. `head` says
    how the phases are called.
    """
    text = _UNPRINTABLE.sub("", text)
    cells = _cells(text, html)
    if not cells:
        return None
    # Only now: a page can write such characters in figures ("&#129;").
    cells = [[_UNPRINTABLE.sub("", cell) for cell in row] for row in cells]
    listed = not from_html(html) and is_list(text)
    columns, headed = (["clock", "minutes", "what"], False) if listed else columns_of(cells)
    reader = _Reader(columns, head, new_id)
    numbers = count(2 if headed else 1)
    for number, row in zip(numbers, cells[headed:], strict=False):
        reader.read(number, row)
    return Pasteable(reader.settled(), tuple(reader.unclear)) if reader.rows else None


def _cells(text: str, html: str) -> Cells:
    table = from_html(html) if "<table" in html.casefold() else []
    if table:
        return table
    return from_list(text) if is_list(text) else from_tsv(text)


@dataclass
class _Row:
    item: RowId
    clock: time | None = None
    end: time | None = None
    pinned: bool = False


@dataclass
class _Reader:
    columns: list[str]
    head: Head
    new_id: NewId
    unclear: list[Unclear] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        session = Session(self.new_id(), 0)
        self._session = session.id
        self.plan = add_session(empty_programme(self.new_id()), session)

    def read(self, number: int, cells: list[str]) -> None:
        """Take one row as an item, cell by cell."""
        here = _Row(self.new_id())
        told = {key: text for key, text in zip(self.columns, cells, strict=True) if key and text}
        title = _BREAKS.sub(" ", told.get("what", ""))
        item = Item(here.item, 0, kind=self._kind(told, title))
        self.plan = add_item(self.plan, item, self._session)
        left = [text for key, text in zip(self.columns, cells, strict=True) if not key and text]
        self.unclear += [Unclear(number, text) for text in left]
        for key, text in told.items():
            plan = self._taken(here, key, text)
            if plan is None:
                left.append(text)
                self.unclear.append(Unclear(number, text))
            else:
                self.plan = plan
        if left:
            notes = "\n".join([self.plan.get(here.item, Item).notes, *left]).strip()
            self.plan = set_fields(self.plan, here.item, notes=notes[: text_limit("notes")])
        self.rows.append(here)

    def settled(self) -> Programme:
        """The programme once each row's minutes follow from the clocks where none were told."""
        for n, here in enumerate(self.rows):
            item = self.plan.get(here.item, Item)
            later = self.rows[n + 1].clock if n + 1 < len(self.rows) else None
            end = here.end or later
            if not item.length.timed and here.clock and end and item.kind is not Kind.SECTION:
                minutes = (_minute(end) - _minute(here.clock)) % _DAY
                if minutes <= _HALF:
                    self.plan = set_fields(self.plan, item.id, length=Length(minutes))
            if here.pinned and here.clock and item.kind not in (Kind.SECTION, Kind.TASK):
                self.plan = set_fields(self.plan, item.id, pin=here.clock)
        return self.plan

    def _kind(self, told: Mapping[str, str], title: str) -> Kind:
        return _key_of(told.get("kind", ""), KIND_NAMES) or kind_for(title)

    def _taken(self, here: _Row, key: str, text: str) -> Programme | None:
        """The plan with a cell's text in its place; None where it cannot be taken as that."""
        try:
            if key in _TAKERS:
                return _TAKERS[key](self, here, text)
            return set_fields(self.plan, here.item, **{_FIELDS[key]: _BREAKS.sub(" ", text)})
        except PlanError:
            return None

    def with_length(self, here: _Row, text: str) -> Programme:
        """How long it takes."""
        return set_fields(self.plan, here.item, length=parse_length(text))

    def with_materials(self, here: _Row, text: str) -> Programme:
        """What it needs."""
        return set_materials(self.plan, here.item, _BREAKS.sub("; ", text), self.new_id)

    def with_clock(self, here: _Row, text: str) -> Programme:
        """A clock time, or one and its end; pinned where it says so."""
        words = text.strip()
        bare = words.removesuffix(PINNED).strip()
        start, end = parse_span(bare)
        here.clock, here.end = start, end or here.end
        here.pinned = bare != words
        return self.plan

    def with_end(self, here: _Row, text: str) -> Programme:
        """When it ends."""
        here.end = parse_clock(text)
        return self.plan

    def with_phase(self, here: _Row, text: str) -> Programme | None:
        """The phase by its name in any scheme."""
        word = text.strip().casefold()
        for phase in Phase:
            names = {phase_label(self.head, phase), *phase_guide(phase).labels.values()}
            if word in {name.casefold() for name in names} or word.startswith(phase.value):
                return set_fields(self.plan, here.item, phase=phase)
        return None

    def with_focus(self, here: _Row, text: str) -> Programme | None:
        """The capabilities, by name or mark."""
        plan = self.plan
        for piece in filter(None, map(str.strip, re.split(r"[,;\n]", text))):
            supports = piece.endswith(f"({SUPPORTS})")
            word = piece.removesuffix(f"({SUPPORTS})").strip().casefold()
            found = [c for c in Capability if word in _names_of(c)]
            if not found:
                return None
            plan = set_focus(plan, here.item, found[0], Role.SUPPORTS if supports else Role.LEADS)
        return plan

    def with_sheets(self, here: _Row, text: str) -> Programme:
        """Its handouts."""
        plan = self.plan
        for piece in filter(None, map(str.strip, re.split(r"[;\n]", text))):
            plan = add_part(plan, Sheet(self.new_id(), here.item, 0, piece))
        return plan

    def with_steps(self, here: _Row, text: str) -> Programme:
        """How it is done, a step a line."""
        plan = self.plan
        for piece in filter(None, map(str.strip, text.split("\n"))):
            plan = add_part(plan, Step(self.new_id(), here.item, 0, piece))
        return plan


def _choice(name: str, names: Mapping[E, str]) -> Taker:
    """Takes one of several names, in whatever letters."""

    def take(reader: _Reader, here: _Row, text: str) -> Programme | None:
        found = _key_of(text, names)
        return None if found is None else set_fields(reader.plan, here.item, **{name: found})

    return take


def _long(name: str) -> Taker:
    """Takes a text of many lines."""
    return lambda reader, here, text: set_fields(reader.plan, here.item, **{name: text})


Taker = Callable[[_Reader, _Row, str], Programme | None]
_TAKERS: Mapping[str, Taker] = {
    "clock": _Reader.with_clock,
    "end": _Reader.with_end,
    "minutes": _Reader.with_length,
    "phase": _Reader.with_phase,
    "capabilities": _Reader.with_focus,
    "materials": _Reader.with_materials,
    "sheets": _Reader.with_sheets,
    "steps": _Reader.with_steps,
    "level": _choice("level", LEVEL_NAMES),
    "state": _choice("state", STATE_NAMES),
    "kind": _choice("kind", KIND_NAMES),
    **{name: _long(name) for name in ("why", "outputs", "notes")},
}
_FIELDS = {
    "what": "title",
    "group": "group",
    "lead": "lead",
    "room": "room",
    "audience": "audience",
}


def _key_of(text: str, names: Mapping[E, str]) -> E | None:
    word = text.strip().casefold()
    return next((key for key, name in names.items() if name.casefold() == word), None)


def _names_of(capability: Capability) -> set[str]:
    guide = capability_guide(capability)
    return {guide.name.casefold(), guide.mark.casefold(), capability.value}


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
