"""The hints: rules that look at a programme and advise, each a pure function of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aiplanner.domain.checks.actions import (
    action_date,
    action_first_step,
    action_person,
    action_soon,
    action_statement,
    follow_up,
    promise_date,
    promise_person,
    review_date,
)
from aiplanner.domain.checks.breaks import breaks
from aiplanner.domain.checks.cycle import every_capability, every_phase
from aiplanner.domain.checks.dreams import dream_horizon
from aiplanner.domain.checks.edges import closes, opens
from aiplanner.domain.checks.numbers import enough_materials, turns_fit
from aiplanner.domain.checks.questions import (
    question_high_point,
    question_open,
    question_single,
    question_towards,
)
from aiplanner.domain.checks.statements import (
    statement_core,
    statement_destination,
    statement_plain,
    statement_present,
    statement_short,
    statement_story,
    statement_towards,
    statement_we,
)
from aiplanner.domain.checks.times import fits_time, steps_sum
from aiplanner.domain.checks.topics import (
    few_topics,
    topic_asked,
    topic_open,
    topic_plain,
    topic_short,
    topic_words,
)
from aiplanner.domain.checks.variety import after_lunch, one_form
from aiplanner.domain.checks.verdict import Check, Hint, Laid, Verdict
from aiplanner.domain.edits.dismissals import dismissal_id
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme

__all__ = ["CHECKS", "Hint", "Verdict", "verdict_of", "verdicts"]

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
    topic_plain,
    topic_open,
    topic_short,
    topic_asked,
    question_open,
    question_high_point,
    question_single,
    question_towards,
    dream_horizon,
    statement_present,
    statement_we,
    statement_towards,
    statement_short,
    statement_plain,
    statement_destination,
    statement_story,
    statement_core,
    promise_person,
    promise_date,
    action_person,
    action_date,
    action_first_step,
    action_soon,
    action_statement,
    follow_up,
    review_date,
)
"""In the order in which they are worth reading."""


_BY_RULE: Mapping[str, Check] = {check.__name__.replace("_", "-"): check for check in CHECKS}


def verdicts(programme: Programme) -> tuple[Verdict, ...]:
    """What every rule says of a programme, in the order of the rules; nothing is remembered.

    What the team has chosen to do without stands apart, for its rule and row, whatever the facts.
    """
    laid, left = Laid(programme), _left(programme)
    return tuple(_heard(programme, check(laid), left) for check in CHECKS)


def verdict_of(programme: Programme, rule: str) -> Verdict:
    """What one rule says of a programme."""
    return _heard(programme, _BY_RULE[rule](Laid(programme)), _left(programme))


def _left(programme: Programme) -> frozenset[RowId]:
    return frozenset(one.id for one in programme.dismissals)


def _heard(programme: Programme, verdict: Verdict, left: frozenset[RowId]) -> Verdict:
    """The verdict with what was dismissed set apart."""
    if not left or not verdict.hints:
        return verdict
    spoken, quiet = list[Hint](), list[Hint]()
    for hint in verdict.hints:
        dismissed = dismissal_id(programme, hint.rule, hint.row) in left
        (quiet if dismissed else spoken).append(hint)
    return replace(verdict, hints=tuple(spoken), dismissed=tuple(quiet))
