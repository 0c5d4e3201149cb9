"""Hints on the questions of the interview guide."""

from __future__ import annotations

from aiplanner.domain.checks.verdict import Laid, Verdict, judged
from aiplanner.domain.checks.words import (
    asks_high_point,
    asks_several,
    is_closed,
    is_english,
    problem_words,
)
from aiplanner.domain.findings import Question, QuestionPart

_OPEN_PARTS = (QuestionPart.WARM_UP, QuestionPart.MAIN, QuestionPart.WISH)
"""A guide may well close with "Is there anything else?"."""


def question_open(laid: Laid) -> Verdict:
    """A question asks for more than yes or no (AS-Q, AS-INT); how a guide closes is not looked at.

    A sentence without a question mark ("Tell me about …") is an invitation, and open.
    """
    questions = [one for one in _asked(laid) if one.part in _OPEN_PARTS]
    faults = ((one.id, {"text": one.text}) for one in questions if is_closed(one.text))
    return judged("question-open", questions, faults)


def question_high_point(laid: Laid) -> Verdict:
    """One of the main questions asks for a real moment at its best (AS-Q, WSR, SCRUT).

    The others may ask what made it possible, what you value, what you wish.
    """
    main = [one for one in _asked(laid) if one.part is QuestionPart.MAIN and is_english(one.text)]
    found = any(asks_high_point(f"{one.lead_in} {one.text}") for one in main)
    faults = [(main[0].id, {"text": main[0].text})] if main and not found else []
    return judged("question-high-point", main, faults)


def question_single(laid: Laid) -> Verdict:
    """A question asks one thing at a time; the rest are probes (AS-Q, WSR)."""
    questions = _asked(laid)
    faults = ((one.id, {"text": one.text}) for one in questions if asks_several(one.text))
    return judged("question-single", questions, faults)


def question_towards(laid: Laid) -> Verdict:
    """A question takes it that things can go well, without deficit words (AS-K, AS-INT, AS-Q).

    What sets the scene may name a hard day; only the question itself is looked at.
    """
    questions = _asked(laid)
    faults = (
        (one.id, {"text": one.text, "words": words})
        for one in questions
        if (words := problem_words(one.text))
    )
    return judged("question-towards", questions, faults)


def _asked(laid: Laid) -> list[Question]:
    return [one for one in laid.programme.questions if one.text.strip()]
