"""The facilitators' own copy tells everybody, every group and every decision about a hint."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from aiplanner.app.plain_text import programme_text
from aiplanner.domain.cycle import State
from aiplanner.domain.people import Person
from aiplanner.domain.programme import Programme, empty_programme
from tests.support.plans import counted_ids, item, named, plan, session
from tests.support.rich_people import ACCESS
from tests.support.rich_programme import SECRET, rich_programme
from tests.support.strategies import programmes


def test_people_are_told_with_all_that_is_known_of_them() -> None:
    text = programme_text(rich_programme())
    for told in (
        "People\n------\n- Morag Example · Ward 4 · charge nurse\n",
        "  does not take part · core team: leads the core team · facilitates\n",
        "  Contact: ward desk\n",
        f"  Access needs (private): {ACCESS}\n",
        f"  Private notes: {SECRET}\n",
        "- Ewan Example\n  Away from: Session 1: Best of what is\n",
    ):
        assert told in text, told


def test_groups_are_told_round_by_round() -> None:
    text = programme_text(rich_programme())
    assert (
        "  Round 2\n"
        "  Pair 1: Ailsa Example, Dilys <Example>\n"
        "  Trio 2: Ben Example, Chidi Example, Ewan Example\n"
        "- Tables · 1  Best of what is\n"
        "  Window (Hall): Ailsa Example, Chidi Example\n"
        "  Group 2: Ben Example, Dilys <Example>\n"
    ) in text


def test_hints_left_as_they_are_come_with_the_reason_and_the_day() -> None:
    text = programme_text(rich_programme())
    assert "- Each session closes · We see to it in another way\n" in text
    assert "- Each session opens · Best of what is · Tea is served · Tue 5 Jan 2027\n" in text


def test_what_took_place_says_how_long_and_what_is_short_says_so() -> None:
    assert "took 47 min · Discover" in programme_text(rich_programme())
    programme = plan(session("10:00", item("Welcome", "10"), item("Talk", "30")))
    talk = replace(named(programme, "Talk"), state=State.SHORT, short_minutes=12)
    lines = programme_text(programme.put(talk)).splitlines()
    at = next(n for n, line in enumerate(lines) if line.endswith("Talk"))
    assert lines[at].startswith("10:10 12 ")
    assert lines[at + 1].strip() == "short version"


def test_without_people_nothing_is_said_of_them() -> None:
    text = programme_text(empty_programme(counted_ids()(), "Bare"))
    assert text == "Bare\n====\n"


@given(programmes())
def test_nobody_is_left_out(programme: Programme) -> None:
    text = programme_text(programme)
    for row in programme.rows.values():
        if isinstance(row, Person):
            assert row.name in text
            assert row.access in text
