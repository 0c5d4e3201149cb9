"""Whether the rows of a programme fit together: references, parents, limits, one of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, time

from aiplanner.domain.answers import Answer
from aiplanner.domain.cycle import Kind
from aiplanner.domain.findings import ROW_OF, Link, Theme
from aiplanner.domain.ids import RowId, is_id
from aiplanner.domain.lengths import LONGEST, length_fault, length_text
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Group, Grouping, Person
from aiplanner.domain.photos import Photo
from aiplanner.domain.positions import FURTHEST
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import (
    KINDS,
    LOOSE,
    PARENTS,
    Dismissal,
    Head,
    Item,
    Material,
    Row,
    Session,
    Step,
    Strand,
)
from aiplanner.domain.tied import TIED, tied_id

LINE, TEXT = 500, 100_000
"""Most characters of a one-line field and of a field of many lines."""

LONG_FIELDS = frozenset(
    {
        *("purpose", "outcomes", "issue", "boundary", "notes", "why", "short", "outputs", "text"),
        *("problem", "lead_in", "probes", "happened", "made_possible", "quote"),
        *("first_step", "measure", "learned", "reviewed", "about", "members"),
        *("interview_opening", "future", "strengths", "develop", "reflection", "asked"),
    }
)
DEEPEST = 5
"""Most strands an item may stand in, one inside the other."""

MOST_PEOPLE = 100_000
MOST_QUANTITY = 10_000
MOST_VOTES = 1_000_000
MOST_IN_GROUP = 1000
MOST_ROUNDS = 1000
MOST_PIXELS = 100_000
"""Of an edge of a picture."""

_NAMES = {kind: tuple(spec.name for spec in fields(kind)) for kind in KINDS}
"""The names of each kind of row's fields: every edit asks for them, for every row it touches."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PICTURE = re.compile(r"[0-9a-f]{64}")
_LINE_BREAK = re.compile(r"[\n\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with one row; `code` is the PlanError code that says it."""

    row: RowId
    code: str
    field: str = ""


def text_fault(name: str, text: str) -> str | None:
    """The code of what is wrong with a text in the field `name`, or None."""
    long = name in LONG_FIELDS
    if len(text) > (TEXT if long else LINE):
        return "text-too-long"
    if _UNPRINTABLE.search(text) or (not long and _LINE_BREAK.search(text)):
        return "text-unprintable"
    return None


def text_limit(name: str) -> int:
    """Most characters the field `name` may hold."""
    return TEXT if name in LONG_FIELDS else LINE


def fault_facts(programme: Programme, fault: Fault) -> dict[str, object]:
    """What the sentence of a fault may name: the row, the field, its limit, the length typed."""
    limit = DEEPEST if fault.code == "nested-too-deep" else text_limit(fault.field)
    row = programme.rows.get(fault.row)
    typed = length_text(row.length) if isinstance(row, Item) else ""
    return {"id": fault.row, "field": fault.field, "limit": limit, "typed": typed}


def faults(programme: Programme, touched: Collection[RowId] | None = None) -> list[Fault]:
    """Everything wrong with the programme; with `touched`, with those rows and their children."""
    if touched is None:
        looked_at = list(programme.rows.values())
    else:
        near = {child.id for key in touched for child in programme.children_of(key)}
        looked_at = [programme.rows[key] for key in {*touched, *near} if key in programme.rows]
    found = [fault for row in looked_at for fault in _row_faults(programme, row)]
    if not isinstance(programme.rows.get(programme.id), Head):
        found.append(Fault(programme.id, "head-missing"))
    return found


def _row_faults(programme: Programme, row: Row) -> Iterator[Fault]:
    for check in _CHECKS:
        yield from check(programme, row)


def _identity(programme: Programme, row: Row) -> Iterator[Fault]:
    if not is_id(row.id) or programme.rows.get(row.id) is not row:
        yield Fault(row.id, "id-wrong", "id")
    if isinstance(row, Head) and row.id != programme.id:
        yield Fault(row.id, "head-twice")


def _references(programme: Programme, row: Row) -> Iterator[Fault]:
    if isinstance(row, Item) and (row.session_id is None) == (row.strand_id is None):
        yield Fault(row.id, "parent-unclear", "session_id")
    for name in PARENTS.get(type(row), ()):
        parent = getattr(row, name)
        if parent is not None and not isinstance(programme.rows.get(parent), _KINDS_OF[name]):
            yield Fault(row.id, "parent-gone", name)
    for name in LOOSE.get(type(row), ()):
        if (there := getattr(row, name)) is not None and not is_id(there):
            yield Fault(row.id, "id-wrong", name)
        elif there in programme.rows and not isinstance(programme.rows[there], _KINDS_OF[name]):
            yield Fault(row.id, "kind-differs", name)


_KINDS_OF: Mapping[str, tuple[type[Row], ...]] = {
    "session_id": (Session,),
    "strand_id": (Strand,),
    "item_id": (Item,),
    **dict.fromkeys(("source_id", "target_id"), tuple(ROW_OF.values())),
    "person_id": (Person,),
    "grouping_id": (Grouping,),
    "group_id": (Group,),
    "row_id": tuple(kind for kind in KINDS if kind not in (Head, Dismissal)),
}
"""What kind of row the id in a field may be of; a hint on the head is one without a row."""


def _names(_programme: Programme, row: Row) -> Iterator[Fault]:
    """Names of what is no row: pictures, and sheets that somebody filled."""
    match row:
        case Photo() if not _PICTURE.fullmatch(row.picture):
            yield Fault(row.id, "id-wrong", "picture")
        case Head() if row.logo and not _PICTURE.fullmatch(row.logo):
            yield Fault(row.id, "id-wrong", "logo")
        case Answer() if not is_id(row.sheet_id):
            yield Fault(row.id, "id-wrong", "sheet_id")


def _knots(programme: Programme, row: Row) -> Iterator[Fault]:
    if isinstance(row, Link) and row.source_id == row.target_id:
        yield Fault(row.id, "link-to-itself", "target_id")
    if type(row) in TIED and row.id != tied_id(row, programme.id):
        yield Fault(row.id, "tied-id-wrong", "id")


def _shape(programme: Programme, row: Row) -> Iterator[Fault]:
    if isinstance(row, Strand):
        holder = programme.rows.get(row.item_id)
        if isinstance(holder, Item) and holder.kind is not Kind.BREAKOUT:
            yield Fault(row.id, "strand-without-breakout", "item_id")
    if isinstance(row, Item) and (code := _nesting_fault(programme, row)):
        yield Fault(row.id, code, "strand_id")


def _nesting_fault(programme: Programme, item: Item) -> str | None:
    above, holder = [item], _holder(programme, item)
    while holder is not None and len(above) <= DEEPEST:
        if holder in above:
            return "parent-circle"
        above, holder = [*above, holder], _holder(programme, holder)
    return "nested-too-deep" if holder or _too_deep(programme, item, len(above) - 1) else None


def _holder(programme: Programme, item: Item) -> Item | None:
    """The breakout in one of whose strands an item stands."""
    strand = None if item.strand_id is None else programme.rows.get(item.strand_id)
    holder = programme.rows.get(strand.item_id) if isinstance(strand, Strand) else None
    return holder if isinstance(holder, Item) else None


def _too_deep(programme: Programme, item: Item, depth: int) -> bool:
    """Whether an item that stands in `depth` strands, or one inside it, stands in too many."""
    return depth > DEEPEST or any(
        _too_deep(programme, inner, depth + 1)
        for strand in programme.strands_of(item.id)
        for inner in programme.items_of(strand.id)
    )


def _texts(_programme: Programme, row: Row) -> Iterator[Fault]:
    for name in _NAMES[type(row)]:
        value = getattr(row, name)
        if isinstance(value, str) and (code := text_fault(name, value)):
            yield Fault(row.id, code, name)


def _numbers(_programme: Programme, row: Row) -> Iterator[Fault]:
    for name, low, high in _LIMITS.get(type(row), ()):
        value = getattr(row, name)
        if value is not None and not low <= value <= high:
            yield Fault(row.id, "number-out-of-bounds", name)
    if abs(getattr(row, "position", 0)) > FURTHEST:
        yield Fault(row.id, "number-out-of-bounds", "position")


_LIMITS: Mapping[type[Row], tuple[tuple[str, int, int], ...]] = {
    Head: (("people", 0, MOST_PEOPLE), ("interview_minutes", 1, LONGEST)),
    Session: (("people", 0, MOST_PEOPLE), ("planned", 1, LONGEST)),
    Item: (("short_minutes", 0, LONGEST),),
    Step: (("minutes", 0, LONGEST),),
    Material: (("quantity", 0, MOST_QUANTITY),),
    Theme: (("votes", 0, MOST_VOTES),),
    Grouping: (("size", 2, MOST_IN_GROUP),),
    Group: (("round", 1, MOST_ROUNDS),),
    Run: (("extra", -LONGEST, LONGEST),),
    Photo: (("width", 1, MOST_PIXELS), ("height", 1, MOST_PIXELS)),
}
"""The least and the most that a number of each kind of row may be."""


def _times(_programme: Programme, row: Row) -> Iterator[Fault]:
    if isinstance(row, Item):
        if code := length_fault(row.length) or text_fault("each", row.length.each):
            yield Fault(row.id, code, "length")
        if not _on_the_minute(row.pin):
            yield Fault(row.id, "time-unclear", "pin")
    if isinstance(row, Session) and not _on_the_minute(row.start):
        yield Fault(row.id, "time-unclear", "start")


def _moments(_programme: Programme, row: Row) -> Iterator[Fault]:
    unclear = [n for n in _MOMENTS.get(type(row), ()) if not _in_utc(getattr(row, n))]
    for name in unclear:
        yield Fault(row.id, "moment-unclear", name)
    if isinstance(row, Timing) and not unclear and row.ended < row.began:
        yield Fault(row.id, "moments-backwards", "ended")


_MOMENTS: Mapping[type[Row], tuple[str, ...]] = {
    Run: ("began", "since", "ended"),
    Timing: ("began", "ended"),
}


def _in_utc(moment: datetime | None) -> bool:
    return moment is None or (moment.tzinfo is UTC and not moment.microsecond)


def _on_the_minute(clock: time | None) -> bool:
    return clock is None or (clock.second, clock.microsecond, clock.tzinfo) == (0, 0, None)


_CHECKS: tuple[Callable[[Programme, Row], Iterator[Fault]], ...] = (
    _identity,
    _references,
    _names,
    _shape,
    _knots,
    _texts,
    _numbers,
    _times,
    _moments,
)
