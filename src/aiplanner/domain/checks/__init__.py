"""The hints: rules that look at a programme and advise, each a pure function of its own."""

from __future__ import annotations

from aiplanner.domain.checks.actions import (
    action_date,
    action_first_step,
    action_person,
    action_soon,
    follow_up,
    review_date,
)
from aiplanner.domain.checks.breaks import breaks
from aiplanner.domain.checks.cycle import every_capability, every_phase
from aiplanner.domain.checks.edges import closes, opens
from aiplanner.domain.checks.numbers import enough_materials, turns_fit
from aiplanner.domain.checks.questions import (
    few_topics,
    question_high_point,
    question_open,
    question_single,
    topic_words,
)
from aiplanner.domain.checks.statements import (
    statement_present,
    statement_short,
    statement_story,
    statement_towards,
    statement_we,
)
from aiplanner.domain.checks.times import fits_time, steps_sum
from aiplanner.domain.checks.variety import after_lunch, one_form
from aiplanner.domain.checks.verdict import Check, Hint, Laid, Verdict
from aiplanner.domain.programme import Programme

__all__ = ["CHECKS", "Hint", "Verdict", "verdicts"]

CHECKS: tuple[Check, ...] = (
    every_phase,
    every_capability,
    opens,
    closes,
    fits_time,
    breaks,
    one_form,
    after_lunch,
    steps_sum,
    enough_materials,
    turns_fit,
    few_topics,
    topic_words,
    question_open,
    question_high_point,
    question_single,
    statement_present,
    statement_we,
    statement_towards,
    statement_short,
    statement_story,
    action_person,
    action_date,
    action_first_step,
    action_soon,
    follow_up,
    review_date,
)
"""In the order in which they are worth reading."""


def verdicts(programme: Programme) -> tuple[Verdict, ...]:
    """What every rule says of a programme, in the order of the rules; nothing is remembered."""
    laid = Laid(programme)
    return tuple(check(laid) for check in CHECKS)
