"""Turn a starter into a programme of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from aiplanner.app.starter_findings import finding_rows
from aiplanner.app.starter_people import people_rows
from aiplanner.domain.content import (
    Starter,
    StarterItem,
    StarterSession,
    StarterStrand,
)
from aiplanner.domain.cycle import Role
from aiplanner.domain.edits.fields import checked
from aiplanner.domain.edits.programme import NewId
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.lengths import Length, parse_length
from aiplanner.domain.positions import spaced
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Head, Item, Material, Row, Session, Sheet, Step, Strand

_COMPUTED = frozenset({"id", "position", "session_id", "strand_id", "length"})


def programme_from(starter: Starter, title: str, new_id: NewId) -> Programme:
    """A new programme with everything the starter holds, under fresh ids.

    `title` names it; an empty one takes the starter's. PlanError as the edits, `finding_rows` and
    `people_rows` raise it.
    """
    head_id = new_id()
    head = Head(head_id, **_shared(starter, Head, {"title"}), title=title or starter.title)
    sessions = list(_sessions(starter.sessions, new_id))
    rows = [row for session in sessions for row in session]
    ids = [session[0].id for session in sessions]
    found = finding_rows(starter.found, new_id, ids)
    people = people_rows(starter, ids, new_id)
    return checked(Programme(head_id, {head_id: head}), head, *rows, *found, *people)


def _sessions(sessions: Sequence[StarterSession], new_id: NewId) -> Iterator[list[Row]]:
    for position, session in zip(spaced(len(sessions)), sessions, strict=True):
        session_id = new_id()
        row = Session(session_id, position, **_shared(session, Session))
        yield [row, *item_rows(session.items, new_id, session_id=session_id)]


def item_rows(
    items: Sequence[StarterItem],
    new_id: NewId,
    *,
    session_id: RowId | None = None,
    strand_id: RowId | None = None,
) -> Iterator[Row]:
    """The rows of items under a session or strand, each item before what it holds."""
    for position, item in zip(spaced(len(items)), items, strict=True):
        item_id = new_id()
        length = _length(item)
        shared = _shared(item, Item)
        yield Item(item_id, position, session_id, strand_id, length=length, **shared)
        yield from _parts(item, item_id, new_id)
        yield from _strands(item.strands, item_id, new_id)


def _length(item: StarterItem) -> Length:
    length = parse_length(item.length)
    return replace(length, each=item.each) if length.times is not None else length


def _parts(item: StarterItem, item_id: RowId, new_id: NewId) -> Iterator[Row]:
    for kind, parts in ((Step, item.steps), (Material, item.materials), (Sheet, item.sheets)):
        for position, part in zip(spaced(len(parts)), parts, strict=True):
            yield kind(new_id(), item_id, position, **_shared(part, kind))
    for role, capabilities in ((Role.LEADS, item.leads), (Role.SUPPORTS, item.supports)):
        for capability in capabilities:
            yield Focus(derived_id(item_id, capability), item_id, capability, role)


def _strands(strands: Sequence[StarterStrand], item_id: RowId, new_id: NewId) -> Iterator[Row]:
    for position, strand in zip(spaced(len(strands)), strands, strict=True):
        strand_id = new_id()
        yield Strand(strand_id, item_id, position, **_shared(strand, Strand))
        yield from item_rows(strand.items, new_id, strand_id=strand_id)


def _shared(source: Any, kind: type[Row], without: set[str] | None = None) -> dict[str, Any]:
    """The fields that a starter's part and the row it becomes have by the same name."""
    names = {spec.name for spec in fields(kind)} - _COMPUTED - (without or set())
    return {spec.name: getattr(source, spec.name) for spec in fields(source) if spec.name in names}
