"""Edits of the programme as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from aiplanner.domain.answers import Answer
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import ROW_OF, Sort
from aiplanner.domain.ids import RowId
from aiplanner.domain.on_the_day import Run, Timing
from aiplanner.domain.people import Absence
from aiplanner.domain.photos import Photo
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import LOOSE, PARENTS, Dismissal, Head, Row
from aiplanner.domain.self_rating import SelfRating
from aiplanner.domain.tied import tied_id

from .fields import set_fields

NewId = Callable[[], RowId]

_REFERENCES: Mapping[type[Row], tuple[str, ...]] = {
    kind: (*PARENTS.get(kind, ()), *LOOSE.get(kind, ())) for kind in {*PARENTS, *LOOSE}
}
_OF_THE_DAY = (Run, Timing)
"""What was noted while a session ran."""
_OF_THE_PLAN = frozenset({Sort.TOPIC, Sort.QUESTION})
"""The findings with which one goes into the sessions: what is asked, and about what."""
_OF_ONE_GROUP = (
    *(*_OF_THE_DAY, Photo, SelfRating, Answer),
    *(kind for sort, kind in ROW_OF.items() if sort not in _OF_THE_PLAN),
)
"""What one group noted, found or said of itself."""
_OF_ONE_SESSION = (*_OF_THE_DAY, Absence, Dismissal)
"""What was noted or decided of one session or item, and need not be so of its copy."""


def rename(programme: Programme, title: str) -> Programme:
    """Give the programme a title; PlanError `title-empty` for a blank one."""
    if not title.strip():
        raise PlanError("title-empty")
    return set_fields(programme, programme.id, title=title)


def copied(programme: Programme, title: str, new_id: NewId) -> Programme:
    """The same programme under new ids and a new title."""
    ids = {key: new_id() for key in programme.rows}
    rows = with_ids(programme.rows, ids)
    return rename(Programme(ids[programme.id], rows), title)


def before_the_day(programme: Programme) -> Programme:
    """The programme as it was planned: without how it went and what the group found.

    Topics and interview questions stay, with the ties between them. All other findings, the view
    from the future, photos, self-ratings and answers are the first group's: the stories, their
    tellers' consent to share them among them, and would count and be printed as the next group's.
    """
    ours = [key for key, row in programme.rows.items() if isinstance(row, _OF_ONE_GROUP)]
    planned = programme.drop(ours)
    return planned.put(replace(planned.head, future="", future_day=None))


def to_copy_below(programme: Programme, parent: RowId) -> dict[RowId, Row]:
    """What a copy of a session or item holds: all below it but what only the first one is known of.

    That is how it went, who stayed away, and which hints the team does without.
    """
    below = programme.below(parent)
    return {row.id: row for row in below if not isinstance(row, _OF_ONE_SESSION)}


def with_ids(rows: Mapping[RowId, Row], ids: Mapping[RowId, RowId]) -> dict[RowId, Row]:
    """Copies of rows under other ids; references into `ids` follow, others stay."""
    head = next((ids[row.id] for row in rows.values() if isinstance(row, Head)), None)
    known, copies = dict(ids), dict[RowId, Row]()
    # A hint may be about a row whose id is derived, so what is done without of it comes last.
    for row in sorted(rows.values(), key=lambda row: isinstance(row, Dismissal)):
        copy = _renamed(row, known, head)
        known[row.id] = copy.id
        copies[copy.id] = copy
    return copies


def _renamed(row: Row, ids: Mapping[RowId, RowId], head: RowId | None) -> Row:
    held = {name: getattr(row, name) for name in _REFERENCES.get(type(row), ())}
    there: dict[str, Any] = {name: ids.get(old, old) for name, old in held.items()}
    moved = replace(row, id=ids[row.id], **there)
    return replace(moved, id=tied_id(moved, head) or moved.id)
