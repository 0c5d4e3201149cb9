"""Topics, questions, statements and actions: each rule on a plan with exactly its fault."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from aiplanner.domain.content import StarterFinding
from aiplanner.domain.cycle import Phase
from aiplanner.domain.findings import Link, Progress, QuestionPart
from aiplanner.domain.ids import derived_id
from aiplanner.domain.programme import Programme
from tests.support.advice import GOOD, SILENT, SPEAKS, finding, heard, hints, rows
from tests.support.plans import item, plan, session


def found(*findings: StarterFinding, **fields: Any) -> Programme:
    """A plan that holds nothing but these findings."""
    return plan(found=findings, **fields)


def topics(count: int) -> list[StarterFinding]:
    """So many good topics."""
    return [finding("topic", f"Going home well, part {n}") for n in range(1, count + 1)]


def test_five_topics_are_fine_and_the_sixth_is_spoken_of() -> None:
    assert heard(found(*topics(5)), "few-topics") == GOOD
    assert rows(found(*topics(6)), "few-topics") == ["Going home well, part 6"]
    assert heard(found(finding("topic", " ")), "few-topics") == SILENT


def test_a_topic_with_problem_words_is_spoken_of_and_its_problem_field_is_not() -> None:
    turned = finding("topic", "Going home well", problem="Delayed discharge")
    assert heard(found(turned), "topic-words") == GOOD
    programme = found(turned, finding("topic", "Delayed discharge"))
    assert rows(programme, "topic-words") == ["Delayed discharge"]
    assert [hint.facts["words"] for hint in hints(programme, "topic-words")] == [("delayed",)]


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("topic-plain", "Optimising our care pathways"),
        ("topic-open", "Rolling out the new rota"),
        ("topic-short", "Going home well " * 6),
    ],
)
def test_a_topic_with_one_fault(rule: str, fault: str) -> None:
    assert heard(found(*topics(1)), rule) == GOOD
    assert rows(found(*topics(1), finding("topic", fault)), rule) == [fault]
    assert heard(found(finding("topic", "")), rule) == SILENT


def test_fifteen_words_can_be_said_in_one_breath() -> None:
    assert heard(found(finding("topic", "home " * 15)), "topic-short") == GOOD


def test_a_short_form_of_the_service_is_known_to_its_people() -> None:
    topic = finding("topic", "A day in ECU that leaves us ready")
    assert [hint.facts["words"] for hint in hints(found(topic), "topic-plain")] == [("ECU",)]
    assert heard(found(topic, service="The ECU at night"), "topic-plain") == GOOD
    assert heard(found(finding("topic", "GOING HOME WELL")), "topic-plain") == GOOD


def test_each_topic_is_asked_about_once_any_is() -> None:
    home, meals = finding("topic", "Home", name="home"), finding("topic", "Meals", name="meals")
    asks = finding("question", "Tell me about a day.", grown_from=("home",))
    assert heard(found(home, meals, HIGH), "topic-asked") == SILENT
    assert rows(found(home, meals, asks), "topic-asked") == ["Meals"]
    both = finding("question", "Tell me about a day.", grown_from=("home", "meals"))
    assert heard(found(home, meals, both), "topic-asked") == GOOD


HIGH = finding("question", "Tell me about a time when someone went home well.")
CLOSED = finding("question", "Do you like it here?")
SEVERAL = finding("question", "What happened? Who was there?")
DEFICIT = finding("question", "What gets in your way, and which delays?")
VALUE = finding("question", "What do you value about your work?")


@pytest.mark.parametrize(
    ("rule", "fault"),
    [("question-open", CLOSED), ("question-single", SEVERAL), ("question-towards", DEFICIT)],
)
def test_a_question_is_open_and_asks_one_thing(rule: str, fault: StarterFinding) -> None:
    assert heard(found(HIGH, VALUE), rule) == GOOD
    assert rows(found(HIGH, fault), rule) == [fault.text]


def test_a_guide_may_close_with_anything_else() -> None:
    last = finding("question", "Did we forget something?", part=QuestionPart.CLOSE)
    assert heard(found(HIGH, last), "question-open") == GOOD


def test_one_main_question_asks_for_a_real_moment() -> None:
    assert heard(found(VALUE, HIGH), "question-high-point") == GOOD
    assert rows(found(VALUE, SEVERAL), "question-high-point") == [VALUE.text]
    warm = finding("question", "When were you proud?", part=QuestionPart.WARM_UP)
    assert heard(found(warm), "question-high-point") == SILENT
    assert heard(found(warm, VALUE), "question-high-point") == SPEAKS
    led = finding("question", "What was it like?", lead_in="Think of a day at its best.")
    assert heard(found(led), "question-high-point") == GOOD
    gaelic = finding("question", "Dè as fheàrr leat?")
    assert heard(found(gaelic), "question-high-point") == SILENT


NOW = "We go to families with news before anyone has to ask."


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("statement-present", "We will go to families with news."),
        ("statement-we", "The staff go to families with news."),
        ("statement-towards", "We no longer wait for families to ask."),
        ("statement-short", " ".join(["We go to families with news"] * 7)),
        ("statement-plain", "We are best-in-class at news."),
        ("statement-destination", "We reach families by setting up a new rota."),
    ],
)
def test_a_statement_with_one_fault(rule: str, fault: str) -> None:
    assert heard(found(finding("statement", NOW)), rule) == GOOD
    programme = found(finding("statement", NOW), finding("statement", fault))
    assert rows(programme, rule) == [fault]
    assert heard(found(finding("statement", "")), rule) == SILENT


def test_forty_words_are_fine() -> None:
    forty = found(finding("statement", " ".join(["we"] * 40)))
    assert heard(forty, "statement-short") == GOOD
    assert heard(found(finding("statement", " ".join(["we"] * 41))), "statement-short") == SPEAKS


def test_we_is_not_asked_of_what_is_not_english() -> None:
    assert heard(found(finding("statement", "Bidh sinn ag èisteachd")), "statement-we") == SILENT


STORY = finding("story", "The call the night before", name="call")
THEME = finding("theme", "We tell people early", name="early", grown_from=("call",))
DREAM = finding("dream", "Nobody waits by the phone", name="phone", grown_from=("early",))


def test_a_story_stands_behind_a_statement_however_far_back() -> None:
    grown = finding("statement", NOW, grown_from=("phone",))
    assert heard(found(STORY, THEME, DREAM, grown), "statement-story") == GOOD
    programme = found(STORY, THEME, DREAM, grown, finding("statement", "We sing at work."))
    assert rows(programme, "statement-story") == ["We sing at work."]


def test_a_dream_without_a_story_is_no_ground() -> None:
    dream = finding("dream", "Nobody waits", name="d")
    programme = found(STORY, dream, finding("statement", NOW, grown_from=("d",)))
    assert heard(programme, "statement-story") == SPEAKS


def test_a_thread_that_runs_in_a_circle_is_walked_once() -> None:
    programme = found(STORY, finding("theme", "Early"), finding("statement", NOW))
    [theme], [statement] = programme.themes, programme.statements
    there = Link(derived_id(theme.id, statement.id), theme.id, statement.id)
    back = Link(derived_id(statement.id, theme.id), statement.id, theme.id)
    assert heard(programme.put(there, back), "statement-story") == SPEAKS


def test_the_positive_core_stands_behind_a_statement_once_there_is_one() -> None:
    core = finding("theme", "We tell people early", name="early", core=True)
    grown = finding("statement", NOW, grown_from=("phone",))
    loose = finding("statement", "We sing at work.")
    assert heard(found(STORY, THEME, DREAM, loose), "statement-core") == SILENT
    dream = finding("dream", "Nobody waits by the phone", name="phone", grown_from=("early",))
    assert heard(found(core, dream, grown), "statement-core") == GOOD
    assert rows(found(core, dream, grown, loose), "statement-core") == ["We sing at work."]


def test_the_statement_of_a_dream_says_when() -> None:
    said = finding("dream", "Home by noon", kind="statement", horizon="in two years")
    unsaid = finding("dream", "Home by soup", kind="statement")
    assert heard(found(said), "dream-horizon") == GOOD
    assert rows(found(said, unsaid), "dream-horizon") == ["Home by soup"]
    assert heard(found(finding("dream", "A cat", kind="image")), "dream-horizon") == SILENT


def test_a_statement_stands_behind_an_action_however_far_back() -> None:
    stated = finding("statement", NOW, name="now")
    promise = finding("promise", "I ring", name="ring", grown_from=("now",))
    assert heard(found(action()), "action-statement") == SILENT
    assert heard(found(stated, action()), "action-statement") == SPEAKS
    assert heard(found(stated, promise, action(grown_from=("ring",))), "action-statement") == GOOD
    dropped = action(progress=Progress.DROPPED)
    assert heard(found(stated, dropped), "action-statement") == SILENT
    done = action(progress=Progress.DONE)
    assert heard(found(stated, done), "action-statement") == SPEAKS


@pytest.mark.parametrize(("rule", "field"), [("promise-person", "person"), ("promise-date", "due")])
def test_a_promise_that_lacks_something(rule: str, field: str) -> None:
    whole: dict[str, Any] = {"person": "A porter", "due": date(2027, 3, 1)}
    lacking = {name: value for name, value in whole.items() if name != field}
    assert heard(found(finding("promise", "I ring", **whole)), rule) == GOOD
    assert rows(found(finding("promise", "I ask", **lacking)), rule) == ["I ask"]
    kept = finding("promise", "I ask", progress=Progress.DONE, **lacking)
    assert heard(found(kept), rule) == SILENT


def test_stories_may_be_on_paper() -> None:
    assert heard(found(finding("statement", NOW)), "statement-story") == SILENT


DAY = date(2027, 1, 12)


def action(**fields: Any) -> StarterFinding:
    """An action that lacks nothing but what `fields` take away."""
    whole = {
        "person": "Morag",
        "due": date(2027, 3, 1),
        "first_step": "Ask the porters",
        "first_due": date(2027, 1, 20),
    }
    return finding("action", "Ring families the day before", **{**whole, **fields})


@pytest.mark.parametrize(
    ("rule", "lacking"),
    [
        ("action-person", {"person": ""}),
        ("action-person", {"person": "  "}),
        ("action-date", {"due": None}),
        ("action-first-step", {"first_step": ""}),
    ],
)
def test_an_action_that_lacks_something(rule: str, lacking: dict[str, Any]) -> None:
    assert heard(found(action()), rule) == GOOD
    assert rows(found(action(), action(**lacking)), rule) == ["Ring families the day before"]
    for over in (Progress.DONE, Progress.DROPPED):
        assert heard(found(action(progress=over, **lacking)), rule) == SILENT


def soon(first: date | None, *days: date | None) -> str:
    """What the rule says of a first step on that day, with sessions on these."""
    sessions = [session("10:00", item("Work", "30"), day=day) for day in days]
    return heard(plan(*sessions, found=(action(first_due=first),)), "action-soon")


def test_the_first_step_is_within_fourteen_days_of_the_session_before_it() -> None:
    assert soon(date(2027, 1, 26), DAY) == GOOD
    assert soon(date(2027, 1, 27), DAY) == SPEAKS
    assert soon(date(2027, 1, 27), DAY, date(2027, 1, 20)) == GOOD
    assert soon(DAY, DAY) == GOOD


def test_a_session_after_the_first_step_does_not_count() -> None:
    assert soon(date(2027, 2, 8), DAY, date(2027, 2, 9)) == SPEAKS


def test_silent_without_days() -> None:
    assert soon(None, DAY) == SILENT
    assert soon(date(2027, 1, 20), None) == SILENT
    assert soon(date(2027, 1, 11), DAY) == SILENT


def test_somebody_follows_up() -> None:
    assert heard(found(action()), "follow-up") == SPEAKS
    assert heard(found(finding("promise", "I will ring")), "follow-up") == SPEAKS
    assert heard(found(action(), follow_up="Aileen"), "follow-up") == GOOD
    assert heard(found(), "follow-up") == SILENT


def test_who_follows_up_is_asked_once_a_dated_session_delivers() -> None:
    promises = item("Promises", "30", phase=Phase.DELIVER)
    assert heard(plan(session("10:00", promises, day=DAY)), "follow-up") == SPEAKS
    assert heard(plan(session("10:00", promises)), "follow-up") == SILENT
    assert heard(plan(session("10:00", item("Dream", "30"), day=DAY)), "follow-up") == SILENT


def test_actions_are_looked_at_again() -> None:
    dated = finding("review", "A first look", due=date(2027, 3, 2))
    undated = finding("review", "A first look")
    assert heard(found(action()), "review-date") == SPEAKS
    assert rows(found(action(), undated), "review-date") == ["A first look"]
    assert heard(found(action(), undated, dated), "review-date") == GOOD
    assert heard(found(undated), "review-date") == SILENT
    assert heard(found(action(progress=Progress.DROPPED)), "review-date") == SILENT
