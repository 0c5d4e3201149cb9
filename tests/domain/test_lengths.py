"""Lengths as people type them: what is read, what is refused, and how they are written back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aiplanner.domain.errors import PlanError
from aiplanner.domain.lengths import (
    LONGEST,
    UNTIMED,
    Length,
    length_fault,
    length_text,
    parse_length,
)
from tests.support.strategies import LENGTHS


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("45", Length(45)),
        ("  45  ", Length(45)),
        ("0", Length(0)),
        ("1h30", Length(90)),
        ("1h", Length(60)),
        ("1 h 30 min", Length(90)),
        ("1 hour 5", Length(65)),
        ("2 hours", Length(120)),
        ("1H30", Length(90)),
        ("1:30", Length(90)),
        ("0:05", Length(5)),
        ("1.5h", Length(90)),
        ("1,5 h", Length(90)),
        ("0.25 hours", Length(15)),
        ("90 min", Length(90)),
        ("90min", Length(90)),
        ("90 minutes", Length(90)),
        ("1\N{NO-BREAK SPACE}h\t30", Length(90)),
        ("168h", Length(LONGEST)),
        ("6x3", Length(3, times=6)),
        ("6 × 3 min", Length(3, times=6)),
        ("6*3", Length(3, times=6)),
        ("6X3", Length(3, times=6)),
        ("2x1h30", Length(90, times=2)),
        ("30-45", Length(40, low=30, high=45)),
        ("30–45 min", Length(40, low=30, high=45)),
        ("30 to 45", Length(40, low=30, high=45)),
        ("15-20", Length(20, low=15, high=20)),
        ("10-13", Length(12, low=10, high=13)),
        ("1h-1h30", Length(75, low=60, high=90)),
        ("1:00-1:30", Length(75, low=60, high=90)),
        ("45 min to 1h", Length(55, low=45, high=60)),
        ("40 (30-60)", Length(40, low=30, high=60)),
        ("6x3 (15-20)", Length(3, times=6, low=15, high=20)),
        ("6x3 (15+)", Length(3, times=6, low=15)),
        ("30+", Length(30, low=30)),
        ("40 (30+)", Length(40, low=30)),
        ("", UNTIMED),
        ("   ", UNTIMED),
    ],
)
def test_read(typed: str, length: Length) -> None:
    assert parse_length(typed) == length


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("soon", "length-unclear"),
        ("-5", "length-unclear"),
        ("5-", "length-unclear"),
        ("+", "length-unclear"),
        ("+5", "length-unclear"),
        ("1.2.3", "length-unclear"),
        ("1.5", "length-unclear"),
        ("1,5", "length-unclear"),
        ("1.33h", "length-unclear"),
        ("1h60", "length-unclear"),
        ("1:75", "length-unclear"),
        ("1:5", "length-unclear"),
        ("1:30h", "length-unclear"),
        ("h", "length-unclear"),
        ("5x", "length-unclear"),
        ("x5", "length-unclear"),
        ("0x5", "length-unclear"),
        ("2x3x4", "length-unclear"),
        ("6x3-4", "length-unclear"),
        ("6x-3", "length-unclear"),
        ("1-2h", "length-unclear"),
        ("1-1:30", "length-unclear"),
        ("1h-2", "length-unclear"),
        ("1-2-3", "length-unclear"),
        ("40 (45)", "length-unclear"),
        ("40 (soon)", "length-unclear"),
        ("(30-60)", "length-unclear"),
        ("30 45", "length-unclear"),
        ("half an hour", "length-unclear"),
        ("9999999", "length-unclear"),
        ("45\N{BOX DRAWINGS LIGHT VERTICAL}", "length-unclear"),
        ("45-30", "length-backwards"),
        ("2h to 1h", "length-backwards"),
        ("20 (30-60)", "length-backwards"),
        ("90 (30-60)", "length-backwards"),
        ("6x3 (20-30)", "length-backwards"),
        ("99999h", "length-too-long"),
        ("169h", "length-too-long"),
        ("10081", "length-too-long"),
        ("100x101", "length-too-long"),
        ("40 (30-99999)", "length-too-long"),
    ],
)
def test_refused(typed: str, code: str) -> None:
    with pytest.raises(PlanError) as refusal:
        parse_length(typed)
    assert refusal.value.code == code
    assert refusal.value.facts == {"typed": typed}


@given(LENGTHS)
@example(Length(30, low=20))
@example(Length(3, 6, low=18))
@example(Length(3, 6, low=10, high=20))
@example(Length(0, low=0, high=0))
def test_what_is_written_is_read_back(length: Length) -> None:
    assert length_fault(length) is None
    assert parse_length(length_text(length)) == replace(length, each="")


@given(st.text(max_size=12) | st.from_regex(r"[0-9x×h:.,()+ \-–mint]{0,14}", fullmatch=True))
def test_anything_typed_is_read_soundly_or_refused(typed: str) -> None:
    try:
        length = parse_length(typed)
    except PlanError:
        return
    assert length_fault(length) is None
    assert parse_length(length_text(length)) == length


def test_a_very_long_text_is_refused_without_long_thought() -> None:
    for hostile in ("1" + " " * 300_000 + "x", "1 " * 150_000, "-" * 300_000, "9" * 300_000):
        with pytest.raises(PlanError):
            parse_length(hostile)


@pytest.mark.parametrize(
    ("length", "code"),
    [
        (Length(-1), "length-unclear"),
        (Length(5, times=0), "length-unclear"),
        (Length(5, times=-2), "length-unclear"),
        (Length(times=3), "length-unclear"),
        (Length(each="team"), "length-unclear"),
        (Length(low=3, high=5), "length-unclear"),
        (Length(5, high=10), "length-unclear"),
        (Length(0, high=0), "length-unclear"),
        (Length(5, low=6), "length-backwards"),
        (Length(5, low=1, high=4), "length-backwards"),
        (Length(10_081), "length-too-long"),
        (Length(0, times=10_000), "length-too-long"),
        (Length(5, low=5, high=10_081), "length-too-long"),
    ],
)
def test_a_length_that_cannot_be(length: Length, code: str) -> None:
    assert length_fault(length) == code


@pytest.mark.parametrize(
    ("length", "least", "typical", "most"),
    [
        (UNTIMED, 0, 0, 0),
        (Length(45), 45, 45, 45),
        (Length(3, times=6), 18, 18, 18),
        (Length(40, low=30, high=60), 30, 40, 60),
        (Length(30, low=30), 30, 30, 30),
        (Length(3, times=6, low=15, high=20), 15, 18, 20),
    ],
)
def test_minutes_counted(length: Length, least: int, typical: int, most: int) -> None:
    assert (length.least, length.typical, length.most) == (least, typical, most)
