"""Edits of what groups found: add, move and delete findings, and tie the thread between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, replace

from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import (
    SORT_OF,
    CheckOut,
    Dream,
    Finding,
    Link,
    Sort,
    Story,
    Theme,
)
from aiplanner.domain.ids import RowId, derived_id
from aiplanner.domain.integrity import MOST_VOTES
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Session

from .fields import checked
from .order import placed, placed_together

_OWN = frozenset({"id", "position"})


def add_finding(programme: Programme, row: Finding, index: int | None = None) -> Programme:
    """Add a finding at `index` of the others of its sort (None: last)."""
    siblings = programme.findings(SORT_OF[type(row)])
    at = len(siblings) if index is None else index
    return checked(programme, *placed(row, siblings, at))


def add_findings(
    programme: Programme, rows: Sequence[Finding], index: int | None = None
) -> Programme:
    """Add findings in their order, together at `index` of the others of their sort (None: last)."""
    by_sort: dict[Sort, list[Finding]] = {}
    for row in rows:
        by_sort.setdefault(SORT_OF[type(row)], []).append(row)
    for sort, alike in by_sort.items():
        siblings = programme.findings(sort)
        at = len(siblings) if index is None else index
        programme = checked(programme, *placed_together(alike, siblings, at))
    return programme


def move_finding(programme: Programme, finding_id: RowId, index: int) -> Programme:
    """Put a finding at `index` among the others of its sort."""
    row = _finding(programme, finding_id)
    return checked(programme, *placed(row, programme.findings(SORT_OF[type(row)]), index))


def move_findings(programme: Programme, finding_ids: Collection[RowId], index: int) -> Programme:
    """Put findings of one sort together, in their order, at `index` among the others.

    PlanError `sorts-differ` where they are of several sorts.
    """
    rows = [_finding(programme, key) for key in finding_ids]
    sorts = {SORT_OF[type(row)] for row in rows}
    if len(sorts) > 1:
        raise PlanError("sorts-differ")
    chosen = {row.id for row in rows}
    siblings = programme.findings(sorts.pop()) if sorts else ()
    moved = [row for row in siblings if row.id in chosen]
    at = index if index >= 0 else len(siblings)
    return checked(programme, *placed_together(moved, siblings, at))


def delete_findings(programme: Programme, finding_ids: Collection[RowId]) -> Programme:
    """Delete findings and every link to and from them."""
    return programme.drop([_finding(programme, key).id for key in finding_ids])


def merge_findings(programme: Programme, keep_id: RowId, other_ids: Collection[RowId]) -> Programme:
    """Make one finding of several of one sort: what they grew from and became is the first's now.

    Empty fields of the one that is kept take the first text there is; votes are added up; a story
    stays shared only if all were. PlanError `sorts-differ`.
    """
    keep = _finding(programme, keep_id)
    others = [_finding(programme, key) for key in other_ids if key != keep_id]
    if any(type(other) is not type(keep) for other in others):
        raise PlanError("sorts-differ")
    for other in others:
        keep = _merged(keep, other)
    links = _inherited(programme, keep.id, [other.id for other in others])
    return checked(programme.drop([other.id for other in others]), keep, *links)


def told_in(programme: Programme, row_id: RowId, session_id: RowId | None) -> Programme:
    """Say in which session a story, a dream or a check-out was told (None: not known)."""
    row = _finding(programme, row_id)
    if not isinstance(row, Story | Dream | CheckOut):
        raise PlanError("row-gone", id=row_id)
    if session_id is not None:
        programme.get(session_id, Session)
    return checked(programme, replace(row, session_id=session_id))


def link(programme: Programme, source_id: RowId, target_id: RowId) -> Programme:
    """Say that one finding grew from another; PlanError `link-to-itself`."""
    return link_all(programme, (source_id,), target_id)


def link_all(programme: Programme, source_ids: Iterable[RowId], target_id: RowId) -> Programme:
    """Say in one go that a finding grew from several others; PlanError `link-to-itself`."""
    target = _finding(programme, target_id)
    sources = [_finding(programme, key) for key in source_ids]
    return checked(programme, *(_link(source.id, target.id) for source in sources))


def unlink(programme: Programme, source_id: RowId, target_id: RowId) -> Programme:
    """Say so no more; where it was not said, nothing changes."""
    source, target = _finding(programme, source_id), _finding(programme, target_id)
    return programme.drop([derived_id(source.id, target.id)])


def _link(source: RowId, target: RowId) -> Link:
    return Link(derived_id(source, target), source, target)


def _inherited(programme: Programme, heir: RowId, others: Sequence[RowId]) -> list[Link]:
    """The links of others as the heir's, but those among all of them."""
    gone = {heir, *others}
    roots = {row.id: None for key in others for row in programme.grown_from(key)}
    fruits = {row.id: None for key in others for row in programme.became(key)}
    return [
        *(_link(root, heir) for root in roots if root not in gone),
        *(_link(heir, fruit) for fruit in fruits if fruit not in gone),
    ]


def _merged(keep: Finding, other: Finding) -> Finding:
    filled = {
        spec.name: getattr(other, spec.name)
        for spec in fields(keep)
        if spec.name not in _OWN and getattr(keep, spec.name) in ("", None)
    }
    match keep, other:
        case Story(), Story():
            filled["shared"] = keep.shared and other.shared
        case Theme(), Theme():
            votes = [votes for votes in (keep.votes, other.votes) if votes is not None]
            filled["votes"] = min(sum(votes), MOST_VOTES) if votes else None
            filled |= {"core": keep.core or other.core, "keep": keep.keep or other.keep}
    return replace(keep, **filled)


def _finding(programme: Programme, row_id: RowId) -> Finding:
    row = programme.rows.get(row_id)
    if not isinstance(row, Finding):
        raise PlanError("row-gone", id=row_id)
    return row
