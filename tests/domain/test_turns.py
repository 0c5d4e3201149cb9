"""Lengths typed for each person."""

from __future__ import annotations

import pytest

from aiplanner.domain.errors import PlanError
from aiplanner.domain.lengths import parse_length
from aiplanner.domain.turns import with_turns


@pytest.mark.parametrize(
    "typed",
    ["3 each", "x3", "×3", "* 3", "3 per person", "3 min each", "3 a head", "each 3", "3pp",
     " 3  EACH "],
)  # fmt: skip
def test_for_each_person_is_as_many_turns_as_people(typed: str) -> None:
    length = parse_length(with_turns(typed, 16))
    assert (length.times, length.minutes, length.typical) == (16, 3, 48)


@pytest.mark.parametrize("typed", ["45", "6x3", "1h30", "30-45", "", "30+", "each", "x", "soon"])
def test_everything_else_stays_as_it_is(typed: str) -> None:
    assert with_turns(typed, 16) == typed
    assert with_turns(typed, None) == typed


@pytest.mark.parametrize("people", [None, 0])
def test_without_a_number_of_people_it_is_refused(people: int | None) -> None:
    with pytest.raises(PlanError) as refused:
        with_turns("3 each", people)
    assert refused.value.code == "people-unknown"
    assert refused.value.facts["turn"] == "3"
