"""Every rule has its sentences: what we see, what would help, why it matters, and words for ✓."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from aiplanner.app.hint_words import REASONS, SAID
from aiplanner.app.hints import hint_lines, hint_words, hints_plain, satisfied
from aiplanner.domain.checks import CHECKS, verdicts
from aiplanner.domain.content import StarterItem, StarterMaterial
from aiplanner.domain.cycle import Capability, Kind, Part, Phase
from aiplanner.domain.edits.dismissals import dismiss
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.programme import Programme, empty_programme
from tests.support.advice import CLOSING, OPENING, finding
from tests.support.plans import counted_ids, item, named, plan, session, step
from tests.support.strategies import programmes

LUNCH = item("Lunch", "45", kind=Kind.MEAL)
GUIDES = (StarterMaterial("Interview guides", 4),)
DISCOVER = item("Interviews", "30", phase=Phase.DISCOVER, group="pairs")
DREAM = item("Dream", "30", phase=Phase.DREAM, group="fours")


def one(*items: StarterItem, **fields: Any) -> Programme:
    """A session that opens and closes around these items."""
    return plan(session("10:00", OPENING, *items, CLOSING, title="First"), **fields)


def found(sort: str, text: str, **fields: Any) -> Programme:
    """A plan that holds one finding."""
    return plan(found=(finding(sort, text, **fields),), follow_up="Aileen")


ACTION = {
    "person": "Morag",
    "due": date(2027, 3, 1),
    "first_step": "Ask the porters",
}
STORY = finding("story", "The call the night before")

SPOKEN: dict[str, tuple[Programme, str]] = {
    "every-phase": (
        plan(session("10:00", DISCOVER, title="First"), session("10:00", DREAM)),
        (
            "Nothing is planned yet for Define, Design and Deliver. Add an item, or a task between"
            " sessions."
        ),
    ),
    "every-capability": (
        one(item("All day", "150", leads=tuple(Capability)[1:5])),
        (
            "No item leads on Self-leadership and Empowering yet. Choose an item that could, or add"
            " one."
        ),
    ),
    "opens": (
        plan(session("10:00", DISCOVER, CLOSING)),
        "Session 1 starts straight with “Interviews”. Begin with a welcome or a check-in.",
    ),
    "closes": (
        plan(session("10:00", OPENING, DISCOVER, title="First")),
        "“First” ends with “Interviews”. Keep five minutes at the end for a check-out.",
    ),
    "fits-time": (
        plan(session("10:00", OPENING, DISCOVER, CLOSING, planned=40, title="First")),
        "“First” runs 10 min over 10:40. Shorten or park an item, or plan a later end.",
    ),
    "breaks": (
        one(item("Interviews", "60"), item("", "45")),
        (
            "“First” runs 2 h 5 min without a break. Put one before or after an item without"
            " a title (activity)."
        ),
    ),
    "one-form": (
        one(item("Interviews", "130", group="pairs")),
        "People work in pairs for 2 h 10 min by the end of “Interviews”. Try another group form.",
    ),
    "after-lunch": (
        one(LUNCH, item("A talk", "30", group="everyone")),
        "After “Lunch” comes “A talk”. Let people stand, walk or talk in pairs first.",
    ),
    "steps-sum": (
        one(item("Interviews", "40", steps=[step(10), step(20)])),
        "The steps of “Interviews” add up to 30 min, the item to 40 min. Make them agree.",
    ),
    "enough-materials": (
        one(item("Interviews", "40", group="pairs", materials=GUIDES), people=16),
        "“Interviews” has 4 × Interview guides for 8 pairs. Take 8, or count them for each.",
    ),
    "turns-fit": (
        one(DREAM, item("Report back", "2x5", each="group"), people=16),
        (
            "“Report back” is planned for 2 turns; your numbers make 4 to 6 groups. Change"
            " one of the two."
        ),
    ),
    "few-topics": (
        plan(found=tuple(finding("topic", f"Topic {n}") for n in range(7))),
        "There are 7 topics. Choose the five that matter most, or join some.",
    ),
    "topic-words": (
        found("topic", "Fewer falls and delays"),
        (
            "The topic “Fewer falls and delays” holds “fewer falls” and “delays”. Ask what"
            " you would love to see in its place."
        ),
    ),
    "question-open": (
        found("question", "Do you like it here?"),
        (
            "Yes or no could answer “Do you like it here?”. Begin with “Tell me about …”, “What” or"
            " “How”."
        ),
    ),
    "question-high-point": (
        found("question", "What do you value?"),
        "No main question asks for a real moment yet. Add “Tell me about a time when …”.",
    ),
    "question-single": (
        found("question", "What happened? Who was there?"),
        (
            "“What happened? Who was there?” asks more than one thing. Keep one question and"
            " move the rest to its probes."
        ),
    ),
    "statement-present": (
        found("statement", "We will listen."),
        "“We will listen.” says “will”. Try it as if it were so today.",
    ),
    "statement-we": (
        found("statement", "People listen to each other."),
        "“People listen to each other.” does not say “we”. Try it with “we” or “our”.",
    ),
    "statement-towards": (
        found("statement", "We avoid delays."),
        "“We avoid delays.” says “we avoid”. Say what you do in its place.",
    ),
    "statement-short": (
        found("statement", "We listen to each other\nand " * 9),
        (
            "“We listen to each other and We listen to each other and We l…” has 54 words."
            " See if 40 or fewer can say it."
        ),
    ),
    "topic-plain": (
        found("topic", "Leveraging our synergies"),
        (
            "The topic “Leveraging our synergies” holds “leveraging” and “synergies”. Try words"
            " that a visitor would use."
        ),
    ),
    "topic-open": (
        found("topic", "Introducing a new handover form"),
        (
            "The topic “Introducing a new handover form” holds an answer (“introducing a new”)."
            " Ask what it would be good for."
        ),
    ),
    "topic-short": (
        found("topic", "Home " * 16),
        (
            "The topic “Home Home Home Home Home Home Home Home Home Home Home Home…” has 16 words."
            " See if 15 or fewer can say it."
        ),
    ),
    "topic-asked": (
        plan(
            found=(
                finding("topic", "Meals", name="meals"),
                finding("topic", "Mornings"),
                finding("question", "Tell me about a good day.", grown_from=("meals",)),
            )
        ),
        (
            "No question asks about “Mornings” yet. Add one, or let the guide be made from the"
            " topics."
        ),
    ),
    "question-towards": (
        found("question", "What causes the delays?"),
        (
            "“What causes the delays?” asks about “delays”. Ask when it goes well, and what helps"
            " then."
        ),
    ),
    "dream-horizon": (
        found("dream", "Everyone is home by noon", kind="statement"),
        (
            "“Everyone is home by noon” does not say when. Agree on the year in which it has come"
            " true."
        ),
    ),
    "statement-plain": (
        found("statement", "We optimise patient flow."),
        (
            "“We optimise patient flow.” says “optimise” and “patient flow”. Try words that you"
            " would use at home."
        ),
    ),
    "statement-destination": (
        found("statement", "We listen by introducing a new form."),
        (
            "“We listen by introducing a new form.” says how (“by introducing a new”). Say what"
            " it is like when you are there."
        ),
    ),
    "statement-core": (
        plan(found=(finding("theme", "Early", core=True), finding("statement", "We listen."))),
        ("Nothing of your positive core stands behind “We listen.” yet. Link it to a theme."),
    ),
    "promise-person": (
        found("promise", "I ring the family", due=date(2027, 3, 1)),
        (
            "It is not said yet who promises “I ring the family”, or who is asked. Write a name or"
            " a part."
        ),
    ),
    "promise-date": (
        found("promise", "I ring the family", person="Morag"),
        "“I ring the family” has no date yet. Agree by when.",
    ),
    "action-statement": (
        plan(
            found=(finding("action", "Ring families", **ACTION), finding("statement", "We ring.")),
        ),
        (
            "No statement stands behind “Ring families” yet. Link it to the one that it helps to"
            " come true."
        ),
    ),
    "statement-story": (
        plan(found=(STORY, finding("statement", "We listen."))),
        "No story stands behind “We listen.” yet. Link it to one, through its theme or dream.",
    ),
    "action-person": (
        found("action", "Ring families", **{**ACTION, "person": ""}),
        "Nobody is named yet for “Ring families”. Ask who would like to take it on.",
    ),
    "action-date": (
        found("action", "Ring families", **{**ACTION, "due": None}),
        "“Ring families” has no date yet. Agree by when.",
    ),
    "action-first-step": (
        found("action", "Ring families", **{**ACTION, "first_step": ""}),
        "“Ring families” has no first step yet. Ask what could be done this week.",
    ),
    "action-soon": (
        plan(
            session("10:00", OPENING, CLOSING, day=date(2027, 1, 12)),
            found=(finding("action", "Ring families", **ACTION, first_due=date(2027, 2, 1)),),
        ),
        (
            "The first step of “Ring families” is 20 days after Tue 12 Jan 2027. Find one within 14"
            " days."
        ),
    ),
    "follow-up": (
        plan(found=(finding("promise", "I will ring"),)),
        "Nobody is named who follows up after the sessions. Name a person on the overview.",
    ),
    "review-date": (
        found("action", "Ring families", **ACTION),
        "No day is set to look again at the actions. Add a review with a date.",
    ),
}


def test_every_rule_has_its_sentences_and_every_sentence_its_rule() -> None:
    rules = [one.rule for one in verdicts(empty_programme(counted_ids()()))]
    assert len(rules) == len(CHECKS)
    assert set(SAID) == set(rules) == set(SPOKEN)


@pytest.mark.parametrize("rule", SPOKEN)
def test_a_hint_says_what_we_see_and_what_would_help(rule: str) -> None:
    programme, text = SPOKEN[rule]
    assert [line.text for line in hint_lines(programme) if line.rule == rule] == [text]


@pytest.mark.parametrize("rule", SAID)
def test_words_are_plain_and_blame_nobody(rule: str) -> None:
    said = SAID[rule]
    for sentence in (said.text, said.why):
        assert sentence.endswith(".")
        assert len(sentence) <= 120
    assert not said.good.endswith(".")
    assert len(said.good) <= 45
    words = f"{said.text} {said.why}".casefold()
    assert [
        w for w in ("must", "wrong", "error", "fail", "forgot", "!", "invalid") if w in words
    ] == []


def test_what_is_satisfied_is_said_in_a_few_words() -> None:
    programme, _text = SPOKEN["closes"]
    assert "Each session opens" in satisfied(programme)
    assert "Each session closes" not in satisfied(programme)
    assert satisfied(empty_programme(counted_ids()())) == ()


def test_for_scripts_each_hint_tells_where_it_belongs() -> None:
    first = session("10:00", OPENING, DISCOVER, CLOSING)
    programme = plan(first, session("10:00", OPENING, DREAM), found=(finding("promise", "I ring"),))
    plain = json.loads(json.dumps(hints_plain(programme)))
    assert (plain["id"], plain["title"]) == (programme.id, "Plan")
    places = {one["rule"]: (one["session"], one["item"]) for one in plain["hints"]}
    assert places["closes"] == (2, "Dream")
    assert places["every-phase"] == (1, None)
    assert places["follow-up"] == (None, None)
    by_rule = {one["rule"]: one for one in plain["hints"]}
    assert by_rule["follow-up"]["row"] == programme.id
    assert by_rule["closes"]["text"] in [line.text for line in hint_lines(programme)]
    assert "Each session opens" in plain["satisfied"]


def test_what_is_left_as_it_is_stands_apart_with_its_reason() -> None:
    before, _text = SPOKEN["closes"]
    [line] = [line for line in hint_lines(before) if line.rule == "closes"]
    after = dismiss(before, "closes", line.row, "We close at lunch", date(2027, 1, 12))
    words = hint_words(after)
    assert "closes" not in [one.rule for one in words.lines]
    assert "Each session closes" not in words.satisfied
    [left] = words.left
    assert (left.text, left.reason, left.day) == (line.text, "We close at lunch", date(2027, 1, 12))
    plain = json.loads(json.dumps(hints_plain(after)))
    assert "closes" not in [one["rule"] for one in plain["hints"]]
    assert plain["dismissed"] == [
        {
            "rule": "closes",
            "text": line.text,
            "reason": "We close at lunch",
            "day": "2027-01-12",
            "row": line.row,
            "session": 1,
            "item": "Interviews",
        }
    ]


def test_left_hints_that_would_be_silent_now_are_told_by_what_they_see_to() -> None:
    before, _text = SPOKEN["closes"]
    row = named(before, "Interviews").id
    mended = set_fields(
        dismiss(before, "closes", row, "later", None), row, part=Part.CLOSING, title="Goodbye"
    )
    mended = dismiss(mended, "a-rule-to-come", None, "", None)
    assert [one.text for one in hint_words(mended).left] == [
        "Each session closes",
        "a-rule-to-come",
    ]


def test_ready_reasons_are_short_and_differ() -> None:
    assert len(set(REASONS)) == len(REASONS) >= 3
    assert all(len(reason) <= 40 and not reason.endswith(".") for reason in REASONS)


def test_texts_of_people_are_shortened_and_their_braces_left_alone() -> None:
    programme = plan(session("10:00", DISCOVER, CLOSING, title="{rule} " + "x" * 100))
    [line] = [line for line in hint_lines(programme) if line.rule == "opens"]
    assert line.text.startswith("“{rule} xxx")
    assert len(line.text) < 200


@given(programmes())
def test_every_hint_can_be_said(programme: Programme) -> None:
    for line in hint_lines(programme):
        assert line.text
        assert line.why
    json.dumps(hints_plain(programme))
