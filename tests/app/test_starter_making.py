"""A starter made from a programme begins an equal one, less who, where and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from aiplanner.app import content
from aiplanner.app.own_content import from_piece, to_piece
from aiplanner.app.starter_making import starter_from
from aiplanner.app.starters import programme_from
from aiplanner.domain.content import Starter
from aiplanner.domain.cycle import State
from tests.support.open_documents import NOW
from tests.support.plans import breakout, counted_ids, item, plan, session, strand
from tests.support.rich_programme import rich_programme

SHIPPED = [one for one in content.starters() if one.key != content.EXAMPLE]


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda one: one.key)
def test_a_shipped_starter_comes_back_as_it_was(shipped: Starter) -> None:
    programme = programme_from(shipped, "", counted_ids())
    made = starter_from(programme, "my-own", "Ours", "What we do.")
    again = programme_from(made, shipped.title, counted_ids())
    assert starter_from(again, "my-own", "Ours", "What we do.") == made
    assert [one.title for one in again.sessions] == [one.title for one in programme.sessions]
    for one, other in zip(programme.sessions, again.sessions, strict=True):
        ours, theirs = programme.walk(one.id), again.walk(other.id)
        known = [(i.title, i.length, i.phase, i.pin, i.why, i.short) for i in ours]
        assert [(i.title, i.length, i.phase, i.pin, i.why, i.short) for i in theirs] == known


def test_it_is_kept_and_read_back_whole() -> None:
    programme = programme_from(SHIPPED[0], "", counted_ids())
    made = starter_from(programme, "my-own", "Ours", "What we do.")
    assert from_piece(to_piece(made, NOW)) == made


def test_people_places_and_days_stay_behind() -> None:
    first = item("Welcome", "5", lead="Una", room="Hub", notes="Ring Una.", due=date(2027, 1, 5))
    groups = breakout(
        "Groups", replace(strand("A", item("Posters", "6x3")), lead="Bo", room="East")
    )
    told = plan(
        session("10:00", first, groups, venue="The Hub", day=date(2027, 1, 12), notes="Coffee."),
        service="Ward 4",
        organisation="North",
        contact="una@example.org",
        sponsor="Una",
    )
    made = repr(starter_from(told, "my-own", "Ours", ""))
    for gone in ("Una", "Hub", "2027", "Ward 4", "North", "Coffee", "Bo", "East"):
        assert gone not in made
    for kept in ("Welcome", "Groups", "Posters", "6 × 3", "datetime.time(10, 0)"):
        assert kept in made


def test_the_people_of_a_programme_and_how_it_was_held_stay_behind() -> None:
    made = starter_from(rich_programme(), "my-own", "Ours", "")
    assert (made.who, made.groupings) == ((), ())
    assert "Example" not in repr(made)


def test_what_was_short_of_time_once_is_planned_in_full() -> None:
    told = plan(
        session(
            "10:00",
            item("Talk", "30", state=State.SHORT, short="Two minutes each", short_minutes=12),
            item("Walk", "30", state=State.PARKED),
        )
    )
    talk, walk = starter_from(told, "my-own", "Ours", "").sessions[0].items
    assert (talk.state, talk.length, talk.short_minutes) == (State.PLANNED, "30", 12)
    assert walk.state is State.PARKED
