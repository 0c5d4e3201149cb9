"""The services that every window shares."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from aiplanner.domain.programme import Programme
from aiplanner.ui.services import Services
from aiplanner.ui.tally.pile import PileHead
from tests.support.open_documents import opened
from tests.support.plans import plan, session

EVENING = datetime(2026, 3, 28, 20, 0, tzinfo=UTC)
"""In Tokyo the next day has begun."""


@pytest.fixture
def in_tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of this system cannot be set for one program")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_tokyo")
def test_today_is_the_day_where_the_user_is(services: Services) -> None:
    assert replace(services, now=lambda: EVENING).today() == date(2026, 3, 29)


@pytest.mark.usefixtures("in_tokyo", "qtbot")
def test_paper_is_taken_for_that_of_the_session_of_this_day() -> None:
    with opened(_two_days()) as (document, services):
        head = PileHead(document, replace(services, now=lambda: EVENING))
        assert head.pile.session_id == document.now.sessions[1].id
        head.deleteLater()


def _two_days() -> Programme:
    programme = plan(session("10:00"), session("10:00"))
    first, second = programme.sessions
    days = replace(first, day=date(2026, 3, 28)), replace(second, day=date(2026, 3, 29))
    return programme.put(*days)
