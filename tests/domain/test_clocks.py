"""Typed clock times are read as meant, or refused; never guessed."""

from __future__ import annotations

from datetime import time

import pytest

from aiplanner.domain.clocks import parse_clock, parse_span
from aiplanner.domain.errors import PlanError


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("10:05", time(10, 5)),
        (" 9:05 ", time(9, 5)),
        ("10.05", time(10, 5)),
        ("1005", time(10, 5)),
        ("905", time(9, 5)),
        ("100", time(1, 0)),
        ("14h30", time(14, 30)),
        ("9:30am", time(9, 30)),
        ("12 am", time(0, 0)),
        ("12.15 p.m.", time(12, 15)),
        ("2 PM", time(14, 0)),
        ("00:00", time(0, 0)),
        ("", None),
        ("  ", None),
    ],
)
def test_a_clock_time_is_read(typed: str, clock: time | None) -> None:
    assert parse_clock(typed) == clock


@pytest.mark.parametrize(
    "typed", ["9", "24:00", "10:60", "13pm", "0am", "soon", "10:5", "-1:00", "10:05:30", "1260"]
)
def test_what_could_mean_two_things_is_refused(typed: str) -> None:
    with pytest.raises(PlanError) as refused:
        parse_clock(typed)
    assert refused.value.code == "clock-unclear"
    assert refused.value.facts == {"typed": typed}


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("10:00 to 12:00", (time(10), time(12))),
        ("10:00-12:00", (time(10), time(12))),
        ("9.30 – 4pm", (time(9, 30), time(16))),
        ("10:00 until 12:00", (time(10), time(12))),
        ("10:00", (time(10), None)),
        ("", (None, None)),
    ],
)
def test_a_span_is_read(typed: str, span: tuple[time | None, time | None]) -> None:
    assert parse_span(typed) == span


@pytest.mark.parametrize("typed", ["10:00 to", "to 12:00", "10 to 12", "1:00 to 2:00 to 3:00", "x"])
def test_half_a_span_is_refused(typed: str) -> None:
    with pytest.raises(PlanError) as refused:
        parse_span(typed)
    assert refused.value.code == "span-unclear"
