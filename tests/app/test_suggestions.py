"""Why an activity is suggested, in sentences."""

from __future__ import annotations

import string

import pytest
from hypothesis import given

from aiplanner.app.content import activities
from aiplanner.app.suggestions import REASONS, why_this
from aiplanner.domain.bank import GroupForm
from aiplanner.domain.cycle import Capability, Phase
from aiplanner.domain.programme import Programme
from aiplanner.domain.suggest import Reason, Suggestion, suggestions
from tests.support.plans import plan, session, the_session
from tests.support.sources import PACKAGE
from tests.support.strategies import programmes

HERE = plan(session("10:00", title="First"), session("10:00"))
FIRST, SECOND = (row.id for row in HERE.sessions)


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (Reason("opens"), "This session has no opening yet."),
        (Reason("phase-missing", {"phase": Phase.DREAM}), "Nothing is planned for Dream yet."),
        (
            Reason("capability", {"capabilities": (Capability.VISION, Capability.EMPOWERING)}),
            "It leads on Vision and Empowering, which no item does yet.",
        ),
        (Reason("phase-next", {"phase": Phase.DEFINE}), "It belongs to Define, which comes next."),
        (
            Reason("other-form", {"form": GroupForm.WHOLE}),
            "People have worked all together for a long time; this is a change.",
        ),
        (
            Reason("new-form", {"form": GroupForm.PAIRS}),
            "It lets people work in pairs, which this session does not do yet.",
        ),
        (Reason("minutes", {"left": 90, "takes": 20}), "It takes 20 min; you have 1 h 30 min."),
        (
            Reason("minutes-short", {"left": 10, "takes": 20}),
            "It usually takes 20 min, but can be done in the 10 min you have.",
        ),
        (
            Reason("elsewhere", {"session": FIRST}),
            "You also do it in “First”, so people know it.",
        ),
        (
            Reason("elsewhere", {"session": SECOND}),
            "You also do it in Session 2, so people know it.",
        ),
        (
            Reason("people", {"least": 30, "most": None, "people": 12}),
            "Mind the numbers: it suits 30 or more people, and you expect 12.",
        ),
        (
            Reason("people", {"least": None, "most": 8, "people": 12}),
            "Mind the numbers: it suits up to 8 people, and you expect 12.",
        ),
        (
            Reason("people", {"least": 4, "most": 8, "people": 12}),
            "Mind the numbers: it suits 4 to 8 people, and you expect 12.",
        ),
    ],
)
def test_reasons_are_sentences(reason: Reason, sentence: str) -> None:
    assert why_this(HERE, Suggestion(activities()[0], (reason,))) == (sentence,)


def test_every_reason_has_its_sentence_and_every_sentence_its_reason() -> None:
    text = (PACKAGE / "domain" / "suggest.py").read_text(encoding="utf-8")
    assert [code for code in REASONS if f'"{code}"' not in text] == []


@pytest.mark.parametrize("code", REASONS)
def test_a_sentence_is_one_plain_line(code: str) -> None:
    assert REASONS[code].endswith(".")
    assert len(REASONS[code]) < 90
    assert {name for _, name, _, _ in string.Formatter().parse(REASONS[code]) if name} <= {
        *("phase", "capabilities", "form", "left", "takes", "session", "bounds", "people"),
    }


@given(programmes())
def test_every_suggestion_can_be_explained(programme: Programme) -> None:
    for row in programme.sessions:
        for one in suggestions(programme, row.id, activities()):
            told = why_this(programme, one)
            assert len(told) == len(one.reasons) > 0
            assert all(told)


def test_the_weightiest_comes_first() -> None:
    bare = plan(session("10:00", planned=120))
    for one in suggestions(bare, the_session(bare).id, activities()):
        assert why_this(bare, one)[-1].startswith(("It takes", "It usually", "It is done"))
