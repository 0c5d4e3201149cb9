"""Mends of what was found: a question too many, "we will", loose ends, and days not yet set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from aiplanner.domain.checks import Hint
from aiplanner.domain.checks.actions import SOON
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding, link
from aiplanner.domain.findings import Action, Question, Review, Statement
from aiplanner.domain.mends.mend import Mend, Tools
from aiplanner.domain.programme import Programme

REVIEW_AFTER = timedelta(weeks=8)
"""From the last session to a day to look again: two months at the earliest (CHB), same weekday."""

_FIRST = re.compile(r".*?\?+[\"'”’)\]]*", re.DOTALL)
_WE_WILL_BE = re.compile(r"\b(we) (?:will|shall) be\b", re.IGNORECASE)
_WE_WILL = re.compile(
    r"\b(we) (?:will|shall) (?=[a-z])(?!(?:all|not|never|be|always|also|still|both|now)\b|\w+ly\b)",
    re.IGNORECASE,
)
"""Followed by a verb, and by nothing that would have to move."""
_SENTENCES = re.compile(r"(?<=[?.!])\s+|\n+")


def mend_question_single(programme: Programme, hint: Hint, _tools: Tools) -> Iterator[Mend]:
    """Keep the first of several questions; the others become its probes, before those it has."""
    assert hint.row is not None, "a question is a row"
    question = programme.get(hint.row, Question)
    first = _FIRST.match(question.text)
    rest = question.text[first.end() :].strip() if first else ""
    if first is None or "?" not in rest:
        return
    keep = first.group().strip()
    probes = "\n".join(
        line for line in (*_SENTENCES.split(rest), *question.probes.split("\n")) if line.strip()
    )
    yield Mend(
        "one-question",
        lambda now: set_fields(now, question.id, text=keep, probes=probes),
        {"text": keep},
    )


def mend_statement_present(programme: Programme, hint: Hint, _tools: Tools) -> Iterator[Mend]:
    """Say "we ring" for "we will ring", where that is all there is to it."""
    assert hint.row is not None, "a statement is a row"
    statement = programme.get(hint.row, Statement)
    text = _WE_WILL_BE.sub(r"\1 are", statement.text)
    text = _WE_WILL.sub(r"\1 ", text)
    if text != statement.text:
        yield Mend("say-now", lambda now: set_fields(now, statement.id, text=text), {"text": text})


def mend_action_statement(programme: Programme, hint: Hint, _tools: Tools) -> Iterator[Mend]:
    """Tie an action to the statement, where there is only one that it can help."""
    assert hint.row is not None, "an action is a row"
    action, statements = hint.row, [one for one in programme.statements if one.text.strip()]
    if len(statements) == 1:
        [only] = statements
        yield Mend("tie-to", lambda now: link(now, only.id, action), {"text": only.text})


def mend_due_date(programme: Programme, hint: Hint, tools: Tools) -> Iterator[Mend]:
    """Have it done by the day on which everyone looks again."""
    assert hint.row is not None, "an action or a promise is a row"
    action = programme.rows[hint.row]
    coming = [one.due for one in programme.reviews if one.due and one.due >= tools.today]
    if coming:
        day = min(coming)
        yield Mend("by-review", lambda now: set_fields(now, action.id, due=day), {"day": day})


def mend_action_soon(programme: Programme, hint: Hint, _tools: Tools) -> Iterator[Mend]:
    """Bring the first step forward to the last day on which the energy is still there."""
    assert hint.row is not None, "an action is a row"
    action = programme.get(hint.row, Action)
    day = cast(date, hint.facts["day"]) + timedelta(days=SOON)
    yield Mend("first-step-by", lambda now: set_fields(now, action.id, first_due=day), {"day": day})


def mend_review_date(programme: Programme, _hint: Hint, tools: Tools) -> Iterator[Mend]:
    """Set a day to look again, eight weeks after the last session (or after today)."""
    days = [session.day for session in programme.sessions if session.day is not None]
    if not days or (last := max(days)) > date.max - REVIEW_AFTER:
        return
    day = max(last, tools.today) + REVIEW_AFTER
    review = next(iter(programme.reviews), None)
    facts = {"day": day}
    if review is not None:
        yield Mend("review-on", lambda now: set_fields(now, review.id, due=day), facts)
    else:
        new = Review(tools.new_id(), 0, text=tools.review_text, due=day)
        yield Mend("review-on", lambda now: add_finding(now, new), facts)
