"""Group words are read as people write them, and left alone where they could mean anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.content import activities
from aiplanner.domain.bank import Activity, GroupForm
from aiplanner.domain.checks.group_words import form_of, groups_in, is_moving, sizes_of

ALONE, PAIRS, THREES, SMALL, WHOLE, MIXED = GroupForm


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("everyone", WHOLE),
        ("Everyone, standing", WHOLE),
        ("circle", WHOLE),
        ("plenary discussion", WHOLE),
        ("plenary report-outs", WHOLE),
        ("plenary, chat", WHOLE),
        ("whole group", WHOLE),
        ("large group", WHOLE),
        ("standing", WHOLE),
        ("pairs", PAIRS),
        ("pairs, walking in the garden", PAIRS),
        ("pairs · 2", PAIRS),
        ("pairs (inferred)", PAIRS),
        ("1-on-1", PAIRS),
        ("groups of two", PAIRS),
        ("with a partner", PAIRS),
        ("threes, standing", THREES),
        ("trios", THREES),
        ("groups of 3", THREES),
        ("groups of two or three", THREES),
        ("fours", SMALL),
        ("tables of six", SMALL),
        ("tables of five or six", SMALL),
        ("six small groups", SMALL),
        ("the groups you chose", SMALL),
        ("two sub-groups", SMALL),
        ("self-selected breakout groups", SMALL),
        ("groups of 6-8", SMALL),
        ("four to eight at a table", SMALL),
        ("two to three", THREES),
        ("circle in each design group", SMALL),
        ("circle at each table", SMALL),
        ("on your own", ALONE),
        ("alone", ALONE),
        ("individually", ALONE),
        ("on your own, then pairs", MIXED),
        ("on your own or in pairs", MIXED),
        ("pairs then large group", MIXED),
        ("individual then whole circle", MIXED),
        ("individual/circle", MIXED),
        ("2x2x2 tables · 2 -> 4 -> 6/8", MIXED),
        ("1-2-4-all", MIXED),
        ("tables, then everyone", MIXED),
        ("two halves of the room", None),
        ("two strands", None),
        ("the core team", None),
        ("", None),
        ("as you like", None),
        ("repairs", None),
        ("aloneness", None),
    ],
)
def test_forms(words: str, form: GroupForm | None) -> None:
    assert form_of(words) is form


@pytest.mark.parametrize("one", activities(), ids=lambda one: one.key)
def test_the_words_of_the_bank_are_read_as_they_are_meant(one: Activity) -> None:
    assert form_of(one.group) in (one.form, MIXED, None)


@pytest.mark.parametrize(
    ("words", "sizes"),
    [
        ("pairs", (2, 2)),
        ("threes", (3, 3)),
        ("fours", (4, 4)),
        ("tables of six", (6, 6)),
        ("tables of five or six", (5, 6)),
        ("groups of 6-8", (6, 8)),
        ("three to six, mixed", (3, 6)),
        ("tables", None),
        ("everyone", None),
        ("on your own, then pairs", None),
        ("", None),
    ],
)
def test_sizes(words: str, sizes: tuple[int, int] | None) -> None:
    assert sizes_of(words) == sizes


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("six small groups", 6),
        ("the six groups", 6),
        ("4 tables", 4),
        ("Twelve teams", 12),
        ("tables of six", None),
        ("two groups of four", None),
        ("four to eight", None),
        ("groups", None),
    ],
)
def test_numbers_of_groups(words: str, count: int | None) -> None:
    assert groups_in(words) == count


def test_moving() -> None:
    assert is_moving("everyone, walking")
    assert is_moving("everyone", "Gallery walk")
    assert not is_moving("everyone", "Understand the cycle")
    assert not is_moving("")


@given(st.text(max_size=30))
def test_any_words_can_be_read(words: str) -> None:
    assert form_of(words) in (*GroupForm, None)
    sizes = sizes_of(words)
    assert sizes is None or 1 <= sizes[0] <= sizes[1] or 0 in sizes
    assert groups_in(words) is None or groups_in(words) in range(100)


@pytest.mark.parametrize(
    "words", ["tables of f\u0131ve", "groups of f\u0130ve", "f\u0131ve groups"]
)
def test_letters_of_other_languages_make_no_number(words: str) -> None:
    assert (sizes_of(words), groups_in(words)) == (None, None)
    assert form_of(words) in (None, SMALL)
