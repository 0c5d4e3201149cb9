"""Evaluations counted and quoted, and what of them a report may tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aiplanner.app.content import handouts
from aiplanner.app.evaluations import results, shown_counts, table, where
from aiplanner.domain.answers import Answer
from aiplanner.domain.ids import RowId
from aiplanner.domain.self_ratings import LEAST
from tests.support.evaluated import BEST, EVALUATION, evaluations, example, with_sheets

EXAMPLE = example()
POINTS = ("not at all", "a little", "mostly", "fully")


def test_points_are_counted_in_the_order_of_the_sheet_and_words_are_quoted() -> None:
    [found] = results(with_sheets(EXAMPLE, evaluations(3)), handouts())

    assert (found.handout, found.sheets, found.evaluates) == (EVALUATION, 3, True)
    assert [one.words for one in found.asked] == [
        "I knew why I was asked to come.",
        "I was listened to.",
        "What was best for you?",
    ]
    knew, _listened, best = found.asked
    assert dict(knew.counts) == dict(zip(POINTS, (0, 1, 0, 2), strict=True))
    assert tuple(knew.counts) == POINTS
    assert best.quotes == tuple(f"{BEST}, number {n}" for n in range(3))
    assert found.counted == found.asked[:2]
    assert found.quoted == (best,)


def test_questions_stand_as_on_the_sheet_whoever_answered_first() -> None:
    sheets = [{"changed": "Much"}, {"other": "Less"}, {"best": "All", "b1-s6": "p1", "b1-s2": "p1"}]
    [found] = results(with_sheets(EXAMPLE, sheets), handouts())

    assert [one.key for one in found.asked] == ["b1-s2", "b1-s6", "best", "other", "changed"]


def test_each_session_is_told_by_itself() -> None:
    first, second = (session.id for session in EXAMPLE.sessions[:2])
    made = with_sheets(with_sheets(EXAMPLE, evaluations(2), second), [{"best": "Tea"}])
    found = results(made, handouts())

    assert [(one.session, one.sheets) for one in found] == [(None, 1), (second, 2)]
    assert where(made, found[0]) == "Your view"
    assert where(made, found[1]).startswith("Your view – Session 2")
    chosen = [session for session in made.sessions if session.id == first]
    assert [one.session for one in results(made, handouts(), chosen)] == [None]


def test_other_sheets_come_after_evaluations() -> None:
    made = with_sheets(EXAMPLE, [{"themes-r1-c1": "Tea", "keep": "The quiet"}], key="theme-summary")
    found = results(with_sheets(made, evaluations(1)), handouts())

    assert [(one.handout, one.evaluates) for one in found] == [
        (EVALUATION, True),
        ("theme-summary", False),
    ]
    assert found[1].quoted[-1].quotes == ("The quiet",)


def test_answers_outlive_the_handout_that_asked() -> None:
    [found] = results(with_sheets(EXAMPLE, evaluations(1)), ())

    assert (found.title, found.evaluates) == (EVALUATION, True)
    assert {one.answered for one in found.asked} == {1}


def test_other_words_are_another_question() -> None:
    made = with_sheets(EXAMPLE, evaluations(2))
    first = next(one for one in made.answers if one.question == "best")
    made = made.put(replace(first, asked="What was good?"))
    [found] = results(made, handouts())

    assert [one.words for one in found.quoted] == ["What was good?", "What was best for you?"]


@pytest.mark.parametrize("count", range(LEAST))
def test_a_report_says_nothing_of_fewer_than_five(count: int) -> None:
    made = with_sheets(EXAMPLE, evaluations(count))
    assert shown_counts(made, handouts(), made.sessions) == ()


def test_a_report_counts_from_five_on_and_quotes_nobody() -> None:
    sheets = [{**one, "b1-s6": "p1"} if n == 0 else one for n, one in enumerate(evaluations(LEAST))]
    made = with_sheets(EXAMPLE, sheets)
    [found] = shown_counts(made, handouts(), made.sessions)

    assert [one.key for one in found.asked] == ["b1-s1", "b1-s3"], "one answered the sixth"
    assert found.quoted == ()


def test_a_report_tells_no_point_that_the_sheet_does_not_offer() -> None:
    made = with_sheets(EXAMPLE, evaluations(LEAST))
    secret = [
        replace(one, point="words of my own") for one in made.answers if one.question == "b1-s1"
    ]
    found = shown_counts(made.put(*secret), handouts(), made.sessions)
    assert "words of my own" not in repr(found)
    assert [one.key for one in found[0].asked] == ["b1-s3"]


def test_a_report_tells_nothing_of_sheets_that_evaluate_nothing() -> None:
    answers = [
        Answer(RowId(f"b{n:031x}"), n, RowId(f"a{n:031x}"), "theme-summary", "keep", point="Yes")
        for n in range(LEAST)
    ]
    made = EXAMPLE.put(*answers)
    assert shown_counts(made, handouts(), made.sessions) == ()


def test_a_spreadsheet_gets_a_row_for_each_count_and_each_quote() -> None:
    made = with_sheets(EXAMPLE, evaluations(2))
    head, *rows = table(made, results(made, handouts()))

    assert len(head) == 5
    assert all(len(row) == 5 for row in rows)
    assert ["Your view", "2", "I knew why I was asked to come.", "fully", "1"] in rows
    assert ["Your view", "2", "What was best for you?", f"{BEST}, number 1", "1"] in rows
    assert len(rows) == 2 * len(POINTS) + 2
