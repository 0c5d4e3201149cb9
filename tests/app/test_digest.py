"""The few facts of a programme that the library's list shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.app.digest import Digest, Meeting, digest, digest_text, read_digest
from aiplanner.domain.cycle import Phase, State
from aiplanner.domain.programme import Programme
from tests.support.plans import breakout, item, plan, session, strand
from tests.support.strategies import DAYS, programmes

TODAY = date(2027, 1, 12)
YESTERDAY, TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)

MEETINGS = st.builds(Meeting, st.none() | DAYS, st.none() | st.sampled_from(Phase))
DIGESTS = st.builds(Digest, st.lists(MEETINGS, max_size=4).map(tuple), st.integers(-600, 9000))


@given(DIGESTS)
def test_the_line_for_the_store_is_read_back(facts: Digest) -> None:
    line = digest_text(facts)
    assert read_digest(line) == facts
    assert "\n" not in line


@given(programmes())
def test_the_line_of_any_programme_is_read_back(programme: Programme) -> None:
    assert read_digest(digest_text(digest(programme))) == digest(programme)


def test_a_session_works_on_the_phase_of_its_first_item_that_counts() -> None:
    rooms = breakout("Rooms", strand("A", item("Draw", "10", phase=Phase.DREAM)))
    programme = plan(
        session(
            "10:00",
            item("Welcome", "5"),
            item("Parked", "5", phase=Phase.DEFINE, state=State.PARKED),
            rooms,
            item("Stories", "20", phase=Phase.DISCOVER),
            day=TODAY,
        ),
        session(""),
    )
    facts = digest(programme)
    assert facts.meetings == (Meeting(TODAY, Phase.DREAM), Meeting(None, None))
    assert facts.minutes == 5 + 10 + 20


def meetings(*days: date | None) -> Digest:
    return Digest(tuple(Meeting(day, phase) for day, phase in zip(days, Phase, strict=False)))


@pytest.mark.parametrize(
    ("days", "coming"),
    [
        ((), None),
        ((None,), None),
        ((YESTERDAY,), None),
        ((YESTERDAY, TODAY), (2, TODAY)),
        ((YESTERDAY, TOMORROW, TODAY), (3, TODAY)),
        ((TODAY, TODAY), (1, TODAY)),
        ((None, TOMORROW), (2, TOMORROW)),
    ],
)
def test_the_next_session(days: tuple[date | None, ...], coming: tuple[int, date] | None) -> None:
    assert meetings(*days).next(TODAY) == coming


@pytest.mark.parametrize(
    ("days", "phase"),
    [
        ((), None),
        ((None, None), Phase.DEFINE),
        ((YESTERDAY, TOMORROW), Phase.DISCOVER),
        ((YESTERDAY, YESTERDAY, None), Phase.DISCOVER),
        ((YESTERDAY,), Phase.DEFINE),
        ((None, TODAY), Phase.DISCOVER),
    ],
)
def test_the_phase_it_is_in(days: tuple[date | None, ...], phase: Phase | None) -> None:
    assert meetings(*days).phase(TODAY) is phase


@pytest.mark.parametrize(
    ("days", "over"),
    [((), False), ((YESTERDAY,), True), ((YESTERDAY, TODAY), False), ((YESTERDAY, None), False)],
)
def test_it_is_finished_when_every_session_is_past(
    days: tuple[date | None, ...], over: bool
) -> None:
    assert meetings(*days).finished(TODAY) is over
