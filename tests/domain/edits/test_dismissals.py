"""Doing without a hint: for its rule and row only, with the reason, and back again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aiplanner.domain.checks import verdict_of
from aiplanner.domain.cycle import Part
from aiplanner.domain.edits.dismissals import dismiss, dismissal_id, recall
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.items import delete_items
from aiplanner.domain.errors import PlanError
from aiplanner.domain.integrity import faults
from aiplanner.domain.programme import Programme
from tests.support.advice import GOOD, SPEAKS, finding, heard, hints
from tests.support.plans import item, named, plan, session

DAY = date(2027, 1, 12)


def unclosed() -> Programme:
    """Two sessions that do not close."""
    opening = item("Welcome", "10", part=Part.OPENING)
    return plan(
        session("10:00", opening, item("Interviews", "30"), title="First"),
        session("10:00", opening, item("Dream", "30"), title="Second"),
    )


def test_a_dismissed_hint_is_heard_no_more_but_kept_with_its_reason() -> None:
    before = unclosed()
    [first, second] = hints(before, "closes")
    after = dismiss(before, "closes", first.row, "  We close\n at lunch ", DAY)
    assert hints(after, "closes") == (second,)
    assert verdict_of(after, "closes").dismissed == (first,)
    [kept] = after.dismissals
    assert (kept.rule, kept.row_id, kept.day) == ("closes", first.row, DAY)
    assert kept.reason == "We close at lunch"
    assert faults(after) == []


def test_a_rule_of_which_all_is_dismissed_is_not_called_satisfied() -> None:
    after = unclosed()
    for hint in hints(after, "closes"):
        after = dismiss(after, "closes", hint.row, "on purpose", DAY)
    found = verdict_of(after, "closes")
    assert (found.hints, found.satisfied, len(found.dismissed)) == ((), False, 2)
    assert heard(unclosed(), "opens") == GOOD


def test_it_stays_away_for_its_row_whatever_the_facts() -> None:
    before = unclosed()
    row = named(before, "Interviews").id
    after = dismiss(before, "closes", row, "on purpose", DAY)
    changed = set_fields(after, row, title="Long interviews")
    assert [hint.row for hint in hints(changed, "closes")] == [named(before, "Dream").id]


def test_the_same_row_may_still_be_spoken_of_by_another_rule() -> None:
    before = plan(session("10:00", item("Interviews", "30"), item("Dream", "30")))
    row = named(before, "Dream").id
    after = dismiss(before, "opens", row, "", None)
    assert heard(after, "opens") == heard(after, "closes") == SPEAKS


def test_a_hint_on_the_whole_is_kept_with_the_programme() -> None:
    before = plan(found=(finding("promise", "I ring"), finding("action", "Ask")))
    after = dismiss(before, "follow-up", before.id, "", DAY)
    assert hints(after, "follow-up") == ()
    assert after.dismissals[0].row_id is None
    assert dismissal_id(after, "follow-up", before.id) == dismissal_id(after, "follow-up", None)
    later = dismiss(after, "review-date", None, "", DAY)
    assert hints(later, "review-date") == ()
    assert len(later.dismissals) == 2


def test_brought_back_it_speaks_as_before() -> None:
    before = unclosed()
    after = dismiss(before, "closes", named(before, "Dream").id, "later", DAY)
    assert recall(after, after.dismissals[0].id) == before
    with pytest.raises(PlanError, match="row-gone"):
        recall(after, named(before, "Dream").id)


def test_it_goes_with_its_row() -> None:
    before = unclosed()
    row = named(before, "Dream").id
    after = delete_items(dismiss(before, "closes", row, "later", DAY), [row])
    assert after.dismissals == ()
    assert faults(after) == []


def test_said_again_the_new_reason_counts() -> None:
    before = unclosed()
    row = named(before, "Dream").id
    once = dismiss(before, "closes", row, "later", None)
    twice = dismiss(once, "closes", row, "on purpose", DAY)
    assert twice.dismissals == (replace(once.dismissals[0], reason="on purpose", day=DAY),)


def test_what_is_gone_cannot_be_done_without() -> None:
    before = unclosed()
    row = named(before, "Dream").id
    with pytest.raises(PlanError, match="parent-gone"):
        dismiss(delete_items(before, [row]), "closes", row, "", None)
