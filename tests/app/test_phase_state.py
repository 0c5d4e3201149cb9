"""How far a programme has come is told by what was found and what was held."""

from __future__ import annotations

from datetime import date

import pytest

from aiplanner.app.phase_rooms import FINDS, PHASE_OF
from aiplanner.app.phase_state import PhaseState, phase_states
from aiplanner.domain.cycle import Phase, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.findings import add_findings
from aiplanner.domain.findings import (
    Action,
    Finding,
    Progress,
    Promise,
    Question,
    Review,
    Sort,
    Statement,
    Story,
    Topic,
)
from aiplanner.domain.ids import RowId
from aiplanner.domain.programme import Programme
from tests.support.plans import item, plan, session

TODAY = date(2027, 1, 20)
AHEAD, NOW, DONE = PhaseState.AHEAD, PhaseState.NOW, PhaseState.DONE


def key(number: int) -> RowId:
    return RowId(f"f{number:031x}")


def found(*rows: Finding, programme: Programme | None = None) -> list[PhaseState]:
    return list(phase_states(add_findings(programme or plan(), rows), TODAY).values())


def test_a_blank_programme_is_at_the_first_phase() -> None:
    assert found() == [NOW, AHEAD, AHEAD, AHEAD, AHEAD]


def test_what_is_written_long_before_says_nothing() -> None:
    rows = (Question(key(1), 0, text="What went well?"), Review(key(2), 0, "Look again"))
    assert found(*rows, Story(key(3), 0)) == [NOW, AHEAD, AHEAD, AHEAD, AHEAD]


def test_the_last_phase_that_found_something_is_now_and_those_left_out_stay_bare() -> None:
    rows = (Topic(key(1), 0, "Going home well"), Statement(key(2), 0, "We are ready"))
    assert found(*rows) == [DONE, AHEAD, AHEAD, NOW, AHEAD]


@pytest.mark.parametrize(
    ("day", "state", "dream"),
    [
        (date(2027, 1, 19), State.PLANNED, NOW),
        (TODAY, State.PLANNED, AHEAD),
        (None, State.PLANNED, AHEAD),
        (date(2027, 1, 19), State.PARKED, AHEAD),
    ],
)
def test_a_session_that_was_held_counts_for_its_phases(
    day: date | None, state: State, dream: PhaseState
) -> None:
    programme = plan(session("10:00", item("Wishes", "20", phase=Phase.DREAM)))
    [first] = programme.sessions
    [wishes] = programme.items_of(first.id)
    programme = set_fields(set_fields(programme, first.id, day=day), wishes.id, state=state)
    assert found(programme=programme)[2] is dream


def test_the_cycle_is_done_when_everything_is_settled_and_looked_at_again() -> None:
    action = Action(key(1), 0, "Ring the evening before", progress=Progress.DONE)
    dropped = Promise(key(2), 0, text="Ask the pharmacist", progress=Progress.DROPPED)
    held = Review(key(3), 0, "How far are we?", learned="Nine of ten were rung")
    assert found(action, dropped, held)[-1] is DONE
    assert found(action, dropped, held, Review(key(4), 0, "And then?"))[-1] is NOW
    assert found(action, Promise(key(2), 0, text="Ask"), held)[-1] is NOW


def test_every_sort_has_one_phase_but_the_logic_model_which_spans_them() -> None:
    assert set(PHASE_OF) == set(Sort) - {Sort.LOGIC}
    assert len(PHASE_OF) == sum(map(len, FINDS.values()))
