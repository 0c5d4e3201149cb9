"""Edits of the logic model: put an entry in a part, and say what it stands on."""

from __future__ import annotations

from collections.abc import Collection

from aiplanner.domain.findings import Action, LogicNote, LogicPart, Sort, Statement
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

from .fields import set_fields
from .findings import link, move_finding, unlink

Ground = Statement | Action
"""What an entry of the logic model may stand on."""


def put_in_part(programme: Programme, note_id: RowId, part: LogicPart, place: int) -> Programme:
    """Put an entry at `place` among the others of a part (beyond their end: last).

    PlanError `row-gone`.
    """
    note = programme.get(note_id, LogicNote)
    if note.kind is not part:
        programme = set_fields(programme, note_id, kind=part)
    others = [row for row in programme.findings(Sort.LOGIC) if row.id != note_id]
    mates = [row for row in others if isinstance(row, LogicNote) and row.kind is part]
    if not mates:
        return programme
    at = others.index(mates[max(place, 0)]) if place < len(mates) else others.index(mates[-1]) + 1
    return move_finding(programme, note_id, at)


def stand_on(programme: Programme, note_id: RowId, ground: Collection[RowId]) -> Programme:
    """Have an entry stand on these statements and actions, and on no others.

    Rows that are gone meanwhile are passed over; PlanError `row-gone` for the entry itself.
    """
    programme.get(note_id, LogicNote)
    before = [row.id for row in stands_on(programme, note_id)]
    for key in before:
        if key not in ground:
            programme = unlink(programme, key, note_id)
    for key in ground:
        if key not in before and isinstance(programme.rows.get(key), Ground):
            programme = link(programme, key, note_id)
    return programme


def stands_on(programme: Programme, note_id: RowId) -> tuple[Ground, ...]:
    """The statements and actions that an entry stands on, in the order of a cycle."""
    if not programme.children_of(note_id):  # most entries: asked for each of them at every edit
        return ()
    return tuple(row for row in programme.grown_from(note_id) if isinstance(row, Ground))
