"""Mends of what was found: a question too many, and days that are not set or too far off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from aiplanner.domain.checks import Hint
from aiplanner.domain.checks.actions import SOON
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_finding
from aiplanner.domain.findings import Action, Question, Review
from aiplanner.domain.mends.mend import Mend, Tools
from aiplanner.domain.programme import Programme

REVIEW_AFTER = timedelta(weeks=8)
"""From the last session to a day to look again: two months at the earliest (CHB), same weekday."""

_FIRST = re.compile(r".*?\?+[\"'”’)\]]*", re.DOTALL)
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


def mend_action_date(programme: Programme, hint: Hint, tools: Tools) -> Iterator[Mend]:
    """Have it done by the day on which everyone looks again."""
    assert hint.row is not None, "an action is a row"
    action = programme.get(hint.row, Action)
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
