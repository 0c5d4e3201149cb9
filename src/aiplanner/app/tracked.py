"""What somebody is to do or to look at again, as lists over several programmes tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from aiplanner.domain.findings import Progress, Promise, Review, Sort
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

OVER = frozenset({Progress.DONE, Progress.DROPPED})
"""What is done or dropped waits for nobody."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """An action, a promise, or a review (which nobody is named for and which has no progress)."""

    programme_id: RowId
    title: str
    """Of the programme."""
    id: RowId
    sort: Sort
    text: str
    person: str = ""
    due: date | None = None
    first_step: str = ""
    first_due: date | None = None
    progress: Progress = Progress.PLANNED
    archived: bool = False
    """Whether the programme is."""


def tracked_in(programme: Programme) -> Iterator[Tracked]:
    """All of a programme, what is done or dropped too, in the order of the plan.

    Actions and promises without a word are left out, and reviews that have no day. A review is
    done once it says what was learned.
    """
    for action in programme.actions:
        if action.text.strip():
            yield Tracked(
                programme_id=programme.id,
                title=programme.head.title,
                id=action.id,
                sort=Sort.ACTION,
                text=action.text,
                person=action.person,
                due=action.due,
                first_step=action.first_step,
                first_due=action.first_due,
                progress=action.progress,
            )
    for promise in programme.promises:
        if promise.text.strip():
            yield _of_promise(programme, promise)
    for review in programme.reviews:
        if review.due is not None:
            yield _of_review(programme, review)


def _of_promise(programme: Programme, promise: Promise) -> Tracked:
    return Tracked(
        programme_id=programme.id,
        title=programme.head.title,
        id=promise.id,
        sort=Sort.PROMISE,
        text=promise.text,
        person=promise.person,
        due=promise.due,
        progress=promise.progress,
    )


def _of_review(programme: Programme, review: Review) -> Tracked:
    held = bool(review.learned.strip())
    return Tracked(
        programme_id=programme.id,
        title=programme.head.title,
        id=review.id,
        sort=Sort.REVIEW,
        text=review.text,
        due=review.due,
        progress=Progress.DONE if held else Progress.PLANNED,
    )
