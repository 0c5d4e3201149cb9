"""Edits of what groups found: add, move and delete findings, and tie the thread between them."""

from __future__ import annotations

from collections.abc import Collection

from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import SORT_OF, Finding, Link
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.programme import Programme

from .fields import checked
from .order import placed


def add_finding(programme: Programme, row: Finding, index: int | None = None) -> Programme:
    """Add a finding at `index` of the others of its sort (None: last)."""
    siblings = programme.findings(SORT_OF[type(row)])
    at = len(siblings) if index is None else index
    return checked(programme, *placed(row, siblings, at))


def move_finding(programme: Programme, finding_id: RowId, index: int) -> Programme:
    """Put a finding at `index` among the others of its sort."""
    row = _finding(programme, finding_id)
    return checked(programme, *placed(row, programme.findings(SORT_OF[type(row)]), index))


def delete_findings(programme: Programme, finding_ids: Collection[RowId]) -> Programme:
    """Delete findings and every link to and from them."""
    return programme.drop([_finding(programme, key).id for key in finding_ids])


def link(programme: Programme, source_id: RowId, target_id: RowId) -> Programme:
    """Say that one finding grew from another; PlanError `link-to-itself`."""
    source, target = _finding(programme, source_id), _finding(programme, target_id)
    return checked(programme, Link(derived_id(source.id, target.id), source.id, target.id))


def unlink(programme: Programme, source_id: RowId, target_id: RowId) -> Programme:
    """Say so no more; where it was not said, nothing changes."""
    source, target = _finding(programme, source_id), _finding(programme, target_id)
    return programme.drop([derived_id(source.id, target.id)])


def _finding(programme: Programme, row_id: RowId) -> Finding:
    row = programme.rows.get(row_id)
    if not isinstance(row, Finding):
        raise PlanError("row-gone", id=row_id)
    return row
