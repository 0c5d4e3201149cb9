"""Minutes given to an item keep what else its length says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiplanner.domain.cycle import Kind, State
from aiplanner.domain.edits.fields import set_fields
from aiplanner.domain.edits.minutes import set_minutes, with_minutes
from aiplanner.domain.errors import PlanError
from aiplanner.domain.lengths import Length, length_fault, length_text, parse_length
from tests.support.plans import breakout, item, named, plan, section, session, strand
from tests.support.strategies import LENGTHS


@pytest.mark.parametrize(
    ("length", "minutes", "after"),
    [
        ("40", 45, "45"),
        ("", 20, "20"),
        ("30-45", 35, "35 (30–45)"),
        ("30-45", 60, "60 (30–60)"),
        ("30-45", 20, "20 (20–45)"),
        ("6x3", 24, "6 × 4"),
        ("6x3", 25, "6 × 4"),
        ("6x3", 1, "6 × 1"),
    ],
)
def test_a_length_keeps_its_sort(length: str, minutes: int, after: str) -> None:
    assert length_text(with_minutes(parse_length(length), minutes)) == after


@given(LENGTHS, st.integers(0, 600))
def test_whatever_its_sort_it_stays_a_sound_length(length: Length, minutes: int) -> None:
    assert length_fault(with_minutes(length, minutes)) is None


def test_an_item_planned_short_gets_another_short_version() -> None:
    programme = plan(session("10:00", item("Talk", "30", short_minutes=10)))
    talk = named(programme, "Talk")
    programme = set_fields(programme, talk.id, state=State.SHORT)
    after = set_minutes(programme, talk.id, 15).get(talk.id, type(talk))
    assert (after.length, after.short_minutes) == (Length(30), 15)


def test_strands_say_themselves_how_long_their_breakout_is() -> None:
    programme = plan(session("10:00", breakout("Groups", strand("A", item("Headline", "30")))))
    with pytest.raises(PlanError, match="length-of-strands"):
        set_minutes(programme, named(programme, "Groups").id, 45)


def test_a_breakout_whose_strands_say_nothing_takes_its_own_length() -> None:
    programme = plan(session("10:00", breakout("Groups", strand("A", item("Headline")))))
    groups = named(programme, "Groups")
    assert set_minutes(programme, groups.id, 45).get(groups.id, type(groups)).length == Length(45)


def test_strands_of_a_breakout_that_is_skipped_say_nothing() -> None:
    within = breakout("Within", strand("B", item("Headline", "30")))
    programme = plan(session("10:00", breakout("Groups", strand("A", within))))
    programme = set_fields(programme, named(programme, "Within").id, state=State.SKIPPED)
    groups = named(programme, "Groups")
    assert set_minutes(programme, groups.id, 45).get(groups.id, type(groups)).length == Length(45)


def test_what_takes_no_time_cannot_be_given_any() -> None:
    programme = plan(session("10:00", section("Morning"), item("Read", kind=Kind.TASK)))
    for title in ("Morning", "Read"):
        with pytest.raises(PlanError, match="length-without-clock"):
            set_minutes(programme, named(programme, title).id, 5)
