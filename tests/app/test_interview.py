"""The interview guide made from topics: what is missing is added, what people wrote stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.content import EXAMPLE, guide_texts, starter
from aiplanner.app.hints import hint_lines
from aiplanner.app.interview import complete_guide, guide_lacks, minutes_for
from aiplanner.app.starters import programme_from
from aiplanner.domain.content import StarterFinding
from aiplanner.domain.findings import Question, QuestionPart
from aiplanner.domain.integrity import TEXT, faults
from aiplanner.domain.programme import Programme
from tests.support.advice import finding
from tests.support.plans import counted_ids, plan
from tests.support.reading import grade
from tests.support.strategies import programmes

PARTS = list(QuestionPart)
EASY = 6
"""The highest Flesch-Kincaid grade: read out by anyone, heard by anyone (age 11 to 12)."""


def topics(count: int) -> tuple[StarterFinding, ...]:
    """So many topics by name."""
    return tuple(finding("topic", f"Topic {n}", name=f"t{n}") for n in range(1, count + 1))


def completed(*found: StarterFinding, **head: object) -> Programme:
    """A plan of these findings with its guide made complete."""
    return complete_guide(plan(found=found, **head), counted_ids(10**6))


def shape(programme: Programme) -> list[tuple[str, str]]:
    """Part and lead-in of each question in order."""
    return [(question.part.value, question.lead_in) for question in programme.questions]


def test_one_topic_makes_a_guide_of_five_questions() -> None:
    after = completed(*topics(1))

    assert [question.part for question in after.questions] == [
        QuestionPart.WARM_UP,
        QuestionPart.MAIN,
        QuestionPart.MAIN,
        QuestionPart.WISH,
        QuestionPart.CLOSE,
    ]
    assert after.questions[1].lead_in == "We want to hear about “Topic 1”."
    assert after.became(after.topics[0].id) == (after.questions[1],)
    assert "notes" in after.head.interview_opening
    assert after.head.interview_minutes == 20


def test_each_topic_has_a_question_of_its_own_words() -> None:
    after = completed(*topics(5))
    main = [question for question in after.questions if question.part is QuestionPart.MAIN]

    assert [one.lead_in.count("Topic") for one in main] == [1, 1, 1, 1, 1, 0]
    assert len({one.text for one in main}) == 6
    assert [after.grown_from(one.id) for one in main[:5]] == [(one,) for one in after.topics]
    assert after.head.interview_minutes == minutes_for(after) == 35


def test_what_people_wrote_stays_and_only_what_lacks_is_added() -> None:
    own = finding(
        "question", "When did you laugh here?", part=QuestionPart.MAIN, grown_from=("t1",)
    )
    wish = finding("question", "One wish?", part=QuestionPart.WISH)
    after = completed(*topics(2), own, wish, interview_opening="Hello.", interview_minutes=12)

    assert [
        question.text for question in after.questions if question.part is QuestionPart.WISH
    ] == ["One wish?"]
    assert (after.head.interview_opening, after.head.interview_minutes) == ("Hello.", 12)
    [asked, added] = [one for one in after.questions if one.part is QuestionPart.MAIN]
    assert (asked.text, added.lead_in) == (own.text, "We want to hear about “Topic 2”.")
    assert [PARTS.index(question.part) for question in after.questions] == [0, 1, 1, 2, 3]


def test_a_topic_that_comes_later_gets_a_question_in_other_words() -> None:
    before = completed(*topics(1))
    later = before.put(*(row for row in plan(found=topics(2)).topics if row.text == "Topic 2"))
    after = complete_guide(later, counted_ids(2 * 10**6))

    [first, second] = [one for one in after.questions if "Topic" in one.lead_in]
    assert first.text != second.text
    assert len(after.questions) == len(before.questions) + 1


def test_it_says_what_it_would_add() -> None:
    assert guide_lacks(plan(found=topics(3))) == (
        "how to begin",
        "warm-up",
        "4 questions",
        "wishes",
        "close",
        "minutes for each person",
    )
    assert guide_lacks(completed(*topics(3))) == ()
    example = programme_from(starter(EXAMPLE), "", counted_ids())
    assert complete_guide(example, counted_ids(10**6)) is example


def test_a_guide_needs_topics_to_ask_about() -> None:
    after = completed()
    assert [question.part for question in after.questions] == [
        QuestionPart.WARM_UP,
        QuestionPart.WISH,
        QuestionPart.CLOSE,
    ]


def test_its_questions_are_open_single_and_about_real_moments() -> None:
    for count in (1, 3, 5):
        spoken = {line.rule for line in hint_lines(completed(*topics(count)))}
        assert {rule for rule in spoken if rule.startswith("question")} == set()


def test_its_texts_are_read_easily() -> None:
    assert {text.key: grade(text) for text in guide_texts() if grade(text) > EASY} == {}


def test_a_topic_of_any_length_can_be_asked_about() -> None:
    after = completed(finding("topic", "well {topic} " * (TEXT // 13), name="long"))
    assert faults(after) == []


@given(programmes(), st.integers(0, 3))
def test_nothing_that_is_there_is_changed_and_a_second_time_adds_nothing(
    programme: Programme, seed: int
) -> None:
    after = complete_guide(programme, counted_ids(10**6 * (seed + 1)))
    kept = {row.id: (row.part, row.text, row.lead_in, row.probes) for row in programme.questions}
    for key, words in kept.items():
        row = after.get(key, Question)
        assert (row.part, row.text, row.lead_in, row.probes) == words
    assert complete_guide(after, counted_ids(10**9)) is after
    assert guide_lacks(after) == ()
    assert (guide_lacks(programme) == ()) is (after is programme)
    assert faults(after) == []
