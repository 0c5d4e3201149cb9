"""A programme told in plain text and as data: whole for any programme, and true to the clock."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given

from aiplanner.app.next_step import next_step
from aiplanner.app.plain_text import programme_text
from aiplanner.app.times import schedule_lines, schedule_plain
from aiplanner.domain.cycle import Kind, Phase, State
from aiplanner.domain.numbering import item_numbers, sheet_numbers
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item, Session, Sheet
from tests.support.plans import breakout, item, pause, plan, section, session, step, strand
from tests.support.strategies import programmes

TODAY = date(2027, 1, 12)


def day() -> Programme:
    rooms = breakout("Rooms", strand("Blue", item("Talk", "20")), strand("Red", item("Walk", "30")))
    return plan(
        session(
            "10:00",
            section("Morning"),
            item("Welcome", "10", lead="Amina", phase=Phase.DEFINE, steps=(step(5, "Names"),)),
            item("Early", "5", at="10:05"),
            rooms,
            pause("15", at="11:00"),
            item("Perhaps", "30", state=State.PARKED),
            item("Read", kind=Kind.TASK, due=date(2027, 2, 1)),
            title="Discover",
            day=TODAY,
            planned=60,
            notes="The key is at the desk",
        ),
        title="Ward 4",
    )


def test_the_schedule_in_lines() -> None:
    assert list(schedule_lines(day())) == [
        "1. Discover",
        "10:00       Morning",
        "10:00   10  Welcome",
        "      Early starts 5 minutes before Welcome ends.",
        "10:05    5  Early",
        "10:10   30  Rooms",
        "10:10   20      Talk",
        "10:10   30      Walk",
        "      20 minutes free before Break.",
        "11:00   15  Break",
        "            Perhaps",
        "            Read",
        "      Work 45 · breaks 15 · free 20 · overlap 5 · ends 11:15, runs 15 min over 11:00",
    ]


def test_what_starts_before_everything_else_says_so() -> None:
    programme = plan(session("10:00", item("Early", "5", at="09:45")))
    assert "      Early starts 15 minutes before the start." in list(schedule_lines(programme))


def test_the_first_of_a_strand_does_not_overlap_the_strand_before() -> None:
    rooms = breakout(
        "Rooms", strand("A", item("Talk", "20")), strand("B", item("Walk", "20", at="09:50"))
    )
    lines = list(schedule_lines(plan(session("10:00", rooms))))
    assert "      Walk starts 10 minutes before the start." in lines


def test_the_schedule_as_data() -> None:
    [told] = json.loads(json.dumps(schedule_plain(day())))["sessions"]
    assert (told["start"], told["end"], told["planned_end"]) == ("10:00", "11:15", "11:00")
    assert told["work"] + told["breaks"] + told["gaps"] - told["overlaps"] == 75
    found = {row["title"]: row for row in told["items"]}
    assert (found["Early"]["start"], found["Early"]["overlap"]) == ("10:05", 5)
    assert found["Perhaps"]["start"] is None
    assert [s["items"][0]["end"] for s in found["Rooms"]["strands"]] == ["10:30", "10:40"]


def test_the_text_is_the_facilitators_own_copy() -> None:
    text = programme_text(day())
    for told in (
        *("Ward 4\n======", "Session 1: Discover\n-------------------", "Tue 12 Jan 2027"),
        *("10:00–11:00", "Private notes: The key is at the desk", "# Morning", "Define · Amina"),
        *("- Names (5 min)", "[Blue]", "[Red]", "parked", "by Mon 1 Feb 2027"),
    ):
        assert told in text, told
    assert text.endswith("runs 15 min over 11:00\n")


@given(programmes())
def test_any_programme_can_be_told(programme: Programme) -> None:
    text = programme_text(programme)
    for row in programme.rows.values():
        if isinstance(row, Item | Session):
            assert row.title in text
    assert text.endswith("\n")
    told = json.loads(json.dumps(schedule_plain(programme)))
    assert len(told["sessions"]) == len(programme.sessions)
    assert len(list(schedule_lines(programme))) >= len(programme.sessions)
    assert next_step(programme, TODAY).sentence.strip()


@given(programmes())
def test_sheets_and_items_have_their_numbers(programme: Programme) -> None:
    for session_row in programme.sessions:
        numbers = item_numbers(programme, session_row.id).values()
        assert list(numbers) == list(range(1, len(numbers) + 1))
        sheets = [
            row
            for item_row in programme.walk(session_row.id)
            for row in programme.children_of(item_row.id)
            if isinstance(row, Sheet)
        ]
        told = sheet_numbers(programme, session_row.id)
        assert told.keys() == {sheet.id for sheet in sheets}
        assert all(told.values())
