"""Words are judged only where they are sure: each list here holds what people really write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.content import capabilities, phases, starters
from aiplanner.domain.checks.plain_words import answers_in, hard_words, routes_in
from aiplanner.domain.checks.tense import says_we, words_away, words_not_present
from aiplanner.domain.checks.words import (
    asks_high_point,
    asks_several,
    count_words,
    is_closed,
    is_english,
    problem_words,
)
from aiplanner.domain.findings import Sort

FLIPS = [
    ("Many complaints", "Delighting the customer"),
    ("Low morale", "A place people are proud to work"),
    ("Bullying", "Harmony among employees"),
    ("Falls rising", "People moving safely and confidently"),
    ("Delayed discharge", "Going home well and on time"),
    ("Staff turnover", "A team people choose to stay in"),
    ("Missed handovers", "Every handover leaves us ready"),
]
"""Problems and the topics they were turned into (domain facts 1.4a)."""


@pytest.mark.parametrize(("problem", "topic"), FLIPS)
def test_problems_are_heard_and_what_they_became_is_not(problem: str, topic: str) -> None:
    assert problem_words(problem)
    assert problem_words(topic) == ()


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("Reducing waiting times", ("reducing",)),
        ("How can we stop complaints about food?", ("stop", "complaints")),
        ("Fewer falls, fewer incidents", ("fewer falls", "fewer incidents")),
        ("Less paperwork", ("less paperwork",)),
        ("Why do staff feel burnt out?", ("burnt out",)),
        ("Poor communication between teams", ("poor",)),
        ("Preventing harm", ("preventing", "harm")),
        ("Too many meetings", ("too many",)),
        ("What goes wrong at night", ("wrong",)),
    ],
)
def test_topics_that_still_name_the_problem(topic: str, words: tuple[str, ...]) -> None:
    assert problem_words(topic) == words


@pytest.mark.parametrize(
    "topic",
    [
        "How do we make every meal a pleasure?",
        "Mealtimes that people look forward to",
        "A crisis team that people trust",
        "Stop and listen: giving people our whole attention",
        "Solving things together, a one-stop place to ask",
        "Learning from what goes well",
        "A no-blame place to learn",
        "Doing more with less",
        "Problem-solving that brings people together",
        "Waterfall Ward at its best",
        "Harm-free care, every day",
        "Families who are at home here",
    ],
)
def test_topics_that_only_sound_like_it(topic: str) -> None:
    assert problem_words(topic) == ()


OPEN = [
    "Tell me about a time when you were proud to be part of this service.",
    "What made it possible?",
    "What do you value most about the way you work?",
    "How did you know that it mattered?",
    "If you had one wish for this ward, what would it be?",
    "Do you remember a time when you felt proud?",
    "Could you tell me about a day that went really well?",
    "Would you like to add something?",
    "Is there anything else you would like to say?",
    "Does this take us to our dream, or only a bit past today?",
    "Think of a shift at its best. What was happening?",
]


@pytest.mark.parametrize("question", OPEN)
def test_open_questions(question: str) -> None:
    assert not is_closed(question)


@pytest.mark.parametrize(
    "question",
    [
        "Do you like working here?",
        "Is the handover good?",
        "Have you ever felt proud of your work?",
        "Did the family feel welcome?",
        "Are there enough of us at night?",
        "Here is the first one. Does it work well for you?",
    ],
)
def test_closed_questions(question: str) -> None:
    assert is_closed(question)


@pytest.mark.parametrize(
    "question",
    [
        "What happened? Who was there?",
        "What did you see and how did it feel?",
        "What made it possible, and what would you do again?",
        "Who helped you and what did they do?",
    ],
)
def test_several_questions_at_a_time(question: str) -> None:
    assert asks_several(question)


@pytest.mark.parametrize(
    "question",
    [
        *OPEN,
        "Tell me about a time when you knew what to do and how to do it.",
        "What helps you to know who to ask and when to ask them?",
        "What do you and your team do well?",
        "What did people say, and do, at their best?",
    ],
)
def test_one_question_at_a_time(question: str) -> None:
    assert not asks_several(question)


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about a time when someone went home well.",
        "When were you proud to be part of this service?",
        "Tell me about a visit that went reasonably well.",
        "What does this team look like at its best?",
        "Think of a moment when you felt most alive at work.",
        "What is the best thing that you saw here this year?",
    ],
)
def test_questions_about_a_high_point(question: str) -> None:
    assert asks_high_point(question)


@pytest.mark.parametrize(
    "question",
    [
        "What do you value about your work?",
        "How could we improve our handovers?",
        "What is your role?",
        "What gets in your way?",
    ],
)
def test_questions_about_something_else(question: str) -> None:
    assert not asks_high_point(question)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Leveraging stakeholder synergies", ("leveraging", "stakeholder", "synergies")),
        ("Streamlined care pathways for all", ("streamlined", "care pathways")),
        ("Every MDT starts with a story", ("MDT",)),
        ("Good ECGs at night", ("ECGs",)),
    ],
)
def test_words_that_not_everyone_understands(text: str, words: tuple[str, ...]) -> None:
    assert hard_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        *(topic for _problem, topic in FLIPS),
        "A team that people in the NHS and GP surgeries trust",
        "Ward IV at its best",
        "I know who to ask",
        "OUR MEALS, TOGETHER",
        "Tea on the TV room sofa",
        "Planning the day together",
    ],
)
def test_words_that_everyone_understands(text: str) -> None:
    assert hard_words(text) == ()


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("Implementing electronic notes", ("implementing",)),
        ("How can we introduce a buddy scheme?", ("introduce a buddy scheme",)),
        ("Rolling out the handover tool", ("rolling out",)),
        ("A new rota for nights", ("a new rota",)),
        ("Better days with our new booking system", ("our new booking system",)),
    ],
)
def test_topics_with_an_answer_built_in(topic: str, words: tuple[str, ...]) -> None:
    assert answers_in(topic) == words


@pytest.mark.parametrize(
    "topic",
    [
        *(topic for _problem, topic in FLIPS),
        "Introducing ourselves with warmth",
        "Introducing a colleague to the family",
        "How do we give new people a good first day?",
        "Forms of welcome that feel like home",
        "New ways to say thank you",
        "A rota that suits us all",
        "Launching each day well",
    ],
)
def test_topics_that_leave_the_road_open(topic: str) -> None:
    assert answers_in(topic) == ()


NOW = [
    "We go to relatives with news before they have to ask.",
    "Staff go to relatives with updates rather than waiting to be asked.",
    "We ask each person what they would like, and we act on it the same day.",
    "We give the care we would want for our own family.",
    "People get the care families would choose.",
    "Care here is the way it should be.",
    "Home is as it should be.",
    "Every handover leaves us ready, and we leave on time.",
    "Nobody has to ask twice.",
    "People want to work here.",
    "We have everything we need to listen well.",
    "When someone will be going home, we ring their family the day before.",
    "We have the will to change things together.",
    "Care plans to suit each person are written with them.",
    "Everyone knows who will call and when.",
    "Our doors are open, and anyone can come in to talk.",
    "We celebrate what we try.",
    "Each of us does what must be done, gladly.",
]
"""Statements in the present, some of them after those of Scottish care homes (MHL-E)."""


@pytest.mark.parametrize("statement", NOW)
def test_statements_that_speak_of_now(statement: str) -> None:
    assert words_not_present(statement) == ()
    assert words_away(statement) == ()
    assert routes_in(statement) == ()
    assert hard_words(statement) == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("We will ring every family.", ("will",)),
        ("When someone goes home, we will ring.", ("will",)),
        ("Every person should go home well.", ("should",)),
        ("Staff and families must meet each week.", ("must",)),
        ("We’ll be there for each other", ("we’ll",)),
        ("We try to smile, and we need to listen.", ("we try to", "we need to")),
        ("In two years we hope to be the best place to work.", ()),
        ("We are going to be a team.", ("we are going to",)),
        ("We would like to see everyone at home.", ("we would like to",)),
        ("We had time for each person.", ("we had",)),
        ("Our team shall be proud.", ("shall",)),
    ],
)
def test_statements_that_speak_of_later_or_of_the_past(
    statement: str, words: tuple[str, ...]
) -> None:
    assert words_not_present(statement) == words


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("We no longer wait to be asked.", ("we no longer",)),
        ("We stop losing notes.", ("we stop",)),
        ("People avoid delays.", ("people avoid",)),
        ("We reduce waiting; staff no longer rush.", ("we reduce", "staff no longer")),
        ("We stop and listen.", ()),
        ("We stop to notice what goes well.", ()),
        ("We make sure that nobody stops trying.", ()),
    ],
)
def test_statements_that_say_what_is_left_behind(statement: str, words: tuple[str, ...]) -> None:
    assert words_away(statement) == words


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("We listen by introducing a form.", ("by introducing a form",)),
        ("We quickly roll out what works.", ("we quickly roll out",)),
        ("Nobody waits, through implementing rounds.", ("through implementing",)),
        ("We introduce ourselves to everyone.", ()),
        ("We stand by each other.", ()),
        ("We set up the table together.", ()),
    ],
)
def test_statements_that_say_how(statement: str, words: tuple[str, ...]) -> None:
    assert routes_in(statement) == words


@pytest.mark.parametrize(
    ("statement", "we"),
    [
        ("We listen.", True),
        ("Our doors are open.", True),
        ("People come to us.", True),
        ("We’re proud.", True),
        ("Staff go to relatives.", False),
        ("The west wing is warm.", False),
    ],
)
def test_we(statement: str, we: bool) -> None:
    assert says_we(statement) is we


def test_words_are_counted_as_people_count_them() -> None:
    assert count_words("We’re a well-run, open ward: 24 beds.") == 7
    assert count_words(" … – ") == 0


def test_only_english_is_read() -> None:
    assert is_english("The door is open")
    assert not is_english("Tha an doras fosgailte")


def test_what_we_ship_is_heard_as_it_is_meant() -> None:
    """Prompts and the texts of starters are real sentences, written by others than these rules."""
    prompts = [prompt for guide in capabilities() for prompt in guide.prompts]
    prompts += [question for guide in phases() for question in guide.prompts.values()]
    assert [one for one in prompts if is_closed(one)] == []
    found = [one for starter in starters() for one in starter.found]
    topics = [one.text for one in found if one.sort is Sort.TOPIC]
    assert [one for one in topics if problem_words(one) or answers_in(one)] == []
    said = [one.text for one in found if one.sort in (Sort.TOPIC, Sort.STATEMENT)]
    assert [one for one in said if hard_words(one) or routes_in(one)] == []


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert problem_words(text) == problem_words(text.strip())
    assert not (is_closed(text) and "?" not in text)
    assert not (asks_several(text) and "?" not in text)
    assert count_words(text) >= 0
    for found in (words_away(text), words_not_present(text), hard_words(text), routes_in(text)):
        assert len(set(found)) == len(found)
