"""Programmes with evaluations that came back, as taking forms in makes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from aiplanner.app.content import EXAMPLE, starter
from aiplanner.app.returned_rows import take_answers
from aiplanner.app.starters import programme_from
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from tests.support.plans import counted_ids
from tests.support.returned_sheets import sheet_of

BEST = "The board by the door"
EVALUATION = "evaluation"


def example() -> Programme:
    """The example, with ids that are the same in every run."""
    return programme_from(starter(EXAMPLE), "", counted_ids())


def with_sheets(
    programme: Programme,
    sheets: Sequence[Mapping[str, str]],
    session: RowId | None = None,
    key: str = EVALUATION,
) -> Programme:
    """The programme with all answers of these sheets taken in, one sheet after the other."""
    fresh = counted_ids(5_000_000 + 100 * len(programme.rows))
    for answers in sheets:
        sheet = sheet_of(programme, key, answers, session)
        keys = [one.key for one in sheet.answers]
        programme = take_answers(programme, sheet, keys, date(2026, 11, 22), fresh)
    return programme


def evaluations(count: int) -> list[Mapping[str, str]]:
    """So many evaluations: all but the first listened to fully, and each has its own words."""
    return [
        {"b1-s1": "p4" if n else "p2", "b1-s3": "p4", "best": f"{BEST}, number {n}"}
        for n in range(count)
    ]
