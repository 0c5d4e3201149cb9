"""Nobody works longer than ninety minutes on end, checked against a walk minute by minute."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import assume, given

from aiplanner.domain.checks.breaks import FREE, LONGEST, stretches
from aiplanner.domain.cycle import RESTS, Kind, State
from aiplanner.domain.programme import Programme
from aiplanner.domain.rows import Item
from aiplanner.domain.schedule import SessionClock, Slot, Track, counts, schedule
from tests.support.advice import GOOD, SILENT, SPEAKS, heard, hints, rows
from tests.support.plans import breakout, item, pause, plan, section, session, step, strand
from tests.support.strategies import agendas

HOUR, HALF = item("Interviews", "60"), item("Themes", "30")


def test_ninety_minutes_are_fine_and_one_more_is_not() -> None:
    assert heard(plan(session("10:00", HOUR, HALF)), "breaks") == GOOD
    programme = plan(session("10:00", HOUR, HALF, item("Close", "1")))
    assert heard(programme, "breaks") == SPEAKS
    assert rows(programme, "breaks") == ["Close"]
    assert [hint.facts["minutes"] for hint in hints(programme, "breaks")] == [91]


def test_the_hint_stands_where_the_ninety_minutes_were_full_and_tells_all_of_it() -> None:
    programme = plan(session("10:00", HOUR, item("Dream", "60"), HALF, item("Close", "10")))
    assert rows(programme, "breaks") == ["Dream"]
    assert [hint.facts["minutes"] for hint in hints(programme, "breaks")] == [160]


@pytest.mark.parametrize(
    "rest",
    [
        pause("10"),
        pause("", "Break, as long as it takes"),
        item("Lunch", "45", kind=Kind.MEAL),
        item("Walk over", "5", kind=Kind.TRAVEL),
        item("Tea", "15", kind=Kind.SOCIAL),
    ],
)
def test_every_kind_of_rest_is_a_break(rest: object) -> None:
    assert heard(plan(session("10:00", HOUR, rest, HOUR)), "breaks") == GOOD


def test_a_parked_break_is_none() -> None:
    parked = item("Break", "10", kind=Kind.BREAK, state=State.PARKED)
    assert heard(plan(session("10:00", HOUR, parked, HOUR)), "breaks") == SPEAKS


def test_free_time_of_five_minutes_is_as_good_as_a_break() -> None:
    assert heard(plan(session("10:00", HOUR, item("B", "60", at="11:05"))), "breaks") == GOOD
    assert heard(plan(session("10:00", HOUR, item("B", "60", at="11:04"))), "breaks") == SPEAKS


def test_a_break_inside_an_item_counts_at_its_place() -> None:
    long = item("Design", "120", steps=[step(55), step(10, "Tea", is_break=True), step(55)])
    assert heard(plan(session("10:00", long)), "breaks") == GOOD
    late = item("Design", "120", steps=[step(100), step(10, "Tea", is_break=True), step(10)])
    assert heard(plan(session("10:00", late)), "breaks") == SPEAKS
    assert heard(plan(session("10:00", HALF, long, HALF)), "breaks") == GOOD
    assert heard(plan(session("10:00", HOUR, long)), "breaks") == SPEAKS


def test_strands_are_followed_one_by_one() -> None:
    with_break = strand("A", HALF, pause("10"), HALF)
    without = strand("B", item("Talk", "70"))
    programme = plan(session("10:00", HALF, breakout("Rooms", with_break, without)))
    assert rows(programme, "breaks") == ["Talk"]
    mended = plan(session("10:00", HALF, breakout("Rooms", with_break, with_break)))
    assert heard(mended, "breaks") == GOOD


def test_who_comes_out_of_the_longest_strand_has_worked_longest() -> None:
    short, long = strand("A", item("Draw", "20")), strand("B", item("Talk", "60"))
    programme = plan(session("10:00", breakout("Rooms", short, long), HALF, item("Close", "1")))
    assert rows(programme, "breaks") == ["Close"]
    assert heard(plan(session("10:00", breakout("Rooms", short, long), HALF)), "breaks") == GOOD


@pytest.mark.parametrize(("length", "expected"), [("55", GOOD), ("56", SPEAKS)])
def test_who_waits_five_minutes_for_the_other_strand_has_rested(length: str, expected: str) -> None:
    waits, rests = strand("A", item("Draw", length)), strand("B", item("A", "50"), pause("10"))
    programme = plan(session("10:00", breakout("Rooms", waits, rests), HALF, item("Close", "10")))
    assert heard(programme, "breaks") == expected


def test_silent_without_any_minutes() -> None:
    untimed = plan(session("10:00", item("Interviews"), section("Then"), item("Themes")))
    assert heard(untimed, "breaks") == SILENT
    assert heard(plan(session("10:00", pause("30"))), "breaks") == SILENT


@given(agendas())
def test_the_same_as_a_walk_minute_by_minute(programme: Programme) -> None:
    """Every way through the strands, each minute work or not: the longest runs of work agree."""
    clocks = schedule(programme)
    assume(all(not slot.overlap for clock in clocks for slot in clock.track.walk()))
    for clock in clocks:
        walked = [run for way in _ways(programme, clock.track) for run in _runs(clock, way)]
        found = [stretch.minutes for stretch in stretches(programme, clock.track)]
        assert max(found, default=0) == max(walked, default=0)
        assert any(n > LONGEST for n in found) == any(n > LONGEST for n in walked)


Piece = tuple[int, int, bool]
"""Start, end, and whether it is work; a rest of no length stands between as (at, at, False)."""


def _ways(programme: Programme, track: Track) -> Iterator[list[Piece]]:
    """Every way through a track, as its pieces in order."""
    ways: list[list[Piece]] = [[]]
    for slot in track.slots:
        item = programme.get(slot.item_id, Item)
        if counts(item) and slot.start is not None:
            ways = [[*way, *more] for way in ways for more in _through(programme, item, slot)]
            ways = [list(way) for way in dict.fromkeys(tuple(way) for way in ways)]
    yield from ways


def _through(programme: Programme, item: Item, slot: Slot) -> Iterator[list[Piece]]:
    start, end = slot.start or 0, slot.end or 0
    before = [(start - slot.gap, start, False)] if slot.gap >= FREE else []
    if item.kind in RESTS:
        yield [*before, (start, end, False)]
    elif end > start and any(inner.end > start for inner in slot.tracks):
        for inner in slot.tracks:
            wait = [(inner.end, end, False)] if end - inner.end >= FREE else []
            for way in _ways(programme, inner):
                yield [*before, *way, *wait]
    else:
        yield [*before, *_steps(programme, item, start, end)]


def _steps(programme: Programme, item: Item, start: int, end: int) -> Iterator[Piece]:
    at = start
    for one in programme.steps_of(item.id):
        until = min(at + (one.minutes or 0), end)
        yield at, until, not one.is_break
        at = until
    yield at, end, True


def _runs(clock: SessionClock, way: list[Piece]) -> Iterator[int]:
    """The lengths of the runs of working minutes, marked one by one."""
    run = 0
    for start, end, works in way:
        if not works:
            yield run
            run = 0
        else:
            run += sum(1 for _minute in range(start, end))
    yield run
