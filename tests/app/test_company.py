"""How many groups the people expected make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.company import NOT_KNOWN, company


@pytest.mark.parametrize(
    ("group", "people", "words"),
    [
        ("tables of six", 16, "3 groups of 5 or 6"),
        ("tables of six", 18, "3 groups of 6"),
        ("fours", 17, "5 groups of 3 or 4"),
        ("threes", 16, "6 groups of 2 or 3"),
        ("pairs", 16, "8 pairs"),
        ("pairs", 15, "7 pairs, one a trio"),
        ("in pairs", 17, "8 pairs, one a trio"),
        ("tables of five or six", 22, "4 groups of 5 or 6"),
    ],
)
def test_sizes_come_from_the_words(group: str, people: int, words: str) -> None:
    assert company(group, people).detail == words


@pytest.mark.parametrize(
    ("group", "people"),
    [
        ("", 16),
        ("everyone", 16),
        ("pairs", None),
        ("pairs", 2),
        ("pairs", 3),
        ("tables of six", 6),
        ("six small groups", 18),
        ("1-2-4-all", 16),
        ("pairs", 0),
    ],
)
def test_where_there_is_nothing_to_count_nothing_is_said(group: str, people: int | None) -> None:
    assert company(group, people) == NOT_KNOWN


@given(st.integers(4, 400), st.sampled_from(["pairs", "threes", "fours", "tables of six"]))
def test_nobody_is_left_out_or_alone(people: int, group: str) -> None:
    most = {"pairs": 2, "threes": 3, "fours": 4, "tables of six": 6}[group]
    found = company(group, people)
    if people > most:
        assert (people // max(most, 2)) <= found.groups <= people // 2
