"""Programmes with things to do in them, for the lists that look over several."""

from __future__ import annotations

from datetime import date

from aiplanner.app.tracked import Tracked
from aiplanner.domain.findings import Action, Progress, Promise, Review, Sort
from aiplanner.domain.ids import RowId
from aiplanner.domain.positions import STEP
from aiplanner.domain.programme import Programme, empty_programme

TODAY = date(2026, 11, 22)


def row_id(number: int) -> RowId:
    """An id that tells its number."""
    return RowId(f"{number:032x}")


def action(
    number: int,
    text: str = "Ring pharmacy",
    person: str = "Morag Reid",
    due: date | None = None,
    *,
    first_step: str = "",
    first_due: date | None = None,
    progress: Progress = Progress.PLANNED,
) -> Action:
    """An action whose id tells `number`."""
    return Action(
        row_id(number),
        number * STEP,
        text=text,
        person=person,
        due=due,
        first_step=first_step,
        first_due=first_due,
        progress=progress,
    )


def promise(
    number: int,
    text: str = "I ask first",
    person: str = "Tom Baker",
    due: date | None = None,
    progress: Progress = Progress.PLANNED,
) -> Promise:
    """A promise whose id tells `number`."""
    return Promise(
        row_id(number), number * STEP, text=text, person=person, due=due, progress=progress
    )


def review(number: int, text: str = "", due: date | None = None, learned: str = "") -> Review:
    """A review whose id tells `number`."""
    return Review(row_id(number), number * STEP, text=text, due=due, learned=learned)


def programme_of(number: int, title: str, *rows: Action | Promise | Review) -> Programme:
    """A programme that holds these rows."""
    return empty_programme(row_id(number), title).put(*rows)


def tracked(
    text: str = "Ring pharmacy",
    person: str = "",
    due: date | None = None,
    *,
    first_due: date | None = None,
    progress: Progress = Progress.PLANNED,
    sort: Sort = Sort.ACTION,
    title: str = "Ours",
    first_step: str = "",
) -> Tracked:
    """A line of the list, without a library."""
    return Tracked(
        row_id(1),
        title,
        row_id(2),
        sort,
        text,
        person,
        due,
        first_step,
        first_due,
        progress,
    )
