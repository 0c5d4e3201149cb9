"""The list of programmes speaks as people do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from aiplanner.app.digest import Digest, Meeting
from aiplanner.app.ports import Shelf, Summary
from aiplanner.domain.ids import RowId
from aiplanner.ui.models.programme_words import (
    changed_words,
    facts_words,
    next_words,
    title_words,
)

TODAY = date(2027, 1, 12)


def digest_of(*days: date | None) -> Digest:
    """A programme whose sessions are on these days."""
    return Digest(tuple(Meeting(day, None) for day in days), 120)


def summary(title: str = "", service: str = "", sessions: int = 0) -> Summary:
    """A row of the list."""
    return Summary(
        RowId("0" * 32),
        title,
        service,
        Shelf.ACTIVE,
        1,
        datetime(2027, 1, 1, tzinfo=UTC),
        digest_of(*[None] * sessions),
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), "No date yet"),
        ((None, None), "No date yet"),
        ((date(2027, 2, 3), None), "Starts Wed 3 Feb"),
        ((date(2028, 2, 3),), "Starts Thu 3 Feb 2028"),
        ((date(2027, 1, 5), date(2027, 1, 19)), "Session 2 on Tue 19 Jan"),
        ((date(2027, 1, 5), TODAY), "Session 2 today"),
        ((TODAY, date(2027, 1, 19)), "Session 1 today"),
        ((date(2027, 1, 5), date(2027, 1, 13)), "Session 2 tomorrow"),
        ((date(2027, 1, 5), date(2027, 1, 8)), "Finished Fri 8 Jan"),
        ((date(2027, 1, 5), None), "No date yet"),
    ],
)
def test_what_comes_next(days: tuple[date | None, ...], words: str) -> None:
    assert next_words(digest_of(*days), TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (3, "3 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (56, "8 weeks ago"),
        (70, "Tue 3 Nov 2026"),
    ],
)
def test_how_long_ago(days: int, words: str) -> None:
    now = datetime(2027, 1, 12, 12, tzinfo=UTC)
    assert changed_words(now - timedelta(days=days), now) == words


def test_a_clock_that_runs_ahead_elsewhere_is_today() -> None:
    now = datetime(2027, 1, 12, 12, tzinfo=UTC)
    assert changed_words(now + timedelta(days=2), now) == "today"


def test_facts() -> None:
    assert facts_words(summary(service="Ward 4", sessions=1)) == "Ward 4 · 1 session"
    assert facts_words(summary(sessions=3)) == "3 sessions"


def test_a_programme_without_a_title_has_a_word() -> None:
    assert title_words(summary()) == "Without a title"
