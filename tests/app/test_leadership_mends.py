"""Activities that lead on what nothing leads on: the right ones, in the right place, in words."""

from __future__ import annotations

import re
from datetime import date

from aiplanner.app.content import activities, starter
from aiplanner.app.leadership_words import (
    mend_title,
    mended_text,
    missing_text,
    with_mend,
    would_text,
)
from aiplanner.app.starters import programme_from
from aiplanner.domain.coverage import coverage
from aiplanner.domain.cycle import Capability, Part, Phase, Role
from aiplanner.domain.edits.sessions import add_session
from aiplanner.domain.ids import RowId
from aiplanner.domain.leadership_mends import LeadershipMend, leadership_mends
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Focus, Item, Session
from tests.support.plans import counted_ids, item, pause, plan, session

TODAY = date(2026, 11, 22)
VISION, EMPOWERING = Capability.VISION, Capability.EMPOWERING


def example(*without: Capability) -> Programme:
    """The example, in which nothing leads on these."""
    whole = programme_from(starter("example"), "", counted_ids())
    return whole.drop(
        row.id
        for row in whole.rows.values()
        if isinstance(row, Focus) and row.capability in without and row.role is Role.LEADS
    )


def ways(programme: Programme, today: date = TODAY) -> tuple[LeadershipMend, ...]:
    """What mends a programme, with the shipped bank."""
    return leadership_mends(programme, activities(), today)


def test_where_everything_is_led_nothing_is_offered() -> None:
    programme = example()
    assert ways(programme) == ()
    assert missing_text(programme, coverage(programme)) == "✓ Every capability is led on somewhere."


def test_three_ways_each_leads_on_what_lacks() -> None:
    programme = example(VISION)
    found = ways(programme)
    assert len(found) == 3
    assert len({way.activity.key for way in found}) == 3
    for way in found:
        assert way.capabilities == (VISION,)
        after, made = with_mend(programme, way, counted_ids(900_000))
        assert VISION not in coverage(after).never_led
        assert after.session_of(after.get(made, Item)).id == way.session
    said = missing_text(programme, coverage(programme))
    assert said == "No item leads on Vision yet."


def test_every_capability_gets_its_way_before_one_gets_a_second() -> None:
    found = ways(example(VISION, EMPOWERING))
    assert {c for way in found[:2] for c in way.capabilities} == {VISION, EMPOWERING}


def test_a_way_stands_in_its_phase_and_before_the_closing() -> None:
    programme = plan(
        session(
            "10:00",
            item("Hello", "5", part=Part.OPENING, leads=(Capability.SELF_LEADERSHIP,)),
            item("Sketch", "20", phase=Phase.DREAM),
            pause("10"),
            item("Bye", "5", part=Part.CLOSING),
            planned=180,
        )
    )
    titles = [one.title for one in programme.items_of(programme.sessions[0].id)]
    for way in ways(programme):
        assert 1 <= way.index <= titles.index("Bye")
        if way.activity.phase is Phase.DREAM:
            assert way.index == titles.index("Sketch") + 1


def test_sessions_that_were_held_are_left_as_they_are() -> None:
    programme = example(VISION)
    second = programme.sessions[1]
    assert second.day is not None
    found = ways(programme, second.day)
    assert found
    assert {way.session for way in found} <= {s.id for s in programme.sessions[1:]}
    last = programme.sessions[-1].day
    assert last is not None
    assert ways(programme, last.replace(year=last.year + 1)) == ()


def test_an_activity_that_is_not_in_the_bank_is_not_offered() -> None:
    programme = example(VISION)
    others = [one for one in activities() if VISION not in one.leads]
    assert leadership_mends(programme, others, TODAY) == ()


def test_it_is_said_before_what_it_would_do_and_after_what_it_did() -> None:
    programme = example(VISION)
    way = ways(programme)[0]
    said = would_text(programme, way, counted_ids(900_000))
    assert f"{way.activity.typical} min in “" in said
    assert "It leads on Vision." in said
    assert mend_title(programme, way).startswith(way.activity.title)
    assert mended_text(programme, way).endswith("it leads on Vision.")


def test_running_over_is_said_before_it_happens() -> None:
    programme = plan(
        session("10:00", item("Talk", "55", leads=(Capability.MOTIVATING,)), planned=55)
    )
    told = [would_text(programme, way, counted_ids(900_000)) for way in ways(programme)]
    assert told
    assert all("Then the session runs" in said for said in told)


def test_what_is_left_of_the_time_is_said_in_a_sentence() -> None:
    programme = plan(session("10:00", item("Talk", "5"), planned=400))
    told = [would_text(programme, way, counted_ids(900_000)) for way in ways(programme)]
    assert told
    assert all(re.search(r"Then the session has .* left of the time planned\.", s) for s in told)


def test_a_programme_without_sessions_says_what_comes_first() -> None:
    empty = plan()
    assert ways(empty) == ()
    assert missing_text(empty, coverage(empty)).startswith("No sessions yet.")
    one = add_session(empty, Session(RowId("a" * 32), 0))
    assert missing_text(one, coverage(one)) == "No item leads on a capability yet."
    assert [way.index for way in ways(one)] == [0, 0, 0]


def test_of_many_sessions_those_with_time_and_the_phase_are_chosen() -> None:
    full = session("10:00", item("Talk", "60", phase=Phase.DEFINE), planned=60)
    roomy = session(
        "10:00",
        item("Draw", "20", phase=Phase.DREAM, leads=(Capability.MOTIVATING,)),
        planned=120,
    )
    programme = plan(*[full] * 8, roomy, *[full] * 3)
    best = ways(programme)[0]
    assert best.session == programme.sessions[8].id
    assert best.activity.phase in (Phase.DREAM, None)
