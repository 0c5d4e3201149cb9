"""Data of others is read strictly, whether its days and times come as text or as values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import pytest

from aiplanner.app.decoding import strict
from aiplanner.domain.errors import PlanError


@dataclass(frozen=True)
class Meeting:
    """A day and a time, either of which may be missing."""

    day: date | None = None
    start: time | None = None


@dataclass(frozen=True)
class Noted:
    """A moment."""

    at: datetime


def test_moments_are_read_with_their_zone() -> None:
    for text in ("2027-01-12T10:05:00Z", "2027-01-12T10:05:00+00:00"):
        assert strict({"at": text}, Noted) == Noted(datetime(2027, 1, 12, 10, 5, tzinfo=UTC))


@pytest.mark.parametrize(
    "moment",
    ["2027-02-30T10:05:00Z", "2027-01-12", "2027-01-12 10:05:00Z", "20270112T100500Z", "", 5, None],
)
def test_what_is_no_moment_is_refused_with_its_place(moment: object) -> None:
    with pytest.raises(PlanError) as refused:
        strict({"at": moment}, Noted)
    assert refused.value.code == "data-wrong"
    assert refused.value.facts["where"] == "at"


def test_days_and_times_are_read_from_json() -> None:
    raw = json.loads('{"day": "2027-01-12", "start": "10:05"}')
    assert strict(raw, Meeting) == Meeting(date(2027, 1, 12), time(10, 5))


def test_days_and_times_of_toml_are_taken_as_they_are() -> None:
    raw = {"day": date(2027, 1, 12), "start": time(10, 5)}
    assert strict(raw, Meeting) == Meeting(**raw)


@pytest.mark.parametrize("day", ["2027-02-30", "20270112", "12 Jan 2027", "", 5, "\uff12027-01-12"])
def test_what_is_no_day_is_refused_with_its_place(day: object) -> None:
    with pytest.raises(PlanError) as refused:
        strict({"day": day}, Meeting)
    assert refused.value.code == "data-wrong"
    assert refused.value.facts["where"] == "day"


@pytest.mark.parametrize("half", ["\ud800", "\udfff and more"])
def test_half_a_character_where_a_table_should_be_is_refused(half: str) -> None:
    with pytest.raises(PlanError) as refusal:
        strict(half, Meeting)
    assert refusal.value.code == "data-wrong"
