"""Typed days are read as meant, or refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.days import parse_day
from aiplanner.app.wording import day_text
from aiplanner.domain.errors import PlanError

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Tue 12 Jan 2027", date(2027, 1, 12)),
        ("12 January 2027", date(2027, 1, 12)),
        ("Tuesday, 12th Jan. 2027", date(2027, 1, 12)),
        ("12 jan", date(2027, 1, 12)),
        ("22 Nov", TODAY),
        ("21 Nov", date(2027, 11, 21)),
        ("29 Feb", date(2028, 2, 29)),
        ("12/1/2027", date(2027, 1, 12)),
        ("12.01.2027", date(2027, 1, 12)),
        ("2027-01-12", date(2027, 1, 12)),
        ("", None),
    ],
)
def test_a_day_is_read(typed: str, day: date | None) -> None:
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    ["soon", "30 Feb 2027", "12/13/2027", "12/1", "32 Jan", "12 Juu", "Ma 2027", "Jan 2027"],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(PlanError) as refused:
        parse_day(typed, TODAY)
    assert refused.value.code == "day-unclear"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_back_as_it_is_written(day: date) -> None:
    assert parse_day(day_text(day), TODAY) == day
