"""The overview says in one sentence what to do next."""

from __future__ import annotations

from datetime import date

from aiplanner.app.next_step import next_step
from aiplanner.domain.cycle import Capability
from tests.support.plans import item, plan, session, the_session

TODAY = date(2027, 1, 12)
ALL_LED = item("Everything", "60", leads=tuple(Capability))


def test_a_programme_begins_with_its_first_session() -> None:
    step = next_step(plan(), TODAY)
    assert (step.sentence, step.page) == ("Add the first session.", "sessions")


def test_an_empty_running_order_comes_before_all_else() -> None:
    programme = plan(session("10:00", ALL_LED), session("10:00", title="What could be"))
    step = next_step(programme, TODAY)
    assert step.sentence == "Fill the running order of “What could be”."
    assert step.row == the_session(programme, 2).id


def test_a_session_that_runs_over_is_named() -> None:
    programme = plan(session("10:00", ALL_LED, title="First", planned=50, day=TODAY))
    step = next_step(programme, TODAY)
    assert step.sentence == "“First” runs 10 min over 10:50. Shorten an item, or end later."


def test_a_session_that_was_held_may_have_run_over() -> None:
    programme = plan(session("10:00", ALL_LED, planned=50, day=date(2027, 1, 5)))
    assert next_step(programme, TODAY).page == "print"


def test_dates_are_asked_for() -> None:
    step = next_step(plan(session("10:00", ALL_LED, title="First")), TODAY)
    assert step.sentence == "Give “First” a date."


def test_a_capability_that_nobody_leads_on_is_named() -> None:
    some = tuple(c for c in Capability if c is not Capability.VISION)
    programme = plan(session("10:00", item("Most", "60", leads=some), day=TODAY))
    assert next_step(programme, TODAY).sentence == "No item leads on Vision yet."


def test_then_the_next_pack_is_printed() -> None:
    programme = plan(
        session("10:00", ALL_LED, title="First", day=date(2027, 1, 5)),
        session("10:00", ALL_LED, title="Second", day=date(2027, 1, 19)),
    )
    step = next_step(programme, TODAY)
    assert step.sentence == "“Second” is on Tue 19 Jan. Print its pack."
    assert (step.page, step.row) == ("print", the_session(programme, 2).id)


def test_when_all_is_held_nothing_is_left_to_plan() -> None:
    programme = plan(session("10:00", ALL_LED, day=date(2027, 1, 5)))
    step = next_step(programme, TODAY)
    assert step.sentence.startswith("Every session has been held.")
    assert step.row is None
