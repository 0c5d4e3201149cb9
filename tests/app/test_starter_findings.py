"""What a starter says was found becomes findings, and what they grew from becomes links."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from aiplanner.app.starters import programme_from
from aiplanner.app.wording import say
from aiplanner.domain.content import Starter, StarterFinding, StarterSession
from aiplanner.domain.cycle import Level
from aiplanner.domain.errors import PlanError
from aiplanner.domain.findings import (
    ROW_OF,
    Action,
    CheckOut,
    Dream,
    DreamKind,
    Element,
    Finding,
    LogicNote,
    LogicPart,
    Progress,
    Promise,
    PromiseKind,
    Question,
    QuestionPart,
    Review,
    Soar,
    SoarPart,
    Sort,
    Statement,
    Story,
    TaskGroup,
    Theme,
    Topic,
)
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from tests.support.plans import counted_ids


def found(*findings: StarterFinding, **fields: Any) -> Programme:
    """The programme of a starter that holds nothing but these."""
    told = {"sessions": (), **fields}
    return programme_from(Starter("s", "S", "", found=findings, **told), "", counted_ids())


def refusal(*findings: StarterFinding) -> PlanError:
    with pytest.raises(PlanError) as refused:
        found(*findings)
    return refused.value


def told(row: Finding) -> tuple[object, ...]:
    """What a finding says, without its id and place."""
    return tuple(getattr(row, spec.name) for spec in fields(row)[2:])


def test_every_sort_takes_all_its_fields() -> None:
    when = date(2027, 3, 1)
    programme = found(
        StarterFinding(Sort.TOPIC, "Going home well", problem="Late discharge"),
        StarterFinding(
            Sort.QUESTION, "Tell me", part=QuestionPart.WISH, lead_in="Think", probes="Who?"
        ),
        StarterFinding(
            Sort.STORY, "The taxi", happened="h", made_possible="m", quote="q", gathered="g",
            teller="S1", shared=True,
        ),
        StarterFinding(Sort.THEME, "Asking", votes=0, core=True, keep=False),
        StarterFinding(Sort.DREAM, "Home by noon", kind="image", horizon="in two years"),
        StarterFinding(Sort.STATEMENT, "We ask", element="people"),
        StarterFinding(
            Sort.PROMISE, "I ask", kind="offer", person="Nurse A", due=when, level=Level.SYSTEM,
            progress=Progress.DONE,
        ),
        StarterFinding(
            Sort.ACTION, "Ask first", person="Nurse B", due=when, first_step="Print",
            first_due=when, measure="Count", level=Level.PERSONAL, progress=Progress.UNDER_WAY,
            reviewed="Seen",
        ),
        StarterFinding(Sort.SOAR, "We know each other", kind="result"),
        StarterFinding(Sort.ELEMENT, "Handover", about="Who tells whom"),
        StarterFinding(
            Sort.TASK_GROUP, "The board", purpose="So all can read", lead="A nurse",
            members="A porter", meets="Mondays",
        ),
        StarterFinding(Sort.CHECK_OUT, "Hopeful", teller="B2"),
        StarterFinding(Sort.LOGIC, "Time", kind="risk"),
        StarterFinding(Sort.REVIEW, "Look again", due=when, learned="It works"),
    )  # fmt: skip
    assert [(type(row), told(row)) for row in programme.findings()] == [
        (Topic, ("Going home well", "Late discharge")),
        (Question, (QuestionPart.WISH, "Tell me", "Think", "Who?")),
        (Story, ("The taxi", "h", "m", "q", "g", "S1", True, None)),
        (Theme, ("Asking", 0, True, False)),
        (Dream, (DreamKind.IMAGE, "Home by noon", "in two years", None)),
        (Soar, (SoarPart.RESULT, "We know each other")),
        (Element, ("Handover", "Who tells whom")),
        (Statement, ("We ask", "people")),
        (Promise, (PromiseKind.OFFER, "I ask", "Nurse A", when, Level.SYSTEM, Progress.DONE)),
        (
            Action,
            (
                *("Ask first", "Nurse B", when, "Print", when, "Count"),
                *(Level.PERSONAL, Progress.UNDER_WAY, "Seen"),
            ),
        ),
        (TaskGroup, ("The board", "So all can read", "A nurse", "A porter", "Mondays")),
        (Review, ("Look again", when, "It works")),
        (CheckOut, ("Hopeful", "B2", None)),
        (LogicNote, (LogicPart.RISK, "Time")),
    ]
    assert faults(programme) == []


def test_a_starter_can_say_all_that_a_finding_can() -> None:
    names = {spec.name for kind in ROW_OF.values() for spec in fields(kind)} - {"id", "position"}
    said = {spec.name for spec in fields(StarterFinding)} - {"sort", "name", "grown_from"}
    assert said - {"session"} == names - {"session_id"}


def test_a_finding_may_say_in_which_session_it_was_told() -> None:
    sessions = (StarterSession("One", ()), StarterSession("Two", ()))
    told_late = StarterFinding(Sort.STORY, "The taxi", session=2)
    programme = found(told_late, StarterFinding(Sort.DREAM, "Home"), sessions=sessions)

    assert programme.stories[0].session_id == programme.sessions[1].id
    assert programme.dreams[0].session_id is None


def test_what_is_not_said_is_as_usual() -> None:
    [story], [promise] = (
        found(StarterFinding(sort, "x")).findings() for sort in (Sort.STORY, Sort.PROMISE)
    )
    assert story == Story(story.id, story.position, "x")
    assert promise == Promise(promise.id, promise.position, text="x")


def test_findings_stand_in_the_order_of_the_file() -> None:
    programme = found(*(StarterFinding(Sort.THEME, text) for text in "cab"))
    assert [theme.text for theme in programme.themes] == ["c", "a", "b"]


def test_the_thread_is_tied_by_names_in_any_order() -> None:
    programme = found(
        StarterFinding(Sort.ACTION, "Ask", grown_from=("asking", "home", "asking")),
        StarterFinding(Sort.THEME, "Asking", name="asking", grown_from=("taxi",)),
        StarterFinding(Sort.DREAM, "Home by noon", name="home"),
        StarterFinding(Sort.STORY, "The taxi", name="taxi"),
    )
    [action], [theme], [story] = programme.actions, programme.themes, programme.stories
    assert [row.text for row in programme.grown_from(action.id)] == ["Asking", "Home by noon"]
    assert programme.became(story.id) == (theme,)
    assert len(programme.links) == 3


@pytest.mark.parametrize(
    ("wrong", "code", "where", "named"),
    [
        (StarterFinding(Sort.THEME, "x", quote="q"), "data-unknown-field", "found[1]", "quote"),
        (StarterFinding(Sort.TOPIC, "x", shared=False), "data-unknown-field", "found[1]", "shared"),
        (StarterFinding(Sort.THEME, "x", kind="wish"), "data-unknown-field", "found[1]", "kind"),
        (StarterFinding(Sort.DREAM, "x", kind="offer"), "data-wrong", "found[1].kind", "offer"),
        (StarterFinding(Sort.STORY, "x", session=1), "data-wrong", "found[1].session", "1"),
        (StarterFinding(Sort.THEME, "x", session=1), "data-unknown-field", "found[1]", "session"),
        (StarterFinding(Sort.DREAM, "x", name="taxi"), "data-wrong", "found[1].name", "taxi"),
        (
            StarterFinding(Sort.DREAM, "x", grown_from=("bus",)),
            *("data-wrong", "found[1].grown_from", "bus"),
        ),
        (
            StarterFinding(Sort.DREAM, "x", name="me", grown_from=("me",)),
            *("data-wrong", "found[1].grown_from", "me"),
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    wrong: StarterFinding, code: str, where: str, named: str
) -> None:
    error = refusal(StarterFinding(Sort.STORY, "The taxi", name="taxi"), wrong)
    assert (error.code, error.facts["where"]) == (code, where)
    assert named in say(error)


def test_what_a_field_may_not_hold_is_refused() -> None:
    error = refusal(StarterFinding(Sort.THEME, "x", votes=-1))
    assert error.code == "number-out-of-bounds"


def test_the_head_says_what_the_cycle_is_about() -> None:
    said = {"issue": "Late", "sponsor": "Sam", "boundary": "Ward 4", "follow_up": "Kim"}
    head = found(**said).head
    assert {name: getattr(head, name) for name in said} == said
