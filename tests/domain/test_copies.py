"""How many pieces a session takes."""

from __future__ import annotations

import pytest

from aiplanner.domain.copies import needed, people_of
from aiplanner.domain.cycle import Per
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import empty_programme
from aiplanner.domain.rows import Head, Material, Session

A, B = RowId("a" * 32), RowId("b" * 32)


@pytest.mark.parametrize(
    ("quantity", "per", "spare", "people", "count"),
    [
        (2, Per.SESSION, False, None, 2),
        (2, Per.SESSION, True, None, 3),
        (1, Per.PERSON, False, 16, 16),
        (1, Per.PERSON, True, 16, 18),
        (1, Per.PERSON, False, None, None),
        (2, Per.PAIR, False, 15, 16),
        (1, Per.TABLE, False, 13, 3),
        (1, Per.PERSON, True, 0, 0),
    ],
)
def test_needed(
    quantity: int, per: Per, spare: bool, people: int | None, count: int | None
) -> None:
    assert needed(Material(A, B, 0, "x", quantity, per, spare), people) == count


def test_a_session_has_its_own_number_of_people_or_the_programmes() -> None:
    programme = empty_programme(A).put(Head(A, people=16))

    assert people_of(programme, Session(B, 0, people=12)) == 12
    assert people_of(programme, Session(B, 0)) == 16
    assert people_of(empty_programme(A), Session(B, 0)) is None
