"""Edits of the programme as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import Link
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item, Material, Row, Sheet, Step, Strand

from .fields import set_fields

NewId = Callable[[], RowId]


def rename(programme: Programme, title: str) -> Programme:
    """Give the programme a title; PlanError `title-empty` for a blank one."""
    if not title.strip():
        raise PlanError("title-empty")
    return set_fields(programme, programme.id, title=title)


def copied(programme: Programme, title: str, new_id: NewId) -> Programme:
    """The same programme under new ids and a new title."""
    ids = _new_ids(programme.rows, new_id)
    rows = with_ids(programme.rows, ids)
    return rename(Programme(ids[programme.id], rows), title)


def with_ids(rows: Mapping[RowId, Row], ids: Mapping[RowId, RowId]) -> dict[RowId, Row]:
    """Copies of rows under other ids; references into `ids` follow, others stay."""
    copies = (_renamed(row, ids) for row in rows.values())
    return {copy.id: copy for copy in copies}


def _new_ids(rows: Mapping[RowId, Row], new_id: NewId) -> dict[RowId, RowId]:
    return {key: new_id() for key in rows}


def _renamed(row: Row, ids: Mapping[RowId, RowId]) -> Row:
    match row:
        case Item():
            return replace(
                row,
                id=ids[row.id],
                session_id=row.session_id and ids.get(row.session_id, row.session_id),
                strand_id=row.strand_id and ids.get(row.strand_id, row.strand_id),
            )
        case Focus():
            item = ids.get(row.item_id, row.item_id)
            return replace(row, id=derived_id(item, row.capability), item_id=item)
        case Strand() | Step() | Material() | Sheet():
            parts: dict[str, Any] = {"item_id": ids.get(row.item_id, row.item_id)}
            return replace(row, id=ids[row.id], **parts)
        case Link():
            source = ids.get(row.source_id, row.source_id)
            target = ids.get(row.target_id, row.target_id)
            return Link(derived_id(source, target), source, target)
        case _:
            return replace(row, id=ids[row.id])
